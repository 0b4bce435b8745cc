"""Which rows of a text without rows have their own values behind their label.

Text taken from a PDF in raw order prints some values before their label. A label that follows on values which nobody
else explains may own those, and the values behind it may be those of the next one; then neither is bound.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

START: Final = -1
"""the place before the first row of a table"""


class Link(NamedTuple):
    """A label or a stretch of values alone, in the order of the text: the place of the label among the official rows
    (None: no such row, or not known), how many values follow it, how many columns the row has, and whether the label runs over
    several lines."""

    labelled: bool
    place: int | None
    values: int
    width: int
    broken: bool = False


def doubtful(
    links: Sequence[Link], *, first: int | None, rows: int = 0, elsewhere: Iterable[int] = ()
) -> list[bool]:
    """For each link whether the values behind it may belong to another row.

    `first` is `START` where the links begin at the top of a table, and None where something else stands before them; `rows`
    is how many official rows there are, and `elsewhere` are those of them that stand outside of the links. Where the label
    of one is missing, values behind a label out of its order may be those of that row.
    """
    there = {link.place for link in links}
    lacking = not set(range(rows)) <= there
    doubts: list[bool] = []
    seen: set[int | None] = set()
    highest = 0
    # At the top of a table, only the next label may have changed places with the first one.
    near = {link.place for link in [link for link in links if link.labelled][1:2]}
    last, values, above, certain, valueless = first, 0, 0, True, False
    for link in links:
        strayed = False
        if link.labelled:
            # Labels out of their order stand apart from their values: so did the one above.
            out_of_order = link.place is not None and highest > link.place
            strayed = out_of_order and (valueless or lacking)
            above = (0 if certain else above) + values - link.width * bool(seen)
            # A label that comes again is that of one row: that no values stand between both tells nothing. And where more
            # values stand above than the labels so far own, it may stand behind its values as the one above does.
            clean = not values and (certain or not (link.place in seen or strayed or above >= link.width))
            certain = clean or (certain and _explained(last, values, link, seen.union(elsewhere), near))
            near, valueless = there, not link.values
            last, values = link.place, 0
            seen.add(last)
            highest = max(highest, last or 0)
        doubts.append(link.labelled and (strayed or not certain))
        values += link.values
    for n in _before_valueless(links):
        doubts[n] = True
    return doubts


def _before_valueless(links: Sequence[Link]) -> Iterator[int]:
    """The labels with the only value of their row right before a label without any: a value may be missing, and the other one
    printed before its label."""
    for n, (link, below) in enumerate(pairwise(links)):
        if below.width == 1 and below.labelled and not below.values and link.labelled and link.values == 1:
            yield n


def _explained(
    last: int | None, values: int, link: Link, seen: set[int | None], near: set[int | None]
) -> bool:
    """The values before a label are those of the row above, or also of all official rows in between, whose labels were not
    seen. A single one is not among those `near`: the two labels may have changed places."""
    if last != START and values <= link.width:
        return True
    if last is None or link.place is None:
        return False
    between = range(last + 1, link.place)
    others = seen | near if len(between) == 1 else seen
    own = 0 if last == START else 1
    return others.isdisjoint(between) and values == (len(between) + own) * link.width
