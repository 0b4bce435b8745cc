"""Tables that the file states: from cells with their spans to rows. Nothing is guessed, and no shape looks at them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from gdlint.lexicon.table_cells import role_of, roles_of
from gdlint.model.document import Cell, Grid, Row
from gdlint.model.page import StatedCell, StatedGrid
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import stripped
from gdlint.syntax.bounds import MOST_CELLS, TooLargeError
from gdlint.syntax.lines import Line
from gdlint.syntax.shapes.scan import make_row

_FIRST_RUN = 1_000_000
"""the runs of tables that the shapes read count from 0"""
_LEAST_FIGURES = 3
_COMMENT = "<!--"
"""so begins a comment to gdlint that stands in a line of its own between cells"""


Stated = Mapping[int, Sequence[Row]]
"""the rows of each stated table by where it begins in the text"""


def set_grids_aside(
    text: str, lines: Sequence[Line], grids: Sequence[StatedGrid], vocabulary: Vocabulary
) -> tuple[list[Line], Stated]:
    """The lines, those of each stated table as one blank line at its start, and the tables. What is no table of figures or
    labels stays text."""
    read = {
        grid.start: rows_of_grid(text, grid, vocabulary, run) for run, grid in enumerate(grids, _FIRST_RUN)
    }
    tables = {start: rows for start, rows in read.items() if _is_table(rows, vocabulary)}
    ends = {grid.start: grid.end for grid in grids if grid.start in tables}
    kept: list[Line] = []
    end = 0
    for line in lines:
        if line.start >= end and line.start in ends:
            end = max(ends[line.start], line.start + 1)
            kept.append(Line("", line.start, ""))
        elif line.start >= end or line.text.startswith(_COMMENT):
            kept.append(line)
    return kept, tables


def _is_table(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Several cells side by side, and an official label or several figures among them."""
    roles = [role_of(cell.text, vocabulary) for row in rows for cell in row.cells if cell.text]
    labels = any(role & Role.OFFICIAL for role in roles)
    figures = sum(1 for role in roles if role & Role.FIGURE)
    return any(len(row.cells) > 1 for row in rows) and (labels or figures >= _LEAST_FIGURES)


def rows_of_grid(text: str, grid: StatedGrid, vocabulary: Vocabulary, run: int) -> list[Row]:
    """The rows of a stated table. A row holds the cells that begin in it, a merged blank one in every row and column over
    which it is merged; `columns` says where they stand. Raises `TooLargeError` for more cells than a report may have."""
    rows: dict[int, list[tuple[int, Cell]]] = defaultdict(list)
    for count, (row, column, cell) in enumerate(_cells(text, grid.cells)):
        rows[row].append((column, cell))
        if count >= MOST_CELLS:
            raise TooLargeError
    return [_row(cells, vocabulary, run) for _, cells in sorted(rows.items())]


def _row(placed: list[tuple[int, Cell]], vocabulary: Vocabulary, run: int) -> Row:
    placed.sort(key=lambda item: item[0])
    row = make_row([cell for _, cell in placed], roles_of(vocabulary), Grid.STATED, run)
    start, end = min(cell.start for cell in row.cells), max(cell.end for cell in row.cells)
    return row._replace(columns=tuple(column for column, _ in placed), start=start, end=end)


def _cells(text: str, cells: Sequence[StatedCell]) -> Iterator[tuple[int, int, Cell]]:
    last = max((cell.row for cell in cells), default=0)
    for cell in cells:
        read = _read(text, cell)
        if read.text:
            yield cell.row, cell.column, read
            continue
        for row in range(cell.row, min(cell.row + cell.rows, last + 1)):
            for column in range(cell.column, cell.column + cell.columns):
                yield row, column, read


def _read(text: str, cell: StatedCell) -> Cell:
    """The cell without outer blanks; its lines are put together."""
    printed = text[cell.start : cell.end]
    content = stripped(printed)
    if not content:
        return Cell("", cell.start, cell.start)
    start = cell.start + printed.index(content)
    return Cell(_one_line(content), start, start + len(content))


def _one_line(content: str) -> str:
    """The lines of a cell as one: a break inside a label leaves nothing, one beside a digit parts figures."""
    whole, *lines = (line for line in map(stripped, content.split("\n")) if line)
    for line in lines:
        whole += ("" if not (whole[-1].isdigit() or line[0].isdigit()) else " ") + line
    return whole
