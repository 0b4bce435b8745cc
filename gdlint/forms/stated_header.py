"""A header whose cells stand over those of the rows, in a file that states the place of each cell.

What stands in one column is headed by the label over it, so that a column which the form does not have (备注, 单位) takes
nothing from those beside it. Nothing is read so unless all figures of the part bear it out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from gdlint.forms.columns import Header, bind_labels, is_head
from gdlint.forms.group_words import group_words
from gdlint.forms.labels import column_labels, find_exact
from gdlint.forms.printed_rows import PrintedRow, printed_rows
from gdlint.forms.wrapped import HeadCell, head_cells
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import STATED_ROWS, Cell, Kind, Row
from gdlint.model.form import TableForm, Template
from gdlint.model.report import Label
from gdlint.model.wording import plain

_MOST_MISSING = 2
"""official columns without a label, where all others stand at their official place"""


class _Filled(NamedTuple):
    """The columns of a part that hold anything behind the labels of its rows, those of them that hold figures, and the last
    column in which the label of a row stands."""

    columns: frozenset[int]
    figures: frozenset[int]
    label: int


def stated_header(
    headers: Sequence[Row],
    rows: Sequence[Row],
    form: TableForm,
    expected: Sequence[str],
    template: Template | None,
) -> Header | None:
    """The columns of a part by the places of the cells in its header rows; None where the file does not state places, or where
    the figures below do not stand as the header says."""
    rows = [row for row in rows if row.kind is not Kind.CONTINUED]
    width = _width([*headers, *rows])
    filled = _filled(printed_rows(rows, form)) if width else None
    labels = _labels(headers, filled, form, expected, template) if filled else None
    if not filled or not labels:
        return None
    known = {at: label.key for at, label in labels.items() if label.key}
    if sorted(known.values()) == sorted(expected):
        told = _is_told(known, labels, filled)
    else:
        told = _is_in_place(known, filled, expected) and filled.columns <= {*labels, *filled.figures}
    if not told:
        return None
    at = tuple(sorted({*labels, *filled.columns}))
    shown = tuple(label for _, label in sorted(labels.items()))
    return Header(tuple(known.get(column, "") for column in at), shown, None, at=at, width=width)


def columns_of_cells(row: Row, width: int) -> tuple[int, ...]:
    """The columns in which the cells of a row of a stated grid stand; none where it has another width."""
    return row.columns or (tuple(range(width)) if len(row.cells) == width else ())


def _width(rows: Sequence[Row]) -> int:
    """How many columns the grid of some rows has; 0 where the file does not state in which of them a cell stands."""
    if all(row.columns for row in rows):
        return max(row.columns[-1] for row in rows) + 1
    stated = all(row.grid in STATED_ROWS for row in rows)
    lengths = {len(row.cells) for row in rows}
    return lengths.pop() if stated and len(lengths) == 1 else 0


def _filled(printed: Sequence[PrintedRow]) -> _Filled | None:
    """None where no figure stands behind the label of a row."""
    places: dict[int, list[Cell]] = defaultdict(list)
    label = -1
    for item in printed:
        if item.at >= 0:
            (own, _), *behind = islice(item.row.placed(), item.at, None)
            label = max(label, own)
            for place, cell in behind:
                if cell.text:
                    places[place].append(cell)
    figures = {place for place, cells in places.items() if any(is_figure(cell.text) for cell in cells)}
    return _Filled(frozenset(places), frozenset(figures), label) if figures else None


def _labels(
    headers: Sequence[Row],
    filled: _Filled,
    form: TableForm,
    expected: Sequence[str],
    template: Template | None,
) -> Mapping[int, Label] | None:
    """The labels over the columns behind those of the rows' labels; None where two official ones stand over one column, one
    over two, or one over no column of values."""
    over: dict[int, list[Cell]] = defaultdict(list)
    for head in _heads(headers, form):
        over[head.at].append(head.cell)
    way = column_labels(form)
    chosen: dict[int, Cell] = {}
    for at, cells in sorted(over.items()):
        official = {key: cell for cell in cells if (key := find_exact(cell.text, way)[0])}
        if len(official) > 1 or (official and at <= filled.label):
            return None
        if at > filled.label:
            chosen[at] = next(iter(official.values()), cells[-1])
    labels = bind_labels(list(chosen.values()), form, expected, template)
    known = [label.key for label in labels if label.key]
    return dict(zip(chosen, labels, strict=True)) if len(set(known)) == len(known) else None


def _heads(headers: Sequence[Row], form: TableForm) -> list[HeadCell]:
    """The cells of a header that may head a column by themselves."""
    return [
        head for head in head_cells(headers, partial(_known, form)) if not _is_above(head.cell.text, form)
    ]


def _known(form: TableForm, text: str) -> bool:
    return find_exact(text, column_labels(form))[0] is not None or _is_above(text, form)


def _is_above(text: str, form: TableForm) -> bool:
    """A label over several columns, or a word that heads none."""
    return plain(text) in group_words(form) or is_head(text, form)


def _is_told(known: Mapping[int, str], labels: Mapping[int, Label], filled: _Filled) -> bool:
    """All that stands in the rows has a label over it; where a column that the form does not have holds figures, each official
    one does, too, or the labels may have slipped."""
    spare = filled.figures - known.keys()
    return filled.columns <= labels.keys() and (not spare or known.keys() <= filled.figures)


def _is_in_place(known: Mapping[int, str], filled: _Filled, expected: Sequence[str]) -> bool:
    """As many columns hold figures as the form has, and each label that is known stands at its official place among them."""
    places = sorted(filled.figures)
    missing = len(expected) - len(known)
    return (
        len(places) == len(expected)
        and missing <= min(_MOST_MISSING, (len(expected) - 1) // 2)
        and known.keys() <= filled.figures
        and all(known.get(place, key) == key for place, key in zip(places, expected, strict=True))
    )
