"""The cells of a report by what is printed in them, so that equal ones are judged at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from gdlint.model.form import TableForm
from gdlint.model.report import Table
from gdlint.scopes.case_types import Case, CellCase
from gdlint.scopes.context import Context


class CellClass(NamedTuple):
    """Cells with equal content in columns of one type: a case that stands for all, how many, and what they share."""

    example: Case
    number: int
    text: str | None
    type: str


def cell_classes(context: Context, table: str | None) -> list[CellClass]:
    """The cells of a table (or of all) by their content. Most cells of a report are one class: a 0."""
    if not context.cell_classes:
        for key, printed in context.report.tables.items():
            for (text, kind), number in _counted(context, key, printed).items():
                example = next(_cells_like(context, key, text, kind))
                context.cell_classes.append(CellClass(example, number, text, kind))
    return [found for found in context.cell_classes if table in (None, found.example.table)]


def _counted(context: Context, table: str, printed: Table) -> Counter[tuple[str | None, str]]:
    types = _types(context.form(table), context.template)
    if len(set(types.values())) == 1:
        kind = next(iter(types.values()))
        counts = Counter([figure.text for cells in printed.rows.values() for figure in cells.values()])
        return Counter({(text, kind): number for text, number in counts.items()})
    return Counter(
        [(figure.text, types[column]) for cells in printed.rows.values() for column, figure in cells.items()]
    )


def members(context: Context, found: CellClass) -> Iterator[Case]:
    """The cases of all cells of a class."""
    return _cells_like(context, found.example.table or "", found.text, found.type)


def _cells_like(context: Context, table: str, text: str | None, kind: str) -> Iterator[Case]:
    types = _types(context.form(table), context.template)
    return (
        CellCase(context, figure, table, row, column)
        for row, cells in context.cells[table].items()
        for column, figure in cells.items()
        if figure.text == text and types[column] == kind
    )


@lru_cache(maxsize=32)
def _types(form: TableForm, template: int | None) -> Mapping[str, str]:
    """The type of each column of a table."""
    keys = dict.fromkeys(column.key for column in form.columns)
    columns = [form.column(key, template) for key in keys]
    return {column.key: column.type for column in columns if column}


def cell_type(case: Case) -> str:
    """The type of the column of a cell: count, signed, amount."""
    return _types(case.context.form(case.table or ""), case.context.template)[case.column or ""]
