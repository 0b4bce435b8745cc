"""Tables that give labels and values lines of their own: each row is a label with the values below it."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Grid, Kind, Part, Row

_LEAST = 3
"""so many lines of either kind tell such a table"""


def with_labels(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts of a table, labels and values together as rows of a text that does not state any; as they are where some row has
    both."""
    rows = [row for part in parts for row in part.rows]
    valued = [row for row in rows if _holds_figure(row)]
    if min(len(valued), len(rows) - len(valued)) < _LEAST or not all(map(_is_line, rows)):
        return parts
    if not all(map(_begins_with_figure, valued)):
        return parts
    return [part._replace(rows=tuple(_rows(part.rows))) for part in parts]


def _holds_figure(row: Row) -> bool:
    return any(is_figure(cell.text) for cell in row.cells)


def _begins_with_figure(row: Row) -> bool:
    return is_figure(next(cell.text for cell in row.cells if cell.text))


def _is_line(row: Row) -> bool:
    """The row is a line of the text."""
    return row.grid in (Grid.ROWS, Grid.LINES)


def _rows(lines: Iterable[Row]) -> Iterator[Row]:
    """Each label with the values up to the next one."""
    row: Row | None = None
    for line in lines:
        cells = tuple(cell for cell in line.cells if cell.text)
        if row is not None and _holds_figure(line):
            row = row._replace(kind=Kind.ROW, cells=(*row.cells, *cells), end=cells[-1].end)
            continue
        if row is not None:
            yield row
        row = line._replace(cells=cells or line.cells[:1], grid=Grid.NONE, columns=())
    if row is not None:
        yield row
