"""Where a row begins when the file does not say: cells cut into rows."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from gdlint.lexicon.likeness import has_role, likeness
from gdlint.lexicon.table_cells import role_of, roles_of
from gdlint.model.document import Cell
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain

# The innermost loop: to look a name up in a class takes a third of its time.
_VALUE = Role.VALUE
LONGEST_LABEL = 40


def split_rows(
    cells: Iterable[Cell], vocabulary: Vocabulary, before: int = Role.NONE
) -> Iterator[list[Cell]]:
    """Cut a run of cells into rows: a label after values, or another kind of label, begins the next row.

    Blank cells between two rows stay with the row above: they may be values left empty there, or belong to merged
    labels of the row below; only the binding can tell. `before` is the role of what stands before the cells: behind a
    heading, 总计 and 其他 are columns and not rows.
    """
    roles = roles_of(vocabulary)
    row: list[Cell] = []
    valued = False
    for cell in cells:
        text = cell[0]
        role = roles[text] if text else _VALUE
        if role & _VALUE:
            if text and not valued and row and before & Role.HEADING:
                yield row
                row = []
            valued = valued or text != ""
        else:
            kind = _label_kind(role or _resembled(text, before, valued, vocabulary), before, valued)
            other = valued or before not in (Role.NONE, kind)
            if row and (other or (kind == Role.LABEL and _is_leaf(_last_filled(row), cell, vocabulary))):
                yield row
                row, valued = [], False
            before = kind
        row.append(cell)
    if row:
        yield row


def _last_filled(cells: Sequence[Cell]) -> Cell:
    return next((cell for cell in reversed(cells) if cell.text), cells[-1])


def _is_leaf(label: Cell, following: Cell, vocabulary: Vocabulary) -> bool:
    """The first of two labels is that of a row and of no group, and a row or a group follows: it has no values."""
    role, below = role_of(label.text, vocabulary), role_of(following.text, vocabulary)
    return role & Role.LABEL == Role.ROW and bool(below & Role.LABEL) and not (role | below) & Role.HEADING


def _resembled(text: str, before: int, valued: bool, vocabulary: Vocabulary) -> int:
    """What a label is most like that no form has, where it would be taken for one more column of the header before it."""
    short = len(text) <= LONGEST_LABEL
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
