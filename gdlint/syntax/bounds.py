"""How large one report may be: about a hundred times the largest one known, so that what is made of a text is bounded."""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

MOST_LINES = 50_000
"""lines that are not blank"""

MOST_FILE_LINES = 220_000
"""lines of a file, which may hold several reports; of blank ones in a row only the first"""

MOST_HEADINGS = 5000
"""headings of any level, and what a portal says"""

MOST_NUMBERED = 40_000
"""lines of a file that may be headings"""

MOST_COMMENTS = 5000
"""comments to gdlint in a file"""

MOST_MARKS = 20_000
"""page numbers and running titles of a file, which may hold several reports"""

MOST_ROWS = 10_000
"""printed rows of tables, headers included"""

MOST_CELLS = 40_000
"""printed cells of tables, blank ones included"""

T = TypeVar("T")


class TooLargeError(Exception):
    """A text in which a report would be larger than any."""


class Extent:
    """What was read of a report so far. Each method raises `TooLargeError` for more than a report may have."""

    def __init__(self) -> None:
        self.lines = self.headings = self.rows = self.cells = 0

    def add_line(self) -> None:
        """One line was read."""
        self.lines += 1
        if self.lines > MOST_LINES:
            raise TooLargeError

    def add_headings(self, number: int) -> None:
        """So many headings, or texts of a portal, were read."""
        self.headings += number
        if self.headings > MOST_HEADINGS:
            raise TooLargeError

    def add_table(self, rows: int, cells: int) -> None:
        """The rows and cells of a table were read."""
        self.allow(rows, cells)
        self.rows += rows
        self.cells += cells

    def allow(self, rows: int, cells: int = 0) -> None:
        """So many rows and cells are about to be made."""
        if self.rows + rows > MOST_ROWS or self.cells + cells > MOST_CELLS:
            raise TooLargeError

    def taken(self, cells: Iterable[T]) -> list[T]:
        """Cells as a list."""
        taken = list(islice(cells, MOST_CELLS - self.cells + 1))
        self.allow(0, len(taken))
        return taken
