"""The cells that a key or a named group stands for, and what is asked of them: their number, their sum, whether they are blank."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gdlint.forms.groups import printed_keys
from gdlint.model import logic
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.model.report import Figure
from gdlint.scopes.case_types import Case
from gdlint.scopes.context import Context, number_of

RowColumn = tuple[str, str]


class CellGroup(NamedTuple):
    """The cells that an expression names in a table: one of them, or in a case one for each key. The keys are rows where
    `rows` is true (the column is `other`, or that of the case), else columns."""

    table: str
    one: RowColumn | None
    keys: Callable[[Case], Sequence[str]]
    rows: bool
    other: str | None = None

    def places(self, case: Case) -> list[RowColumn]:
        """Row and column of each cell in a case."""
        if self.one:
            return [self.one]
        if self.rows:
            return [(key, self.other or case.column or "") for key in self.keys(case)]
        return [(self.other or case.row or "", key) for key in self.keys(case)]

    def figures(self, case: Case) -> Iterator[Figure | None]:
        """The figure of each cell in a case; None for one that is not there."""
        table = case.context.cells[self.table]
        for row, column in self.places(case):
            cells = table.get(row)
            yield cells.get(column) if cells else None


def keys_of(table: str, members: tuple[tuple[str, ...], ...]) -> Callable[[Case], Sequence[str]]:
    """The keys of members; of alternatives, those of the one that is printed."""
    single = tuple(keys[0] for keys in members)
    if all(len(keys) == 1 for keys in members):
        return lambda case: single

    def keys(case: Case) -> Sequence[str]:
        found: list[str] = []
        for alternatives in members:
            found += alternatives if len(alternatives) == 1 else _printed(alternatives, case.context, table)
        return found

    return keys


def _printed(alternatives: tuple[str, ...], context: Context, table: str) -> tuple[str, ...]:
    """The keys of the alternative of which a row is printed; of the first where none is."""
    known = context.alternatives.get((table, alternatives))
    if known is None:
        known = printed_keys(context.form(table), alternatives, context.cells[table], context.template)
        context.alternatives[table, alternatives] = known
    return known


def sum_of(cells: CellGroup) -> Getter:
    """The sum of some cells; unknown as soon as one is."""
    if cells.one:
        return lambda case: number_of(next(cells.figures(case)))
    return _sum_of_rows(cells) if cells.rows else _sum_of_columns(cells)


def in_row(table: str, row: str) -> Getter:
    """The number in a row, in the column of the case."""

    def value(case: Case) -> Any:
        cells = case.context.cells[table].get(row)
        return number_of(cells.get(case.column or "") if cells else None)

    return value


def in_column(table: str, column: str) -> Getter:
    """The number in a column, in the row of the case."""

    def value(case: Case) -> Any:
        cells = case.context.cells[table].get(case.row or "")
        return number_of(cells.get(column) if cells else None)

    return value


def in_cell(table: str, row: str, column: str) -> Getter:
    """The number in one cell."""
    return lambda case: case.context.value(table, row, column)


def _sum_of_rows(cells: CellGroup) -> Getter:
    table, keys, other = cells.table, cells.keys, cells.other

    def total(case: Case) -> Any:
        rows, column = case.context.cells[table], other or case.column or ""
        return _total([rows[key].get(column) if key in rows else None for key in keys(case)])

    return total


def _sum_of_columns(cells: CellGroup) -> Getter:
    table, keys, other = cells.table, cells.keys, cells.other

    def total(case: Case) -> Any:
        figures = case.context.cells[table].get(other or case.row or "")
        return UNKNOWN if figures is None else _total(map(figures.get, keys(case)))

    return total


def _total(figures: Iterable[Figure | None]) -> Any:
    # `number_of` written out: this loop adds most figures of a report several times.
    amount: Any = 0
    for figure in figures:
        value = None if figure is None else figure.value
        if value is None:
            return UNKNOWN
        amount += value if type(value) is int else logic.exact(value)
    return amount


TESTS: Mapping[str, Callable[[CellGroup], Getter]] = {
    "blank": lambda cells: (
        lambda case: all(figure is not None and figure.blank for figure in cells.figures(case))
    ),
    "missing": lambda cells: lambda case: all(figure is None for figure in cells.figures(case)),
    "known": lambda cells: (
        lambda case: all(number_of(figure) is not UNKNOWN for figure in cells.figures(case))
    ),
}
