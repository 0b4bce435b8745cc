"""Paragraphs that were broken into lines of one width, as in the text of a PDF, put together again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gdlint.lexicon.numerals import HAN
from gdlint.lexicon.sentences import ENDS, PAUSES
from gdlint.model.document import Paragraph
from gdlint.model.fast import new
from gdlint.model.regex import lazy
from gdlint.syntax.lines import Line, cell_at

_LONGEST_LINE = 70
"""characters; a text with a longer line of prose is not broken into lines"""
_SHORTEST_LINE = 20
_LEAST_LINES = 4
"""so many lines of the full width that do not end a sentence show that a text is broken into lines"""
_SLACK = 6
"""columns by which a full line may be shorter: what did not fit, or a number that was not parted"""
_INDENT = 4
_ENDS = frozenset(ENDS + "：.!?;:")
_BEGINS = lazy(rf"[（(][{HAN}\d]{{1,3}}[)）]|[{HAN}]{{1,3}}、|\d{{1,2}}[.、．]\D|第[{HAN}]+[章节条]")
_PROSE = lazy(f"[{PAUSES}]")
_TITLE = lazy(r"(?:报告|年报|公告|公示)(?:[（(][^（()）]{1,12}[）)])?[》*_]*$|\s[>›]\s")
"""what ends a title, or stands in the path of a page"""
_GAP = re.compile(r"[ \t\u3000]{2}")
_WIDE = 0x2E80
_ALSO_WIDE = frozenset("“”‘’…—·×")
"""marks as wide as letters of East Asia among which they stand"""
_MOST = 0.75
"""such a share of the lines with equally many letters shows that letters were counted, and not columns"""


class Wrapping(NamedTuple):
    """How a text is broken into lines: the width of a full line in columns, 0 where it is not, and its letters, 0 where
    they were not counted."""

    width: int
    letters: int = 0

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Wrapping":
        """The wrapping of a text, told by its lines of prose."""
        if any(len(line[2]) > _LONGEST_LINE and not _GAP.search(line[2]) for line in lines):
            return cls(0)
        prose = [
            line
            for line in lines
            if len(line.content) >= _SHORTEST_LINE
            and line.content[-1] not in _ENDS
            and _PROSE.search(line.content)
            and not _GAP.search(line.content)
        ]
        widths = sorted(_width(line.content) for line in prose)
        full = widths[-1] if widths else 0
        while full and sum(1 for width in widths if full - _SLACK <= width <= full) < _LEAST_LINES:
            full = next((width for width in reversed(widths) if width < full), 0)
        return cls(full, _letters(prose)) if full else cls(0)

    def fills(self, text: str, indent: int) -> bool:
        """A line as long as a full one, of which the first of a paragraph may lack an indent."""
        counted = bool(self.letters) and self.letters - indent // 2 <= len(text) <= self.letters
        return counted or _width(text) + indent >= self.width - _SLACK


def _letters(prose: Sequence[Line]) -> int:
    """How many letters all but a few lines of prose have that are not indented, 0 where they have not as many as each
    other."""
    lengths = [len(line.content) for line in prose if line.text[0] == line.content[0]]
    length, lines = Counter(lengths).most_common(1)[0] if lengths else (0, 0)
    return length if lines >= max(_LEAST_LINES, _MOST * len(lengths)) else 0


def _width(text: str) -> int:
    """The width of a text in columns: letters of East Asia take two."""
    return sum(2 if ord(char) >= _WIDE or char in _ALSO_WIDE else 1 for char in text)


def paragraphs(lines: Sequence[Line], wrapping: Wrapping) -> list[Paragraph]:
    """The paragraphs of lines of prose that follow each other."""
    if not wrapping.width:
        return [new(Paragraph, (*cell_at(line.text, line.start), ())) for line in lines]
    return [_joined(group) for group in _groups(lines, wrapping)]


def _groups(lines: Sequence[Line], wrapping: Wrapping) -> Iterator[list[Line]]:
    group = [lines[0]]
    for line, following in pairwise(lines):
        if _goes_on(line, following, wrapping, first=len(group) == 1):
            group.append(following)
        else:
            yield group
            group = [following]
    yield group


def _goes_on(line: Line, following: Line, wrapping: Wrapping, *, first: bool) -> bool:
    """A line that fills the width (the first of a paragraph may be indented) and ends no sentence, before one that begins
    no paragraph."""
    if line.content[-1] in _ENDS or _TITLE.search(line.content) or _BEGINS.match(following.content):
        return False
    return wrapping.fills(line.content, _INDENT if first else 0)


def _joined(lines: Sequence[Line]) -> Paragraph:
    """Lines as one paragraph, with the way back: where each later line begins in it and in the text."""
    cells = [cell_at(line.text, line.start) for line in lines]
    seams, length = [], len(cells[0].text)
    for cell in cells[1:]:
        seams.append((length, cell.start))
        length += len(cell.text)
    return new(Paragraph, ("".join(cell.text for cell in cells), cells[0].start, cells[-1].end, tuple(seams)))
