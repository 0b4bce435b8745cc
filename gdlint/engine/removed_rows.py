"""Taking a row out of a table: with its clause and header where nothing else stands below these."""

from collections.abc import Iterator, Sequence

from gdlint.model.document import Part, Row, TableBlock
from gdlint.model.fix import Edit, Fix
from gdlint.model.page import StatedGrid
from gdlint.model.report import Entry, Report

_BESIDE = " \t|"
"""what may stand in a line beside a row"""


def without_row(report: Report, entry: Entry) -> Fix | None:
    """The fix that takes out a printed row; None where its lines hold anything else, or a cell goes on in another row."""
    found = next(_parts_around(report, entry.label.start), None)
    if found is None:
        return None
    rows = [row for row in found.rows if row.start <= entry.label.start < max(row.end, row.start + 1)]
    if len(rows) != 1:
        return None
    gone = (*found.heads, *rows) if found.rows == tuple(rows) else rows
    text, grid = report.source.text or "", _grid_at(report, entry.label.start)
    edit = _rows_of(grid, text, gone) if grid else _whole_lines(text, gone[0].start, gone[-1].end)
    return Fix((edit,)) if edit else None


def _parts_around(report: Report, place: int) -> Iterator[Part]:
    document = report.document
    blocks = (*document.front, *(block for section in document.sections for block in section.blocks))
    for block in blocks:
        for part in block.parts if isinstance(block, TableBlock) else ():
            rows = (*part.heads, *part.rows)
            if rows and rows[0].start <= place < rows[-1].end:
                yield part


def _grid_at(report: Report, place: int) -> StatedGrid | None:
    """The table that the file states at a place."""
    return next((grid for grid in report.source.grids if grid.start <= place < grid.end), None)


def _rows_of(grid: StatedGrid, text: str, gone: Sequence[Row]) -> Edit | None:
    """The edit that takes out the rows of a stated table in which rows are printed, each cell with the end of its line."""
    starts = [row.start for row in gone]
    numbers = {cell.row for cell in grid.cells if any(cell.start <= start <= cell.end for start in starts)}
    cells = [cell for cell in grid.cells if cell.row in numbers]
    if len(numbers) != len(gone) or max(numbers) - min(numbers) >= len(numbers):
        return None
    if any(
        cell.rows > 1 and cell.row <= max(numbers) and cell.row + cell.rows > min(numbers)
        for cell in grid.cells
    ):
        return None
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return Edit(start, end + 1, "") if text[end : end + 1] == "\n" else None


def _whole_lines(text: str, start: int, end: int) -> Edit | None:
    """The edit that takes out the lines of a stretch; None where something else stands in them."""
    begin = text.rfind("\n", 0, start) + 1
    behind = text.find("\n", end)
    stop = len(text) if behind < 0 else behind + 1
    beside = text[begin:start] + text[end:stop]
    return None if beside.strip(_BESIDE + "\n") else Edit(begin, stop, "")
