"""Rows of joined cells whose values may not be theirs, or not theirs alone."""

from collections.abc import Iterator, Sequence

from gdlint.forms.labels import group_labels, row_labels
from gdlint.forms.printed_rows import PrintedRow
from gdlint.forms.row_order import lost_below
from gdlint.forms.table_parts import HeadedPart
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Grid
from gdlint.model.form import TableForm, Template
from gdlint.model.wording import plain


def interrupted_rows(
    form: TableForm, printed: Sequence[tuple[HeadedPart, PrintedRow]], keys: Sequence[str | None]
) -> Iterator[PrintedRow]:
    """The rows of joined cells that may go on behind what seems to be the label below them: an unknown text, or a number
    that may be the end of their last figure."""
    for n, (_, row) in enumerate(printed[:-1]):
        if row.row.grid is Grid.JOINED and row.valued:
            (_, following), key = printed[n + 1], keys[n + 1]
            touching = row.row.end == following.row.start
            if not _is_certain(form, following, key) and (touching or key is None):
                yield row


def may_be_several(
    form: TableForm,
    rows: Sequence[tuple[PrintedRow, str | None, int]],
    template: Template | None,
) -> Iterator[int]:
    """The numbers of rows of joined cells that have digits enough for the rows below as well, whose labels are missing: of each the
    key and the number of columns."""
    keys = [key if row.label.text else "" for row, key, _ in rows]
    for n, (row, _, width) in enumerate(rows):
        if row.row.grid is Grid.JOINED and width:
            digits = sum(len(cell.text) for cell in row.row.cells[row.at + 1 :])
            if digits >= 2 * width and lost_below(form, keys, n, template):
                yield n


def _is_certain(form: TableForm, row: PrintedRow, key: str | None) -> bool:
    """An official label, with the number that is its own if it begins with one."""
    word = plain(row.label.text)
    numbered = row.row.cells[0].text[:1].isdigit()
    if key is None:
        return word in group_labels(form)
    return not numbered or (
        any(word == official for official, _ in row_labels(form).words) and _goes_right_on(row)
    )


def _goes_right_on(row: PrintedRow) -> bool:
    """A figure, or another row, follows on the label."""
    return not any(
        cell.text and not is_figure(cell.text[:1]) for cell in row.row.cells[row.at + 1 : row.at + 2]
    )
