"""Rows that hold the values of the next rows as well, whose labels are lost, where a text does not state rows."""

from collections.abc import Container, Sequence

from gdlint.forms.printed_rows import PrintedRow
from gdlint.forms.row_order import official_rows
from gdlint.forms.table_parts import HeadedPart
from gdlint.model.document import STATED_ROWS, Cell
from gdlint.model.form import TableForm, Template


def without_lost_labels(
    form: TableForm,
    printed: Sequence[tuple[HeadedPart, PrintedRow]],
    keys: Sequence[str | None],
    template: Template | None,
) -> tuple[list[tuple[HeadedPart, PrintedRow]], list[str | None]]:
    """The rows with their keys, those cut that hold as many further rows of values as official rows are missing below."""
    if not any(_may_be_several(section, row) for section, row in printed):
        return list(printed), list(keys)
    found: list[tuple[HeadedPart, PrintedRow]] = []
    names: list[str | None] = []
    there = set(keys)
    for (section, row), key, below in zip(printed, keys, _next_keys(keys), strict=True):
        blocks = _blocks(row, len(section.columns)) if _may_be_several(section, row) else []
        lost = _lost(official_rows(form, key, template), key, below, there) if len(blocks) > 1 else 0
        pieces = row.cut(blocks) if lost and lost == len(blocks) - 1 else [row]
        found += [(section, piece) for piece in pieces]
        names += [key, *[None] * (len(pieces) - 1)]
    return found, names


def _next_keys(keys: Sequence[str | None]) -> list[str | None]:
    """For each row the key of the next one that has a key."""
    below: list[str | None] = []
    following: str | None = None
    for key in reversed(keys):
        below.append(following)
        following = key or following
    return below[::-1]


def _may_be_several(section: HeadedPart, row: PrintedRow) -> bool:
    """As many cells as two rows or more, where a text does not state rows."""
    width = len(section.columns)
    return 0 < 2 * width < len(row.row.cells) - row.at and row.row.grid not in STATED_ROWS


def _blocks(row: PrintedRow, width: int) -> list[list[Cell]]:
    """The values behind a label as whole rows of them, with blank cells only between those; none where they are none."""
    cells = row.row.cells
    filled = [n for n in range(row.at + 1, len(cells)) if cells[n].text]
    starts = filled[::width]
    if len(filled) % width or any(
        filled[n * width + width - 1] != at + width - 1 for n, at in enumerate(starts)
    ):
        return []
    return [list(cells[at : at + width]) for at in starts]


def _lost(official: Sequence[str], key: str | None, below: str | None, there: Container[str | None]) -> int:
    """How many official rows are missing between a row and the next one that has a key, or the end of that part of the table; 0
    where one of them stands elsewhere."""
    if key is None or key not in official:
        return 0
    end = official.index(below) if below in official else len(official)
    between = official[official.index(key) + 1 : end]
    return 0 if any(other in there for other in between) else len(between)
