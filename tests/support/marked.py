"""Sheets whose figures bear marks of notes, raised and small."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from gdlint.readers.drawn.sheet import Box, Glyph, Sheet
from support.letters import letter

_SIZE = 0.6
_FOOT = 0.55
"""of the height of the letter before"""


def marked(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Sheets in, the same with a mark behind each figure at the end of its word out."""
    return [sheet._replace(glyphs=tuple(_marked(sheet.glyphs))) for sheet in sheets]


def _marked(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    for glyph, behind in zip_longest(glyphs, glyphs[1:]):
        yield glyph
        if glyph.text.isdecimal() and not (behind and _is_close(glyph.box, behind.box)):
            _, top, right, bottom = glyph.box
            size = _SIZE * (bottom - top)
            foot = top + _FOOT * (bottom - top)
            yield letter("1", Box(right, foot - size, right + size / 2, foot))


def _is_close(box: Box, behind: Box) -> bool:
    return behind.top == box.top and abs(behind.left - box.right) < (box.bottom - box.top)
