"""What the text says there was none of: 未收到申请, 没有复议和诉讼, 无结转; and 全部, which denies the rest."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gdlint.claims.all_of import Denied, all_of
from gdlint.claims.askers import are_some, came_in, is_of_rest
from gdlint.claims.items import Item, is_understood, unexplained
from gdlint.claims.memory import Memory
from gdlint.claims.naming import Namer
from gdlint.claims.neighbours import ANYONE, is_of_some, is_some_cause, kinds_of, strays_of
from gdlint.claims.tokens import Token
from gdlint.claims.words import CARRIED, Aspect, Words
from gdlint.model.claim import Certainty, Claim

_CONTENT = frozenset(("subject", "weak", "aspect", "foreign", "narrowing"))
_LITIGATION = "litigation"
_ALL = "均"
_DISCLOSURE = "disclosure"
_STRAY = 2
_OF_THEM = ("案件", "事项")
"""what may follow a subject and says no more than it"""
_DOCUMENTS, _FILES = "documents", "文件"
"""规范性文件制发2件，未废止文件: they are what the passage speaks of"""
_BROAD = frozenset(("natural_person", "organisations"))
"""kinds of applicants of which all others are the rest"""
_SHORT = 4
"""letters of a denial that says nothing else"""
_REQUESTS = "requests"
_NONE = frozenset(("零", "均无", "无", "没有", "均没有"))
_HAPPENED = frozenset(("发生", "出现", "产生", "存在", "有"))


def denied(item: Item, namer: Namer, spoken: Memory, last: Claim | None, words: Words) -> Iterator[Denied]:
    """What a piece without a number denies: the kind of denial, subjects, aspects, how sure."""
    tokens = _turned(item.before)
    place = next((n for n, token in enumerate(tokens) if token.kind in ("denial", "all")), None)
    if place is None or any(token.kind == "none_of" for token in tokens) or _is_of_not_all(tokens):
        return
    if tokens[place].kind == "denial":
        yield from _denial(item, tokens[:place], tokens[place:], namer, spoken, words)
    else:
        yield from all_of(item, tokens[:place], tokens[place:], last, spoken, words, namer.text)


def _is_of_not_all(tokens: Sequence[Token]) -> bool:
    """没有全部办结 says that some are not."""
    said = [token for token in tokens if token.kind != "fillers"]
    return any(one.kind == "denial" and other.kind == "all" for one, other in pairwise(said))


def _turned(tokens: Sequence[Token]) -> Sequence[Token]:
    """申请数量为零, 行政复议均未发生 say what 无申请, 未发生行政复议 say; 没有清零 does not."""
    last = next((n for n in reversed(range(len(tokens))) if tokens[n].text not in _HAPPENED), None)
    if last is None or tokens[last].kind != "denial" or any(t.kind == "denial" for t in tokens[:last]):
        return tokens
    if last == len(tokens) - 1 and tokens[last].text not in _NONE:
        return tokens
    named = (n for n, token in enumerate(tokens[:last]) if token.kind in ("subject", "weak"))
    subject, zero = next(named, last), tokens[last]
    if subject == last and last < len(tokens) - 1:
        return tokens
    return (
        *tokens[:subject],
        zero,
        *tokens[subject:last],
        zero._replace(kind="fillers"),
        *tokens[last + 1 :],
    )


def _denial(
    item: Item, ahead: Sequence[Token], behind: Sequence[Token], namer: Namer, spoken: Memory, words: Words
) -> Iterator[Denied]:
    denial, behind = behind[0], behind[1:]
    content = [token for token in behind if token.kind in _CONTENT]
    if content and content[-1].text in _OF_THEM and _is_counted_by(content, words):
        content.pop()
    if content and content[-1].text == _FILES and spoken.subject == _DOCUMENTS:
        content.pop()
    if _is_bare(item, content, namer.text) and spoken.subject in words.subjects:
        new = (words.aspects["new"],) if spoken.subject == _REQUESTS else ()
        yield "denial", (spoken.subject,), new, Certainty.CERTAIN
    if not content or content[-1].kind in ("foreign", "narrowing"):
        return
    if (
        unexplained(namer.text, [t for t in behind if t.start >= content[-1].end], content[-1].end, item.end)
        >= _STRAY
    ):
        return
    if any(token.kind == "narrowing" for token in content) or any(t.kind == "quantity" for t in behind):
        return
    between = [t for t in behind if t.end <= content[-1].start]
    stray = strays_of(namer.text, between, denial.end, content[-1].start)
    subjects = (
        _subjects(behind, namer, words)
        or _subjects(ahead, namer, words)
        or _weak(content, spoken)
        or (spoken.told_cases() if denial.text.startswith(_ALL) else ())
        or ((spoken.subject,) if spoken.subject in words.subjects else ())
    )
    kinds = (*kinds_of(ahead, words), *_results(ahead, words)) if _REQUESTS in subjects else ()
    aspects = _aspects((*kinds, *content), subjects, words)
    subjects = _meant(subjects, aspects)
    if not subjects or is_of_rest(content, subjects, words):
        return
    # 没有修改规范性文件: something else was not done with them.
    if words.subjects[subjects[0]].table == _DISCLOSURE and any(token.kind == "foreign" for token in content):
        return
    if not aspects and "requests" in subjects:
        # 没有败诉: requests are not lost.
        named = [words.aspects[name] for token in content if token.kind == "aspect" for name in token.names]
        if named and not any(_REQUESTS in aspect.of for aspect in named):
            return
        aspects = (words.aspects["new"],)
    # 四季度未收到申请: of a part of the year, or of some ways.
    of_some = any(token.kind == "narrowing" for token in ahead) or (
        any(token.kind == "foreign" for token in content)
        if _REQUESTS in subjects
        else is_of_some(content, words)
    )
    of_some = of_some or came_in(content, aspects)
    some_asked = _REQUESTS in subjects and are_some(namer.text, item, ahead, (denial, *behind), words)
    clear = is_understood(namer.text, item.before, item.start, item.end)
    some = (
        not clear
        or _denies_other(behind, content, words)
        or of_some
        or some_asked
        or stray > 0
        or is_some_cause(namer.text, behind)
    )
    sure = Certainty.UNSURE if some else Certainty.CERTAIN
    yield "denial", subjects, aspects, sure


def _results(ahead: Sequence[Token], words: Words) -> tuple[Token, ...]:
    """要求提供公开出版物的申请也没有: what became of them stands before the denial."""
    return tuple(t for t in ahead if t.kind == "aspect" and words.aspects[t.names[0]].group == "results")


def _denies_other(behind: Sequence[Token], content: Sequence[Token], words: Words) -> bool:
    """More is denied than is named (无应废止而未废止的), or one row of a kind (没有企业申请结转)."""
    again = any(token.kind == "denial" for token in behind)
    return again or (bool(kinds_of(content, words)) and any(CARRIED & set(token.names) for token in content))


def _is_counted_by(content: Sequence[Token], words: Words) -> bool:
    """未发生行政复议案件 denies all; 没有新增行政许可事项 denies kinds of them."""
    tables = {words.subjects[name].table for t in content if t.kind == "subject" for name in t.names}
    return _DISCLOSURE not in tables and any(t.kind in ("subject", "aspect") for t in content)


def _meant(subjects: tuple[str, ...], aspects: Sequence[Aspect]) -> tuple[str, ...]:
    """行政复议、行政诉讼零败诉: suits are lost, if any are named."""
    chief = {name for aspect in aspects for name in aspect.chiefly}
    only = bool(aspects) and all(aspect.chiefly for aspect in aspects)
    return tuple(one for one in subjects if one in chief) or subjects if only else subjects


def _is_bare(item: Item, content: Sequence[Token], text: str) -> bool:
    """无 alone behind a colon or as a sentence denies what was named before it."""
    if unexplained(text, item.before, item.start, item.end):
        return False
    alone = all(token.kind in ("denial", "fillers") or token.names == ("now",) for token in item.before)
    letters = sum(token.end - token.start for token in item.before if token.kind != "period")
    return not content and alone and item.mark in ("colon", "stop") and letters <= _SHORT


def _subjects(tokens: Sequence[Token], namer: Namer, words: Words) -> tuple[str, ...]:
    """The subjects named; where cases are, the requests before them are their cause."""
    found = [token for token in tokens if token.kind == "subject"]
    if not found:
        return ()
    table = words.subjects[found[-1].names[0]].table
    names = [token.names[0] for token in found if words.subjects[token.names[0]].table == table]
    return tuple(dict.fromkeys(names)) if table == _LITIGATION else found[-1].names


def _weak(content: Sequence[Token], spoken: Memory) -> tuple[str, ...]:
    names = {token.names[0] for token in content if token.kind == "weak"}
    return tuple(names & spoken.known)


def _aspects(content: Sequence[Token], subjects: Sequence[str], words: Words) -> tuple[Aspect, ...]:
    """The aspect named last that fits; 未收到, 未发生 deny the whole."""
    fitting = [
        aspect
        for token in content
        if token.kind == "aspect"
        for aspect in (words.aspects[name] for name in token.names)
        if set(aspect.of) & set(subjects)
    ]
    # 公民 may be whoever applies.
    if any(token.text == ANYONE for token in content):
        fitting = [aspect for aspect in fitting if aspect.group != "applicants"]
    named = {aspect.name: aspect for aspect in fitting if aspect.group == "applicants"}
    if len(named) > 1 and not _BROAD.isdisjoint(named):
        # 公民、法人和其他组织 who hand in none are all of them.
        fitting = [aspect for aspect in fitting if aspect.group != "applicants"]
    elif len(named) > 1:
        return tuple(named.values())
    heavier = [aspect for aspect in fitting if aspect.name not in ("handled", "new")]
    # 不予公开的答复 is of that result.
    heavier = [aspect for aspect in heavier if aspect.group == "results"] or heavier
    if heavier and heavier[-1].group == "results" and len(named) == 1:
        # 法人或其他组织没有不予处理的情形: of theirs.
        return (heavier[-1], *named.values())
    # 没有因重复申请不予处理的: of that reason alone, or of several.
    if reasons := tuple(a for a in heavier if a.name.startswith(f"{heavier[-1].name}.")):
        return reasons
    outcomes = tuple(aspect for aspect in heavier if aspect.group == "outcomes")
    if len(outcomes) > 1:
        # 无纠错败诉 denies both.
        return outcomes
    chosen = heavier[-1:] or fitting[-1:]
    return tuple(words.aspects["new"] if aspect.name == "handled" else aspect for aspect in chosen)
