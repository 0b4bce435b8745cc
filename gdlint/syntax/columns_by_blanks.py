"""Lines whose cells are parted by blanks: the texts and figures of a line, and the labels that texts make up together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.lexicon.table_cells import role_of
from gdlint.model.document import Cell
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.lines import Line, cell_at

_GAP = lazy(r"[ \u00a0\u3000\u2002\u2003]{2,}")
_TOKEN = lazy(r"\S+")
_MARGIN_MARK = "、"
"""stands for nothing in a cell, but at the begin of a line it is a glyph of a label that runs down the margin (三、…)"""
_FEW = 3
"""fewer figures than these at the end of a line are only cells if a gap stands before them"""
_WIDE = "\u2e80"
"""the first of the letters of East Asia"""
_NEAR = 2
"""columns by which the pieces of one label may be indented differently"""


class SpacedText(NamedTuple):
    """A text in a line, the column (in characters, from 0) in which it begins, and how many of the letters before it in the line
    are as wide as two."""

    cell: Cell
    column: int
    wide_before: int = 0

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + self.cell.end - self.cell.start


class Spread(NamedTuple):
    """A line: the texts before its figures (parted by two blanks or more), its figures, where it begins, and the number of its row
    in front of it."""

    texts: tuple[SpacedText, ...]
    figures: tuple[Cell, ...] = ()
    start: int = 0
    number: Cell | None = None


def spread_of(line: Line, vocabulary: Vocabulary) -> Spread:
    """The texts and figures of a line; a line that is one label as a whole is one text."""
    if role_of(line.content, vocabulary) & Role.OFFICIAL:
        cell = cell_at(line.text, line.start)
        return Spread((SpacedText(cell, cell.start - line.start),), (), line.start)
    tokens = [cell_at(found.group(), line.start + found.start()) for found in _TOKEN.finditer(line.text)]
    first = len(tokens)
    while first and (
        role_of(tokens[first - 1].text, vocabulary) & Role.VALUE or _is_worded(tokens, first - 1, vocabulary)
    ):
        first -= 1
    if first == 0 and len(tokens) > 1 and tokens[0].text == _MARGIN_MARK:
        first = 1
    if first and len(tokens) - first < _FEW and tokens[first:]:
        first = first if tokens[first].start - tokens[first - 1].end > 1 else len(tokens)
    end = tokens[first].start - line.start if tokens[first:] else len(line.text)
    return Spread(tuple(_texts(line, end)), tuple(tokens[first:]), line.start)


def _is_worded(tokens: Sequence[Cell], n: int, vocabulary: Vocabulary) -> bool:
    """A text of a line is a word in the place of a value: behind figures, and apart from what is beside it."""
    word, figures = tokens[n], tokens[max(n - _FEW, 0) : n]
    if len(figures) < _FEW or role_of(word.text, vocabulary):
        return False
    apart = word.start - figures[-1].end > 1 and all(
        other.start - word.end > 1 for other in tokens[n + 1 : n + 2]
    )
    return apart and all(role_of(cell.text, vocabulary) & Role.VALUE for cell in figures)


def _texts(line: Line, end: int) -> Iterator[SpacedText]:
    start = wide = 0
    for gap in [*_GAP.finditer(line.text, 0, end), None]:
        cell = cell_at(line.text[start : gap.start() if gap else end], line.start + start)
        if cell.text:
            yield SpacedText(cell, cell.start - line.start, wide)
            wide += wide_letters(cell.text)
        start = gap.end() if gap else end


def wide_letters(text: str) -> int:
    """How many letters of a text are as wide as two."""
    return sum(letter >= _WIDE for letter in text)


def joined(pieces: Sequence[SpacedText]) -> Cell:
    """Pieces of one label as one cell, which stands where the first of them stands."""
    first = pieces[0].cell
    return first._replace(text="".join(piece.cell.text for piece in pieces))


def label_of(
    above: Sequence[SpacedText],
    own: Sequence[SpacedText],
    below: Sequence[SpacedText],
    vocabulary: Vocabulary,
) -> list[SpacedText]:
    """The pieces of a row's label among the texts before, beside and behind its figures; none where that is not certain.

    They make up an official label in the order of the text; between them may stand others (a margin in single glyphs, the
    label of a group), but the last text beside the figures is one of them, and figures alone in their line are not
    labelled from below, nor from above another text of which nobody knows what it is. A misprinted label is what stands
    beside the figures, unless it seems to go on above or below.
    """
    if own and all(_is_margin(piece, vocabulary) for piece in own):
        label = label_of(above, (), below, vocabulary)
        if is_around(label, above, below) and own[-1].end <= min(piece.column for piece in label):
            return label
    texts = [*above, *own, *below]
    must = own[-1] if own else None
    spelled = [pieces for word in _row_words(vocabulary) if (pieces := _spelling(word, texts, must))]
    if spelled:
        best = spelled[0]
        rivals = [pieces for pieces in spelled if pieces[0] in above or not is_around(best, above, below)]
        only = (
            best[0] in above
            and all(set(best).issuperset(pieces) for pieces in rivals)
            and not any(
                _is_unknown(piece, vocabulary) for piece in above[above.index(best[0]) :] if piece not in best
            )
        )
        return best if must or only else []
    near = [piece for piece in (*above, *below) if must and abs(piece.column - must.column) <= _NEAR]
    return [must] if must and not near else []


def is_around(label: Sequence[SpacedText], above: Sequence[SpacedText], below: Sequence[SpacedText]) -> bool:
    """Pieces of a label stand above the figures and beside or below them: it is theirs, whatever stands in other lines."""
    return any(piece in above for piece in label) and any(piece in below for piece in label)


def _is_margin(piece: SpacedText, vocabulary: Vocabulary) -> bool:
    """A glyph of a label that runs down the margin, or the label of a group."""
    return len(plain(piece.cell.text)) <= 1 or role_of(piece.cell.text, vocabulary) & Role.LABEL == Role.GROUP


def _is_unknown(piece: SpacedText, vocabulary: Vocabulary) -> bool:
    """No glyph of a margin and no part of an official label: the misprinted label of another row, maybe."""
    word = plain(piece.cell.text)
    return len(word) > _NEAR and not any(word in label for label in vocabulary.labels)


@lru_cache(maxsize=4)
def _row_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The compared labels of rows, the longest first."""
    words = (word for word, role in vocabulary.labels.items() if role & Role.ROW)
    return tuple(sorted(words, key=len, reverse=True))


def _spelling(word: str, texts: Sequence[SpacedText], must: SpacedText | None) -> list[SpacedText]:
    used, place = list[SpacedText](), 0
    for piece in texts:
        text = plain(piece.cell.text)
        if text and word.startswith(text, place):
            used.append(piece)
            place += len(text)
        elif piece is must:
            return []
    return used if place == len(word) else []
