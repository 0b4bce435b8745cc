"""Headers that are read once for all reports that have the same: labels by the numbers of their cells, put in their places."""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from gdlint.model.document import Cell, Grid, Kind, Row
from gdlint.model.fast import new
from gdlint.model.report import Label

_TEXT, _START = itemgetter(0), itemgetter(1)
Read = TypeVar("Read")
Shown = tuple[Kind, Grid, tuple[str, ...], tuple[int, ...]]


def read_once(
    read: Callable[..., Read], rows: Sequence[Row], *about: Hashable
) -> tuple[Read, Sequence[Cell]] | None:
    """What `read` makes of header rows and of what else it is given, in which each label stands at the number of its cell; and
    the cells by these numbers. None where the cells do not come in the order of the text, which a header may depend on."""
    cells = [cell for row in rows for cell in row.cells]
    starts = list(map(_START, cells))
    if starts != sorted(starts):
        return None
    shown = tuple((row.kind, row.grid, tuple(map(_TEXT, row.cells)), row.columns) for row in rows)
    return _read(read, shown, about), cells


@lru_cache(maxsize=1024)
def _read(read: Callable[..., Read], shown: tuple[Shown, ...], about: tuple[Hashable, ...]) -> Read:
    rows: list[Row] = []
    count = 0
    for kind, grid, texts, columns in shown:
        cells = tuple(Cell(text, n, n) for n, text in enumerate(texts, count))
        rows.append(Row(kind, cells, grid, 0, count, count + len(texts), columns))
        count += len(texts)
    return read(rows, *about)


def in_place(label: Label, cells: Sequence[Cell]) -> Label:
    """A label that stands at the number of its cell, where that cell stands."""
    cell = cells[label.start]
    return new(Label, (label.text, cell.start, cell.end, *label[3:]))
