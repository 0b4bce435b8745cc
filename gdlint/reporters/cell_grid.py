"""The official tables as plain grids, for sheets: labels on the left and on top, and the keys of each cell."""

from collections.abc import Iterator
from typing import NamedTuple

from gdlint.model.form import TableForm, Template
from gdlint.model.report import Report, Table


class GridCell(NamedTuple):
    """One cell of a sheet: a label, or the text of a figure with its keys and its value."""

    text: str
    row: str | None = None
    column: str | None = None
    value: int | str | None = None


GridRow = tuple[GridCell, ...]


def grids(report: Report) -> Iterator[tuple[Table, str, list[GridRow]]]:
    """The tables of a report with their names in Chinese, as rows of cells."""
    template = report.forms.templates[-1] if report.facts.template is None else report.facts.template
    for key, table in report.tables.items():
        form = report.forms.tables[key]
        yield table, form.name["zh"], list(_rows(table, form, template))


def _rows(table: Table, form: TableForm, template: Template) -> Iterator[GridRow]:
    """A header wherever the columns change, and a line a row."""
    before: tuple[str, ...] = ()
    for row in form.rows:
        columns = form.columns_of(row.key, template)
        if not columns or template not in row.templates:
            continue
        if columns != before:
            yield (GridCell(""), *(GridCell(_column_label(form, key, template)) for key in columns))
            before = columns
        label = GridCell("·".join((*row.path, row.label)))
        yield (label, *(_cell(table, row.key, column) for column in columns))


def _column_label(form: TableForm, key: str, template: Template) -> str:
    column = form.column(key, template)
    return "·".join((*column.path, column.label)) if column else key


def _cell(table: Table, row: str, column: str) -> GridCell:
    figure = table.rows.get(row, {}).get(column)
    if figure is None:
        return GridCell("—", row, column)
    return GridCell("？" if figure.text is None else figure.text, row, column, figure.value)
