"""Printed rows as the binding sees them: which cell is the label, and what a page break cut in two put together."""

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from gdlint.forms.labels import (
    LONGEST_LABEL,
    Entryway,
    RowLabel,
    find_exact,
    group_labels,
    labels_of_rows,
    row_labels,
)
from gdlint.lexicon.likeness import is_whole_label, likeness
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Cell, Grid, Kind, Row
from gdlint.model.fast import new
from gdlint.model.form import TableForm
from gdlint.model.regex import lazy
from gdlint.model.wording import plain, unnumbered

_SHORTEST_LABEL = 2
_FIGURE = 2
"""digits that begin no label"""
_OPEN = lazy(r"[（(][^（()）]*$")
_CLOSED = lazy(r"[^（()）]*[）)]")
_TEXT = itemgetter(0)


class PrintedRow(NamedTuple):
    """A row with its label: the place of the label's cell (-1 where there is none), its whole text, and the labels of
    groups before it in the same row."""

    row: Row
    at: int
    label: Cell
    groups: tuple[str, ...]

    @property
    def valued(self) -> bool:
        """Something stands behind the label."""
        return any(map(_TEXT, self.row.cells[self.at + 1 :]))

    def cut(self, blocks: Sequence[Sequence[Cell]]) -> list["PrintedRow"]:
        """The row with the first of some blocks of values, and the others as rows without a label."""
        return [self.with_values(blocks[0]), *map(self.without_label, blocks[1:])]

    def with_values(self, values: Sequence[Cell]) -> "PrintedRow":
        """The row with other values behind its label."""
        return self._replace(row=_with_cells(self.row, (*self.row.cells[: self.at + 1], *values)))

    def without_label(self, values: Sequence[Cell]) -> "PrintedRow":
        """Values of the row that belong to nothing that is known."""
        start = values[0].start
        return PrintedRow(_with_cells(self.row, tuple(values)), -1, Cell("", start, start), ())


def _with_cells(row: Row, cells: tuple[Cell, ...]) -> Row:
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return row._replace(cells=cells, start=start, end=end)


def printed_rows(rows: Sequence[Row], form: TableForm) -> list[PrintedRow]:
    """The rows of a table with their labels; a label that goes on in a row without figures is one label."""
    way, labels = row_labels(form), labels_of_rows(form)
    found: list[PrintedRow] = []
    carried: Cell | None = None
    for row in rows:
        printed = _with_label(row, form, labels)
        if carried:
            printed, carried = _prefixed(printed, carried, way), None
        if row.kind is Kind.CONTINUED:
            if found and _goes_on(found[-1].label.text, printed.label.text, way):
                last = found[-1]
                text = last.label.text + printed.label.text
                found[-1] = last._replace(label=last.label._replace(text=text))
                continue
            if not _has_value_cells(row, form):
                carried = printed.label if printed.label.text else None
                continue
        found.append(printed)
    return found


def with_value_in_label(row: PrintedRow, width: int, form: TableForm) -> PrintedRow:
    """A row with the figure that stands in the cell of its label, behind a blank, as the first of its values; as it is where no
    value is missing, or the file states which cells are there."""
    line, at = row.row, row.at
    cells = line.cells
    if at < 0 or not cells[at].text[-1].isdigit() or line.grid in (Grid.STATED, Grid.JOINED):
        return row
    words, _, figure = cells[at].text.rpartition(" ")
    values = sum(1 for cell in cells[at + 1 :] if cell.text)
    if values != width - 1 or not is_figure(figure) or not find_exact(words, row_labels(form))[0]:
        return row
    start, end = cells[at].start, cells[at].end
    label = Cell(words.rstrip(), start, start + len(words.rstrip()))
    first = Cell(figure, end - len(figure), end)
    return row._replace(row=_with_cells(line, (*cells[:at], label, first, *cells[at + 1 :])), label=label)


def _with_label(row: Row, form: TableForm, labels: Mapping[str, RowLabel]) -> PrintedRow:
    cells = row.cells
    at = _first_label(cells, labels)
    if at >= 0:
        return new(PrintedRow, (row, at, cells[at], ()))
    at, groups = _label_at(tuple(map(_TEXT, cells)), form)
    label = cells[at] if at >= 0 else Cell("", row.start, row.start)
    return PrintedRow(row, at, label, groups)


def _first_label(cells: Sequence[Cell], labels: Mapping[str, RowLabel]) -> int:
    """Where the label of a row and of no group stands that is its first text, as in most rows; -1 where more of the row is to be looked
    at."""
    for at, (text, _, _) in enumerate(cells):
        if text:
            key, _, is_group = labels[text]
            again = at + 1 < len(cells) and cells[at + 1][0] == text
            return -1 if key is None or is_group or again else at
    return -1


@lru_cache(maxsize=8192)
def _label_at(texts: tuple[str, ...], form: TableForm) -> tuple[int, tuple[str, ...]]:
    """Where the label of a row stands among its cells (-1: nowhere), and the labels of groups before it."""
    groups, way = group_labels(form), row_labels(form)
    at, above = -1, list[str]()
    for i, text in enumerate(texts):
        if not text:
            continue
        word = plain(text)
        known = bool(find_exact(text, way)[0]) or word in way.exact
        if at >= 0 and not (known or word in groups or _may_be_leaf(text, texts[at], groups)):
            break
        if at < 0 and not known and _is_number(word):
            below = plain(next(filter(None, texts[i + 1 :]), ""))
            if is_figure(text) and (below in way.exact or below in groups):
                # The number of the row, in a cell of its own.
                continue
            break
        if at >= 0:
            above.append(texts[at])
        at = i
        if known and word not in groups:
            break
    while 0 <= at < len(texts) - 1 and texts[at + 1] == texts[at]:
        at += 1
    return at, tuple(above)


def _is_number(word: str) -> bool:
    return not word or (word[0].isdigit() and word.replace("元", "").isdigit())


def _begins_with_figure(word: str) -> bool:
    """A figure that ran into a text; the number of a label has one digit, from 1."""
    return word[0] == "0" or word[:_FIGURE].isdigit()


def _may_be_leaf(text: str, above: str, groups: Container[str]) -> bool:
    """A label behind a group label that is worded otherwise than the official one."""
    word = plain(text)
    if plain(above) not in groups or len(word) < _SHORTEST_LABEL:
        return False
    return not _is_number(word) and not _begins_with_figure(word)


def _prefixed(printed: PrintedRow, head: Cell, way: Entryway) -> PrintedRow:
    """The first half of a label stood alone in the row above."""
    text = head.text + printed.label.text
    if printed.at >= 0 and find_exact(text, way)[0] and not find_exact(printed.label.text, way)[0]:
        return printed._replace(label=Cell(text, printed.label.start, printed.label.end))
    return printed


def _goes_on(label: str, rest: str, way: Entryway) -> bool:
    """The label and the text below it are one label."""
    if not label or not rest:
        return False
    known, whole = find_exact(label, way)[0], label + rest
    if known and not (_OPEN.search(label) and _CLOSED.match(rest)):
        return False
    if find_exact(whole, way)[0]:
        return True
    together, alone = closest(whole, way), closest(label, way)
    return is_whole_label(together) and together > alone


def closest(text: str, way: Entryway) -> float:
    """How much a text is like the official label that it is most like."""
    word = unnumbered(plain(text))
    if len(word) > LONGEST_LABEL:
        return 0.0
    return max((likeness(word, unnumbered(official)) for official, _ in way.words), default=0.0)


def _has_value_cells(row: Row, form: TableForm) -> bool:
    """A label with blank value cells behind it, not the second half of a label in an empty row."""
    label = next((i for i, cell in enumerate(row.cells) if cell.text), len(row.cells))
    if row.grid in (Grid.CELLS, Grid.NONE, Grid.LINES) or label == len(row.cells):
        return False
    likely = is_whole_label(closest(row.cells[label].text, row_labels(form)))
    return likely and len(row.cells) - label - 1 > 0
