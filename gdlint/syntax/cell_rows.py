"""From cells to rows: where a row begins when the file does not say, and what kind of row it is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from gdlint.lexicon.likeness import has_role, likeness
from gdlint.model.document import Cell, Grid, Kind, Row
from gdlint.model.fast import new
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.lines import is_prose, role_of

MOST_PIECES = 4
"""lines over which one label may run"""

# The innermost loops: to look names up in classes takes a third of their time.
_VALUE, _FIGURE, _HEADING = Role.VALUE, Role.FIGURE, Role.HEADING
_ROW = Kind.ROW
LONGEST_PIECE = 40
_SHORTEST_PIECE = 2
"""letters of a piece of a label"""


def make_row(cells: Sequence[Cell], vocabulary: Vocabulary, grid: Grid, run: int) -> Row:
    """A row with its kind; `cells` must not be empty."""
    return new(Row, (kind_of(cells, vocabulary), tuple(cells), grid, run, cells[0].start, cells[-1].end, ()))


def kind_of(cells: Sequence[Cell], vocabulary: Vocabulary) -> Kind:
    """What a row is, seen by itself: CONTINUED is text in which no official label and no value is found."""
    clauses = values = heads = rows = filled = 0
    for text, _, _ in cells:
        if text:
            role = role_of(text, vocabulary)
            if role & _FIGURE:
                return _ROW
            filled += 1
            clauses += role & Role.CLAUSE
            values += bool(role & _VALUE)
            if role & _HEADING:
                heads += 1
            elif role & Role.LABEL:
                rows += 1
    if clauses:
        return Kind.CLAUSE
    if heads > rows:
        return Kind.HEADER
    return Kind.ROW if rows or values > 1 or filled > values > 0 else Kind.CONTINUED


def split_rows(
    cells: Iterable[Cell], vocabulary: Vocabulary, before: int = Role.NONE
) -> Iterator[list[Cell]]:
    """Cut a run of cells into rows: a label after values, or another kind of label, begins the next row.

    Blank cells between two rows stay with the row above: they may be values left empty there, or belong to merged
    labels of the row below; only the binding can tell. `before` is the role of what stands before the cells: behind a
    heading, 总计 and 其他 are columns and not rows.
    """
    row: list[Cell] = []
    valued = False
    for cell in cells:
        text = cell[0]
        role = role_of(text, vocabulary) if text else _VALUE
        if role & _VALUE:
            if text and not valued and row and before & Role.HEADING:
                yield row
                row = []
            valued = valued or text != ""
        else:
            kind = _label_kind(role or _resembled(text, before, valued, vocabulary), before, valued)
            other = valued or before not in (Role.NONE, kind)
            if row and (other or (kind == Role.LABEL and _is_leaf(row[-1], cell, vocabulary))):
                yield row
                row, valued = [], False
            before = kind
        row.append(cell)
    if row:
        yield row


def _is_leaf(label: Cell, following: Cell, vocabulary: Vocabulary) -> bool:
    """The first of two labels is that of a row and of no group, and a row or a group follows: it has no values."""
    role, below = role_of(label.text, vocabulary), role_of(following.text, vocabulary)
    return role & Role.LABEL == Role.ROW and bool(below & Role.LABEL) and not (role | below) & Role.HEADING


def _resembled(text: str, before: int, valued: bool, vocabulary: Vocabulary) -> int:
    """What a label is most like that no form has, where it would be taken for one more column of the header before it."""
    short = len(text) <= LONGEST_PIECE
    return _nearest(plain(text), vocabulary) if short and before & Role.HEADING and not valued else Role.NONE


@lru_cache(maxsize=1024)
def _nearest(word: str, vocabulary: Vocabulary) -> int:
    """The role of the official label of rows that a word is most like; none where another is nearer, or none is near."""
    like, role = max((likeness(word, label), role) for label, role in vocabulary.labels.items())
    return role if has_role(like) and role & Role.LABEL == role else Role.NONE


def _label_kind(role: int, before: int, valued: bool) -> int:
    """What a label is in a run of cells: an ambiguous or unknown one goes with the headers before it."""
    if role & Role.CLAUSE:
        return Role.CLAUSE
    if bool(role & Role.HEADING) != bool(role & Role.LABEL):
        return Role.HEADING if role & Role.HEADING else Role.LABEL
    return Role.HEADING if before & Role.HEADING and not valued else Role.LABEL


def join_pieces(cells: list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """Put labels together that run over several lines, where only the whole is an official label."""
    joined: list[Cell] = []
    i = 0
    while i < len(cells):
        length = _piece_count(cells, i, vocabulary)
        piece = cells[i : i + length]
        text = "".join(cell.text for cell in piece)
        joined.append(cells[i] if length == 1 else Cell(text, piece[0].start, piece[-1].end))
        i += length
    return joined


def _piece_count(cells: list[Cell], i: int, vocabulary: Vocabulary) -> int:
    text = cells[i].text
    whole = bool(role_of(text, vocabulary))
    for length in range(2, MOST_PIECES + 1):
        last = cells[i + length - 1].text if text and i + length <= len(cells) else ""
        role = role_of(last, vocabulary)
        if not last or role & Role.FIGURE or (whole and role):
            return 1
        text += last
        if plain(text) in vocabulary.labels:
            return length
    return 1


def may_be_cell(text: str, vocabulary: Vocabulary) -> bool:
    """Short enough for a cell, an official label, or a piece of one."""
    return bool(role_of(text, vocabulary)) or not is_prose(text) or is_piece(text, vocabulary)


def is_piece(text: str, vocabulary: Vocabulary) -> bool:
    """A part of an official label that runs over several lines."""
    word = plain(text) if len(text) <= LONGEST_PIECE else ""
    return len(word) >= _SHORTEST_PIECE and any(word in label for label in vocabulary.labels)
