"""Rows whose values may not be theirs: where a text does not state rows, or not even cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gdlint.forms.anchors import START, Link, doubtful
from gdlint.forms.labels import group_labels, row_labels
from gdlint.forms.printed_rows import PrintedRow
from gdlint.forms.row_order import official_rows, rank_of
from gdlint.forms.table_parts import HeadedPart
from gdlint.lexicon.bare_figures import is_figure
from gdlint.model.document import Grid
from gdlint.model.form import TableForm, Template
from gdlint.model.wording import plain


def rows_of_others(
    form: TableForm,
    printed: Sequence[tuple[HeadedPart, PrintedRow]],
    keys: Sequence[str | None],
    template: Template | None,
) -> list[PrintedRow]:
    """The rows of a text without rows whose values may be those of another row."""
    if not any(row.row.grid is Grid.NONE for _, row in printed):
        return []
    doubts: list[PrintedRow] = []
    for _, several in groupby(zip(printed, keys, strict=True), key=lambda item: id(item[0][0])):
        pairs = list(several)
        section = pairs[0][0][0]
        rows = [(row, key) for (_, row), key in pairs if key or row.valued]
        links = [
            Link(_names_row(form, row, key), rank_of(form, key, template), _valued(row), len(section.columns))
            for row, key in rows
        ]
        first = START if section.part.heads else None
        official = official_rows(form, next((key for _, key in rows if key), None), template)
        others = {official.index(key) for key in {*keys} - {key for _, key in rows} if key in official}
        found = doubtful(links, first=first, rows=len(official), elsewhere=others)
        doubts += [row for (row, _), doubt in zip(rows, found, strict=True) if doubt]
    return doubts


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


def _names_row(form: TableForm, row: PrintedRow, key: str | None) -> bool:
    """It has a label that may be that of a row with values."""
    return bool(row.label.text) and (key is not None or plain(row.label.text) not in group_labels(form))


def _valued(row: PrintedRow) -> int:
    return sum(1 for cell in row.row.cells[row.at + 1 :] if cell.text)
