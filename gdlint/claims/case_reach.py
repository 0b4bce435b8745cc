"""Whether the cases that a sentence speaks of are about information, and whether the body may be the one that decides on them."""

from collections.abc import Sequence
from enum import StrEnum

from gdlint.claims.items import Item, is_cause
from gdlint.claims.tokens import Token

_CASES = frozenset(("reconsideration", "suits", "direct_suit", "suit_after_reconsideration"))
_TOPIC = frozenset(("方面", "中", "来看", "看", "情况", "情况看", "来说", "上", "领域"))
_LED = ("引起", "引发", "导致", "产生", "被")
_OPENERS = ("因", "由", "就", "对", "不服", "针对", "围绕", "关于", "涉及", "有关")
_STEPS = frozenset(("handled", "new", "total"))
_CAME_IN = ("收到", "接到")
_ABOVE = "上级"
_TO = "向"
"""before the one to whom a case is brought"""


class Reach(StrEnum):
    """Whether the cases of an item are about information: it says so, none says so, or they are of every kind."""

    SAID = "said"
    NONE = "none"
    EVERY = "every"


def reaches(items: Sequence[Item], every: tuple[str, ...]) -> list[tuple[int, Reach]]:
    """Where the items of a sentence begin, each with whether its cases are about information; `every` are words for cases of
    every kind. 行政诉讼22件，其中涉及政府信息公开5件: the 22 are of every kind."""
    found: list[tuple[int, Reach]] = []
    named = [n for n, item in enumerate(items) if any(map(is_cause, item.words))]
    last, reach = max(named, default=-1), Reach.NONE
    for n, item in enumerate(items):
        own = any(map(is_cause, item.words))
        # 收到申请26件，引发行政复议9件.
        own = own or (bool(named) and named[0] < n and any(token.text in _LED for token in item.before))
        if _is_of_every(item, every) or _is_parted(items, n):
            reach = Reach.EVERY
        elif own:
            reach = Reach.SAID
        found.append((item.start, Reach.EVERY if reach is Reach.NONE and n < last else reach))
        if own and reach is Reach.SAID and not _carries(item, items[n + 1 : n + 2]):
            reach = Reach.NONE
    return found


def _is_of_every(item: Item, every: tuple[str, ...]) -> bool:
    """各类行政复议; 占全部行政复议: cases of every kind, unless the cause stands right before them."""
    words = item.words
    for n, token in enumerate(words):
        if token.kind == "subject" and _CASES & set(token.names) and n and words[n - 1].text.endswith(every):
            return True
    return False


def _is_parted(items: Sequence[Item], n: int) -> bool:
    """因依申请公开引起的7件，因主动公开引起的2件: neither cause is that of all."""
    return any(_is_other_cause(items[m - 1], items[m]) for m in (n, n + 1) if 0 < m < len(items))


def _is_other_cause(ahead: Item, item: Item) -> bool:
    counted = ahead.number is not None and item.number is not None and ahead.depth == item.depth
    led = bool(item.before) and item.before[0].text[:1] in ("因", "由")
    return counted and led and _cases(item) <= _cases(ahead)


def _cases(item: Item) -> set[str]:
    return {name for token in item.before if token.kind == "subject" for name in token.names} & _CASES


def _carries(item: Item, following: Sequence[Item]) -> bool:
    """What an item says of the cause, the next one goes on with: it speaks of cases, or of nothing but the cause."""
    if _cases(item._replace(before=item.words)):
        return True
    first = next(iter(item.words), None)
    opened = first is not None and first.text.startswith(_OPENERS)
    topic = bool(item.words) and item.words[-1].text in _TOPIC
    return opened or topic or any(behind.mark in ("colon", "open") for behind in following)


def is_decided(item: Item) -> bool:
    """The words of an item may be those of a government that decides on reconsiderations."""
    return any(_is_brought(item.words, n) or _decides(token) for n, token in enumerate(item.words))


def _is_brought(words: Sequence[Token], n: int) -> bool:
    """向县政府申请行政复议; one that is brought to those above is not decided by the body itself."""
    return words[n].text == _TO and not (n + 1 < len(words) and words[n + 1].text == _ABOVE)


def _decides(token: Token) -> bool:
    """受理, 办结, 行政复议申请 are words of the one who decides; 收到行政复议 is not."""
    steps = token.kind == "aspect" and bool(_STEPS & set(token.names))
    asked = token.kind == "subject" and token.text.endswith("复议申请")
    return asked or (steps and not token.text.startswith(_CAME_IN))
