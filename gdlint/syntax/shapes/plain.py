"""One cell a line without any separator: official labels and values, and what stands between them."""

from gdlint.model.document import Cell, Grid
from gdlint.model.vocabulary import Role
from gdlint.model.wording import plain
from gdlint.syntax.bounds import MOST_CELLS
from gdlint.syntax.cell_rows import MOST_PIECES, is_piece, join_pieces, may_be_cell
from gdlint.syntax.lines import cell_at
from gdlint.syntax.shapes.scan import BARS, Found, Scan, looks_like_table

_ANY_LINES = 2
_MOST_LINES = 6
"""lines without a known cell between two that are known; more than `_ANY_LINES` must all be pieces of labels"""


def plain_cells(scan: Scan, i: int) -> Found | None:
    """One cell a line without any separator: official labels and values, and what stands between them."""
    if not _begins_plain(scan, i):
        return None
    cells: list[Cell] = []
    end = i
    while i < len(scan.lines) and len(cells) <= MOST_CELLS:
        line = scan.lines[i]
        if line.content:
            if i in scan.headings:
                break
            known = max(end, i + 1 if _plain_cell(scan, i) else _broken_label(scan, i))
            if known <= i:
                break
            end = known
            cells.append(cell_at(line.text, line.start))
        i += 1
    scan.extent.allow(0, len(cells))
    rows = scan.rows([(join_pieces(cells, scan.vocabulary), next(scan.runs))], Grid.NONE)
    return (rows if looks_like_table(scan, rows) else [], end)


def _broken_label(scan: Scan, i: int) -> int:
    """Behind the lines that are an official label together, from line i on; 0 where they are none."""
    text = ""
    for _ in range(MOST_PIECES):
        if i >= len(scan.lines) or i in scan.headings or not is_piece(scan.lines[i].content, scan.vocabulary):
            return 0
        text += scan.lines[i].content
        if plain(text) in scan.vocabulary.labels:
            return i + 1
        i = scan.next_filled(i + 1)
    return 0


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
    ahead, pieces = scan.next_filled(i + 1), is_piece(line.content, scan.vocabulary)
    for n in range(_MOST_LINES):
        if ahead >= len(scan.lines) or ahead in scan.headings or (n >= _ANY_LINES and not pieces):
            return False
        content = scan.lines[ahead].content
        if scan.role(content) & (Role.FIGURE | Role.OFFICIAL):
            return True
        if not may_be_cell(content, scan.vocabulary):
            return False
        pieces = pieces and is_piece(content, scan.vocabulary)
        ahead = scan.next_filled(ahead + 1)
    return False
