"""Cutting figures that run together: every way in which a row of joined digits can be the figures of its columns.

A figure has no leading zero, a sign begins one, a printed blank ends one, and none is blank. All cuts of a row form a
graph (place in the text, column, what is still open of the sums); a cell is known where all paths through it agree.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from gdlint.model.form import Type
from gdlint.model.regex import lazy

MOST_DIGITS: Final = 15
"""of one figure; a longer stretch of digits is not cut"""

MOST_STEPS: Final = 30_000
"""of one row, enough for figures of five digits in each of seven cells; beyond them the row stays uncut, so that no row takes long"""

_FIGURES: Final[Mapping[Type, re.Pattern[str]]] = {
    "count": lazy(r"0|[1-9]\d*"),
    "signed": lazy(r"[-+−]?(?:0|[1-9]\d*)"),
    "amount": lazy(r"(?:0|[1-9]\d*)(?:\.\d+)?[^\W\d]{0,2}"),
}

Span = tuple[int, int]
"""where a figure begins and ends in the joined text"""

Cut = tuple[Span, ...]
"""the place of the figure of each column"""


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
    """How far a cut has come from the end: the place in the text, and the sum of the columns behind it up to the one that closes
    it."""

    place: int
    sum: int


Edge = tuple[State, State]

Graph = list[list[Edge]]
"""for each column the edges that lie on a path from begin to end; empty where there is none, or there are too many"""


def join(pieces: Sequence[str], types: Sequence[Type]) -> Joined:
    """A row from its printed pieces, without sums."""
    borders = accumulate((len(piece) for piece in pieces), initial=0)
    return Joined("".join(pieces), frozenset(borders), tuple(types), (0,) * len(types))


def all_cuts(row: Joined, most: int, most_steps: int = MOST_STEPS) -> list[Cut] | None:
    """Every cut of a row; None where there are more than `most`, or it takes too many steps to tell."""
    graph = _graph_of(row, most_steps)
    return None if graph is None else cuts_in(graph, most)


def known_in(graph: Graph) -> list[Span | None]:
    """For each column where its figure stands, None where several of the cuts are possible. Empty where there is no cut."""
    return [
        next(iter(places)) if len(places) == 1 else None
        for places in ({(a.place, b.place) for a, b in layer} for layer in graph)
    ]


def count_cuts(graph: Graph) -> int:
    """How many cuts a row has."""
    ways = {State(0, 0): 1} if graph else {}
    for layer in graph:
        following: dict[State, int] = defaultdict(int)
        for a, b in layer:
            following[b] += ways[a]
        ways = following
    return sum(ways.values())


def cuts_in(layers: Graph, most: int) -> list[Cut] | None:
    """Every cut in a graph; None where there are more than `most`."""
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


def graph_of(row: Joined) -> Graph:
    """All cuts of a row; empty where there are too many."""
    return _graph_of(row, MOST_STEPS) or []


def _graph_of(row: Joined, most_steps: int) -> Graph | None:
    """All cuts of a row. It is cut from its end, where sums stand: what they leave for the figures before them is little."""
    width = len(row.types)
    if not width <= len(row.text) <= width * (MOST_DIGITS + 1):
        return []
    layers: Graph = []
    states, count = {State(len(row.text), 0)}, 0
    for column in reversed(range(width)):
        terms = _terms_before(row, column)
        layer: list[Edge] = []
        for after in states:
            tried, steps = _steps(row, column, after, terms)
            layer += [(before, after) for before in steps]
            count += tried
            if count > most_steps:
                return None
        layers.append(layer)
        states = {before for before, _ in layer}
    return _from_begin(layers[::-1], {State(0, 0)})


def _from_begin(layers: Graph, states: Container[State]) -> Graph:
    """The edges to which a path leads from some states."""
    found: Graph = []
    for layer in layers:
        found.append([edge for edge in layer if edge[0] in states])
        states = {after for _, after in found[-1]}
    return found if found and found[-1] else []


def _terms_before(row: Joined, column: int) -> tuple[int, ...]:
    """How the columns before one count that are of the same sum."""
    first = max((end + 1 for end in row.closed if end < column), default=0)
    return row.signs[first:column]


def _steps(row: Joined, column: int, after: State, terms: Sequence[int]) -> tuple[int, list[State]]:
    """How many figures may end at a state, and the states before those that can be part of a cut."""
    text, sign, end = row.text, row.signs[column], after.place
    found: list[State] = []
    tried = 0
    if column in row.closed and after.sum:
        return tried, found
    growing, last = min(terms, default=0) >= 0, column == 1 and terms == (1,)
    for start in _starts(row, column, end):
        tried += 1
        total = after.sum + sign * int(text[start:end]) if sign else after.sum
        if growing and total > 0:
            break
        if text[:start] == str(-total) if last else _can_be_closed(-total, terms, start, column, growing):
            found.append(State(start, total))
    return tried, found


def _can_be_closed(wanted: int, terms: Sequence[int], digits: int, columns: int, growing: bool) -> bool:
    """Some columns before a place can make a sum, where so many digits are left for so many columns in all."""
    if not terms or not wanted:
        return not wanted
    most: int = 10 ** (digits - columns + 1) + 9 * len(terms)
    if not growing:
        return abs(wanted) < most
    least = _least(digits, columns) if len(terms) == columns and 0 not in terms else 0
    return least <= wanted < most


@lru_cache(maxsize=1024)
def _least(digits: int, columns: int) -> int:
    """The smallest sum of figures without leading zeros that have so many digits together."""
    length, longer = divmod(digits, columns)
    alone: int = 10 ** (length - 1) if length > 1 else 0
    longest: int = 10**length
    return longer * longest + (columns - longer) * alone


def _starts(row: Joined, column: int, end: int) -> Iterator[int]:
    """Where a figure of a column that ends here can begin, behind the border before it and with a character left for each column
    before; the shorter first."""
    kind, text = row.types[column], row.text
    border = max((border for border in row.borders if border < end), default=0)
    first = max(border, end - MOST_DIGITS, column)
    if not column:
        if not first and _FIGURES[kind].fullmatch(text, 0, end):
            yield 0
    elif kind != "count":
        for start in range(end - 1, first - 1, -1):
            if _FIGURES[kind].fullmatch(text, start, end):
                yield start
    else:
        # The innermost loop: a pattern takes most of the time of long rows.
        for start in range(end - 1, first - 1, -1):
            if text[start] in "123456789" or (text[start] == "0" and start == end - 1):
                yield start
            elif not text[start].isdecimal():
                break
