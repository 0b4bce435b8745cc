"""The tables of a form as grids of cells, merged as the official form prints them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gdlint.model.form import ColumnForm, RowForm, TableForm, Template, layouts


class FormCell(NamedTuple):
    """A cell: the row and column in which it begins, how many of them it spans, what is printed in it, and whether a figure is to
    be filled in."""

    row: int
    column: int
    height: int
    width: int
    text: str = ""
    is_value: bool = False


class FormGrid(NamedTuple):
    """A rectangular table, its cells in the order of the text."""

    height: int
    width: int
    cells: tuple[FormCell, ...]


def grid_of(form: TableForm, template: Template) -> FormGrid:
    """The table of one form with nothing filled in."""
    own = layouts(form)[template]
    if own.one_row:
        cells = _one_row(own)
    elif own.parts:
        cells = _in_parts(own, template)
    else:
        cells = _grouped(own, template)
    found = sorted(cells)
    height = max(cell.row + cell.height for cell in found)
    return FormGrid(height, max(cell.column + cell.width for cell in found), tuple(found))


def _in_parts(form: TableForm, template: Template) -> Iterator[FormCell]:
    """Parts below each other; the last cell of a row that is shorter than others goes on to the end of the table."""
    parts = [part for part in form.parts if template in part.templates]
    width = 1 + max(len(part.columns) for part in parts)
    top = 0
    for part in parts:
        yield FormCell(top, 0, 1, width, part.clause)
        columns = [column for key in part.columns if (column := form.column(key, template))]
        yield from _line(top + 1, width, [form.heads[0], *(column.label for column in columns)])
        rows = [row for key in part.rows if (row := form.row(key, template))]
        for n, row in enumerate(rows, top + 2):
            yield from _line(n, width, [row.label, *("" for _ in columns)], values=True)
        top += 2 + len(rows)


def _line(row: int, width: int, texts: Sequence[str], *, values: bool = False) -> Iterator[FormCell]:
    for n, text in enumerate(texts):
        last = n == len(texts) - 1
        yield FormCell(row, n, 1, width - n if last else 1, text, values and n > 0)


def _one_row(form: TableForm) -> Iterator[FormCell]:
    """One row of figures under the labels of its groups, the first of which stands by itself."""
    size, (first, *rest) = len(form.columns), form.rows
    yield FormCell(0, 0, 1, size, first.label)
    yield FormCell(0, size, 1, size * len(rest), form.heads[0])
    for n, column in enumerate(form.columns):
        yield FormCell(1, n, 2, 1, column.label)
    for n, row in enumerate(rest, 1):
        yield FormCell(1, n * size, 1, size, row.label)
        yield from (FormCell(2, n * size + m, 1, 1, column.label) for m, column in enumerate(form.columns))
    yield from (FormCell(3, n, 1, 1, "", True) for n in range(size * len(form.rows)))


def _grouped(form: TableForm, template: Template) -> Iterator[FormCell]:
    """Rows with the labels of their groups to the left, under columns with those of their groups above."""
    rows = [row for row in form.rows if template in row.templates]
    left = 1 + max(len(row.path) for row in rows)
    heads = [head for head in form.heads if head != form.corner]
    levels = 1 + max(len(column.path) for column in form.columns)
    top = len(heads) + levels
    yield FormCell(0, 0, top, left, form.corner)
    yield from (FormCell(n, left, 1, len(form.columns), head) for n, head in enumerate(heads))
    yield from _labels(form.columns, levels, len(heads), left, across=True)
    yield from _labels(rows, left, 0, top, across=False)
    for n in range(len(rows)):
        yield from (FormCell(top + n, left + m, 1, 1, "", True) for m in range(len(form.columns)))


def _labels(
    lines: Sequence[RowForm | ColumnForm], levels: int, outer: int, first: int, *, across: bool
) -> Iterator[FormCell]:
    """The labels of rows or columns with those of their groups: `outer` is where the outermost level stands, `first` the first line."""
    for level in range(levels - 1):
        numbered = groupby(enumerate(lines, first), key=lambda item: item[1].path[: level + 1])
        for path, members in numbered:
            places = [n for n, _ in members]
            if len(path) > level:
                yield _turned(places[0], outer + level, len(places), 1, path[level], across=across)
    for n, line in enumerate(lines, first):
        inner = len(line.path)
        yield _turned(n, outer + inner, 1, levels - inner, line.label, across=across)


def _turned(line: int, level: int, lines: int, levels: int, text: str, *, across: bool) -> FormCell:
    """A label of rows stands to the left of them, one of columns above them."""
    place = (level, line, levels, lines) if across else (line, level, lines, levels)
    return FormCell(*place, text)
