"""Cutting figures that run together: every way in which a row of joined digits can be the figures of its columns.

A figure has no leading zero, a sign begins one, a printed blank ends one, and none is blank. All cuts of a row form a
graph (place in the text, column, what is still open of the sums); a cell is known where all paths through it agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from gdlint.model.form import Type
from gdlint.model.regex import lazy

MOST_DIGITS: Final = 15
"""of one figure; a longer stretch of digits is not cut"""

MOST_EDGES: Final = 5_000
"""of one row; beyond them the row stays uncut, so that no row takes long"""

_FIGURES: Final[Mapping[Type, re.Pattern[str]]] = {
    "count": lazy(r"0|[1-9]\d*"),
    "signed": lazy(r"[-+−]?(?:0|[1-9]\d*)"),
    "amount": lazy(r"(?:0|[1-9]\d*)(?:\.\d+)?[^\W\d]{0,2}"),
}

Cut = tuple[tuple[int, int], ...]
"""where the figure of each column begins and ends in the joined text"""


class Joined(NamedTuple):
    """The figures of a row: their pieces as printed, one behind the other, where pieces begin, the type of each column.

    `signs` says how each column counts in a sum that must be 0 behind the columns in `closed` (0: not at all).
    """

    text: str
    borders: frozenset[int]
    types: tuple[Type, ...]
    signs: tuple[int, ...]
    closed: frozenset[int] = frozenset()


class State(NamedTuple):
    """How far a cut has come: the place in the text, and the sum of the columns since the last one that was closed."""

    place: int
    sum: int


Edge = tuple[State, State]


def join(pieces: Sequence[str], types: Sequence[Type]) -> Joined:
    """A row from its printed pieces, without sums."""
    borders = accumulate((len(piece) for piece in pieces), initial=0)
    return Joined("".join(pieces), frozenset(borders), tuple(types), (0,) * len(types))


def known_cells(row: Joined) -> list[tuple[int, int] | None]:
    """For each column where its figure stands, None where several cuts are possible. Empty where there is no cut."""
    return [
        next(iter(places)) if len(places) == 1 else None
        for places in ({(a.place, b.place) for a, b in layer} for layer in _graph(row))
    ]


def all_cuts(row: Joined, most: int) -> list[Cut] | None:
    """Every cut of a row; None where there are more than `most`."""
    layers = _graph(row)
    cuts: dict[State, list[Cut]] = {State(0, 0): [()]} if layers else {}
    for layer in layers:
        following: dict[State, list[Cut]] = defaultdict(list)
        for a, b in layer:
            following[b] += [(*cut, (a.place, b.place)) for cut in cuts[a]]
            if len(following[b]) > most:
                return None
        cuts = following
    found = [cut for several in cuts.values() for cut in several]
    return found if len(found) <= most else None


def _graph(row: Joined) -> list[list[Edge]]:
    """The edges of each column that lie on a path from begin to end; empty where there is none, or there are too many."""
    width = len(row.types)
    if not width <= len(row.text) <= width * (MOST_DIGITS + 1):
        return []
    layers: list[list[Edge]] = []
    states, count = {State(0, 0)}, 0
    for column in range(width):
        layer = [(state, after) for state in states for after in _steps(row, column, state)]
        count += len(layer)
        if count > MOST_EDGES:
            return []
        layers.append(layer)
        states = {after for _, after in layer}
    goal = {State(len(row.text), 0)}
    for column in reversed(range(width)):
        layers[column] = [edge for edge in layers[column] if edge[1] in goal]
        goal = {before for before, _ in layers[column]}
    return layers if layers and layers[0] else []


def _steps(row: Joined, column: int, state: State) -> Iterator[State]:
    """The states behind each figure that can begin at a state."""
    rest, sign = len(row.types) - column - 1, row.signs[column]
    for end in _ends(row, state.place, row.types[column]):
        left = len(row.text) - end
        if left < rest or (left and not rest):
            continue
        total = state.sum + (sign * int(row.text[state.place : end]) if sign else 0)
        if column in row.closed:
            if total == 0:
                yield State(end, 0)
        elif not sign or abs(total) < 10 ** (left - rest + 1) * rest:
            yield State(end, total)


def _ends(row: Joined, start: int, kind: Type) -> Iterator[int]:
    """Where a figure that begins here can end: at each digit, before the next border."""
    limit = min((border for border in row.borders if border > start), default=start)
    whole = _FIGURES[kind].match(row.text, start, min(limit, start + MOST_DIGITS))
    if whole is None:
        return
    for end in range(start + 1, whole.end() + 1):
        if _FIGURES[kind].fullmatch(row.text, start, end):
            yield end
