"""Reports as they are printed: glyphs and ruling lines on sheets of A4, tables over page breaks, a number on each page."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gdlint.readers.drawn.sheet import Box, Glyph, RulingLine, Sheet

from .frame import printed
from .layout import Grid
from .model import Made
from .pages import Box as Area
from .pages import boxes

_WIDTH: Final = 595.0
_HEIGHT: Final = 842.0
_MARGIN: Final = 60.0
_SIZE: Final = 10.0
_LINE: Final = 0.88 * _SIZE
_PITCH: Final = 14.0
_PADDING: Final = 3.0
_UNBROKEN: Final = re.compile(r"[\d.]+|\D")
_LABELS: Final = {"disclosure": (140.0,), "applications": (30.0, 60.0, 140.0), "litigation": ()}
"""how wide the columns of labels are"""


def sheets(made: Made) -> list[Sheet]:
    """A report in, its sheets out."""
    paper = _Paper()
    for part in printed(made):
        if isinstance(part, str):
            paper.paragraph(part)
        else:
            section, grid = part
            paper.table(grid, _LABELS[section.key])
    return paper.finished()


class _Paper:
    """Sheets that fill from top to bottom."""

    def __init__(self) -> None:
        self._done: list[Sheet] = []
        self._top = _MARGIN
        self._begin()

    def finished(self) -> list[Sheet]:
        """All sheets."""
        self._turn()
        return self._done

    def paragraph(self, text: str) -> None:
        """A paragraph, of which the first line is indented."""
        lines = _wrapped(text, _WIDTH - 2 * _MARGIN - 2 * _SIZE, _WIDTH - 2 * _MARGIN)
        for n, line in enumerate(lines):
            self._room(_PITCH)
            self._write(line, _MARGIN + (0 if n else 2 * _SIZE), self._top)
            self._top += _PITCH
        self._top += _PITCH / 2

    def table(self, grid: Grid, labels: Sequence[float]) -> None:
        """A table; between two rows it may go on on the next sheet."""
        edges = _edges(len(grid[0].cells), labels)
        cells = boxes(grid)
        heights = _heights(cells, edges, len(grid))
        waiting = {cell: _cell_lines(cell, edges) for cell in cells}
        first = 0
        while first < len(grid):
            self._room(heights[first])
            tops = [self._top]
            while first + len(tops) <= len(grid) and self._fits(tops[-1] + heights[first + len(tops) - 1]):
                tops.append(tops[-1] + heights[first + len(tops) - 1])
            last = first + len(tops) - 1
            for cell in cells:
                if cell.top < last and cell.bottom > first:
                    upper, lower = tops[max(cell.top - first, 0)], tops[min(cell.bottom, last) - first]
                    self._cell(waiting[cell], Box(edges[cell.left], upper, edges[cell.right], lower))
            first, self._top = last, tops[-1] + _PITCH

    def _cell(self, lines: list[str], box: Box) -> None:
        """A cell, or the part of one that stands on this sheet, with as many of its lines as it has room for."""
        self._across += [RulingLine(at, box.left, box.right) for at in (box.top, box.bottom)]
        self._down += [RulingLine(at, box.top, box.bottom) for at in (box.left, box.right)]
        top = box.top + _PADDING
        while lines and top + _SIZE <= box.bottom:
            self._write(lines.pop(0), box.left + _PADDING, top)
            top += _PITCH

    def _write(self, text: str, left: float, top: float) -> None:
        for each in text:
            width = _width(each)
            if not each.isspace():
                self._glyphs.append(Glyph(each, Box(left, top, left + width, top + _SIZE), top + _LINE))
            left += width

    def _fits(self, bottom: float) -> bool:
        return bottom <= _HEIGHT - _MARGIN

    def _room(self, height: float) -> None:
        if not self._fits(self._top + height):
            self._turn()

    def _turn(self) -> None:
        self._write(f"- {len(self._done) + 1} -", _WIDTH / 2, _HEIGHT - _MARGIN / 2)
        self._done.append(Sheet(_WIDTH, _HEIGHT, tuple(self._glyphs), tuple(self._across), tuple(self._down)))
        self._begin()

    def _begin(self) -> None:
        self._top = _MARGIN
        self._glyphs: list[Glyph] = []
        self._across: list[RulingLine] = []
        self._down: list[RulingLine] = []


def _edges(columns: int, labels: Sequence[float]) -> list[float]:
    """Where each column begins, and the last one ends."""
    rest = (_WIDTH - 2 * _MARGIN - sum(labels)) / (columns - len(labels))
    edges = [_MARGIN]
    for n in range(columns):
        edges.append(edges[-1] + (labels[n] if n < len(labels) else rest))
    return edges


def _heights(cells: Sequence[Area], edges: Sequence[float], rows: int) -> list[float]:
    """How high each row is: as its highest cell; one over several rows has room in the last of them."""
    heights = [0.0] * rows
    for cell in sorted(cells, key=lambda cell: cell.bottom - cell.top):
        needed = max(len(_cell_lines(cell, edges)), 1) * _PITCH + 2 * _PADDING
        lack = needed - sum(heights[cell.top : cell.bottom])
        heights[cell.bottom - 1] += max(lack, 0.0)
    return heights


def _cell_lines(cell: Area, edges: Sequence[float]) -> list[str]:
    room = edges[cell.right] - edges[cell.left] - 2 * _PADDING
    return list(_wrapped(cell.text, room, room))


def _wrapped(text: str, first: float, others: float) -> Iterator[str]:
    """The lines of a text, the first of which has another room than the others; a figure is broken only where no line has room for
    it."""
    line, room = "", first
    for piece in _UNBROKEN.findall(text):
        for part in [piece] if _long(piece) <= others else piece:
            if line and _long(line + part) > room:
                yield line
                line, room = "", others
            line += part
    if line:
        yield line


def _long(text: str) -> float:
    return sum(map(_width, text))


def _width(letter: str) -> float:
    return _SIZE if letter >= "\u2e80" or letter in "“”—…" else _SIZE / 2
