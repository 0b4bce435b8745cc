"""Which value cell belongs to which column: by number where a row is full, else by the place of its neighbours."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from gdlint.lexicon.table_cells import is_figure, may_hold_two
from gdlint.model.document import UNSTATED_ROWS, Cell, Grid, Part, Row

UNKNOWN_COLUMN = "unknown-column"
"""the problem of values whose row is bound"""

NO_VALUES = "no-values"
"""the problem of a label without any value, where blank cells leave no trace"""

PAGE_MARK = "page-mark"
"""the problem of what belongs to no row"""

ROW_NUMBER = "row-number"
"""the problem of the number that a table gives each of its rows"""

LEFT_OVER = "left-over"
"""the problem of figures that no row took"""

JOINED = "joined"
"""the problem of a row whose figures run together"""

Ragged = Callable[[], bool]
"""whether the file leaves any number of blank cells around values; asked only where it matters"""

_SEVERAL = 3
"""fewer figures do not tell a row of values"""
_TEXT = itemgetter(0)
"""the text of a cell"""


class HeaderPlace(NamedTuple):
    """The index of the cell of the first column in a header row, and how many cells that row has."""

    first: int
    length: int


class Strip(NamedTuple):
    """One printed row as the placing sees it: its cells, the index of its label, and its depth among the groups.

    `header` is where the header of its part puts the first value column, or None; `below` the depth of the next row and
    the index of its label. `columns` are those of the cells, and `at` those of the header, in a stated grid; where values are
    to stand below the labels alone, `fixed` says so.
    """

    cells: Sequence[Cell]
    label: int
    depth: int
    width: int
    grid: Grid
    run: int
    header: HeaderPlace | None = None
    below: tuple[int, int] | None = None
    columns: tuple[int, ...] = ()
    at: tuple[int, ...] = ()
    fixed: bool = False

    @property
    def filled(self) -> list[int]:
        """The indices of the cells behind the label that are not blank."""
        return [i for i in range(self.label + 1, len(self.cells)) if self.cells[i].text]

    def fits(self, start: int) -> bool:
        """All values lie within the columns that begin at this index, and all of those cells are there."""
        filled = self.filled
        return self.label < start <= len(self.cells) - self.width and (
            not filled or (start <= filled[0] and filled[-1] < start + self.width)
        )


Build = tuple[int, ...]
"""how a row is built: rows of one build have their values in the same places"""


class ValueEvidence:
    """Where the values of full rows begin, in one run of rows of one width, by how those rows are built."""

    def __init__(self) -> None:
        self.offsets: dict[Build, set[int]] = {}
        self.frames: set[tuple[int, int]] = set()
        """length and begin of the values, which is the same for all rows of a rectangle"""
        self.tight = True
        """every row of the run has as many cells behind its label as there are columns"""

    def add(self, strip: Strip, start: int) -> None:
        """A full row and the index of its first value."""
        self.offsets.setdefault(_build(strip), set()).add(start - strip.label)
        self.frames.add((len(strip.cells), start))

    def starts(self, strip: Strip) -> set[int]:
        """The begins in the full rows that are built like a row."""
        if len(self.frames) == 1 and strip.grid is not Grid.CELLS:
            return {start for length, start in self.frames if length == len(strip.cells)}
        return {strip.label + offset for offset in self.offsets.get(_build(strip), ())}


def _build(strip: Strip) -> Build:
    """Merged cells before and behind the values make a row longer; one that lost a cell is shorter than those like it. Where
    the file does not state rows, blanks of merged labels of the row below stand behind the values."""
    length = len(strip.cells)
    if strip.grid is Grid.CELLS:
        return (length - strip.label, strip.depth, *(strip.below or ()))
    return (length, strip.label, strip.depth)


def whole(cells: Sequence[Cell], width: int, grid: Grid) -> Sequence[Cell] | None:
    """The values among the cells behind a label where there is one for each column, side by side; None where that does not tell which
    column each belongs to."""
    texts = list(filter(_TEXT, cells))
    filled = cells if len(texts) == len(cells) else texts
    if len(filled) != width or (grid is Grid.JOINED and filled and not _apart(filled, width)):
        return None
    return filled if filled is cells or _side_by_side(cells, filled, grid) else None


def place(strips: Sequence[Strip], ragged: Ragged) -> list[Sequence[Cell] | str]:
    """For each row its value cells in the order of the columns, or the problem that forbids to say."""
    placed = list(map(_by_itself, strips))
    open_rows = [n for n, found in enumerate(placed) if found == "short"]
    evidence = _evidence(strips) if open_rows else {}
    for n in open_rows:
        strip = strips[n]
        start = _start(strip, evidence[strip.run, strip.width], ragged)
        if start is not None:
            placed[n] = _told_apart(strip.cells[start : start + strip.width])
    return placed


def _by_itself(strip: Strip) -> Sequence[Cell] | str:
    """The same for one row, as far as it does not need the others: they may tell where the values of one that is "short" begin."""
    if strip.at and (below := _below_header(strip)):
        return _told_apart(below)
    if strip.fixed:
        return "gap"
    cells = strip.cells[strip.label + 1 :]
    values = whole(cells, strip.width, strip.grid)
    if values is not None:
        return values
    filled = sum(1 for cell in cells if cell.text)
    if strip.grid is Grid.JOINED and filled:
        return JOINED
    if filled >= strip.width:
        return "gap" if filled == strip.width else "long"
    return "gap" if _is_covered(strip) else "short"


def _told_apart(cells: Sequence[Cell]) -> Sequence[Cell] | str:
    return "gap" if may_hold_two(cells) else cells


def _below_header(strip: Strip) -> Sequence[Cell] | None:
    """The cells that stand right below the labels of the header in a stated grid; None where one is not there, or a value
    stands beside them."""
    places = {column: n for n, column in enumerate(strip.columns) if n > strip.label}
    found = [places[column] for column in strip.at if column in places]
    if len(found) != strip.width or not set(strip.filled) <= set(found):
        return None
    return [strip.cells[n] for n in found]


def _is_covered(strip: Strip) -> bool:
    """A cell of a row above reaches into the row below the header in a stated grid."""
    columns = strip.columns
    return any(column not in columns and columns[0] < column < columns[-1] for column in strip.at if columns)


def _side_by_side(cells: Sequence[Cell], filled: Sequence[Cell], grid: Grid) -> bool:
    """No blank cell stands between the values, where the file shows blank cells."""
    if len(filled) in (0, len(cells)) or grid in UNSTATED_ROWS:
        return True
    first = cells.index(filled[0])
    return all(map(_TEXT, cells[first : first + len(filled)]))


def _apart(cells: Sequence[Cell], width: int) -> bool:
    """Pieces of joined cells are one figure each: as many as columns, none that must be several, and no word or mark in front, which may
    be the end of the label."""
    return (
        len(cells) == width
        and cells[0].text.lstrip("-+−")[:1].isdecimal()
        and not any(cell.text[0] == "0" and cell.text[1:2].isdigit() for cell in cells)
    )


def _evidence(strips: Sequence[Strip]) -> dict[tuple[int, int], ValueEvidence]:
    """What the rows of each run and width tell about each other."""
    evidence: defaultdict[tuple[int, int], ValueEvidence] = defaultdict(ValueEvidence)
    for strip in strips:
        found = evidence[strip.run, strip.width]
        filled = strip.filled
        if filled and len(filled) == strip.width == filled[-1] - filled[0] + 1:
            found.add(strip, filled[0])
        if len(strip.cells) - strip.label - 1 != strip.width:
            found.tight = False
    return evidence


def _start(strip: Strip, evidence: ValueEvidence, ragged: Ragged) -> int | None:
    """Where the values of a row with blanks begin: the one place that full rows of its build leave, else None."""
    if strip.grid in (Grid.NONE, Grid.LINES):
        return None
    filled = strip.filled
    if filled and filled[-1] - filled[0] + 1 == strip.width:
        return filled[0]
    if strip.grid is Grid.ROWS and ragged():
        return None
    fitting = [start for start in evidence.starts(strip) if strip.fits(start)]
    if fitting:
        return fitting[0] if len(fitting) == 1 else None
    header = strip.header
    if header and header.length == len(strip.cells) and strip.fits(header.first):
        return header.first
    return strip.label + 1 if evidence.tight and strip.grid is not Grid.CELLS else None


def is_ragged(parts: Iterable[Part]) -> bool:
    """Rows with one count of figures, and labels in one place, differ in length."""
    rows = [row for part in parts for row in part.rows if row.grid is Grid.ROWS]
    lengths: dict[tuple[int, int, int], int] = {}
    for row in rows if _differ(rows) else ():
        if found := _values_at(row.cells):
            length = len(row.cells)
            if lengths.setdefault((row.run, *found), length) != length:
                return True
    return False


def _differ(rows: Sequence[Row]) -> bool:
    """Not all rows of a run have one length."""
    return len({(row.run, len(row.cells)) for row in rows}) > len({row.run for row in rows})


def _values_at(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The place of the last label and the number of values; None unless those stand side by side."""
    texts = list(map(_TEXT, cells))
    figures = [n for n, text in enumerate(texts) if is_figure(text)]
    if len(figures) < _SEVERAL or figures[-1] - figures[0] + 1 != len(figures):
        return None
    first = figures[0]
    return (next((n for n in range(first - 1, -1, -1) if texts[n]), -1), len(figures))
