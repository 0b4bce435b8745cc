"""What the words beside a number or a subject do to it: say what became of it, join it to others, narrow it, make it some of its kind."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.claims.items import Item, gap, unexplained
from gdlint.claims.tokens import Token
from gdlint.claims.words import CARRIED, NAMING, Aspect, Words

_CASES = frozenset(("reconsideration", "suits", "direct_suit", "suit_after_reconsideration"))
_JOINS = frozenset(("、", "和", "及", "与", "或", "以及", "或者", "（", "并"))
_ENDINGS = ("数量", "件数", "数", "量", "类", "者", "的")
"""what may stand behind a word without saying anything: 制发数、废止数"""
_CHANGES = frozenset(("up", "down", "open", "rate", "share", "compare"))
_LATE = frozenset(("年底", "年末"))
_OTHERS = frozenset(("foreign", "title"))
_TOPICS = frozenset(("方面", "领域", "类型"))
_FAR = 2
_REQUEST = "申请"
_FEES = ("fees",)
_CUES = frozenset(("引起", "引发", "导致", "产生", "被"))
_NARROW = frozenset(("foreign", "narrowing", "title", "quantity"))
_NOT = frozenset(("不", "未", "无", "没有"))
_STRAY = 2
ANYONE = "公民"
"""whoever applies"""
_WEIGHTS = {"handled": 1, "new": 2, "total": 2, "carried": 4}
_OTHERS_WEIGH = 3
Found = Sequence[tuple[Token, Aspect]]


def first_named(after: Sequence[Token]) -> Sequence[Token]:
    """The words behind a number, up to the first that names what is counted."""
    for n, token in enumerate(after):
        if token.kind in ("subject", "weak", "foreign") and not _is_cause(after, n):
            return after[: n + 1]
    return after


def _is_cause(after: Sequence[Token], n: int) -> bool:
    """9件因依申请公开行政复议: the requests are what the cases that are named right behind them come of."""
    behind = after[n + 1] if n + 1 < len(after) else None
    near = behind is not None and behind.start == after[n].end
    return (
        near and after[n].names == ("requests",) and behind is not None and bool(_CASES & set(behind.names))
    )


def strays_of(text: str, words: Sequence[Token], start: int, end: int) -> int:
    """How many letters of a stretch no word explains, endings of words apart."""
    place, strays, ended = start, 0, False
    for token in (*words, None):
        letters = text[place : token.start if token else end]
        strays += 0 if ended and letters.strip("、 ") in _ENDINGS else gap(letters, 0, len(letters))
        place, ended = (token.end, token.kind in NAMING) if token else (end, False)
    return strays


def joined(text: str, one: Token, other: Token) -> bool:
    """Two words with nothing but a join between them."""
    raw = text[one.end : other.start]
    between = raw.strip("“”（）() ")
    ending = next((e for e in _ENDINGS if between.startswith(e)), "")
    between = between[len(ending) :]
    # 复议诉讼案件 are both.
    if not between and (raw == "”“" or (not raw and one.kind == other.kind == "subject")):
        return True
    return 0 < len(between) <= 8 and (between in _JOINS or between[0] in "、和及与或")


def gap_between(text: str, words: Sequence[Token], last: int, item: Item) -> int:
    """Letters between the last word that names what is counted and its number that no word explains."""
    if item.number is None:
        return 0
    return unexplained(text, [token for token in words if token.start >= last], last, item.number.start)


def is_narrowed(item: Item, after: Sequence[Token]) -> bool:
    """A word narrows what is counted, and no 等 makes it one of many ways: 通过网络、信函等方式; 均已审结 is of all."""
    words = (*item.before, *after)
    for n, token in enumerate(words):
        if token.kind == "all":
            return False
        if token.kind == "narrowing" and not _is_case_of(words, n):
            behind = next((other for other in words[n + 1 :] if other.kind != "narrowing"), None)
            if behind is None or behind.text != "等":
                return True
    return False


def _is_case_of(words: Sequence[Token], n: int) -> bool:
    """属于予以公开 is what 予以公开 is."""
    return words[n].text in ("属于", "系") and n + 1 < len(words) and words[n + 1].kind == "aspect"


def is_modified(text: str, item: Item, subject: Token | None, plain: frozenset[str]) -> bool:
    """Words beside a subject may tell which of its kind are meant; `plain` are those that do not. Without a subject, one that is
    named farther behind the number is no plain one."""
    if subject is None:
        return any(token.kind in ("subject", "weak") for token in item.after)
    if subject in item.before:
        return _is_led([token for token in item.before if token.end <= subject.start], text, subject, plain)
    ahead = [token for token in item.after if token.end <= subject.start]
    start = item.number.end if item.number else item.start
    return bool(strays_of(text, ahead, start, subject.start)) or _is_led(ahead, text, subject, plain)


def names_some(text: str, item: Item, plain: frozenset[str]) -> bool:
    """A piece without a number speaks of some of a subject, or of a topic: 针对复杂申请, 水价方面, 上年转来的."""
    ends = item.number is None and item.before[-1].text == "的" and item.before[-1].end == item.end
    carried = ends and any(CARRIED.intersection(token.names) for token in item.before)
    return carried or any(_is_some(text, item, token, plain) for token in item.before)


def _is_some(text: str, item: Item, token: Token, plain: frozenset[str]) -> bool:
    if token.kind in ("subject", "weak"):
        return _is_some_of(text, item, token, plain)
    if token.kind == "narrowing":
        return token.text.endswith(_REQUEST)
    return token.text in _TOPICS and _is_named(text, item, token)


def _is_some_of(text: str, item: Item, subject: Token, plain: frozenset[str]) -> bool:
    ahead = [token for token in item.before if token.end <= subject.start]
    strays = strays_of(text, ahead, item.start, subject.start)
    narrowed = any(token.kind == "narrowing" for token in ahead)
    return bool(strays) or narrowed or _is_led(ahead, text, subject, plain)


def _is_named(text: str, item: Item, topic: Token) -> bool:
    ends = [token.end for token in item.before if token.end <= topic.start]
    return gap(text, ends[-1] if ends else item.start, topic.start) >= _FAR


def _is_led(ahead: Sequence[Token], text: str, subject: Token, plain: frozenset[str]) -> bool:
    if any(token.kind in _OTHERS for token in ahead):
        return True
    last = ahead[-1] if ahead else None
    return last is not None and not gap(text, last.end, subject.start) and _qualifies(last, plain)


def _qualifies(word: Token, plain: frozenset[str]) -> bool:
    """A word right before a subject is an attribute of it."""
    match word.kind:
        case "fillers":
            return len(word.text) > 1 and word.text not in plain
        case "relation":
            return word.names[0] in _CHANGES
        case "period":
            return word.text in _LATE
    return False


def behind_kinds(item: Item) -> Item:
    """水土保持补偿费等行政事业性收费: the kinds that are named of all fees say nothing of how many they are."""
    for n, token in enumerate(item.before):
        ahead = item.before[n - 1] if n else None
        if token.names == _FEES and ahead and ahead.text == "等" and ahead.end == token.start:
            return item._replace(before=item.before[n:], start=token.start)
    return item


def is_some_cause(text: str, tokens: Sequence[Token], *, of_cases: bool = False) -> bool:
    """Between 因 and 引起, or the case itself, stands more than the disclosure of information and its requests: a reason of some
    cases alone. `of_cases`: the words are known to speak of cases."""
    cases = [n for n, token in enumerate(tokens) if token.kind == "subject" and _CASES & set(token.names)]
    end = max((n for n, token in enumerate(tokens) if token.text in _CUES), default=cases[0] if cases else -1)
    end = len(tokens) - 1 if end < 0 and of_cases else max(end, 0)
    begin = max((n for n, token in enumerate(tokens[:end]) if _opens(token)), default=None)
    if begin is None:
        return False
    stretch = tokens[begin : end + 1]
    letters = any(gap(text, one.end, other.start) >= _STRAY for one, other in pairwise(stretch))
    return letters or any(_narrows(token) for token in stretch[1:])


def kinds_of(tokens: Sequence[Token], words: Words) -> tuple[Token, ...]:
    """The words that name kinds of applicants."""
    return tuple(
        token
        for token in tokens
        if token.kind == "aspect" and any(words.aspects[n].group == "applicants" for n in token.names)
    )


def is_of_some(tokens: Sequence[Token], words: Words) -> bool:
    """Words that tell of a result of requests, or of one kind of those who make them: 重复申请引起的行政诉讼."""
    aspects = [words.aspects[name] for token in tokens if token.kind == "aspect" for name in token.names]
    kinds = {aspect.name for aspect in aspects if aspect.group == "applicants"}
    anyone = len(kinds) > 1 or any(token.text == ANYONE for token in tokens)
    return any(aspect.group == "results" for aspect in aspects) or (bool(kinds) and not anyone)


def _opens(token: Token) -> bool:
    return token.text[:1] in "因由" and token.kind in ("fillers", "causes")


def _narrows(token: Token) -> bool:
    result = token.kind == "aspect" and token.text[:1] == "不"
    return token.kind in _NARROW or token.text in _NOT or result


def aspects_of(
    text: str, tokens: Sequence[Token], subjects: Sequence[str], words: Words
) -> tuple[Aspect, ...]:
    """The weightiest aspect that names rows, with those joined to it, and the last one that names columns."""
    found = [
        (token, aspect)
        for token in tokens
        if token.kind == "aspect"
        for aspect in (words.aspects[name] for name in token.names)
        if any(subject in aspect.of for subject in subjects)
    ]
    rows = [(t, a) for t, a in found if not a.columns]
    columns = [(t, a) for t, a in found if a.columns]
    return (*_narrowest(text, _heaviest(text, rows), rows), *_together(text, columns))


def _weight(aspect: Aspect) -> int:
    return _WEIGHTS.get(aspect.name, _OTHERS_WEIGH)


def _heaviest(text: str, found: Found) -> tuple[Aspect, ...]:
    weight = max((_weight(aspect) for _, aspect in found), default=0)
    return _together(text, [(t, a) for t, a in found if _weight(a) == weight])


def _narrowest(text: str, chosen: tuple[Aspect, ...], found: Found) -> tuple[Aspect, ...]:
    """Reasons that are named beside their result say which rows are meant: 因不掌握而无法提供; not so behind 等."""
    inside = [(t, a) for t, a in found if len(chosen) == 1 and a.name.startswith(chosen[0].name + ".")]
    if not inside or "等" in text[inside[-1][0].end : found[-1][0].start]:
        return chosen
    return _together(text, inside)


def _together(text: str, found: Found) -> tuple[Aspect, ...]:
    """The last aspect, and those of its group that are joined to it: 予以公开和部分公开."""
    if not found:
        return ()
    token, last = found[-1]
    names = [last]
    for other, aspect in reversed(found[:-1]):
        beside = other is token or joined(text, other, token)
        if aspect.group != last.group or not aspect.group or not beside:
            break
        if aspect not in names:
            names.append(aspect)
        token = other
    # 重复申请、不予处理的1件: a reason beside its own result is that of these.
    return tuple(a for a in reversed(names) if not any(b.name.startswith(f"{a.name}.") for b in names))
