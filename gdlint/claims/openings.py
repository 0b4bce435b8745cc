"""Where a list of parts opens, and the figures that may be its total."""

from collections.abc import Sequence
from enum import StrEnum

from gdlint.claims.figures import TextFigure
from gdlint.claims.items import Item
from gdlint.model.regex import lazy

INCLUDE = ("其中", "包括", "包含")
OPENERS = (*INCLUDE, "分别为", "分别是", "分为", "具体为", "具体是", "具体包括", "涵盖", "含")
_THAT_IS = lazy("即(?![将可日刻席兴使便时办]|[^，。；]{1,3}即)")
"""begins what says again, and in full, what stands before it"""
_MOST_TOTALS = 6
_EACH_DONE = lazy("分别作(?![出为])|依次[为是]")
"""2300条，分别作保留2145条、撤下155条处理: what was done with each"""
_FAR = 40
"""letters between a total and 其中"""
_NEAR = 12
"""letters between a total and a bracket or a colon"""
_MADE_OF = lazy(
    "由[^，。；]{0,4}(?:部分|块|类|方面|项)[^，。；]{0,2}(?:构成|组成)$|^按[^，。；]{1,8}(?:分|划分|区分)$"
)
_AMONG = ("中", "里", "当中")


class Opened(StrEnum):
    """How a list opens: as parts of a whole, behind 中 as some of it, or as all that it is made of."""

    PARTS = "parts"
    AMONG = "among"
    WHOLE = "whole"


def opened_by(text: str, items: Sequence[Item], n: int) -> Opened:
    """How the list opens that begins in an item."""
    above = items[n - 1] if n else None
    if above and (_is_made_of(text, above, items[n]) or says_again(text, items[n])):
        return Opened.WHOLE
    among = above is not None and above.number is not None and items[n].mark == "comma"
    return Opened.AMONG if among and above and _is_among(text, above, items[n]) else Opened.PARTS


def opening_of(text: str, items: Sequence[Item], n: int) -> int | None:
    """Where a list opens in an item: behind 其中, a bracket or a colon right behind a figure."""
    item = items[n]
    token = next((t for t in item.before if t.text in OPENERS), None)
    if token:
        opened = any(t.names == ("open",) for t in item.before if t.start >= token.end)
        return None if opened else token.end
    above = items[n - 1] if n else None
    if above is None or _is_made_of(text, above, item) or says_again(text, item):
        return item.start if above else None
    done = item.mark == "comma" and _EACH_DONE.match(text[item.start : item.end].strip()) is not None
    if above.number is None or not (done or item.mark in ("open", "colon") or _is_among(text, above, item)):
        return None
    near = item.start - above.number.end <= _NEAR and above.depth == item.depth - (item.mark == "open")
    inner = item.mark == "open" and _holds_opener(items, n)
    return item.start if near and not inner else None


def says_again(text: str, item: Item) -> bool:
    """21个，即公众号13个、微博3个、抖音号5个; 纠错率11.1%，即9件中1件."""
    return item.mark == "comma" and _THAT_IS.match(text[item.start : item.end].strip()) is not None


def _is_made_of(text: str, above: Item, item: Item) -> bool:
    """由两部分构成：…, 按渠道分：…"""
    return (
        above.number is None
        and item.mark == "colon"
        and _MADE_OF.search(text[above.start : above.end].strip()) is not None
    )


def _is_among(text: str, above: Item, item: Item) -> bool:
    """26个栏目中，…"""
    end = above.number.end if above.number else above.end
    return item.mark == "comma" and text[end : above.end].strip().endswith(_AMONG)


def _holds_opener(items: Sequence[Item], n: int) -> bool:
    for item in items[n:]:
        if item.depth < items[n].depth:
            return False
        if any(token.text in OPENERS for token in item.before):
            return True
    return False


def totals_of(
    ahead: Sequence[TextFigure],
    items: Sequence[Item],
    n: int,
    earlier: Sequence[TextFigure],
    opening: int,
) -> Sequence[TextFigure]:
    """The figures that may be the total of a list."""
    item = items[n]
    by_word = any(t.text in OPENERS for t in item.before)
    if not by_word:
        return ahead[-1:]
    alike = [f for f in ahead if f.item.depth == item.depth][-_MOST_TOTALS:]
    if not alike and item.depth and item.mark == "open":
        return [f for f in ahead if f.item.depth == item.depth - 1][-1:]
    if not alike and not n:
        return earlier[-_MOST_TOTALS:]
    return alike if alike and opening - alike[-1].quantity.end <= _FAR else ()
