"""Lines without cells: paragraphs, subheadings, what a portal says, and figures of tables that could not be cut."""

import re
from collections.abc import Iterator, Sequence

from gdlint.lexicon.sentences import CLAUSES
from gdlint.model.document import Stray, Subheading
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.bounds import Extent
from gdlint.syntax.heading_lines import is_subheading
from gdlint.syntax.lines import Line, cell_at, role_of
from gdlint.syntax.portal import metadata_in
from gdlint.syntax.token import Piece
from gdlint.syntax.wrapping import Wrapping, paragraphs

_NUMBERS = re.compile(r"(?<![\d年月第])\d+(?:\.\d+)?(?![\d年月日])")
_MANY_DIGITS = re.compile(r"(?<![\d-])\d{7}")
_SENTENCE = re.compile(f"[{CLAUSES}]")
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
            yield Piece.of("TEXT", paragraphs(lines, self.wrapping))

    def _other(self, line: Line) -> list[Piece]:
        """What is no text of a paragraph."""
        if not self.in_section and (metadata := metadata_in(line, self.vocabulary)):
            return [Piece.of("METADATA", item) for item in metadata]
        if self.in_section and _is_stray(line.content, self.vocabulary):
            return [Piece.of("STRAY", Stray(*cell_at(line.text, line.start)))]
        if is_subheading(line):
            return [Piece.of("SUBHEADING", Subheading(*cell_at(line.text, line.start)))]
        return []


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
