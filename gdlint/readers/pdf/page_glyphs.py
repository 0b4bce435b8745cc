"""The glyphs and rules of one page of a PDF file."""

from collections.abc import Iterator
from ctypes import byref, c_double
from functools import lru_cache
from math import atan2, hypot
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import rules_of
from gdlint.readers.drawn.sheet import Box, Glyph, Sheet, is_slanted
from gdlint.readers.pdf.polylines import Matrix, Paths

MOST_LETTERS = 100_000
"""of one page"""
_LARGE = 40.0
"""points, and no letter of a text is as high"""
_LOW = 4.0
"""points, and no letter of a text is as low: a font that has but few letters may say to be no higher than these (一)"""
_ASCENT = 0.88
"""of the size of a font, above the line on which letters stand"""
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
        found, level = raw.FS_RECTF(), (0.0, 0.0)
        for n in range(count):
            letter = _printed(raw.FPDFText_GetUnicode(text.raw, n))
            box = _box(leaf, text.raw, n, found) if letter else None
            if box and leaf.shows(box):
                # A letter level with the one before it stands as that one does.
                if (box.top, box.bottom) != level:
                    if is_slanted(_angle(text.raw, n)):
                        continue
                    level = box.top, box.bottom
                yield Glyph(letter, box)
    finally:
        text.close()


@lru_cache(maxsize=4096)
def _printed(code: int) -> str:
    """The letter of a code; nothing for blanks and what is none."""
    letter = "-" if chr(code) == _HYPHEN else chr(code)
    return letter if letter.isprintable() and not letter.isspace() else ""


def _box(leaf: Leaf, text: Any, n: int, found: Any) -> Box | None:
    """The box of a letter in its line: as high as the font. PDFium writes it to `found`."""
    if not raw.FPDFText_GetLooseCharBox(text, n, byref(found)):
        return None
    top, bottom = found.top, found.bottom
    if top - bottom > _LARGE and not _is_large(text, n):
        return _narrow(leaf, text, n)
    if top - bottom < _LOW and (size := _font_size(text, n)) > 1.6 * (top - bottom):
        line = _line_of(text, n)
        top, bottom = line + _ASCENT * size, line - (1 - _ASCENT) * size
    return leaf.matrix.box(found.left, top, found.right, bottom)


def _line_of(text: Any, n: int) -> float:
    """How high the line is on which a letter stands."""
    across, up = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, n, byref(across), byref(up))
    return up.value


def _angle(text: Any, n: int) -> float:
    """By how much the line of a letter is turned; that of an oblique letter is not, whatever `FPDFText_GetCharAngle` says."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, n, byref(matrix))
    return atan2(matrix.b, matrix.a)


def _is_large(text: Any, n: int) -> bool:
    """A letter is as large as its box says. In vertical fonts it is not: the box knows nothing of their scale."""
    return _font_size(text, n) > _LARGE / 2


def _font_size(text: Any, n: int) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, n, byref(matrix))
    return float(raw.FPDFText_GetFontSize(text, n)) * hypot(matrix.c, matrix.d)


def _narrow(leaf: Leaf, text: Any, n: int) -> Box:
    """The box of a letter around what is printed of it."""
    left, right, bottom, top = (c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, n, byref(left), byref(right), byref(bottom), byref(top))
    half = _font_size(text, n) / 2
    across, down = leaf.matrix.point((left.value + right.value) / 2, (bottom.value + top.value) / 2)
    return Box(across - half, down - half, across + half, down + half)
