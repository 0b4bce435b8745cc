"""What stands beside a subject and makes it some of its kind: 收费申请, 补正的申请, 17件来函申请."""

from collections.abc import Sequence

from gdlint.claims.items import Item, gap
from gdlint.claims.neighbours import strays_of
from gdlint.claims.tokens import Token

_CHANGES = frozenset(("up", "down", "open", "rate", "share", "compare"))
_LATE = frozenset(("年底", "年末"))
_OTHERS = frozenset(("foreign", "title"))
_TOPICS = frozenset(("方面", "领域", "类型"))
_FAR = 2
_REQUEST = "申请"
_FEES = ("fees",)


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
    """A piece without a number speaks of some of a subject, or of a topic: 针对复杂申请, 水价方面."""
    return any(_is_some(text, item, token, plain) for token in item.before)


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
