"""One edit on one label of a table."""

import random
from collections.abc import Callable
from typing import Final, NamedTuple

from generate import Grid, Made, tables
from generate import grid as grid_of
from generate.layout import Cell
from support.edited.labels import Spot, span, spots
from support.edited.truth import Truth, copied, exchanged, whole
from support.samples import Where, places

_OTHER_LETTERS: Final = "的是在不了有和人这中大为上个国我以要他"


class Edited(NamedTuple):
    """The grid of one table after an edit, and what may be read in the report."""

    grid: Grid
    truth: Truth


class Label(NamedTuple):
    """The label that is edited: the report, the grid and the labels of its table, and which one it is."""

    made: Made
    grid: Grid
    spots: list[Spot]
    spot: Spot
    rng: random.Random

    @property
    def neighbour(self) -> Spot | None:
        """The next label of its row (or of its column, for one that stands before values), else the one before."""
        line = [spot for spot in self.spots if _line(self.grid, spot) == _line(self.grid, self.spot)]
        at = line.index(self.spot)
        others = line[at + 1 : at + 2] or line[max(at - 1, 0) : at]
        return others[0] if others else None


def label_of(made: Made, table: str, number: int, rng: random.Random) -> Label:
    """A report, the key of a table and the number of a label in, that label out."""
    grid = grid_of(made, table)
    found = spots(grid, table, made.template)
    return Label(made, grid, found, found[number], rng)


def _line(grid: Grid, spot: Spot) -> tuple[str, int]:
    kind = grid[spot.row].kind
    return (kind, spot.row if kind == "header" else spot.cell)


def cost(made: Made, *touched: Spot) -> frozenset[Where]:
    """A report and labels in, the cells that an edit on them may cost out: their rows, or the whole table."""
    if all(spot.of_row for spot in touched):
        return frozenset(place for spot in touched for place in spot.places)
    return frozenset(place for place, _ in places(tables(made)) if place.table == touched[0].table)


def with_cells(grid: Grid, n: int, cells: tuple[Cell, ...], labels: int = 0) -> Grid:
    """A grid, a row, its new cells and how many more of them are labels in, the new grid (without a row that has none) out."""
    row = grid[n]._replace(cells=cells, labels=grid[n].labels + labels)
    return (*grid[:n], *([row] if cells else []), *grid[n + 1 :])


def with_text(grid: Grid, spot: Spot, text: str) -> Grid:
    """A grid, one of its labels and a text in, the grid with that text there out."""
    cells = grid[spot.row].cells
    return with_cells(grid, spot.row, (*cells[: spot.cell], text, *cells[spot.cell + 1 :]))


def _reworded(write: Callable[[str, random.Random], str]) -> "Edit":
    def edit(label: Label) -> Edited:
        text = write(label.spot.text, label.rng)
        return Edited(
            with_text(label.grid, label.spot, text), whole(label.made, {}, cost(label.made, label.spot))
        )

    return edit


def _dropped(label: Label) -> Edited:
    """The cell is left out, with the places that it is merged with."""
    spot, row = label.spot, label.grid[label.spot.row]
    width = span(row, spot.cell)
    cells = (*row.cells[: spot.cell], *row.cells[spot.cell + width :])
    lost = -width if spot.cell < row.labels else 0
    grid = with_cells(label.grid, spot.row, cells, lost)
    return Edited(grid, whole(label.made, {}, cost(label.made, spot)))


def _repeated(label: Label) -> Edited:
    """The cell stands twice, side by side."""
    spot, row = label.spot, label.grid[label.spot.row]
    cells = (*row.cells[: spot.cell], spot.text, *row.cells[spot.cell :])
    grid = with_cells(label.grid, spot.row, cells, 1 if spot.cell < row.labels else 0)
    return Edited(grid, whole(label.made, {}, cost(label.made, spot)))


def _swapped(label: Label) -> Edited | None:
    """The label and its neighbour stand in each other's place."""
    spot, other = label.spot, label.neighbour
    if other is None or other.text == spot.text:
        return None
    grid = with_text(with_text(label.grid, spot, other.text), other, spot.text)
    return Edited(grid, whole(label.made, exchanged(spot, other), cost(label.made, spot, other)))


def _overwritten(label: Label) -> Edited | None:
    """The text of its neighbour stands in its place, too."""
    spot, other = label.spot, label.neighbour
    if other is None or other.text == spot.text:
        return None
    grid = with_text(label.grid, spot, other.text)
    return Edited(grid, whole(label.made, copied(spot, other), cost(label.made, spot, other)))


def _changed(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    return (
        text[:at] + rng.choice([letter for letter in _OTHER_LETTERS if letter != text[at]]) + text[at + 1 :]
    )


def _lengthened(text: str, rng: random.Random) -> str:
    return rng.choice((text + "情况", text + "合计数", "其中" + text))


Edit = Callable[[Label], Edited | None]

LABEL_EDITS: Final[dict[str, Edit]] = {
    "dropped": _dropped,
    "emptied": _reworded(lambda text, rng: ""),
    "first-cut": _reworded(lambda text, rng: text[1:]),
    "last-cut": _reworded(lambda text, rng: text[:-1]),
    "changed": _reworded(_changed),
    "numbered-note": _reworded(lambda text, rng: text + "①"),
    "starred": _reworded(lambda text, rng: text + "*"),
    "bracketed-note": _reworded(lambda text, rng: text + "（注）"),
    "twice": _reworded(lambda text, rng: text + text),
    "repeated": _repeated,
    "lengthened": _reworded(_lengthened),
    "spaced": _reworded(lambda text, rng: " ".join(text)),
    "swapped": _swapped,
    "overwritten": _overwritten,
}
