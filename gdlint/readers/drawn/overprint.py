"""Letters that are printed several times at nearly the same place, as programs do for bold ones and shadows."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.readers.drawn.sheet import Glyph

_SAME = 0.3
"""of the width of a letter, by which its copies stand apart; two letters of a word do not overlap as much"""
_LEVEL = 0.3
"""of its height"""


def printed_once(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs of a line, from left to right, each once."""
    if not any(_is_copy(one, other) for one, other in pairwise(glyphs)):
        return glyphs
    kept = [glyphs[0]]
    for glyph in glyphs[1:]:
        if not _is_copy(kept[-1], glyph):
            kept.append(glyph)
    return kept


def _is_copy(one: Glyph, other: Glyph) -> bool:
    if one.text != other.text:
        return False
    box, again = one.box, other.box
    apart = abs(again.left - box.left) < _SAME * (box.right - box.left)
    return apart and abs(again.top - box.top) < _LEVEL * (box.bottom - box.top)
