"""Which rows of a text without rows have their own values behind their label.

Text taken from a PDF in raw order prints some values before their label. A label that follows on values which nobody
else explains may own those, and the values behind it may be those of the next one; then neither is bound.
"""

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

START: Final = -1
"""the place before the first row of a table"""


class Link(NamedTuple):
    """A label or a stretch of values alone, in the order of the text: the place of the label among the official rows
    (None: no such row, or not known), how many values follow it, and how many columns the row has."""

    labelled: bool
    place: int | None
    values: int
    width: int


def doubtful(links: Sequence[Link], *, first: int | None, rows: int = 0) -> list[bool]:
    """For each link whether the values behind it may belong to another row.

    `first` is `START` where the links begin at the top of a table, and None where something else stands before them; `rows`
    is how many official rows there are. Where the label of one is missing, values behind a label out of its order may be
    those of that row.
    """
    lacking = not set(range(rows)) <= {link.place for link in links}
    doubts: list[bool] = []
    seen: set[int | None] = set()
    last, values, certain, valueless = first, 0, True, False
    for link in links:
        strayed = False
        if link.labelled:
            # A label that comes again is that of one row: that no values stand between both tells nothing.
            clean = not values and (certain or link.place not in seen)
            certain = clean or (certain and _explained(last, values, link, seen))
            # Labels out of their order stand apart from their values: so did the one above.
            out_of_order = link.place is not None and any(place and place > link.place for place in seen)
            strayed = out_of_order and (valueless or lacking)
            valueless = not link.values
            last, values = link.place, 0
            seen.add(last)
        doubts.append(link.labelled and (strayed or not certain))
        values += link.values
    return doubts


def _explained(last: int | None, values: int, link: Link, seen: Container[int | None]) -> bool:
    """The values before a label are those of the row above, or also of all official rows in between, none of which was
    seen before."""
    if last != START and values <= link.width:
        return True
    if last is None or link.place is None:
        return False
    missing = [place for place in range(last + 1, link.place) if place not in seen]
    own = 0 if last == START else 1
    return len(missing) == link.place - last - 1 and values == (len(missing) + own) * link.width
