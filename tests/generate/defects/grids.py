"""Changes of a printed table: labels, rows, columns."""

from collections.abc import Callable
from dataclasses import replace

from ..layout import LEFT, Cell, Grid, Row
from ..model import Made

Edit = Callable[[Grid], Grid]


def edited(made: Made, table: str, edit: Edit) -> Made:
    """A report, the key of a table and a change of its grid in, the changed report out."""

    def only(key: str, grid: Grid) -> Grid:
        return edit(grid) if key == table else grid

    return replace(made, edits=(*made.edits, only))


def relabelled(old: str, new: str) -> Edit:
    """A printed text and another in, an edit out that puts that in its first place."""

    def edit(grid: Grid) -> Grid:
        at = next(n for n, row in enumerate(grid) if old in row.cells)
        cells = list(grid[at].cells)
        cells[cells.index(old)] = new
        return (*grid[:at], grid[at]._replace(cells=tuple(cells)), *grid[at + 1 :])

    return edit


def with_row(after: str, *rows: Row) -> Edit:
    """The key of a row and new rows in, an edit out that puts them behind it."""

    def edit(grid: Grid) -> Grid:
        at = next(n for n, row in enumerate(grid) if row.key == after) + 1
        return (*grid[:at], *rows, *grid[at:])

    return edit


def twice(key: str) -> Edit:
    """The key of a row in, an edit out that prints it twice."""

    def edit(grid: Grid) -> Grid:
        row = next(row for row in grid if row.key == key)
        again = row._replace(cells=tuple(cell for cell in row.cells))
        return with_row(key, again)(grid)

    return edit


def without_last(key: str) -> Edit:
    """The key of a row in, an edit out that leaves out its last value."""

    def edit(grid: Grid) -> Grid:
        return tuple(row._replace(cells=row.cells[:-1]) if row.key == key else row for row in grid)

    return edit


def without_column(at: int) -> Edit:
    """The index of a column in, an edit out that leaves it out in all rows."""

    def edit(grid: Grid) -> Grid:
        return tuple(row._replace(cells=(*row.cells[:at], *row.cells[at + 1 :])) for row in grid)

    return edit


def filled(texts: tuple[str, ...], width: int) -> tuple[Cell, ...]:
    """Texts and a width in, cells of that number, the last text merged over the rest, out."""
    return (*texts, *(LEFT,) * (width - len(texts)))
