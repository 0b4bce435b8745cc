"""One cell a line without any separator: official labels and values, and what stands between them."""

from gdlint.model.document import Cell, Grid
from gdlint.model.vocabulary import Role
from gdlint.syntax.lines import cell_at
from gdlint.syntax.rows import join_pieces, may_be_cell
from gdlint.syntax.shapes.scan import BARS, Found, Scan, looks_like_table


def plain_cells(scan: Scan, i: int) -> Found | None:
    """One cell a line without any separator: official labels and values, and what stands between them."""
    if not _begins_plain(scan, i):
        return None
    cells: list[Cell] = []
    end = i
    while i < len(scan.lines):
        line = scan.lines[i]
        if line.content:
            if i in scan.headings or not _plain_cell(scan, i):
                break
            cells.append(cell_at(line.text, line.start))
            end = i + 1
        i += 1
    rows = scan.rows([(join_pieces(cells, scan.vocabulary), next(scan.runs))], Grid.NONE)
    return (rows if looks_like_table(scan, rows) else [], end)


def _begins_plain(scan: Scan, i: int) -> bool:
    role = scan.role(scan.lines[i].content)
    if not role & (Role.OFFICIAL | Role.FIGURE) or (role & Role.VALUE and not role & Role.FIGURE):
        return False
    if i in scan.headings:
        return False
    ahead = scan.next_filled(i + 1)
    return ahead < len(scan.lines) and ahead not in scan.headings and _plain_cell(scan, ahead)


def _plain_cell(scan: Scan, i: int) -> bool:
    line = scan.lines[i]
    if "\t" in line.text.strip("\t") or any(bar in line.content for bar in BARS):
        return False
    if scan.role(line.content):
        return True
    if not may_be_cell(line.content, scan.vocabulary):
        return False
    ahead = scan.next_filled(i + 1)
    for _ in range(2):
        if ahead >= len(scan.lines) or ahead in scan.headings:
            return False
        role = scan.role(scan.lines[ahead].content)
        if role & (Role.FIGURE | Role.OFFICIAL):
            return True
        if not may_be_cell(scan.lines[ahead].content, scan.vocabulary):
            return False
        ahead = scan.next_filled(ahead + 1)
    return False
