"""From cells to rows: where a row begins when the file does not say, and what kind of row it is."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.model.document import Cell, Grid, Kind, Row
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.lines import is_figure, is_prose, is_value, role_of

_HEADING_ROLES = Role.HEAD | Role.COLUMN
_LABEL_ROLES = Role.ROW | Role.GROUP

MOST_PIECES = 4
"""lines over which one label may run"""


def make_row(cells: Sequence[Cell], vocabulary: Vocabulary, grid: Grid, run: int) -> Row:
    """A row with its kind; `cells` must not be empty."""
    return Row(kind_of(cells, vocabulary), tuple(cells), grid, run, cells[0].start, cells[-1].end)


def kind_of(cells: Sequence[Cell], vocabulary: Vocabulary) -> Kind:
    """What a row is, seen by itself: CONTINUED is text in which no official label and no value is found."""
    roles = [role_of(cell.text, vocabulary) for cell in cells if cell.text]
    figures = any(is_figure(cell.text) for cell in cells if cell.text)
    if not figures:
        if any(role & Role.CLAUSE for role in roles):
            return Kind.CLAUSE
        heads = sum(1 for role in roles if role & _HEADING_ROLES)
        rows = sum(1 for role in roles if role & _LABEL_ROLES and not role & _HEADING_ROLES)
        if heads > rows:
            return Kind.HEADER
        if rows:
            return Kind.ROW
    values = sum(1 for cell in cells if cell.text and is_value(cell.text))
    return Kind.ROW if figures or values > 1 or (values and len(roles) > values) else Kind.CONTINUED


def split_rows(cells: Iterable[Cell], vocabulary: Vocabulary) -> Iterator[list[Cell]]:
    """Cut a run of cells into rows: a label after values, or another kind of label, begins the next row.

    Blank cells between two rows stay with the row above: they may be values left empty there, or belong to merged
    labels of the row below; only the binding can tell.
    """
    row: list[Cell] = []
    before = Role.NONE
    valued = False
    for cell in cells:
        role = _stream_role(cell, vocabulary, before, valued)
        if role is None:
            valued = valued or bool(cell.text)
            row.append(cell)
            continue
        if row and (valued or _changes(before, role)):
            yield row
            row, valued = [], False
        if not cell.text:
            row.append(cell)
            continue
        before = role
        row.append(cell)
    if row:
        yield row


def _stream_role(cell: Cell, vocabulary: Vocabulary, before: Role, valued: bool) -> Role | None:
    """The role of a label in a run of cells, or None for a value or blank."""
    if not cell.text or is_value(cell.text):
        return None
    role = role_of(cell.text, vocabulary)
    if role & _HEADING_ROLES and role & _LABEL_ROLES:
        return _HEADING_ROLES if before & _HEADING_ROLES and not valued else _LABEL_ROLES
    if role & Role.CLAUSE:
        return Role.CLAUSE
    if role & _HEADING_ROLES:
        return _HEADING_ROLES
    if role & _LABEL_ROLES:
        return _LABEL_ROLES
    return _HEADING_ROLES if before & _HEADING_ROLES and not valued else _LABEL_ROLES


def _changes(before: Role, role: Role) -> bool:
    return before != Role.NONE and before != role


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
    first = cells[i].text
    if not first or is_value(first):
        return 1
    text = first
    for length in range(2, MOST_PIECES + 1):
        if i + length > len(cells) or not cells[i + length - 1].text or is_figure(cells[i + length - 1].text):
            return 1
        text += cells[i + length - 1].text
        if plain(text) in vocabulary.labels and not role_of(first, vocabulary):
            return length
    return 1


def may_be_cell(text: str, vocabulary: Vocabulary) -> bool:
    """Short enough for a cell, or an official label."""
    return not is_prose(text) or bool(role_of(text, vocabulary))
