"""What stands on one sheet from top to bottom: lines of text, and tables with the text of their cells."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.readers.drawn.glyph_lines import GlyphLine, line, rows, words
from gdlint.readers.drawn.lattice import Area, Lattice, lattices
from gdlint.readers.drawn.sheet import Box, Glyph, Sheet

_HAIR = 0.4
"""points; the width of the finest line"""


class PageBox(NamedTuple):
    """A box on a page, which counts from 1."""

    page: int
    box: Box


class RuledCell(NamedTuple):
    """A cell of a table: which places it takes, its text, and where it is printed."""

    area: Area
    text: str
    page_box: PageBox


class RuledTable(NamedTuple):
    """A ruled table: where its columns begin and the last one ends, how many rows it has, and its cells row by row."""

    xs: tuple[float, ...]
    rows: int
    cells: tuple[RuledCell, ...]


class TextLine(NamedTuple):
    """A line of text outside tables."""

    line: GlyphLine
    page: int


class PageNumber(NamedTuple):
    """A line that is the number of its page."""

    line: GlyphLine
    page: int


Block = RuledTable | TextLine | PageNumber


def blocks(sheet: Sheet, page: int) -> list[Block]:
    """The blocks of a sheet from top to bottom. Raises `UnreadableError` for a table that is larger than any of a report."""
    tables = lattices(sheet.across, sheet.down)
    inside: list[list[list[Glyph]]] = [[] for _ in tables]
    outside: list[Glyph] = []
    # A table within a frame is asked first.
    boxes = sorted(((each.box, n) for n, each in enumerate(tables)), key=lambda pair: _size(pair[0]))
    for word in words(sheet.glyphs):
        middle = _middle(word)
        n = next((n for box, n in boxes if box.holds(*middle)), None)
        if n is None:
            outside += word
        else:
            inside[n].append(word)
    placed: list[tuple[float, Block]] = [
        (each.box.top, _table(each, found, page)) for each, found in zip(tables, inside, strict=True)
    ]
    for row in rows(outside):
        written = line(row)
        placed.append((written.box.top, TextLine(written, page)))
    return [block for _, block in sorted(placed, key=lambda each: each[0])]


def _middle(word: Sequence[Glyph]) -> tuple[float, float]:
    left, top, _, bottom = word[0].box
    return (left + word[-1].box.right) / 2, (top + bottom) / 2


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _table(lattice: Lattice, found: Sequence[Sequence[Glyph]], page: int) -> RuledTable:
    owners = {
        (area.row + n, area.column + m): area
        for area in lattice.areas
        for n in range(area.rows)
        for m in range(area.columns)
    }
    glyphs: dict[Area, list[Glyph]] = {}
    for word in found:
        for part in _parted(word, lattice.xs):
            # A figure that is wider than its cell stays whole.
            glyphs.setdefault(owners[lattice.place(*_middle(part))], []).extend(part)
    cells = []
    for area in lattice.areas:
        box = lattice.box_of(area)
        cells.append(RuledCell(area, cell_text(glyphs.get(area, ()), box), PageBox(page, box)))
    return RuledTable(lattice.xs, len(lattice.ys) - 1, tuple(cells))


def _parted(word: Sequence[Glyph], xs: Sequence[float]) -> Iterator[Sequence[Glyph]]:
    """The parts of a word between which a line of the table stands: figures that fill their cells. Where a line runs through a
    figure, there is no room for it between two digits."""
    begin = 0
    for n in range(1, len(word)):
        left, right = word[n - 1].box.right, word[n].box.left
        if right - left > _HAIR:
            at = bisect_left(xs, left - _HAIR)
            if at < len(xs) and xs[at] < right + _HAIR:
                yield word[begin:n]
                begin = n
    yield word[begin:]


def cell_text(glyphs: Sequence[Glyph], box: Box) -> str:
    """The text of a cell. A line that goes on below, as there was no room for more, is one with the next."""
    lines = [line(row) for row in rows(glyphs)]
    return "".join(_with_ends(lines, box))


def _with_ends(lines: Sequence[GlyphLine], box: Box) -> Iterator[str]:
    for n, each in enumerate(lines):
        yield each.text
        if n + 1 < len(lines):
            yield _end(each, lines[n + 1], box)


def _end(upper: GlyphLine, lower: GlyphLine, box: Box) -> str:
    """What stands between two lines of a cell: nothing within a word or a figure that was broken for want of room."""
    if not (upper.text[-1].isdecimal() or upper.text[-1] == ".") or not lower.text[0].isdecimal():
        return "" if is_chinese(upper.text[-1]) and is_chinese(lower.text[0]) else "\n"
    margin = max(min(upper.box.left, lower.box.left) - box.left, 0.0)
    room = box.right - margin - upper.box.right
    return "" if room < max(lower.size / 2, lower.first_letter) else "\n"


def is_chinese(letter: str) -> bool:
    """A letter or mark of Chinese, around which there are no blanks."""
    return letter >= "\u2e80"
