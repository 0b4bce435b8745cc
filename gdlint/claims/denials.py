"""What the text says there was none of: 未收到申请, 没有复议和诉讼, 无结转; and 全部, which denies the rest."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gdlint.claims.askers import are_some, came_in, is_of_rest, says_rest
from gdlint.claims.items import RESULTS, Item, is_understood, unexplained
from gdlint.claims.naming import Namer, Spoken
from gdlint.claims.neighbours import ANYONE, is_of_some, is_some_cause, kinds_of, strays_of
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Certainty, Claim

_CONTENT = frozenset(("subject", "weak", "aspect", "foreign", "narrowing"))
_LITIGATION = "litigation"
_DISCLOSURE = "disclosure"
_STRAY = 2
_OF_THEM = ("案件", "事项")
"""what may follow a subject and says no more than it"""
_BROAD = frozenset(("natural_person", "organisations"))
"""kinds of applicants of which all others are the rest"""
_SHORT = 4
"""letters of a denial that says nothing else"""
_REQUESTS = "requests"
_NONE = frozenset(("零", "均无", "无", "没有", "均没有"))
_HAPPENED = frozenset(("发生", "出现", "产生", "存在", "有"))
_SOME = (("carried",), ("carried_in",), ("total",), ("before",), ("part",))
_DUE = frozenset(
    (
        "应",
        "需",
        "须",
        "到",
        "法定",
        "规定",
        "期限",
        "时限",
        "期限内",
        "时限内",
        "答复期",
        "答复期限",
        "办理期限",
    )
)
Denied = tuple[str, tuple[str, ...], tuple[Aspect, ...], Certainty]


def denied(item: Item, namer: Namer, spoken: Spoken, last: Claim | None, words: Words) -> Iterator[Denied]:
    """What a piece without a number denies: the kind of denial, subjects, aspects, how sure."""
    tokens = _turned(item.before)
    place = next((n for n, token in enumerate(tokens) if token.kind in ("denial", "all")), None)
    if place is None or any(token.kind == "none_of" for token in tokens) or _is_of_not_all(tokens):
        return
    if tokens[place].kind == "denial":
        yield from _denial(item, tokens[:place], tokens[place:], namer, spoken, words)
    else:
        yield from _all(item, tokens[:place], tokens[place:], last, spoken, words, namer.text)


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
    item: Item, ahead: Sequence[Token], behind: Sequence[Token], namer: Namer, spoken: Spoken, words: Words
) -> Iterator[Denied]:
    denial, behind = behind[0], behind[1:]
    content = [token for token in behind if token.kind in _CONTENT]
    if content and content[-1].text in _OF_THEM and _is_counted_by(content, words):
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
        or ((spoken.subject,) if spoken.subject in words.subjects else ())
    )
    kinds = kinds_of(ahead, words) if _REQUESTS in subjects else ()
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
    strange = not is_understood(namer.text, item.before, item.start, item.end)
    some = strange or of_some or some_asked or stray > 0 or is_some_cause(namer.text, behind)
    sure = Certainty.UNSURE if some else Certainty.CERTAIN
    yield "denial", subjects, aspects, sure


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


def _weak(content: Sequence[Token], spoken: Spoken) -> tuple[str, ...]:
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
    # 没有因重复申请不予处理的: of that reason alone.
    reasons = [a for a in heavier if a.name.startswith(f"{heavier[-1].name}.")]
    heavier = reasons or heavier
    outcomes = tuple(aspect for aspect in heavier if aspect.group == "outcomes")
    if len(outcomes) > 1:
        # 无纠错败诉 denies both.
        return outcomes
    chosen = heavier[-1:] or fitting[-1:]
    return tuple(words.aspects["new"] if aspect.name == "handled" else aspect for aspect in chosen)


def _all(
    item: Item,
    ahead: Sequence[Token],
    tokens: Sequence[Token],
    last: Claim | None,
    spoken: Spoken,
    words: Words,
    text: str,
) -> Iterator[Denied]:
    """All of the number before: 均已办结 leaves none over, 均为自然人 none of the other kinds."""
    if says_rest(ahead):
        return
    rows = _rows(ahead, last, text) or ({"new"} if _are_applicants(ahead, spoken) else set())
    aspects = [(t, words.aspects[t.names[0]]) for t in tokens if t.kind == "aspect"]
    if not rows or not aspects or _is_qualified(item, tokens, text):
        return
    token, aspect = aspects[-1]
    rest: tuple[str, ...] = ()
    if aspect.name == "total":
        done = "办" in token.text or "完" in token.text
        rest = ("carried_out",) if done and rows & {"new", "total"} else ()
    elif aspect.group == "results" and rows == {"total"}:
        rest = _others(RESULTS, {a.name.partition(".")[0] for _, a in aspects})
    elif aspect.name in words.subjects[_REQUESTS].whole and rows == {"new"}:
        rest = _others(words.subjects[_REQUESTS].whole, {a.name for _, a in aspects})
    if rest:
        yield "all", (_REQUESTS,), tuple(words.aspects[name] for name in rest), Certainty.CERTAIN


def _rows(ahead: Sequence[Token], last: Claim | None, text: str) -> set[str]:
    """The rows of which all is said: those of the last number, or the requests that are named right before."""
    place = next((n for n, token in enumerate(ahead) if token.names == (_REQUESTS,)), None)
    if place is not None:
        return set() if _is_of_some(ahead[: place + 1], text) else {"new"}
    counts = last is not None and last.cells is not None and last.relation == "all" and not last.denied
    return set(last.cells.rows) if counts and last and last.cells else set()


def _are_applicants(ahead: Sequence[Token], spoken: Spoken) -> bool:
    """申请人均为自然人: of those that the passage speaks of."""
    return [token.text for token in ahead] == ["申请人"] and spoken.subject == _REQUESTS


def _is_of_some(tokens: Sequence[Token], text: str) -> bool:
    """Words before the requests tell which of them are meant: 到期的申请, 已到法定期限的申请, 上年结转的申请."""
    if any(t.kind in ("narrowing", "foreign") or t.names[:1] in _SOME or t.text in _DUE for t in tokens[:-1]):
        return True
    return unexplained(text, tokens, tokens[0].start, tokens[-1].end) > 0


def _is_qualified(item: Item, tokens: Sequence[Token], text: str) -> bool:
    """Something more is said than that it is all."""
    if any(token.kind in ("narrowing", "foreign", "period", "denial") for token in tokens):
        return True
    return not is_understood(text, tokens, tokens[0].start, item.end)


def _others(names: Sequence[str], named: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in named)
