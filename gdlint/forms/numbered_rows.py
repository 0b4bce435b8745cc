"""The numbers of rows, where a text prints them apart from their rows: each stands behind the values of the row before."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Cell, Part, Row

_LEAST = 5
"""fewer numbers that count on may as well be values"""


def without_numbers(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Cell]]:
    """The parts of a table without the numbers before the labels of its rows, and those numbers; none where not all labels
    have one, from 1 on."""
    numbers = list(_numbers(parts))
    if len(numbers) < _LEAST or any(cell.text != str(n) for n, cell in enumerate(numbers, 1)):
        return parts, ()
    starts = {cell.start for cell in numbers}
    return [part._replace(rows=tuple(_without(part.rows, starts))) for part in parts], numbers


def _numbers(parts: Sequence[Part]) -> Iterator[Cell]:
    """What stands right before each label or labels that follow each other."""
    rows = [filled for part in parts for row in part.rows if (filled := _filled(row))]
    for above, below in pairwise(rows):
        if not is_figure(below[0].text) and any(is_figure(cell.text) for cell in above):
            yield above[-1]


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text]


def _without(rows: Sequence[Row], starts: Set[int]) -> Iterator[Row]:
    """Rows without the cells that begin at some places."""
    for row in rows:
        cells = tuple(cell for cell in row.cells if cell.start not in starts or not cell.text)
        if cells and (len(cells) == len(row.cells) or any(cell.text for cell in cells)):
            yield row._replace(cells=cells, end=cells[-1].end)
