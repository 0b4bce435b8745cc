"""Where something stands in a file, in words: its line, or in a file without lines its cell, paragraph or page."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from gdlint.model.page import StatedCell, StatedGrid
from gdlint.model.source import Source
from gdlint.words.locations import COLUMN, LINE, OF_KIND, ROW

_OF_TABLES = ("cell", "box")
_LONGEST = 24
_LONGEST_VALUE = 2
_START = attrgetter("start")


def place_words(source: Source, start: int, language: str) -> str:
    """The line of a letter of the text, or its location; with the labels of the row and column of its cell, where the file
    states its tables."""
    location = source.location(start)
    if location is None:
        return LINE[language].format(line=source.place(start, start).line) + _labels(source, start, language)
    words = OF_KIND[location.kind][language].format(**dict(location.numbers))
    return words + (_labels(source, start, language) if location.kind in _OF_TABLES else "")


def _labels(source: Source, start: int, language: str) -> str:
    """The labels of the row and column of a cell, as they are printed; only the row's where it is the cell itself."""
    grid, cell = _cell_at(source, start)
    if grid is None or cell is None:
        return ""
    left = [other for other in grid.cells if other.row == cell.row and other.column < cell.column]
    above = [
        other
        for other in grid.cells
        if other.row < cell.row and other.column <= cell.column < other.column + other.columns
    ]
    heads = [text for other in above if _is_label(text := _text(source, other))]
    row = next((text for other in reversed(left) if _is_label(text := _text(source, other))), "")
    own = _text(source, cell)
    row, column = (own, "") if _is_header(source, grid, cell, own) else _row_and_column(row, own, heads)
    words = ROW[language].format(label=_short(row)) if row else ""
    return words + (COLUMN[language].format(label=_short(column)) if column else "")


def _is_header(source: Source, grid: StatedGrid, cell: StatedCell, own: str) -> bool:
    """Whether a cell is a label, longer than a word for none, and no row down to its own holds a number."""
    if len(own) <= _LONGEST_VALUE or not own.isalpha():
        return False
    return not any(_text(source, other).isdigit() for other in grid.cells if other.row <= cell.row)


def _row_and_column(row: str, own: str, heads: Sequence[str]) -> tuple[str, str]:
    """The labels by which a cell is told: that of its row with the nearest above it, else its own, else the two nearest
    above it, as in a table whose rows have none."""
    if row:
        return row, heads[-1] if heads else ""
    if _is_label(own) or not heads:
        return own, ""
    return heads[-2:][0], heads[-1] if len(heads) > 1 else ""


def _cell_at(source: Source, start: int) -> tuple[StatedGrid | None, StatedCell | None]:
    n = bisect_right(source.grids, start, key=_START) - 1
    if n < 0 or start >= source.grids[n].end:
        return None, None
    grid = source.grids[n]
    at = bisect_right(grid.cells, start, key=_START) - 1
    return grid, grid.cells[at] if at >= 0 else None


def _text(source: Source, cell: StatedCell) -> str:
    return "".join((source.text or "")[cell.start : cell.end].split())


def _is_label(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
