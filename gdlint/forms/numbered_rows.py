"""The numbers of rows, where a text prints them apart from their rows: each stands behind the values of the row before."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Cell, Grid, Part, Row

_LEAST = 5
"""fewer numbers that count on may as well be values"""


def without_numbers(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Cell]]:
    """The parts of a table without the numbers before the labels of its rows, and those numbers; none where not all labels
    have one, from 1 on."""
    numbers = list(_numbers(parts))
    if len(numbers) < _LEAST or any(cell.text != str(n) for n, cell in enumerate(numbers, 1)):
        return parts, ()
    ends = {cell.end: cell for cell in numbers}
    return [part._replace(rows=tuple(_without(part.rows, ends))) for part in parts], numbers


def _numbers(parts: Sequence[Part]) -> Iterator[Cell]:
    """What stands right before each label or labels that follow each other; where cells run together, as much of it as the number
    has digits."""
    rows = [(row.grid, filled) for part in parts for row in part.rows if (filled := _filled(row))]
    n = 0
    for (grid, above), (_, below) in pairwise(rows):
        if not is_figure(below[0].text) and any(is_figure(cell.text) for cell in above):
            n += 1
            yield _end(above[-1], len(str(n))) if grid is Grid.JOINED else above[-1]


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text]


def _end(cell: Cell, length: int) -> Cell:
    """The last letters of a cell."""
    return Cell(cell.text[-length:], max(cell.end - length, cell.start), cell.end)


def _without(rows: Sequence[Row], numbers: Mapping[int, Cell]) -> Iterator[Row]:
    """Rows without the numbers at the ends of their cells, which are given by these."""
    for row in rows:
        cells = [cell for cell in map(_shortened, row.cells, map(numbers.get, _ends(row))) if cell]
        if len(cells) == len(row.cells) or any(cell.text for cell in cells):
            yield row._replace(cells=tuple(cells), end=cells[-1].end)


def _ends(row: Row) -> Iterator[int]:
    return (cell.end if cell.text else -1 for cell in row.cells)


def _shortened(cell: Cell, number: Cell | None) -> Cell | None:
    """A cell without a number at its end; None where nothing is left of it."""
    if number is None:
        return cell
    return (
        Cell(cell.text[: -len(number.text)], cell.start, number.start) if number.start > cell.start else None
    )
