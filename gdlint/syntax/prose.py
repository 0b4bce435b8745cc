"""Lines without cells: paragraphs, put together where the file breaks them into lines of one width, subheadings, what a portal
says, and figures of tables that could not be cut."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from gdlint.lexicon.numerals import HAN
from gdlint.lexicon.sentences import CLAUSES, ENDS, PAUSES
from gdlint.lexicon.table_cells import role_of
from gdlint.model.document import Metadata, Paragraph, Stray, Subheading
from gdlint.model.fast import new
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.headings import is_subheading
from gdlint.syntax.lines import Line, cell_of
from gdlint.syntax.portal_lines import BESIDE, first_letters, metadata_in, published_in
from gdlint.syntax.shapes.scan import Extent

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
_GAP = lazy(r"[ \t\u3000]{2}")
_WIDE = 0x2E80
_ALSO_WIDE = frozenset("“”‘’…—·×")
"""marks as wide as letters of East Asia among which they stand"""
_MOST = 0.75
"""such a share of the lines with equally many letters shows that letters were counted, and not columns"""


class Piece(NamedTuple):
    """A token: its type in the grammar, and the row, rows, paragraphs or heading that it stands for."""

    type: str
    item: Any


class Wrapping(NamedTuple):
    """How a text is broken into lines: the width of a full line in columns, 0 where it is not, and its letters, 0 where
    they were not counted."""

    width: int
    letters: int = 0

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Wrapping":
        """The wrapping of a text, told by its lines of prose."""
        long = [line for line in lines if len(line[2]) >= _SHORTEST_LINE]
        if any(len(line.content) > _LONGEST_LINE and not _GAP.search(line.content) for line in long):
            return cls(0)
        prose = [
            line
            for line in long
            if line.content[-1] not in _ENDS and _PROSE.search(line.content) and not _GAP.search(line.content)
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
        return [new(Paragraph, (*cell_of(line), ())) for line in lines]
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
    cells = list(map(cell_of, lines))
    seams, length = [], len(cells[0].text)
    for cell in cells[1:]:
        seams.append((length, cell.start))
        length += len(cell.text)
    return new(Paragraph, ("".join(cell.text for cell in cells), cells[0].start, cells[-1].end, tuple(seams)))


_NUMBERS = lazy(r"(?<![\d年月第])\d+(?:\.\d+)?(?![\d年月日])")
_MANY_DIGITS = lazy(r"(?<![\d-])\d{7}")
_SENTENCE = lazy(f"[{CLAUSES}]")
_MANY_LABELS = 8
_WHOLE_TABLE = 200
"""characters: a shorter sentence does not hold a table of many labels"""
_LEAST_NUMBERS = 2
_OF_FIGURES = "0123456789.,-+ \t\u00a0\u3000"


class Prose:
    """The lines that wait to become tokens, until a heading or a table comes; and whether a section has begun."""

    def __init__(self, lines: Sequence[Line], vocabulary: Vocabulary, extent: Extent) -> None:
        self.vocabulary = vocabulary
        self.extent = extent
        self.wrapping = Wrapping.of(lines)
        self.waiting: list[Line] = []
        self.in_section = False

    def pieces(self) -> Iterator[Piece]:
        """The tokens of the waiting lines; none waits behind them."""
        text: list[Line] = []
        for line in self.waiting:
            others = self._other(line)
            if others:
                self.extent.add_headings(len(others))
                yield from self._text(text)
                yield from others
                text = []
            else:
                text.append(line)
        yield from self._text(text)
        self.waiting = []

    def _text(self, lines: Sequence[Line]) -> Iterator[Piece]:
        if lines:
            yield Piece("TEXT", paragraphs(lines, self.wrapping))

    def _other(self, line: Line) -> list[Piece]:
        """What is no text of a paragraph."""
        if not self.in_section and (metadata := self._metadata(line)):
            return [Piece("METADATA", item) for item in metadata]
        if self.in_section and _is_stray(line.content, self.vocabulary):
            return [Piece("STRAY", Stray(*cell_of(line)))]
        if is_subheading(line):
            return [Piece("SUBHEADING", Subheading(*cell_of(line)))]
        return []

    def _metadata(self, line: Line) -> list[Metadata]:
        """What a portal says."""
        if line.content.lstrip(BESIDE)[:1] not in first_letters(self.vocabulary):
            return []
        return metadata_in(line, self.vocabulary) or published_in(line)


def _is_stray(content: str, vocabulary: Vocabulary) -> bool:
    """Figures of a table that no shape could cut: behind a label, in a line of their own, or in one long paragraph."""
    if content[-1] == "。" and len(content) < _WHOLE_TABLE:
        return False
    sentence = bool(_SENTENCE.search(content))
    if sentence and (len(content) < _WHOLE_TABLE or not any(head in content for head in vocabulary.heads)):
        return False
    if not sentence and content[-1:].isdigit():
        label = content.rstrip(_OF_FIGURES)
        if not label or role_of(label, vocabulary) & Role.OFFICIAL:
            return bool(label) or len(content.split()) > _LEAST_NUMBERS or _runs_together(content)
    if len(_NUMBERS.findall(content)) < _LEAST_NUMBERS and not _runs_together(content):
        return False
    word = plain(content)
    labels = sum(1 for label in vocabulary.telling if label in word)
    return labels >= _MANY_LABELS or (labels > 0 and not sentence)


def _runs_together(content: str) -> bool:
    """So many digits in a row are several figures."""
    return bool(_MANY_DIGITS.search(content))
