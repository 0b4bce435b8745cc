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
    at = {link.place: n for n, link in reversed(list(enumerate(links))) if link.place is not None}
    certain = [link.place is not None and not _exchanged(link.place, at) for link in links]
    behind = [_behind(n, links, count) if sure else None for n, sure in enumerate(certain)]
    above = [_above(n, links, count) if sure else None for n, sure in enumerate(certain)]
    early = sum(start is not None and not link.broken for start, link in zip(above, links, strict=True))
    found: list[int | None] = []
    for right, left in zip(behind, above, strict=True):
        start = right if right is not None or early < _SEVERAL else left
        found.append(None if start in found else start)
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
    values = links[n].values
    own = values and values % count.width == 0 and count.above(n) == count.width * (links[n].place or 0)
    return count.before[n] if own else None


def _above(n: int, links: Sequence[Link], count: _Count) -> int | None:
    """Where the values begin that stand right before a label, if they are its own by their number."""
    values = links[n - 1].values if n else 0
    if not values or values % count.width or (links[n - 1].place is None and n > 1):
        return None
    started = count.above(n - 1)
    own = started is not None and started + values == count.width * ((links[n].place or 0) + 1)
    return count.before[n] - count.width if own else None


def _exchanged(place: int, at: dict[int, int]) -> bool:
    """The label of the row above stands below, or the other way round: the two may have changed places."""
    here = at[place]
    return at.get(place - 1, here) > here or at.get(place + 1, here) < here
