"""Rows of cells parted by commas, as spreadsheets export them."""

import re
from collections.abc import Iterator

from gdlint.model.document import Cell, Grid
from gdlint.model.vocabulary import Role
from gdlint.syntax.lines import Line, cell_at
from gdlint.syntax.shapes.scan import Found, Scan, looks_like_table

_CELL = re.compile(r'(?:"(?P<quoted>[^"]*)"|(?P<bare>[^,"]*))(?:,|$)')


def comma_separated(scan: Scan, i: int) -> Found | None:
    """The lines with commas from line i on, of which the first holds an official label in a cell of its own."""
    if not _holds_label(scan, scan.lines[i]):
        return None
    end = i + 1
    while end < len(scan.lines) and end not in scan.headings and _goes_on(scan, end):
        end += 1
    scan.allow_cells(i, end, ",")
    run = next(scan.runs)
    rows = scan.rows([(list(_cells(line)), run) for line in scan.lines[i:end]], Grid.ROWS)
    return (rows if looks_like_table(scan, rows) else [], end)


def _goes_on(scan: Scan, i: int) -> bool:
    """Cells between commas, or one cell alone in its line right above such cells."""
    if "," in scan.lines[i].content:
        return True
    below = scan.lines[i + 1].content if i + 1 < len(scan.lines) and i + 1 not in scan.headings else ""
    return bool(scan.role(scan.lines[i].content)) and "," in below


def _holds_label(scan: Scan, line: Line) -> bool:
    cells = line.content.split(",") if "," in line.content else ()
    return any(scan.role(cell.strip('"')) & Role.OFFICIAL for cell in cells)


def _cells(line: Line) -> Iterator[Cell]:
    """The cells of a line; one between quotation marks may hold commas."""
    at = 0
    while at <= len(line.text):
        found = _CELL.match(line.text, at)
        if found is None:
            # A quotation mark inside of a cell: what follows is one cell.
            yield cell_at(line.text[at:], line.start + at)
            return
        kind = "quoted" if found["quoted"] is not None else "bare"
        yield cell_at(found[kind], line.start + found.start(kind))
        if not found[0].endswith(","):
            return
        at = found.end()
