"""Cells behind tabs: one a line, or rows of several."""

from collections.abc import Sequence

from gdlint.lexicon.table_cells import LONGEST_CELL
from gdlint.model.document import Cell, Grid, Row
from gdlint.model.fast import new
from gdlint.model.vocabulary import Role
from gdlint.syntax.cell_rows import split_rows
from gdlint.syntax.lines import Line, cell_of, split_cells
from gdlint.syntax.shapes.bars import BARS
from gdlint.syntax.shapes.scan import Found, Scan, looks_like_table, may_be_cell
from gdlint.syntax.shapes.without_separators import join_pieces

_PAIR = 3
"""cells of a row with one blank between two"""


def tabbed(scan: Scan, i: int) -> Found | None:
    """Cells behind tabs: one a line (an empty line ends a row), or rows of several."""
    end = _tabbed_end(scan, i)
    lines = scan.lines[i:end]
    if not any("\t" in line[0] for line in lines):
        return ([], end) if lines else None
    scan.allow_cells(i, end, "\t")
    single = several = 0
    for text, _, content in lines:
        if "\t" in content or (content and text.endswith("\t\t")):
            several += 1
        elif content and "\t" in text:
            single += 1
    rows = _cell_a_line(scan, lines) if single > several else _tab_rows(scan, lines)
    return (rows if looks_like_table(scan, rows) else [], end)


def _tabbed_end(scan: Scan, first: int) -> int:
    """Behind the last line of the run of tabbed lines that begins at `first`; `first` itself where none begins."""
    end, headings, vocabulary, roles = first, scan.headings, scan.vocabulary, scan.roles
    for i in range(first, len(scan.lines)):
        text, _, content = scan.lines[i]
        if "\t" in content:
            end = i + 1
        elif i in headings:
            break
        elif "\t" in text and (not content or roles[content] or may_be_cell(content, vocabulary)):
            end = i + 1
        elif content:
            if not _continues(scan, i, end):
                break
            end = i + 1
    return end


def _continues(scan: Scan, i: int, end: int) -> bool:
    """A line without a tab that goes on a cell, or is a label by itself, inside a run of tabbed lines."""
    content = scan.lines[i].content
    if end == 0 or i == 0 or "|" in content:
        return False
    above = scan.lines[i - 1].content
    goes_on = end == i and above and "\t" not in above and not scan.role(above) & Role.VALUE
    if goes_on and may_be_cell(content, scan.vocabulary):
        return True
    ahead = scan.next_filled(i + 1)
    return (
        bool(scan.role(content) & Role.OFFICIAL)
        and end > 0
        and ahead < len(scan.lines)
        and "\t" in scan.lines[ahead].text
        and ahead not in scan.headings
    )


def _may_go_on(scan: Scan, text: str) -> bool:
    """A cell that may run over another line: text, and not longer than a cell can be."""
    return 0 < len(text) <= LONGEST_CELL and not scan.role(text) & Role.VALUE


def _cell_a_line(scan: Scan, lines: Sequence[Line]) -> list[Row]:
    run = next(scan.runs)
    groups: list[list[Cell]] = []
    row: list[Cell] = []
    for line in lines:
        text, begin, content = line
        if "\t" in content:
            row += split_cells(line, "\t", scan.blanks)
        elif "\t" in text:
            start = begin + (text.find(content) if content else text.rfind("\t") + 1)
            row.append(new(Cell, (content, start, start + len(content))))
        elif not content:
            if row:
                groups.append(row)
            row = []
        elif row and _may_go_on(scan, row[-1].text):
            last = row[-1]
            row[-1] = Cell(last.text + content, last.start, cell_of(line).end)
        else:
            row.append(cell_of(line))
    if row:
        groups.append(row)
    whole = join_pieces(groups, scan.vocabulary)
    rows = [(piece, run) for cells in whole for piece in split_rows(cells, scan.vocabulary)]
    return scan.rows(rows, Grid.ROWS)


def _tab_rows(scan: Scan, lines: Sequence[Line]) -> list[Row]:
    run = next(scan.runs)
    groups = []
    for line in lines:
        if line.blank:
            run = next(scan.runs)
        elif line.content:
            cells = split_cells(line, "\t", scan.blanks)
            if scan.barred:
                cells = [piece for cell in cells for piece in _parted(cell, scan.blanks)]
            groups.append((cells, run))
    return scan.rows(_between_double_tabs(groups), Grid.ROWS)


def _parted(cell: Cell, blanks: str | None) -> Sequence[Cell]:
    """The cells that bars part between two tabs."""
    text, start, end = cell
    bar = next(
        (bar for bar in BARS if bar in text[1:-1] and text[0] not in BARS and text[-1] not in BARS), None
    )
    if bar is None or end - start != len(text):
        return [cell]
    return split_cells(Line(text, start, text), bar, blanks)


def _between_double_tabs(groups: list[tuple[list[Cell], int]]) -> list[tuple[list[Cell], int]]:
    """Rows without the blank between every two cells, where two tabs part all cells of a table."""
    several = [cells for cells, _ in groups if len(cells) > 1]
    doubled = all(_is_doubled(cells) for cells in several) and any(len(cells) > _PAIR for cells in several)
    return [(cells[::2], run) for cells, run in groups] if doubled else groups


def _is_doubled(cells: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in cells]
    return len(cells) % 2 == 1 and all(texts[::2]) and not any(texts[1::2])
