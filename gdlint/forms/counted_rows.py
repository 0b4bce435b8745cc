"""Which values of a text in raw order belong to a label by their number, too.

Text taken from a PDF in raw order prints labels late or early, but the values row after row. Where some values stand before
their label, a label owns those beside it only if as many rows of values stand before them as the form has rows above it.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from gdlint.forms.anchors import Link

_SEVERAL = 3
"""as many labels in one line behind their values tell that values are printed first: where only labels of several lines are
printed late, two labels that changed places seem to stand there, too"""


class _Count(NamedTuple):
    """How many values a row has, how many stand before each link, how many the table lacks (or has too many), and the first
    and the last link behind which not whole rows of values stand."""

    width: int
    before: Sequence[int]
    missing: int
    first: int
    last: int

    def above(self, n: int) -> int | None:
        """How many values of the table should stand before those behind a link; None where that is not known."""
        if n < self.first:
            return self.before[n]
        return self.before[n] + self.missing if n > self.last else None


def counted(links: Sequence[Link], rows: int) -> list[int | None]:
    """For each label of a whole table of so many rows the number of the first value that is its own, among all values in the
    order of the text; None where they are not beside it by their number as well.

    Where a value is missing or one too many, numbers are counted from the begin of the table up to there, and from its end.
    """
    count = _count(links, rows)
    if count is None:
        return [None] * len(links)
    behind = [_behind(n, links, count) for n in range(len(links))]
    certain = _stand_once([link.place for link in links], [start is not None for start in behind])
    behind = [start if sure else None for start, sure in zip(behind, certain, strict=True)]
    above = [_above(n, links, count) if sure else None for n, sure in enumerate(certain)]
    early = sum(start is not None and not link.broken for start, link in zip(above, links, strict=True))
    found: list[int | None] = []
    taken: set[int | None] = set()
    for right, left in zip(behind, above, strict=True):
        start = right if right is not None or early < _SEVERAL else left
        found.append(None if start in taken else start)
        taken.add(start)
    return found


def _count(links: Sequence[Link], rows: int) -> _Count | None:
    """None where rows have not one width, or whole rows are missing."""
    widths = {link.width for link in links}
    width = max(widths, default=0)
    before = list(accumulate((link.values for link in links), initial=0))
    broken = [n for n, link in enumerate(links) if width and link.values % width]
    missing = rows * width - before[-1]
    if len(widths) != 1 or abs(missing) >= width or bool(missing) > bool(broken):
        return None
    return _Count(width, before, missing, *((broken[0], broken[-1]) if broken else (len(links), -1)))


def _behind(n: int, links: Sequence[Link], count: _Count) -> int | None:
    """Where the values begin that stand right behind a label, if they are its own by their number."""
    own = _few(n, links, count.width) and count.above(n) == count.width * (links[n].place or 0)
    return count.before[n] if own else None


def _above(n: int, links: Sequence[Link], count: _Count) -> int | None:
    """Where the values begin that stand right before a label, if they are its own by their number."""
    if not n or not _few(n - 1, links, count.width) or (links[n - 1].place is None and n > 1):
        return None
    started = count.above(n - 1)
    own = started is not None and started + links[n - 1].values == count.width * ((links[n].place or 0) + 1)
    return count.before[n] - count.width if own else None


def _few(n: int, links: Sequence[Link], width: int) -> bool:
    """One row of values stands behind a label, or two between the labels of both: more may be printed column by column."""
    link, below = links[n], links[n + 1].place if n + 1 < len(links) else None
    two = link.values == 2 * width and link.place is not None and below == link.place + 1
    return link.values == width or two


def _stand_once(places: Sequence[int | None], own: Sequence[bool]) -> list[bool]:
    """Which labels stand at one place, above that of the next row and below that of the row before: such a label cannot have
    changed places with one of them. Nor can it with the next one where that stands above a row before both that has its `own`
    values behind it."""
    first: dict[int | None, int] = {}
    last: dict[int | None, int] = {}
    for n, place in enumerate(places):
        first.setdefault(place, n)
        last[place] = n
    found: list[bool] = []
    row = -1
    for n, place in enumerate(places):
        sure = place is not None and last[place] - first[place] <= 1 and n >= last.get(place - 1, n)
        if sure and place is not None and first.get(place + 1, n) < n:
            sure = first[place + 1] < row and (places[row] or 0) < place
        found.append(sure)
        row = n if own[n] else row
    return found
