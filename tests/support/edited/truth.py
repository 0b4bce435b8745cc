"""Where the figures of an edited report may be read, and what an edit may cost."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from generate import Made, tables
from generate.forms import APPLICATION_COLUMNS, LITIGATION_GROUPS
from support.edited.labels import Spot
from support.samples import Where, places

Allowed = dict[Where, frozenset[Where]]
"""by the true place of a value, where it departs from that: the places where it may be read (none: it is to be left open)"""

_OPEN: Final = frozenset[Where]()


class Printed(NamedTuple):
    """A value as it is printed, and the places where it may be read."""

    text: str
    allowed: frozenset[Where]


class Truth(NamedTuple):
    """What may be read: each printed value by its true place, the cells that may be lost, those that may be read as blank.

    `added` are figures of no cell, `marks` page marks between the cells.
    """

    cells: Mapping[Where, Printed]
    cost: frozenset[Where] = frozenset()
    blanks: frozenset[Where] = frozenset()
    added: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def whole(made: Made, allowed: Allowed | None = None, cost: Iterable[Where] = ()) -> Truth:
    """A report, departures from it and what an edit may cost in, what may be read out."""
    allowed = allowed or {}
    cells = {
        place: Printed(str(value), allowed.get(place, frozenset({place})))
        for place, value in places(tables(made))
        if value != ""
    }
    return Truth(cells, frozenset(cost))


def exchanged(one: Spot, other: Spot) -> Allowed:
    """Two labels that stand in each other's place in, what may be read below and beside them out."""
    roles = {one.role, other.role}
    if one.role == other.role:
        return {**copied(one, other), **copied(other, one)}
    if roles == {"row", "row group"}:
        row, group = sorted((one, other), key=lambda spot: spot.role)
        key = row.places[0].row
        beside = {place: frozenset({place, place._replace(row=key)}) for place in group.places}
        return {**beside, **_opened(row.places)}
    if roles == {"column", "organisations"}:
        return _reordered(one, other, "column", APPLICATION_COLUMNS)
    if roles == {"group", "suits"}:
        return _reordered(one, other, "row", LITIGATION_GROUPS)
    return _opened(
        place for spot in (one, other) if spot.role == "column" and "group" in roles for place in spot.places
    )


def copied(spot: Spot, source: Spot) -> Allowed:
    """A label with the text of another one in, what may be read below and beside it out: what the text says."""
    said = {"row": "row", "column": "column", "group": "row"}.get(spot.role)
    if said is None:
        return {}
    if spot.role != source.role:
        return _opened(spot.places)
    key = getattr(source.places[0], said)
    return {place: frozenset({place._replace(**{said: key})}) for place in spot.places}


def _opened(cells: Iterable[Where]) -> Allowed:
    return dict.fromkeys(cells, _OPEN)


def _reordered(one: Spot, other: Spot, field: str, order: tuple[str, ...]) -> Allowed:
    """A narrow and a wide label exchanged: the columns below may be meant to come in the other order, too; what stands
    below the wide one may still be read by the labels between."""
    narrow, wide = sorted(
        (one, other), key=lambda spot: len({getattr(place, field) for place in spot.places})
    )
    first, last = sorted((narrow, wide), key=lambda spot: order.index(getattr(spot.places[0], field)))
    moved = {getattr(place, field): None for place in (*last.places, *first.places)}
    kept = sorted(moved, key=order.index)
    names = dict(zip(kept, moved, strict=True))
    return {
        place: frozenset(
            {place._replace(**{field: names[getattr(place, field)]}), *({place} & {*wide.places})}
        )
        for place in {*narrow.places, *wide.places}
    }
