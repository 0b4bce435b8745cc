"""Marks of notes that are printed raised behind what they annotate, as the mark in 27¹."""

from collections.abc import Sequence

from gdlint.readers.drawn.sheet import Glyph
from gdlint.readers.note_marks import is_note_mark

_SMALL = 0.87
"""of the height of the letter before: no mark is higher; browsers print 0.83 of it, word processors 0.58 to 0.65"""
_RAISED = 0.15
"""of that height, by which a mark stands above the line of the letter, and its head too where its font is a higher one"""
_TIGHT = 0.3
"""of that height: a mark stands no further behind the letter"""


def without_note_marks(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs of a line, from left to right, without marks of notes. The first glyph is none."""
    feet = [glyph.foot for glyph in glyphs]
    least = min([box.bottom - box.top for _, box, _ in glyphs])
    if max(feet) - min(feet) < _RAISED * least:
        return glyphs
    kept: list[Glyph] = []
    n = 0
    while n < len(glyphs):
        end = _end_of_raised(glyphs, n, kept[-1]) if kept else n
        if end > n and is_note_mark(_text(glyphs[n:end]), _text(kept)):
            kept[-1] = _up_to(kept[-1], glyphs[end - 1])
        else:
            end = max(end, n + 1)
            kept += glyphs[n:end]
        n = end
    return kept


def _end_of_raised(glyphs: Sequence[Glyph], start: int, base: Glyph) -> int:
    """Where raised letters end that begin tight behind a letter; where they begin if they are none."""
    height = base.box.bottom - base.box.top
    right, end = base.box.right, start
    while end < len(glyphs):
        box = glyphs[end].box
        if not _is_raised(glyphs[end], base, height) or box.left - right > _TIGHT * height:
            break
        right, end = box.right, end + 1
    return end


def _is_raised(glyph: Glyph, base: Glyph, height: float) -> bool:
    small = glyph.box.bottom - glyph.box.top <= _SMALL * height
    higher = base.box.top - glyph.box.top >= _RAISED * height
    return base.foot - glyph.foot >= _RAISED * height and (small or higher)


def _up_to(glyph: Glyph, mark: Glyph) -> Glyph:
    """A glyph with the room of the mark behind it, so that no blank is left there."""
    return glyph._replace(box=glyph.box._replace(right=max(glyph.box.right, mark.box.right)))


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join([glyph.text for glyph in glyphs])
