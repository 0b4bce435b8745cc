"""Reports as Word documents, made with python-docx: merged cells, and automatic numbers where they are asked for."""

from io import BytesIO
from typing import Any

from docx import Document

from .frame import printed
from .layout import Grid
from .model import Made
from .pages import boxes


def word(made: Made) -> bytes:
    """A report in, the document out."""
    document = Document()
    for part in printed(made):
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            _table(document, part[1])
    return saved(document)


def saved(document: Any) -> bytes:
    """A document in, its bytes out."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=len(grid), cols=len(grid[0].cells))
    # `table.cell` would look through all of the table for each.
    cells = [row.cells for row in table.rows]
    for box in boxes(grid):
        cell = cells[box.top][box.left]
        if (box.bottom - box.top, box.right - box.left) != (1, 1):
            cell = cell.merge(cells[box.bottom - 1][box.right - 1])
        cell.text = box.text
