"""Which rows of a text without rows have their own values behind their label.

Text taken from a PDF in raw order prints some values before their label. A label that follows on values which nobody
else explains may own those, and the values behind it may be those of the next one; then neither is bound.
"""

from collections.abc import Sequence
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


def doubtful(links: Sequence[Link], *, first: int | None) -> list[bool]:
    """For each link whether the values behind it may belong to another row.

    `first` is `START` where the links begin at the top of a table, and None where something else stands before them.
    """
    doubts: list[bool] = []
    last, values, certain = first, 0, True
    for link in links:
        if link.labelled:
            certain = not values or (certain and _explained(last, values, link))
            last, values = link.place, 0
        doubts.append(link.labelled and not certain)
        values += link.values
    return doubts


def _explained(last: int | None, values: int, link: Link) -> bool:
    """The values before a label are those of the row above, or also of all official rows that are missing in between."""
    if last != START and values <= link.width:
        return True
    if last is None or link.place is None:
        return False
    missing = link.place - last - (1 if last == START else 0)
    return values == missing * link.width
