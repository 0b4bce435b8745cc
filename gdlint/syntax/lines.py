"""Lines, the cells in them, and what one cell is, seen by itself."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from gdlint.lexicon.sentences import END
from gdlint.model.document import Cell
from gdlint.model.fast import new
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import BLANKS, NOTE_MARKS, UNSEEN, plain, stripped, unnumbered, without_note
from gdlint.syntax.bounds import MOST_FILE_LINES, TooLargeError

_FIGURE = re.compile(r"[-+−]?\d[\d,， ]*(?:\.\d+)?")
_FIGURE_WITH_UNIT = re.compile(r"[-+−增减]?\d[\d,，]*(?:\.\d+)?[^\W\d]{0,3}")
_MARKS = frozenset({"/", "\\", "-", "—", "——", "－", "–", "无", "、", "○", "×", "--", "零"})
_NOTED = frozenset(")）" + NOTE_MARKS)
"""with which a label ends that has a note"""

LONGEST_VALUE = 40
"""characters; a longer cell holds no figure"""

LONGEST_CELL = 80
"""characters; a longer stretch of text is prose, unless it is an official label"""


class Line(NamedTuple):
    """One line: its text, where it begins, and its content without outer blanks."""

    text: str
    start: int
    content: str

    @property
    def blank(self) -> bool:
        """Nothing but blanks; a tab alone is a blank cell and not a blank line."""
        return not self.content and "\t" not in self.text


_NEW_LINE = partial(new, Line)
_SHORT = 4
_MANY = 20_000
_LONGEST_GAP = 4
"""blank lines in a row; where there are many lines, further ones are left out, for they tell nothing and take memory"""


def lines_of(text: str) -> list[Line]:
    """The lines of a canonical text. Raises `TooLargeError` for more than a file may have."""
    strip = stripped if any(blank in text for blank in UNSEEN) else str.strip
    if text.count("\n") > _MANY:
        return list(map(_NEW_LINE, _without_long_gaps(_each_line(text, strip))))
    texts = text.split("\n")
    starts = accumulate([len(line) + 1 for line in texts], initial=0)
    return list(map(_NEW_LINE, zip(texts, starts, map(strip, texts), strict=False)))


def _each_line(text: str, strip: Callable[[str], str]) -> Iterator[tuple[str, int, str]]:
    """Text, begin and content of each line of a long text, one at a time; short lines that come again are held once."""
    short: dict[str, str] = {}
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if len(line) <= _SHORT:
            line = short.setdefault(line, line)
        yield line, start, strip(line)
        start += len(line) + 1


def _without_long_gaps(parts: Iterable[tuple[str, int, str]]) -> Iterator[tuple[str, int, str]]:
    gap = kept = 0
    for part in parts:
        text, _, content = part
        gap = 0 if content or "\t" in text else gap + 1
        if gap <= _LONGEST_GAP:
            kept += 1
            if kept > MOST_FILE_LINES:
                raise TooLargeError
            yield part


def cell_at(text: str, start: int) -> Cell:
    """The cell of a stretch of text that begins at an offset."""
    if text.isalnum():
        return new(Cell, (text, start, start + len(text)))
    content = stripped(text)
    length = len(content)
    if not length:
        return Cell("", start, start + len(text))
    if length != len(text):
        start += len(text) - len(text.lstrip(BLANKS))
    return Cell(content, start, start + length)


def split_cells(line: Line, separator: str) -> list[Cell]:
    """The cells of a line between separators of one character."""
    cells = []
    text, start, _ = line
    for piece in text.split(separator):
        end = start + len(piece)
        if not piece or piece.isalnum():
            cells.append(new(Cell, (piece, start, end)))
        else:
            cells.append(cell_at(piece, start))
        start = end + 1
    return cells


@lru_cache(maxsize=8192)
def role_of(text: str, vocabulary: Vocabulary) -> int:
    """What a cell may be, by itself: bits of `Role`.

    A label is found by its wording, else without the bracket at its end, else without its number.
    """
    if not text:
        return Role.NONE
    role = _value_role(text) if len(text) <= LONGEST_VALUE else Role.NONE
    return (
        role
        if role & Role.FIGURE or len(text) > LONGEST_CELL
        else role | _label_role(text, vocabulary.labels)
    )


def _value_role(text: str) -> int:
    if _FIGURE.fullmatch(unicodedata.normalize("NFKC", text)):
        return Role.FIGURE | Role.VALUE
    with_unit = text[0] in "-+−增减0123456789０１２３４５６７８９" and _FIGURE_WITH_UNIT.fullmatch(text)
    return Role.VALUE if text in _MARKS or with_unit else Role.NONE


def _label_role(text: str, labels: Mapping[str, int]) -> int:
    word = plain(text)
    role = labels.get(word)
    if role is None and text[-1] in _NOTED:
        role = labels.get(plain(without_note(text)[0]))
    return role or labels.get(unnumbered(word), Role.NONE)


def is_prose(text: str) -> bool:
    """A sentence rather than a label; official labels are to be asked for first."""
    return len(text) > LONGEST_CELL or text[-1:] in ("，", "：") or bool(END.search(text))
