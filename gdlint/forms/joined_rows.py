"""Rows whose figures run together, cut as far as digits, then row sums, then column sums leave one way.

Each step only speaks of cells that the steps before left open, and marks what it found with its name (`inferred` of a
`Figure`), so that no sum is later said to have been checked by which a figure was found.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from gdlint.forms.column_cuts import Cutting, JoinedRow, cut_by_columns, forget_refuted, forget_unconfirmed
from gdlint.forms.columns import column_types
from gdlint.forms.cuts import all_cuts, count_cuts, cuts_in, graph_of, join, known_in
from gdlint.forms.joined_sums import Place, official_places, row_sums
from gdlint.forms.row_order import lost_below
from gdlint.forms.values import JOINED
from gdlint.lexicon.table_cells import read_figures
from gdlint.model.document import Cell
from gdlint.model.form import TableForm, Template
from gdlint.model.report import Entry, Figure

MOST_CUTS: Final = 64
"""of one row that are held against the sums of columns"""

MOST_WAYS: Final = 2_500
"""to cut a row for each of its sums; where there are more, a wrong sum may hold in one of them, so that the sums of columns are
to bear it out"""


def cut_entries(
    form: TableForm, entries: Sequence[Entry], columns: Sequence[tuple[str, ...]], template: Template | None
) -> list[Entry]:
    """The printed rows of a table with the figures of those whose cells run together; `columns` are those of each row."""
    cut: dict[int, JoinedRow] = {}
    others: dict[Place, Figure] = {}
    rows = [entry.label.key if entry.label.text else "" for entry in entries]
    for n, (entry, keys) in enumerate(zip(entries, columns, strict=True)):
        row = entry.label.key or ""
        if entry.problem is None:
            others |= {(row, column): figure for column, figure in entry.figures.items()}
        elif entry.problem == JOINED and row and not any(row == other.places[0][0] for other in cut.values()):
            kinds = column_types(form, keys, template)
            places = tuple((row, column) for column in keys)
            below = tuple(
                tuple((key, column) for column in keys) for key in lost_below(form, rows, n, template)
            )
            cut[n] = JoinedRow(places, kinds, entry.filled, _behind(entry, entries[n + 1 : n + 2]), below)
    figures = dict(zip(cut, cut_rows(form, list(cut.values()), others), strict=True))
    return [
        _with_figures(entry, figures_of(figures[n], entry.label.key or "")) if n in figures else entry
        for n, entry in enumerate(entries)
    ]


def _behind(entry: Entry, following: Sequence[Entry]) -> str:
    """The number of the label that touches the figures of a row; "" where there is none."""
    touching = (other.label.text[:1] for other in following if other.label.start == entry.filled[-1].end)
    return next((digit for digit in touching if digit.isdecimal()), "")


def _with_figures(entry: Entry, figures: Mapping[str, Figure]) -> Entry:
    return entry._replace(figures=figures, problem=None, unread=is_open(figures), is_cut=bool(figures))


def is_open(figures: Mapping[str, Figure]) -> bool:
    """The text of a cell cannot be determined."""
    return any(figure.text is None for figure in figures.values())


def figures_of(figures: Mapping[Place, Figure], key: str) -> dict[str, Figure]:
    """The figures of one row by their columns."""
    return {column: figure for (row, column), figure in figures.items() if row == key}


def cut_rows(
    form: TableForm, rows: Sequence[JoinedRow], others: Mapping[Place, Figure]
) -> list[dict[Place, Figure]]:
    """The figures of each row by (row, column); one that stayed open has no text. `others` are those of other rows."""
    cuttings = [_cut_by_itself(form, row) for row in rows]
    values = {place: figure.value for place, figure in others.items()}
    forget_refuted(form, cuttings, values)
    forget_unconfirmed(form, cuttings, values)
    cut_by_columns(form, cuttings, values)
    return [_figures(cutting) for cutting in cuttings]


def _cut_by_itself(form: TableForm, row: JoinedRow) -> Cutting:
    joined = join([piece.text for piece in row.pieces], row.kinds)
    signs, closed = row_sums(form, row.places)
    summed = joined._replace(signs=signs, closed=closed)
    by_digits = graph_of(joined)
    by_sums = graph_of(summed) if any(signs) else by_digits
    cuts = cuts_in(by_sums or by_digits, MOST_CUTS) or []
    width, weak = len(row.places), bool(closed) and count_cuts(by_digits) > MOST_WAYS ** len(closed)
    cutting = Cutting(row, joined, [None] * width, [""] * width, cuts, summed, not by_sums, weak)
    cutting.know(known_in(by_digits), "digits")
    cutting.know(known_in(by_sums), "row-sum")
    if any(cutting.spans) and _is_read_otherwise(form, row, cutting):
        cutting.forget()
    return cutting


def _is_read_otherwise(form: TableForm, row: JoinedRow, cutting: Cutting) -> bool:
    """The labels of the columns do not come in the official order, and digits in that order are other figures: they may have been
    exchanged alone."""
    kinds = dict(zip(row.places, row.kinds, strict=True))
    order = {place: n for n, place in enumerate(official_places(form))}
    official = tuple(sorted(row.places, key=lambda place: order.get(place, len(order))))
    if official == row.places:
        return False
    joined = join([piece.text for piece in row.pieces], [kinds[place] for place in official])
    signs, closed = row_sums(form, official)
    cuts = all_cuts(joined._replace(signs=signs, closed=closed), 1)
    return cuts is None or any(list(cut) != cutting.spans for cut in cuts)


def _figures(cutting: Cutting) -> dict[Place, Figure]:
    row, figures = cutting.row, dict[Place, Figure]()
    for place, kind, span, by in zip(row.places, row.kinds, cutting.spans, cutting.found_by, strict=True):
        if span is None:
            figures[place] = Figure(None, row.pieces[0].start, row.pieces[-1].end)
        else:
            start = _offset(row.pieces, span[0])
            cell = Cell(cutting.joined.text[span[0] : span[1]], start, start + span[1] - span[0])
            figures[place] = read_figures([place[1]], (kind,), [cell])[place[1]]._replace(inferred=by)
    return figures


def _offset(pieces: Sequence[Cell], place: int) -> int:
    """Where a place of the joined text stands in the file."""
    for piece in pieces:
        if place < len(piece.text):
            return piece.start + place
        place -= len(piece.text)
    raise ValueError("a place behind the last piece")
