"""The physical shapes of a table in a text file, one function each: runs of lines in, rows out.

A shape takes the lines from an index on and answers with the rows that it read and the index behind them, or with
None where no line of its shape begins there. Shapes know labels only as words of the vocabulary.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import count

from gdlint.model.document import Cell, Grid, Heading, Kind, Row
from gdlint.model.fast import new
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.syntax.lines import LONGEST_CELL, Line, cell_at, role_of, split_cells
from gdlint.syntax.rows import join_pieces, make_row, may_be_cell, split_rows

Found = tuple[list[Row], int]
"""the rows (none where the lines only looked like a table), and the index behind the last line"""

Shape = Callable[["Scan", int], Found | None]

BARS = "|｜│┃"
_BARS = re.compile(f"[{BARS}]")
_RULE = re.compile(r"[\s|:+\-─━═├┼┤┌┬┐└┴┘┝┿┥╞╪╡]+")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_LEAST_CELLS = 3


class Scan:
    """What all shapes look at: the lines, the headings among them, the vocabulary, the count of runs, and whether there are
    bars at all."""

    def __init__(
        self, text: str, lines: Sequence[Line], headings: Mapping[int, Heading], vocabulary: Vocabulary
    ) -> None:
        self.lines = lines
        self.headings = headings
        self.vocabulary = vocabulary
        self.runs = count()
        self.barred = any(bar in text for bar in BARS)

    def next_filled(self, i: int) -> int:
        """The next line that is not blank, or the number of lines."""
        while i < len(self.lines) and self.lines[i].blank:
            i += 1
        return i

    def role(self, text: str) -> int:
        """What a text may be, as bits of `Role`."""
        return role_of(text, self.vocabulary)

    def rows(self, groups: Sequence[tuple[Sequence[Cell], int]], grid: Grid) -> list[Row]:
        """Rows from cells and the run that each belongs to; a row with labels behind values is cut."""
        made = []
        for cells, run in groups:
            pieces = (
                list(split_rows(cells, self.vocabulary))
                if grid is Grid.CELLS or grid is Grid.NONE
                else [cells]
            )
            made += [make_row(piece, self.vocabulary, grid, run) for piece in pieces]
        return made


def tabbed(scan: Scan, i: int) -> Found | None:
    """Cells behind tabs: one a line (an empty line ends a row), or rows of several."""
    end = _tabbed_end(scan, i)
    if end == i:
        return None
    lines = scan.lines[i:end]
    single = several = 0
    for text, _, content in lines:
        if content and "\t" in text:
            if "\t" in content or text.endswith("\t\t"):
                several += 1
            else:
                single += 1
    rows = _cell_a_line(scan, lines) if single > several else _tab_rows(scan, lines)
    return (rows if _looks_like_table(scan, rows) else [], end)


def _tabbed_end(scan: Scan, first: int) -> int:
    """Behind the last line of the run of tabbed lines that begins at `first`; `first` itself where none begins."""
    end = first
    for i in range(first, len(scan.lines)):
        text, _, content = scan.lines[i]
        if "\t" in content:
            end = i + 1
        elif i in scan.headings:
            break
        elif "\t" in text and (not content or may_be_cell(content, scan.vocabulary)):
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
    groups: list[tuple[list[Cell], int]] = []
    row: list[Cell] = []
    for line in lines:
        if line.blank:
            if row:
                groups.append((row, run))
            row = []
        elif "\t" not in line.text and row and _may_go_on(scan, row[-1].text):
            last = row[-1]
            row[-1] = Cell(last.text + line.content, last.start, cell_at(line.text, line.start).end)
        elif "\t" in line.content:
            row += split_cells(line, "\t")
        else:
            start = line.start + (line.text.find(line.content) if line.content else line.text.rfind("\t") + 1)
            row.append(new(Cell, (line.content, start, start + len(line.content))))
    if row:
        groups.append((row, run))
    cut = [(piece, run) for cells, run in groups for piece in split_rows(cells, scan.vocabulary)]
    return scan.rows(cut, Grid.ROWS)


def _tab_rows(scan: Scan, lines: Sequence[Line]) -> list[Row]:
    run = next(scan.runs)
    groups = []
    for line in lines:
        if line.blank:
            run = next(scan.runs)
        elif line.content:
            groups.append((split_cells(line, "\t"), run))
    return scan.rows(groups, Grid.ROWS)


def barred(scan: Scan, i: int) -> Found | None:
    """Cells parted by bars: Markdown pipe tables, rows of several cells, or one cell a line that ends in a bar."""
    end = _barred_end(scan, i) if scan.barred else i
    if end == i:
        return None
    lines = [line for line in scan.lines[i:end] if not _RULE.fullmatch(line.text) or _only_bars(line)]
    counts = [sum(1 for piece in _BARS.split(line.content) if piece.strip()) for line in lines]
    several = sum(1 for number in counts if number > 1)
    if several * 2 <= sum(1 for number in counts if number):
        rows = _bar_cells(scan, lines)
    else:
        ruled = any("-" in line.text and _PIPE_RULE.fullmatch(line.text) for line in scan.lines[i:end])
        rows = _bar_rows(scan, lines, ruled)
    return (rows if _looks_like_table(scan, rows) else [], end)


def _only_bars(line: Line) -> bool:
    return bool(line.content) and not _BARS.sub("", line.content).strip()


def _barred_end(scan: Scan, i: int) -> int:
    end = i
    while i < len(scan.lines):
        line = scan.lines[i]
        if i in scan.headings or "\t" in line.text.strip("\t"):
            break
        if _BARS.search(line.content) or (line.content and _RULE.fullmatch(line.content)):
            end = i + 1
        elif line.content and not _goes_on_to_bar(scan, i):
            break
        i += 1
    return end


def _goes_on_to_bar(scan: Scan, i: int) -> bool:
    """Text whose bar stands on the next line, or the first half of a label whose second half ends in one."""
    content = scan.lines[i].content
    if not may_be_cell(content, scan.vocabulary):
        return False
    ahead = scan.next_filled(i + 1)
    if ahead >= len(scan.lines) or ahead in scan.headings:
        return False
    following = scan.lines[ahead].content
    if not _BARS.search(following):
        return False
    whole = content + _BARS.split(following)[0].strip()
    official = scan.role(whole) | (scan.role(content) & Role.OFFICIAL)
    return _only_bars(scan.lines[ahead]) or bool(official)


def _bar_cells(scan: Scan, lines: Sequence[Line]) -> list[Row]:
    """Every bar ends a cell, wherever the text before it began."""
    cells: list[Cell] = []
    pieces: list[Cell] = []
    for line in lines:
        start = line.start
        for n, piece in enumerate(_BARS.split(line.text)):
            if n:
                cells += _ended(scan, pieces, start - 1)
                pieces = []
            if piece.strip():
                pieces.append(cell_at(piece, start))
            start += len(piece) + 1
    cells += _ended(scan, pieces, 0) if pieces else []
    return scan.rows([(cells, next(scan.runs))], Grid.CELLS)


def _ended(scan: Scan, pieces: Sequence[Cell], bar: int) -> list[Cell]:
    """The cell that a bar ends; a label before it that lacks its own bar is a cell by itself."""
    if not pieces:
        return [Cell("", bar, bar)]
    text = "".join(piece.text for piece in pieces)
    if len(pieces) > 1 and scan.role(pieces[0].text) & Role.OFFICIAL and not scan.role(text):
        return [pieces[0], *_ended(scan, pieces[1:], bar)]
    return [Cell(text, pieces[0].start, pieces[-1].end)]


def _bar_rows(scan: Scan, lines: Sequence[Line], ruled: bool) -> list[Row]:
    filled = [line for line in lines if line.content]
    leading = all(_BARS.match(line.content[0]) for line in filled)
    trailing = all(_BARS.match(line.content[-1]) for line in filled)
    run = next(scan.runs)
    groups = []
    for line in lines:
        if line.content:
            bar = _BARS.search(line.content)
            cells = split_cells(line, bar.group()) if bar else [cell_at(line.text, line.start)]
            groups.append((cells[leading : len(cells) - trailing], run))
        elif not ruled:
            run = next(scan.runs)
    return scan.rows([group for group in groups if group[0]], Grid.STATED if ruled else Grid.ROWS)


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
    return (rows if _looks_like_table(scan, rows) else [], end)


def _begins_plain(scan: Scan, i: int) -> bool:
    role = scan.role(scan.lines[i].content)
    if not role & Role.OFFICIAL or role & Role.VALUE or i in scan.headings:
        return False
    ahead = scan.next_filled(i + 1)
    return ahead < len(scan.lines) and ahead not in scan.headings and _plain_cell(scan, ahead)


def _plain_cell(scan: Scan, i: int) -> bool:
    line = scan.lines[i]
    if "\t" in line.text.strip("\t") or _BARS.search(line.content):
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


def _looks_like_table(scan: Scan, rows: Sequence[Row]) -> bool:
    """At least three cells of which one is an official label, or a row of figures."""
    filled = figures = labels = 0
    for row in rows:
        for cell in row.cells:
            if cell.text:
                role = scan.role(cell.text)
                filled += 1
                labels += bool(role & Role.OFFICIAL)
                figures += bool(role & Role.FIGURE)
            if filled >= _LEAST_CELLS and (labels or figures >= _LEAST_CELLS):
                return True
    return filled >= _LEAST_CELLS and any(row.kind is not Kind.CONTINUED for row in rows)


SHAPES: tuple[Shape, ...] = (tabbed, barred, plain_cells)
