"""One edit on one value of a table."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from generate import Grid, Made
from generate import grid as grid_of
from generate.forms import LITIGATION_COLUMNS, LITIGATION_GROUPS
from generate.layout import Cell
from support.edited.label_edits import with_cells
from support.edited.labels import values
from support.edited.truth import Printed, Truth, whole
from support.edited.unique import EXTRA
from support.samples import Where

_COUNT: Final = r"(?:0|[1-9]\d*)"
_FIGURES: Final = {"change": rf"-?{_COUNT}", "amount": rf"{_COUNT}(?:\.\d+)?"}
"""what the figures of columns look like that hold others than counts"""
_LONGEST_GROUP: Final = 14
"""digits of a case and its total, of which nearly all figures are zeros"""
_WORDS: Final = ("无", "/", "—", "详见附件", "若干", "未统计")


class Value(NamedTuple):
    """The value that is edited: the report, its table's grid, where it stands there, its place, and how the report is printed."""

    made: Made
    grid: Grid
    row: int
    cell: int
    place: Where
    shape: str
    rng: random.Random

    @property
    def text(self) -> str:
        """The value as printed."""
        return str(self.grid[self.row].cells[self.cell])

    @property
    def printed_row(self) -> frozenset[Where]:
        """All cells of its printed row."""
        found = values(self.grid, self.place.table, self.made.template)
        return frozenset(place for n, _, place in found if n == self.row)

    def truth(self) -> Truth:
        """What may be read in the report where its row may be lost."""
        return whole(self.made, {}, self.printed_row)

    def without(self) -> Truth:
        """The same where the value is not printed."""
        truth = self.truth()
        cells = {place: cell for place, cell in truth.cells.items() if place != self.place}
        return truth._replace(cells=cells, blanks=frozenset({self.place}))

    def with_cells(self, *cells: str) -> Made:
        """The report with other cells in the place of the value."""
        grid = with_cells(self.grid, self.row, self._cells(cells))
        return with_grid(self.made, self.place.table, grid)

    def looks_whole(self, *cells: str) -> bool:
        """With other cells in the place of the value, the row cannot be told from another one without fault: its figures run
        together, its digits are as many figures as before, and all sums hold that are demanded of them by themselves."""
        if self.shape != "folded" or self.place.table == "applications":
            return False
        row = self.grid[self.row]
        found = values(self.grid, self.place.table, self.made.template)
        figures = [_FIGURES.get(place.column, _COUNT) for n, _, place in found if n == self.row]
        joined = "".join(cell for cell in self._cells(cells)[row.labels :] if isinstance(cell, str))
        if self.place.table == "litigation":
            return are_groups(joined, len(LITIGATION_GROUPS))
        return bool(re.fullmatch("".join(figures), joined))

    def _cells(self, cells: tuple[str, ...]) -> tuple[Cell, ...]:
        old = self.grid[self.row].cells
        return (*old[: self.cell], *cells, *old[self.cell + 1 :])


def are_groups(digits: str, number: int) -> bool:
    """Digits and how many groups of figures they may be in, whether they can be cut into these, each with its total, out."""
    if number == 0:
        return not digits
    ends = range(len(LITIGATION_COLUMNS), min(len(digits), _LONGEST_GROUP) + 1)
    return any(_is_group(digits[:end]) and are_groups(digits[end:], number - 1) for end in ends)


@lru_cache(maxsize=4096)
def _is_group(digits: str) -> bool:
    for cuts in combinations(range(1, len(digits)), len(LITIGATION_COLUMNS) - 1):
        *cases, total = (digits[a:b] for a, b in pairwise((0, *cuts, len(digits))))
        if all(re.fullmatch(_COUNT, cell) for cell in (*cases, total)) and sum(map(int, cases)) == int(total):
            return True
    return False


class Changed(NamedTuple):
    """A report after an edit, what may be read in it, and what is still to be done to its text."""

    made: Made
    truth: Truth
    after: Callable[[str], str] | None = None


def with_grid(made: Made, table: str, grid: Grid) -> Made:
    """A report, the key of a table and its new grid in, the report that is printed with it out."""
    return replace(made, edits=(*made.edits, lambda key, rows: grid if key == table else rows))


def value_of(made: Made, table: str, number: int, shape: str, rng: random.Random) -> Value:
    """A report, the key of a table and the number of a value in, that value out."""
    grid = grid_of(made, table)
    row, cell, place = list(values(grid, table, made.template))[number]
    return Value(made, grid, row, cell, place, shape, rng)


def _dropped(value: Value) -> Changed | None:
    return None if value.looks_whole() else Changed(value.with_cells(), value.without())


def _blanked(value: Value) -> Changed | None:
    if value.looks_whole():
        return None
    table, row, column = value.place
    cells = value.made.tables[table]
    made = replace(
        value.made, tables={**value.made.tables, table: {**cells, row: {**cells[row], column: ""}}}
    )
    return Changed(made, value.without())


def _worded(value: Value) -> Changed:
    word = value.rng.choice(_WORDS)
    truth = value.truth()
    cells = {**truth.cells, value.place: Printed(word, frozenset({value.place}))}
    return Changed(value.with_cells(word), truth._replace(cells=cells))


def _one_more(value: Value) -> Changed | None:
    cells = value.rng.choice(((value.text, EXTRA), (EXTRA, value.text)))
    if value.looks_whole(*cells):
        return None
    return Changed(value.with_cells(*cells), value.truth()._replace(added=(EXTRA,)))


def _cut(value: Value) -> Changed | None:
    """The row goes on in a row of its own behind the value."""
    row = value.grid[value.row]
    head, tail = row.cells[: value.cell + 1], row.cells[value.cell + 1 :]
    if not any(isinstance(cell, str) for cell in tail) or value.shape in _WITHOUT_ROWS:
        return None
    if value.shape == "layout":
        head, tail = (*head, *[""] * len(tail)), (*[""] * len(head), *tail)
    rows = (row._replace(cells=head), row._replace(cells=tail, labels=0, key=""))
    grid = (*value.grid[: value.row], *rows, *value.grid[value.row + 1 :])
    return Changed(with_grid(value.made, value.place.table, grid), value.truth())


def _paged(mark: str) -> Callable[[Value], Changed | None]:
    """A page mark on a line of its own behind the line of the value."""

    def edit(value: Value) -> Changed | None:
        if value.shape == "folded":
            return None
        gap, indent = ("\n\n", "") if value.shape in _APART else ("\n", "")
        if value.shape == "layout":
            gap, indent = "\n\n", " " * value.rng.randint(10, 30)

        def after(text: str) -> str:
            end = _line_end(text, value.text)
            return f"{text[:end]}{gap}{indent}{mark}{gap[1:]}{text[end:]}"

        return Changed(value.made, value.truth()._replace(marks=(mark,)), after)

    return edit


def _line_end(text: str, figure: str) -> int:
    """The end of the line of a figure in a table, with the bars that stand on a line of their own behind it."""
    begin = text.index("二、主动公开政府信息情况")
    found = re.compile(rf"(?<![\d.-]){re.escape(figure)}(?![\d.])[^\n]*(?:\n\|+(?=\n))?").search(text, begin)
    assert found, figure
    return found.end()


_WITHOUT_ROWS: Final = frozenset({"blank_cell", "line_cell", "raw", "folded"})
_APART: Final = frozenset({"blank_cell", "raw"})

VALUE_EDITS: Final[dict[str, Callable[[Value], Changed | None]]] = {
    "value-dropped": _dropped,
    "value-blanked": _blanked,
    "value-worded": _worded,
    "one-more": _one_more,
    "row-cut": _cut,
    "page-dashed": _paged("- 5 -"),
    "page-bare": _paged("5"),
    "page-english": _paged("Page 1 of 5"),
    "page-slash": _paged("1 / 5"),
    "page-chinese": _paged("第 5 页"),
}
