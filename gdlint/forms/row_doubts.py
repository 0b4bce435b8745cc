"""Rows of joined cells whose values may not be theirs."""

from collections.abc import Iterator, Sequence

from gdlint.forms.labels import group_labels, row_labels
from gdlint.forms.printed_rows import PrintedRow
from gdlint.forms.table_parts import HeadedPart
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Grid
from gdlint.model.form import TableForm
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
