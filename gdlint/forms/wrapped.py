"""The cells of a header over several rows, those put together that are one label only as a whole."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gdlint.model.document import Cell, Row

Known = Callable[[str], bool]
"""whether a text is a label by itself"""


class HeadCell(NamedTuple):
    """One cell of a header: its row and its place in that row, which is its column where the file states columns."""

    row: int
    at: int
    cell: Cell


def head_cells(rows: Sequence[Row], known: Known, pieces: Sequence[Row] = ()) -> list[HeadCell]:
    """The cells of header rows that are not blank, with labels put together that run on in the next cell (a line break fell
    into them) or in the cell below (商业 over 企业). What stands in `pieces` counts only where it goes on a label."""
    if not pieces:
        return _put_together(rows, known)
    return [head for head in _put_together([*rows, *pieces], known) if head.row < len(rows)]


def _put_together(rows: Sequence[Row], known: Known) -> list[HeadCell]:
    cells = [HeadCell(n, at, cell) for n, row in enumerate(rows) for at, cell in row.placed() if cell.text]
    return _over_each_other(list(_side_by_side(cells, known)), known)


def _side_by_side(heads: Sequence[HeadCell], known: Known) -> Iterator[HeadCell]:
    n = 0
    while n < len(heads):
        head = heads[n]
        whole = head.cell.text + heads[n + 1].cell.text if n + 1 < len(heads) else ""
        if whole and not known(head.cell.text) and known(whole):
            yield head._replace(cell=head.cell._replace(text=whole))
            n += 2
        else:
            yield head
            n += 1


def _over_each_other(heads: Sequence[HeadCell], known: Known) -> list[HeadCell]:
    below = _below(heads, known)
    wholes = {
        head: head._replace(cell=head.cell._replace(text=head.cell.text + rest.cell.text))
        for head, rest in below.items()
        if known(head.cell.text + rest.cell.text)
    }
    if not wholes:
        return list(heads)
    rests = {below[head] for head in wholes}
    lower = {head.row for head in rests}
    # Both rows are one, in which what stands in the lower one alone keeps its place.
    kept = [wholes.get(head, head) for head in heads if head not in rests]
    return sorted(
        (head._replace(row=head.row - (head.row in lower)) for head in kept), key=lambda head: head[:2]
    )


def _below(heads: Sequence[HeadCell], known: Known) -> dict[HeadCell, HeadCell]:
    """The cells that are no label, each with the cell below it: in the same place, or where no places are kept and both rows
    have as many of them, in the same order."""
    pieces = [head for head in heads if not known(head.cell.text)]
    at = {head[:2]: head for head in heads}
    found = {head: rest for head in pieces if (rest := at.get((head.row + 1, head.at)))}
    for row in {head.row for head in pieces}:
        upper = [head for head in pieces if head.row == row]
        lower = [head for head in pieces if head.row == row + 1]
        pairs = list(zip(upper, lower, strict=False))
        if len(upper) == len(lower) and all(known(a.cell.text + b.cell.text) for a, b in pairs):
            found |= dict(pairs)
    return found
