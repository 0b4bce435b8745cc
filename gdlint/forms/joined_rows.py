"""Rows whose figures run together, cut as far as digits, then row sums, then column sums leave one way.

Each step only speaks of cells that the steps before left open, and marks what it found with its name (`inferred` of a
`Figure`), so that no sum is later said to have been checked by which a figure was found.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Final, NamedTuple

from gdlint.forms.columns import column_types
from gdlint.forms.cuts import Cut, Joined, all_cuts, join, known_cells
from gdlint.forms.joined_sums import Place, Terms, column_sums, row_sums
from gdlint.forms.refuted import holds, is_refuted
from gdlint.forms.values import JOINED
from gdlint.lexicon.table_figures import read_figures
from gdlint.model.document import Cell
from gdlint.model.form import TableForm, Template, Type
from gdlint.model.report import Entry, Figure

MOST_CUTS: Final = 64
"""of one row that are held against the sums of columns"""

MOST_CHOICES: Final = 2_000
"""of all open rows together"""


class JoinedRow(NamedTuple):
    """A printed row: the (row, column) of each value in the order of the text, their types, and the pieces printed."""

    places: tuple[Place, ...]
    kinds: tuple[Type, ...]
    pieces: tuple[Cell, ...]


class _Cutting(NamedTuple):
    """How far a row is cut: the text, where each figure stands in it (None: open), how it was found, what is possible."""

    row: JoinedRow
    joined: Joined
    spans: list[tuple[int, int] | None]
    found_by: list[str]
    cuts: list[Cut]
    summed: Joined
    """the row with its sums"""
    fails: bool
    """they hold in no cut"""

    def forget(self) -> None:
        """Nothing is known of the row."""
        self.spans[:] = [None] * len(self.spans)
        self.cuts.clear()

    def know(self, spans: Sequence[tuple[int, int] | None], by: str) -> None:
        """Fill in what was open and is known now."""
        for n, span in enumerate(spans):
            if self.spans[n] is None and span is not None:
                self.spans[n], self.found_by[n] = span, by


def cut_entries(
    form: TableForm, entries: Sequence[Entry], columns: Sequence[tuple[str, ...]], template: Template | None
) -> list[Entry]:
    """The printed rows of a table with the figures of those whose cells run together; `columns` are those of each row."""
    cut: dict[int, JoinedRow] = {}
    others: dict[Place, Figure] = {}
    for n, (entry, keys) in enumerate(zip(entries, columns, strict=True)):
        row = entry.label.key or ""
        if entry.problem is None:
            others |= {(row, column): figure for column, figure in entry.figures.items()}
        elif entry.problem == JOINED and row and not any(row == other.places[0][0] for other in cut.values()):
            kinds = column_types(form, keys, template)
            cut[n] = JoinedRow(tuple((row, column) for column in keys), kinds, entry.filled)
    figures = dict(zip(cut, cut_rows(form, list(cut.values()), others), strict=True))
    return [
        _with_figures(entry, figures_of(figures[n], entry.label.key or "")) if n in figures else entry
        for n, entry in enumerate(entries)
    ]


def _with_figures(entry: Entry, figures: Mapping[str, Figure]) -> Entry:
    return entry._replace(figures=figures, problem=None, unread=is_open(figures))


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
    _forget_refuted(form, cuttings, values)
    _cut_by_columns(form, cuttings, values)
    return [_figures(cutting) for cutting in cuttings]


def _cut_by_itself(form: TableForm, row: JoinedRow) -> _Cutting:
    joined = join([piece.text for piece in row.pieces], row.kinds)
    signs, closed = row_sums(form, row.places)
    summed = joined._replace(signs=signs, closed=closed)
    by_digits = known_cells(joined)
    by_sums = known_cells(summed) if any(signs) else by_digits
    nothing = [None] * len(row.places)
    cutting = _Cutting(row, joined, [*nothing], [""] * len(row.places), [], summed, not by_sums)
    cutting.know(by_digits, "digits")
    cutting.know(by_sums, "row-sum")
    cutting.cuts.extend(all_cuts(summed if by_sums else joined, MOST_CUTS) or [])
    return cutting


def _forget_refuted(
    form: TableForm, cuttings: Sequence[_Cutting], values: Mapping[Place, int | str | None]
) -> None:
    """Take no figures from rows in whose place others were printed: see `gdlint.forms.refuted`."""
    doubted = [cutting for cutting in cuttings if any(cutting.summed.signs)]
    known = _known(cuttings, values) if doubted else {}
    refuted = []
    for cutting in doubted:
        others = {place: value for place, value in known.items() if place not in cutting.row.places}
        columns = {column for _, column in cutting.row.places}
        sums = list(column_sums(form, {*others, *cutting.row.places}, columns))
        wrong = cutting.fails or not _agrees(cutting, sums, others)
        if wrong and is_refuted(cutting.summed, cutting.row.places, sums, others):
            refuted.append(cutting)
    for cutting in refuted:
        cutting.forget()


def _agrees(cutting: _Cutting, sums: Sequence[Terms], others: Mapping[Place, int]) -> bool:
    """The sums of columns that are known as a whole hold in one cut of a row, or those are too many to try."""
    return not cutting.cuts or any(holds(_values(cutting, cut), sums, others) for cut in cutting.cuts)


def _known(cuttings: Sequence[_Cutting], values: Mapping[Place, int | str | None]) -> dict[Place, int]:
    """The values that are known of all rows."""
    known = {place: value for place, value in values.items() if type(value) is int}
    for cutting in cuttings:
        known |= _values(cutting, cutting.spans)
    return known


def _cut_by_columns(
    form: TableForm, cuttings: Sequence[_Cutting], values: Mapping[Place, int | str | None]
) -> None:
    """Drop cuts that contradict the sums of columns with open cells; what all others agree on is known."""
    open_rows = [cutting for cutting in cuttings if None in cutting.spans and cutting.cuts]
    if not open_rows or prod(len(cutting.cuts) for cutting in open_rows) > MOST_CHOICES:
        return
    known = _known(cuttings, values)
    doubtful = {place for cutting in open_rows for place in _doubtful(cutting)}
    sums = [
        terms
        for terms in column_sums(form, known.keys() | doubtful, {column for _, column in doubtful})
        if all(place in known or place in doubtful for place in terms)
    ]
    left = [
        choice
        for choice in product(*(cutting.cuts for cutting in open_rows))
        if sums and _holds(sums, known, open_rows, choice)
    ]
    if sums and not left:
        _forget_doubtful(cuttings)
    for cutting, cuts in zip(open_rows, zip(*left, strict=True), strict=False):
        agreed = [set(spans) for spans in zip(*cuts, strict=True)]
        cutting.know([next(iter(spans)) if len(spans) == 1 else None for spans in agreed], "column-sum")


def _forget_doubtful(cuttings: Sequence[_Cutting]) -> None:
    """Where rows contradict each other in every cut, no row is known by its sum alone that may have lost a cell."""
    for cutting in cuttings:
        if "row-sum" in cutting.found_by and is_refuted(cutting.summed, cutting.row.places, (), {}):
            cutting.forget()


def _doubtful(cutting: _Cutting) -> Iterator[Place]:
    return (place for place, span in zip(cutting.row.places, cutting.spans, strict=True) if span is None)


def _values(cutting: _Cutting, spans: Sequence[tuple[int, int] | None]) -> dict[Place, int]:
    return {
        place: int(cutting.joined.text[span[0] : span[1]])
        for place, kind, span in zip(cutting.row.places, cutting.row.kinds, spans, strict=True)
        if span and kind == "count"
    }


def _holds(
    sums: Sequence[Terms], known: Mapping[Place, int], open_rows: Sequence[_Cutting], choice: Sequence[Cut]
) -> bool:
    """All sums are right if the open rows are cut in this way."""
    values = dict(known)
    for cutting, cut in zip(open_rows, choice, strict=True):
        values |= _values(cutting, cut)
    return all(sum(sign * values[place] for place, sign in terms.items()) == 0 for terms in sums)


def _figures(cutting: _Cutting) -> dict[Place, Figure]:
    row, figures = cutting.row, dict[Place, Figure]()
    for place, kind, span, by in zip(row.places, row.kinds, cutting.spans, cutting.found_by, strict=True):
        if span is None:
            figures[place] = Figure(None, row.pieces[0].start, row.pieces[-1].end)
        else:
            start = _offset(row.pieces, span[0])
            cell = Cell(cutting.joined.text[span[0] : span[1]], start, start + span[1] - span[0])
            figures[place] = read_figures([place[1]], [kind], [cell])[place[1]]._replace(inferred=by)
    return figures


def _offset(pieces: Sequence[Cell], place: int) -> int:
    """Where a place of the joined text stands in the file."""
    for piece in pieces:
        if place < len(piece.text):
            return piece.start + place
        place -= len(piece.text)
    raise ValueError("a place behind the last piece")
