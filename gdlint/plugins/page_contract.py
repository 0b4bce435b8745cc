"""What a reader of a plugin hands back, held against what the interface demands of a page."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from gdlint.lexicon.suggestions import nearest
from gdlint.model.origin import LOCATIONS, Located, Location, SourceLines
from gdlint.model.page import FACTS, Page, StatedCell, StatedGrid
from gdlint.plugins.contract_faults import are, fail, is_number

_MOST_COLUMNS = 1_000_000
"""how many columns the cells of a table may go over for overlaps to be looked for"""


def check_page(page: Page) -> None:
    """Raise `FaultError` for a page whose text, tables or origin do not fit each other."""
    if not isinstance(page.text, str):
        fail("wrong-field", name="Page.text", found=repr(page.text))
    if not are(page.grids, StatedGrid):
        fail("wrong-field", name="Page.grids", found=repr(page.grids))
    for grid in page.grids:
        _check_grid(page.text, grid)
    if page.origin is not None:
        _check_origin(page.origin, len(page.text))
    if not isinstance(page.facts, Mapping) or not are((*page.facts, *page.facts.values()), str):
        fail("wrong-field", name="Page.facts", found=repr(page.facts))
    for key in page.facts:
        if key not in FACTS:
            fail("no-fact", found=repr(key), known=", ".join(FACTS), near=nearest(key, FACTS) or "")


def check_reason(problem: Any, known: Collection[str]) -> None:
    """Raise `FaultError` for a reason for which a file cannot be read that is none."""
    if problem not in known:
        near = nearest(str(problem), known) or ""
        fail("no-reason", found=repr(problem), known=", ".join(known), near=near)


def _check_grid(text: str, grid: StatedGrid) -> None:
    if not are(grid.cells, StatedCell):
        fail("wrong-field", name="StatedGrid.cells", found=repr(grid.cells))
    begins = is_number(grid.start) and grid.start >= 0 and text[grid.start - 1 : grid.start] in ("", "\n")
    if not begins or not is_number(grid.end) or not grid.start <= grid.end <= len(text):
        fail("grid-place", start=repr(grid.start), end=repr(grid.end), length=len(text))
    for cell in grid.cells:
        right = (
            all(map(is_number, cell))
            and min(cell.row, cell.column) >= 0
            and min(cell.rows, cell.columns) >= 1
        )
        if not right or not grid.start <= cell.start <= cell.end <= grid.end:
            fail("cell-place", cell=repr(cell), start=grid.start, end=grid.end)
    _check_lines(text, grid.cells)
    if covered := _covered(grid.cells):
        fail("cell-covered", cell=repr(covered))


def _check_lines(text: str, cells: Sequence[StatedCell]) -> None:
    """Raise `FaultError` for a cell that does not have its lines for itself, behind those of the cell before it."""
    end = -1
    for cell in cells:
        begins = text[max(cell.start - 1, 0) : cell.start] in ("", "\n")
        if cell.start <= end or not begins or text[cell.end : cell.end + 1] not in ("", "\n"):
            fail("cell-lines", cell=repr(cell))
        end = cell.end


def _covered(cells: Sequence[StatedCell]) -> StatedCell | None:
    """A cell that begins where another one lies."""
    width = 1 + max((cell.column for cell in cells), default=0)
    if sum(min(cell.columns, width) for cell in cells) > _MOST_COLUMNS:
        return None
    free_from: dict[int, int] = {}
    for cell in sorted(cells):
        if free_from.get(cell.column, 0) > cell.row:
            return cell
        for column in range(cell.column, min(cell.column + cell.columns, width)):
            free_from[column] = max(free_from.get(column, 0), cell.row + cell.rows)
    return None


def _check_origin(origin: Any, length: int) -> None:
    if not isinstance(origin, SourceLines | Located):
        fail("wrong-field", name="Page.origin", found=repr(origin))
    name = type(origin).__name__
    other = origin.offsets if isinstance(origin, SourceLines) else origin.locations
    if len(origin.starts) != len(other) or not _ascends(origin.starts):
        fail("origin-starts", name=name, starts=len(origin.starts), others=len(other))
    if origin.starts and not 0 <= origin.starts[0] <= origin.starts[-1] <= length:
        fail("origin-beyond", name=name, last=origin.starts[-1], length=length)
    if isinstance(origin, SourceLines) and not all(map(is_number, other)):
        fail("wrong-field", name="SourceLines.offsets", found=repr(other))
    if isinstance(origin, SourceLines) and not (origin.line_starts and _ascends(origin.line_starts)):
        fail("wrong-field", name="SourceLines.line_starts", found=repr(origin.line_starts))
    for location in origin.locations if isinstance(origin, Located) else ():
        _check_location(location)


def _check_location(location: Any) -> None:
    """Raise `FaultError` for a location of a kind that nobody can word, or without the numbers of its kind."""
    if not isinstance(location, Location):
        fail("wrong-field", name="Located.locations", found=repr(location))
    named = are(location.numbers, tuple) and all(len(pair) == 2 for pair in location.numbers)
    wanted = LOCATIONS.get(str(location.kind), ("",))
    if not named or {name for name, _ in location.numbers} != {*wanted}:
        known = "; ".join(f"{kind} ({', '.join(names)})" for kind, names in LOCATIONS.items())
        fail("no-location", found=repr(location), known=known)


def _ascends(numbers: Sequence[Any]) -> bool:
    return all(map(is_number, numbers)) and all(one <= other for one, other in pairwise(numbers))
