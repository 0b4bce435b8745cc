"""Tables out of ruling lines: where rows and columns begin, and which cells are merged because a line between them is missing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import NEAR, merged
from gdlint.readers.drawn.sheet import Box, RulingLine
from gdlint.readers.drawn.spacing import spacing
from gdlint.readers.grid import MOST_COLUMNS, MOST_PLACES

_TOUCH = 5.0
"""points by which lines may miss each other and still meet"""
_SLACK = 0.5
"""points by which cells may be further apart than most of them are"""
_COVER = 0.6
"""of the edge of a place that a line has to cover"""


class Area(NamedTuple):
    """A cell of a lattice: its first row and column, and how many of each it takes."""

    row: int
    column: int
    rows: int
    columns: int


class Lattice(NamedTuple):
    """A table as its lines state it: where columns and rows begin and the last one ends, and the cells row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]

    @property
    def box(self) -> Box:
        """What it takes of the sheet."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_of(self, area: Area) -> Box:
        """What a cell takes of the sheet."""
        xs, ys = self.xs, self.ys
        return Box(xs[area.column], ys[area.row], xs[area.column + area.columns], ys[area.row + area.rows])

    def place(self, across: float, down: float) -> tuple[int, int]:
        """The row and column in which a point within lies."""
        row = min(max(bisect_right(self.ys, down) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, across) - 1, 0), len(self.xs) - 2)
        return row, column


def lattices(across: Sequence[RulingLine], down: Sequence[RulingLine]) -> tuple[Lattice, ...]:
    """The tables that rules draw, from top to bottom; frames, of which no row has two cells, are none.

    Raises `UnreadableError` for one that is larger than any of a report.
    """
    apart = spacing(across, down) + _SLACK
    touch, near = max(_TOUCH, apart), max(NEAR, apart)
    found = [_lattice(*meeting, near) for meeting in _meeting(across, down, touch)]
    return tuple(sorted((each for each in found if each and not _is_frame(each)), key=lambda each: each.ys))


def _is_frame(lattice: Lattice) -> bool:
    return all(area.columns == len(lattice.xs) - 1 for area in lattice.areas)


def _meeting(
    across: Sequence[RulingLine], down: Sequence[RulingLine], touch: float
) -> Iterator[tuple[list[RulingLine], list[RulingLine]]]:
    """Rules that meet, directly or by way of others."""
    parents = list(range(len(across) + len(down)))
    order = sorted(range(len(down)), key=lambda n: down[n].at)
    places = [down[n].at for n in order]
    for n, rule in enumerate(across):
        first, last = bisect_left(places, rule.start - touch), bisect_right(places, rule.end + touch)
        for m in order[first:last]:
            if down[m].start - touch <= rule.at <= down[m].end + touch:
                parents[_root(parents, n)] = _root(parents, len(across) + m)
    groups: dict[int, tuple[list[RulingLine], list[RulingLine]]] = {}
    for n in range(len(parents)):
        group = groups.setdefault(_root(parents, n), ([], []))
        if n < len(across):
            group[0].append(across[n])
        else:
            group[1].append(down[n - len(across)])
    return (group for group in groups.values() if group[0] and group[1])


def _root(parents: list[int], n: int) -> int:
    while parents[n] != n:
        parents[n] = parents[parents[n]]
        n = parents[n]
    return n


def _lattice(across: Sequence[RulingLine], down: Sequence[RulingLine], near: float) -> Lattice | None:
    across, down = merged(across, near), merged(down, near)
    if not across or not down:
        return None
    xs = _edges(down, across, near)
    ys = _edges(across, down, near)
    rows, columns = len(ys) - 1, len(xs) - 1
    if columns > MOST_COLUMNS or rows * columns > MOST_PLACES:
        raise UnreadableError("large-report")
    if rows < 1 or columns < 1:
        return None
    below = _covered(across, ys, xs)
    right = _covered(down, xs, ys)
    return Lattice(tuple(xs), tuple(ys), tuple(_areas(rows, columns, below, right)))


def _edges(rules: Sequence[RulingLine], others: Sequence[RulingLine], near: float) -> list[float]:
    """Where rules stand; and where those that cross them end, for a table that is open at a side."""
    places = sorted({rule.at for rule in rules})
    first, last = min(rule.start for rule in others), max(rule.end for rule in others)
    if first < places[0] - 2 * near:
        places.insert(0, first)
    if last > places[-1] + 2 * near:
        places.append(last)
    return places


def _covered(
    rules: Sequence[RulingLine], places: Sequence[float], stops: Sequence[float]
) -> set[tuple[int, int]]:
    """The edges that a line covers: which place, and from which stop to the next."""
    numbers = {place: n for n, place in enumerate(places)}
    found = set()
    for rule in rules:
        first = max(bisect_right(stops, rule.start) - 1, 0)
        for n in range(first, min(bisect_left(stops, rule.end), len(stops) - 1)):
            inside = min(rule.end, stops[n + 1]) - max(rule.start, stops[n])
            if inside >= _COVER * (stops[n + 1] - stops[n]):
                found.add((numbers[rule.at], n))
    return found


def _areas(
    rows: int, columns: int, below: set[tuple[int, int]], right: set[tuple[int, int]]
) -> Iterator[Area]:
    """The cells row by row. One that is no rectangle, since a line ends within it, is parted where its first row ends."""
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            width = 1
            while _goes_on(row, column + width, columns, taken) and (column + width, row) not in right:
                width += 1
            height = 1
            while row + height < rows and _is_open(row + height, column, width, below, right):
                height += 1
            taken |= {(row + n, column + m) for n in range(height) for m in range(width)}
            yield Area(row, column, height, width)


def _goes_on(row: int, column: int, columns: int, taken: set[tuple[int, int]]) -> bool:
    return column < columns and (row, column) not in taken


def _is_open(
    row: int, column: int, width: int, below: set[tuple[int, int]], right: set[tuple[int, int]]
) -> bool:
    """No line parts some places of a row from those above, or from each other, and they end where those above do."""
    inner = any((column + n, row) in right for n in range(1, width))
    return not inner and not any((row, column + n) in below for n in range(width))
