"""What the sums of columns say of rows of joined cells: they refute readings, bear them out, and leave one of several.

Each step only speaks of cells that the steps before left open, and marks what it found with its name (`inferred` of a
`Figure`), so that no sum is later said to have been checked by which a figure was found.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product
from math import prod
from typing import Final, NamedTuple

from gdlint.forms.cuts import Cut, Joined, Span
from gdlint.forms.joined_sums import Place, Terms, column_sums
from gdlint.forms.refuted import holds, holds_in_more_rows, is_refuted
from gdlint.model.document import Cell
from gdlint.model.form import TableForm, Type

MOST_CHOICES: Final = 2_000
"""of all open rows together"""


class JoinedRow(NamedTuple):
    """A printed row: the (row, column) of each value in the order of the text, their types, the pieces printed, the number
    right behind them with which the next label begins, and the places of the official rows below it whose labels are not
    there."""

    places: tuple[Place, ...]
    kinds: tuple[Type, ...]
    pieces: tuple[Cell, ...]
    behind: str = ""
    lost: tuple[tuple[Place, ...], ...] = ()


class Cutting(NamedTuple):
    """How far a row is cut: the text, where each figure stands in it (None: open), how it was found, what is possible."""

    row: JoinedRow
    joined: Joined
    spans: list[Span | None]
    found_by: list[str]
    cuts: list[Cut]
    summed: Joined
    """the row with its sums"""
    fails: bool
    """they hold in no cut"""
    weak: bool
    """it has so many cuts that they may hold in a wrong one"""

    def forget(self) -> None:
        """Nothing is known of the row."""
        self.spans[:] = [None] * len(self.spans)
        self.cuts.clear()

    def know(self, spans: Sequence[Span | None], by: str) -> None:
        """Fill in what was open and is known now."""
        for n, span in enumerate(spans):
            if self.spans[n] is None and span is not None:
                self.spans[n], self.found_by[n] = span, by


def forget_refuted(
    form: TableForm, cuttings: Sequence[Cutting], values: Mapping[Place, int | str | None]
) -> None:
    """Take no figures from rows in whose place others were printed: see `gdlint.forms.refuted`."""
    doubted = [cutting for cutting in cuttings if any(cutting.summed.signs) or cutting.row.lost]
    known = _known(cuttings, values) if doubted else {}
    refuted = []
    for cutting in doubted:
        others = {place: value for place, value in known.items() if place not in cutting.row.places}
        columns = {column for _, column in cutting.row.places}
        sums = list(column_sums(form, {*others, *cutting.row.places}, columns))
        if _is_refuted(cutting, sums, others):
            refuted.append(cutting)
    for cutting in refuted:
        cutting.forget()


def _is_refuted(cutting: Cutting, sums: Sequence[Terms], others: Mapping[Place, int]) -> bool:
    """The digits of a row may as well be other cells than its own; where its sums fail, they tell all of these or none."""
    summed, (places, _, _, behind, lost) = cutting.summed, cutting.row
    if lost and holds_in_more_rows(summed, places, lost, sums, others):
        return True
    if cutting.fails and None in cutting.spans:
        return True
    wrong = cutting.fails or not _agrees(cutting, sums, others)
    return wrong and is_refuted(summed, places, sums, others, behind)


def _agrees(cutting: Cutting, sums: Sequence[Terms], others: Mapping[Place, int]) -> bool:
    """The sums of columns that are known as a whole hold in one cut of a row, or those are too many to try."""
    return not cutting.cuts or any(holds(_values(cutting, cut), sums, others) for cut in cutting.cuts)


def _known(cuttings: Sequence[Cutting], values: Mapping[Place, int | str | None]) -> dict[Place, int]:
    """The values that are known of all rows."""
    known = {place: value for place, value in values.items() if type(value) is int}
    for cutting in cuttings:
        known |= _values(cutting, cutting.spans)
    return known


def forget_unconfirmed(
    form: TableForm, cuttings: Sequence[Cutting], values: Mapping[Place, int | str | None]
) -> None:
    """Take no figures from weak rows but where each column has a sum that is known, and all of these hold."""
    weak = [cutting for cutting in cuttings if cutting.weak and any(cutting.spans)]
    if not weak:
        return
    open_rows = _open_rows(cuttings)
    known = _known(cuttings, values)
    sums = _sums(form, known, open_rows, {column for cutting in weak for _, column in cutting.row.places})
    hold = next(_choices(sums, known, open_rows), None) is not None
    summed = {place for terms in sums for place in terms}
    for cutting in weak:
        if not (hold and summed.issuperset(cutting.row.places)):
            cutting.forget()


def cut_by_columns(
    form: TableForm, cuttings: Sequence[Cutting], values: Mapping[Place, int | str | None]
) -> None:
    """Drop cuts that contradict the sums of columns with open cells; what all others agree on is known."""
    open_rows = _open_rows(cuttings)
    known = _known(cuttings, values)
    columns = {column for cutting in open_rows for _, column in _doubtful(cutting)}
    sums = _sums(form, known, open_rows, columns) if open_rows else []
    left = list(_choices(sums, known, open_rows)) if sums else []
    if sums and not left:
        _forget_doubtful(cuttings)
    for cutting, cuts in zip(open_rows, zip(*left, strict=True), strict=False):
        agreed = [set(spans) for spans in zip(*cuts, strict=True)]
        cutting.know([next(iter(spans)) if len(spans) == 1 else None for spans in agreed], "column-sum")


def _open_rows(cuttings: Sequence[Cutting]) -> list[Cutting]:
    """The rows that can be cut in several ways; none where there are too many together."""
    rows = [cutting for cutting in cuttings if None in cutting.spans and cutting.cuts]
    return rows if prod(len(cutting.cuts) for cutting in rows) <= MOST_CHOICES else []


def _sums(
    form: TableForm, known: Mapping[Place, int], open_rows: Sequence[Cutting], columns: Set[str]
) -> list[Terms]:
    """The sums of columns of which each cell is known, or one of those that are doubtful."""
    there = {*known, *(place for cutting in open_rows for place in _doubtful(cutting))}
    return [terms for terms in column_sums(form, there, columns) if there.issuperset(terms)]


def _choices(
    sums: Sequence[Terms], known: Mapping[Place, int], open_rows: Sequence[Cutting]
) -> Iterator[tuple[Cut, ...]]:
    """How the open rows can be cut so that all sums hold."""
    every = product(*(cutting.cuts for cutting in open_rows))
    return (choice for choice in every if _holds(sums, known, open_rows, choice))


def _forget_doubtful(cuttings: Sequence[Cutting]) -> None:
    """Where rows contradict each other in every cut, no row is known by its sum alone that may have lost a cell."""
    for cutting in cuttings:
        if "row-sum" in cutting.found_by and is_refuted(cutting.summed, cutting.row.places, (), {}):
            cutting.forget()


def _doubtful(cutting: Cutting) -> Iterator[Place]:
    return (place for place, span in zip(cutting.row.places, cutting.spans, strict=True) if span is None)


def _values(cutting: Cutting, spans: Sequence[Span | None]) -> dict[Place, int]:
    return {
        place: int(cutting.joined.text[span[0] : span[1]])
        for place, kind, span in zip(cutting.row.places, cutting.row.kinds, spans, strict=True)
        if span and kind == "count"
    }


def _holds(
    sums: Sequence[Terms], known: Mapping[Place, int], open_rows: Sequence[Cutting], choice: Sequence[Cut]
) -> bool:
    """All sums are right if the open rows are cut in this way."""
    values = dict(known)
    for cutting, cut in zip(open_rows, choice, strict=True):
        values |= _values(cutting, cut)
    return all(sum(sign * values[place] for place, sign in terms.items()) == 0 for terms in sums)
