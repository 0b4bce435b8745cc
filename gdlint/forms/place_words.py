"""Where something stands in a file, in words: its line, or in a file without lines its cell, paragraph or page."""

from bisect import bisect_right
from operator import attrgetter

from gdlint.model.page import StatedCell, StatedGrid
from gdlint.model.source import Source
from gdlint.words.locations import COLUMN, LINE, OF_KIND, ROW

_OF_TABLES = ("cell", "box")
_LONGEST = 24
_START = attrgetter("start")


def place_words(source: Source, start: int, language: str) -> str:
    """The line of a letter of the text, or its location with the labels of the row and column of its cell."""
    location = source.location(start)
    if location is None:
        return LINE[language].format(line=source.place(start, start).line)
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
    row = next((text for other in reversed(left) if _is_label(text := _text(source, other))), "")
    column = next((text for other in reversed(above) if row and _is_label(text := _text(source, other))), "")
    row = row or _text(source, cell)
    words = ROW[language].format(label=_short(row)) if row else ""
    return words + (COLUMN[language].format(label=_short(column)) if column else "")


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
