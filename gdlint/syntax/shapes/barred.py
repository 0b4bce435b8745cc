"""Cells parted by bars: Markdown pipe tables, rows of several cells, or one cell a line that ends in a bar."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby
from operator import itemgetter

from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Cell, Grid, Row
from gdlint.model.fast import new
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role
from gdlint.model.wording import stripped
from gdlint.syntax.lines import Line, cell_at, cell_of, split_cells
from gdlint.syntax.shapes.bars import BARS, beside_bars, is_rule, only_bars, without_rules
from gdlint.syntax.shapes.scan import Found, Scan, looks_like_table, may_be_cell

_CONTENT = itemgetter(2)
"""of a line"""
_EMPHASIS = lazy(r"(\*{1,3}|_{1,3})([^*_\s](?:[^*_]*[^*_\s])?)\1")
_QUOTED = lazy(r">\s*(?:\||$)")
_PIPE_RULE = lazy(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")


def barred(scan: Scan, i: int) -> Found | None:
    """Cells parted by bars: Markdown pipe tables, rows of several cells, or one cell a line that ends in a bar."""
    end = _barred_end(scan, i)
    if end == i:
        return None
    scan.allow_cells(i, end, scan.bars.kinds)
    every = _unquoted(scan.lines[i:end])
    lines = without_rules(every)
    filled = list(filter(beside_bars, map(_CONTENT, lines)))
    parted = [content for content in filled if scan.bars.stand_in(content[1:-1])]
    if 2 * len(parted) <= len(filled):
        rows = _bar_cells(scan, lines)
    else:
        rule = next((line for line in every if "-" in line.text and _PIPE_RULE.fullmatch(line.text)), None)
        whole = list(_unbroken(scan, lines, rule.content.count("|"))) if rule else lines
        rows = _bar_rows(scan, whole, ruled=rule is not None)
    return (rows if looks_like_table(scan, rows) else [], end)


def _unquoted(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a table that stands in a quotation of Markdown, without its signs."""
    if not lines[0].content.startswith(">") or not all(
        _QUOTED.match(line.content) for line in lines if line.content
    ):
        return lines
    texts = [line.text.replace(">", " ", 1) for line in lines]
    return [Line(text, line.start, stripped(text)) for text, line in zip(texts, lines, strict=True)]


def _barred_end(scan: Scan, i: int) -> int:
    """Behind the last line with a bar. A line without any goes with the next one if that has its bar."""
    end, headings, stand_in, tabbed = i, scan.headings, scan.bars.stand_in, scan.tabbed
    above = ""
    for n in range(i, len(scan.lines)):
        text, _, content = scan.lines[n]
        if n in headings or (tabbed and "\t" in text.strip("\t")):
            break
        if not content:
            if above and "\t" in text:
                break
            continue
        has_bar = stand_in(content)
        if above and not (has_bar and _holds_bar_of(scan, above, content)):
            break
        if has_bar or is_rule(content):
            end, above = n + 1, ""
        elif scan.role(content) or may_be_cell(content, scan.vocabulary):
            above = content
        else:
            break
    return end


def _holds_bar_of(scan: Scan, content: str, following: str) -> bool:
    """The bar of a text stands on the next line, or it is the first half of a label whose second half ends there."""
    if only_bars(following):
        return True
    whole = content + scan.bars.split(following)[0].strip()
    return bool(scan.role(whole) | (scan.role(content) & Role.OFFICIAL))


def _bar_cells(scan: Scan, lines: Sequence[Line]) -> list[Row]:
    """Every bar ends a cell, wherever the text before it began."""
    cells: list[Cell] = []
    pieces: list[Cell] = []
    for line in filter(_CONTENT, lines):
        text, start, _ = line
        ended = scan.bars.split(text)
        rest = ended.pop()
        if not ended:
            pieces.append(cell_of(line))
            continue
        for piece in ended:
            if piece and not piece.isspace():
                pieces.append(cell_at(piece, start))
            start += len(piece) + 1
            cells += pieces if len(pieces) == 1 else _ended(scan, pieces, start - 1)
            pieces = []
        if rest and not rest.isspace():
            pieces.append(cell_at(rest, start))
    cells += _ended(scan, pieces, 0) if pieces else []
    return scan.rows([(cells, next(scan.runs))], Grid.CELLS)


def _ended(scan: Scan, pieces: Sequence[Cell], bar: int) -> list[Cell]:
    """The cells that a bar ends; a figure or label before it that lacks its own bar is a cell by itself."""
    if not pieces:
        return [new(Cell, ("", bar, bar))]
    cells: list[Cell] = []
    for figured, run in groupby(pieces, lambda piece: _holds_figure(scan, piece)):
        found = list(run)
        cells += found if figured else _joined(scan, found)
    return cells


def _holds_figure(scan: Scan, piece: Cell) -> bool:
    """A figure stands in it that would run into what is put behind or before it."""
    return bool(scan.role(piece.text) & Role.FIGURE) or any(map(is_figure, piece.text.split()))


def _joined(scan: Scan, pieces: Sequence[Cell]) -> list[Cell]:
    """Pieces of text as one cell; a whole label that the others are no part of is one by itself."""
    text = "".join(piece.text for piece in pieces)
    if len(pieces) > 1 and scan.role(pieces[0].text) & Role.OFFICIAL and not scan.role(text):
        return [pieces[0], *_joined(scan, pieces[1:])]
    return [Cell(text, pieces[0].start, pieces[-1].end)]


def _unbroken(scan: Scan, lines: Sequence[Line], bars: int) -> Iterator[Line]:
    """The lines of a table whose rows have so many bars; one that breaks off before its last bar, with the next line where both
    together have as many."""
    n = 0
    while n < len(lines):
        line, following = lines[n], lines[n + 1] if n + 1 < len(lines) else None
        n += 1
        if following and _goes_on(line, following, bars):
            text = scan.text[line.start : following.start + len(following.text)]
            line, n = Line(text, line.start, stripped(text)), n + 1
        yield line


def _goes_on(line: Line, following: Line, bars: int) -> bool:
    """A line and the next one, which touches it, are one row."""
    if line.content[-1:] == "|" or following.content[-1:] != "|":
        return False
    together = line.content.count("|") + following.content.count("|") == bars
    touching = following.start == line.start + len(line.text) + 1
    return together and touching and line.content[:1] == following.content[:1] == "|"


def _bar_rows(scan: Scan, lines: Sequence[Line], *, ruled: bool) -> list[Row]:
    filled = [line for line in lines if line.content]
    leading = all(line.content[0] in BARS for line in filled)
    trailing = all(line.content[-1] in BARS for line in filled)
    run = next(scan.runs)
    groups = []
    for line in lines:
        text, _, content = line
        if content:
            bar = scan.bars.first_in(content)
            cells = split_cells(line, bar, scan.blanks) if bar else [cell_of(line)]
            if ruled and ("*" in text or "_" in text):
                cells = [_without_emphasis(cell) for cell in cells]
            groups.append((cells[leading : len(cells) - trailing], run))
        elif not ruled:
            run = next(scan.runs)
    # Converters write an empty heading over a table without one.
    filled_groups = dropwhile(lambda group: not any(cell.text for cell in group[0]), groups)
    return scan.rows([group for group in filled_groups if group[0]], Grid.STATED if ruled else Grid.ROWS)


def _without_emphasis(cell: Cell) -> Cell:
    """A cell of a Markdown table without the marks that set it in bold or italics as a whole."""
    found = _EMPHASIS.fullmatch(cell.text)
    if found is None:
        return cell
    start, end = found.span(2)
    return Cell(found[2], cell.start + start, cell.start + end)
