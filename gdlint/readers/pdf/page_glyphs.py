"""The glyphs and rules of one page of a PDF file."""

from collections.abc import Iterator
from ctypes import byref, c_double
from functools import lru_cache
from math import atan2, hypot
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import rules_of
from gdlint.readers.drawn.sheet import Box, Glyph, Sheet, is_slanted
from gdlint.readers.pdf.polylines import Matrix, Paths

MOST_LETTERS = 100_000
"""of one page"""
_LOW = 4.0
"""points, and no letter of a text is as low: a font may draw them larger than its size"""
_ASCENT = 0.88
"""of the size of a font, above the line on which letters stand"""
_WIDEST = 2.5
"""of the size: no letter is wider, but the boxes of fonts that are written from top to bottom know nothing of their scale"""
_HYPHEN = "\x02"
"""what stands for a hyphen at the end of a line"""


class Leaf:
    """A page, and how its points come to stand on the sheet, whose upper left corner is that of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self.width, self.height = map(float, page.get_size())
        left, bottom, right, top = page.get_bbox()
        self.matrix = {
            90: Matrix(0, 1, 1, 0, -bottom, -left),
            180: Matrix(-1, 0, 0, 1, right, -bottom),
            270: Matrix(0, -1, -1, 0, top, right),
        }.get(page.get_rotation(), Matrix(1, 0, 0, -1, -left, top))

    def shows(self, box: Box) -> bool:
        """The middle of a box lies on the page."""
        left, top, right, bottom = box
        return 0 <= left + right <= 2 * self.width and 0 <= top + bottom <= 2 * self.height


class _Line(NamedTuple):
    """How letters stand that are level with each other, in points of the page, from its lower edge."""

    top: float
    bottom: float
    foot: float
    """where the line is on which they stand, from the upper edge of the sheet"""
    size: float
    """of their font"""
    is_turned: bool


_NO_LINE = _Line(0.0, 0.0, 0.0, 0.0, is_turned=False)


def sheet_of(leaf: Leaf, paths: Paths | None = None) -> Sheet:
    """A page, and the paths of its file so far, in, what is drawn on it out. Raises `UnreadableError` for more than any report has."""
    glyphs = tuple(_glyphs(leaf))
    polylines = (paths or Paths()).polylines_of(leaf.page, leaf.matrix)
    return Sheet(leaf.width, leaf.height, glyphs, *rules_of(polylines))


def _glyphs(leaf: Leaf) -> Iterator[Glyph]:
    text = leaf.page.get_textpage()
    try:
        count = text.count_chars()
        if count > MOST_LETTERS:
            raise UnreadableError("large-report")
        found, seen, line = raw.FS_RECTF(), (0.0, 0.0), _NO_LINE
        for n in range(count):
            letter = _printed(raw.FPDFText_GetUnicode(text.raw, n))
            if not letter or not raw.FPDFText_GetLooseCharBox(text.raw, n, byref(found)):
                continue
            # A letter level with the one before it stands as that one does.
            if (found.top, found.bottom) != seen:
                matrix = _matrix(text.raw, n)
                if is_slanted(atan2(matrix.b, matrix.a)):
                    continue
                seen, line = (found.top, found.bottom), _line_of(leaf, text.raw, n, matrix)
            box = _box(leaf, text.raw, n, found, line)
            if leaf.shows(box):
                yield Glyph(letter, box, line.foot)
    finally:
        text.close()


@lru_cache(maxsize=4096)
def _printed(code: int) -> str:
    """The letter of a code; nothing for blanks and what is none."""
    letter = "-" if chr(code) == _HYPHEN else chr(code)
    return letter if letter.isprintable() and not letter.isspace() else ""


def _line_of(leaf: Leaf, text: Any, n: int, matrix: Any) -> _Line:
    """The line on which a letter stands. Of a font its size is certain; how high its letters are, fonts say as they like, and how
    PDFium takes that depends on its release."""
    across, up = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, n, byref(across), byref(up))
    size = float(raw.FPDFText_GetFontSize(text, n))
    return _Line(
        up.value + _ASCENT * size * matrix.d,
        up.value - (1 - _ASCENT) * size * matrix.d,
        leaf.matrix.point(across.value, up.value)[1],
        size * hypot(matrix.c, matrix.d),
        abs(matrix.b) > abs(matrix.a),
    )


def _box(leaf: Leaf, text: Any, n: int, found: Any, line: _Line) -> Box:
    """The box of a letter in its line, of which PDFium says how wide it is."""
    if found.right - found.left > _WIDEST * line.size:
        return _narrow(leaf, text, n, line.size)
    if line.is_turned or line.size < _LOW:
        return leaf.matrix.box(found.left, found.top, found.right, found.bottom)
    return leaf.matrix.box(found.left, line.top, found.right, line.bottom)


def _matrix(text: Any, n: int) -> Any:
    """How a letter is turned and scaled; whatever `FPDFText_GetCharAngle` says, an oblique one is not turned."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, n, byref(matrix))
    return matrix


def _narrow(leaf: Leaf, text: Any, n: int, size: float) -> Box:
    """The box of a letter around what is printed of it."""
    left, right, bottom, top = (c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, n, byref(left), byref(right), byref(bottom), byref(top))
    across, down = leaf.matrix.point((left.value + right.value) / 2, (bottom.value + top.value) / 2)
    return Box(across - size / 2, down - size / 2, across + size / 2, down + size / 2)
