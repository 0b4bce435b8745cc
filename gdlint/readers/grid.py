"""Where the cells of a table with spans stand: the rows and columns as a browser or Word counts them."""

from gdlint.model.page import StatedCell, StatedGrid, UnreadableError

MOST_COLUMNS = 1_000
MOST_PLACES = 200_000
"""rows times columns that cells of one table take"""


class GridBuilder:
    """A table that grows cell by cell. Each method raises `UnreadableError` for one that is larger than any of a report."""

    def __init__(self, start: int, rows: int) -> None:
        self.start = start
        self.rows = rows
        """how many rows the table has: no cell reaches below them"""
        self.cells: list[StatedCell] = []
        self.row = -1
        self._column = 0
        self._below: dict[int, int] = {}
        """the row behind the last one that a merged cell takes, by column"""
        self._places = 0

    def next_row(self) -> None:
        """Another row begins."""
        self.row += 1
        self._column = 0

    def place(self, rows: int, columns: int) -> StatedCell:
        """Where the next cell of the row stands, without its text; a number of rows or columns that cannot be is 1, and 0 rows
        are all that are left."""
        while self._below.get(self._column, 0) > self.row:
            self._column += 1
        left = max(self.rows - self.row, 1)
        rows = min(rows or left, left) if rows >= 0 else 1
        columns = columns if 0 < columns <= MOST_COLUMNS else 1
        column = self._column
        self._column += columns
        self._places += rows * columns
        if self._column > MOST_COLUMNS or self._places > MOST_PLACES:
            raise UnreadableError("large-report")
        if rows > 1:
            self._below |= dict.fromkeys(range(column, column + columns), self.row + rows)
        return StatedCell(self.row, column, 0, 0, rows, columns)

    def add(self, cell: StatedCell, start: int, end: int) -> None:
        """A placed cell with where its text begins and ends."""
        self.cells.append(cell._replace(start=start, end=end))

    def grid(self, end: int) -> StatedGrid:
        """The table, whose text ends there."""
        return StatedGrid(tuple(self.cells), self.start, end)
