"""Whether a line goes on with the paragraph of the one above."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gdlint.readers.drawn.blocks import TextLine
from gdlint.readers.drawn.glyph_lines import GlyphLine

_PITCH = 1.3
"""lines further apart than so many times the least distance of the two are of two paragraphs"""
_SLACK = 0.4
_INDENT = 1.0
_BEGINS = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]")
_COLUMNS = "   "


class Margins:
    """The margins of a text: where most of its lines begin and end."""

    def __init__(self, lines: Sequence[GlyphLine]) -> None:
        self.left = min((line.box.left for line in lines), default=0.0)
        self.right = max((line.box.right for line in lines), default=0.0)
        pitches = [lower.box.middle[1] - upper.box.middle[1] for upper, lower in pairwise(lines)]
        self.pitch = min((pitch for pitch in pitches if pitch > 0.8 * lines[0].size), default=0.0)

    def goes_on(self, upper: TextLine, lower: TextLine) -> bool:
        """The lower line goes on with the paragraph: there was no room in the upper one for its first word."""
        above, below = upper.line, lower.line
        if _COLUMNS in above.text or _COLUMNS in below.text or _BEGINS.match(below.text):
            return False
        if max(above.size, below.size) > 1.3 * min(above.size, below.size):
            return False
        room = self.right - above.box.right + _SLACK * above.size
        indent = below.box.left - min(self.left, above.box.left)
        if (
            room > max(below.first_word, above.size) + 2 * _SLACK * above.size
            or indent > _INDENT * below.size
        ):
            return False
        return upper.page != lower.page or below.box.middle[1] - above.box.middle[1] <= _PITCH * self.pitch
