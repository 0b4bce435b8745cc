"""The labels of a grid: where each stands, what it is, and which cells stand beside or below it."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from generate import LEFT, Grid, Row
from generate.forms import LITIGATION_COLUMNS, LITIGATION_GROUPS, columns_of
from support.samples import Where

_ROLES: Final = {
    "行政复议": "group",
    "未经复议直接起诉": "group",
    "复议后起诉": "group",
    "行政诉讼": "suits",
    "法人或其他组织": "organisations",
    "申请人情况": "head",
    "信息内容": "head",
}


class Spot(NamedTuple):
    """A label: its table, its row and cell in the grid, its text, what it is, and the cells beside or below it.

    `role` is row, row group, column, group (of values of one row key of section four), organisations, suits, clause or head.
    """

    table: str
    row: int
    cell: int
    text: str
    role: str
    places: tuple[Where, ...]

    @property
    def of_row(self) -> bool:
        """It stands before values, not above them."""
        return self.role.startswith("row")


def spots(grid: Grid, table: str, template: int) -> list[Spot]:
    """All labels of a grid, in the order of the text."""
    found = list(values(grid, table, template))
    return [
        Spot(table, n, m, cell, _role(row, m, cell), tuple(_beside(grid, n, m, found)))
        for n, row in enumerate(grid)
        for m, cell in enumerate(row.cells)
        if isinstance(cell, str) and cell and not row.is_value(m)
    ]


def values(grid: Grid, table: str, template: int) -> Iterator[tuple[int, int, Where]]:
    """All values of a whole grid: row and cell in the grid, and the place in the table."""
    for n, row in enumerate(grid):
        at = [m for m in range(len(row.cells)) if row.is_value(m)]
        for m, (key, column) in zip(at, _keys(row, table, template) if at else (), strict=True):
            yield n, m, Where(table, key, column)


def _keys(row: Row, table: str, template: int) -> list[tuple[str, str]]:
    if table == "litigation":
        return [(group, column) for group in LITIGATION_GROUPS for column in LITIGATION_COLUMNS]
    return [(row.key, column) for column in columns_of(table, row.key, template)]


def span(row: Row, cell: int) -> int:
    """How many places of a row a cell takes."""
    return 1 + sum(1 for _ in takewhile(lambda other: other is LEFT, row.cells[cell + 1 :]))


def _role(row: Row, cell: int, text: str) -> str:
    if row.kind == "data":
        return "row" if cell + span(row, cell) == row.labels else "row group"
    if row.kind == "clause":
        return "clause"
    return _ROLES.get(text, "head" if text.startswith("（") else "column")


def _beside(grid: Grid, row: int, cell: int, found: list[tuple[int, int, Where]]) -> Iterator[Where]:
    """The cells in the row of a label, or in its columns down to the next clause."""
    end = next((n for n in range(row + 1, len(grid)) if grid[n].kind == "clause"), len(grid))
    columns = range(cell, cell + span(grid[row], cell))
    for n, m, place in found:
        if n == row if grid[row].kind == "data" else row < n < end and m in columns:
            yield place
