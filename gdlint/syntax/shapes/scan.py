"""What all shapes look at, and whether rows that were read are a table at all."""

import re
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from itertools import count

from gdlint.model.document import Cell, Grid, Heading, Kind, Row
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.syntax.bounds import Extent
from gdlint.syntax.cell_rows import make_row, split_rows
from gdlint.syntax.lines import Line, role_of

Found = tuple[list[Row], int]
"""the rows (none where the lines only looked like a table), and the index behind the last line"""

Shape = Callable[["Scan", int], Found | None]

BARS = "|｜│┃"
_LEAST_CELLS = 3
_SPACED = re.compile(r"[ \u00a0\u3000][ \u00a0\u3000][-+−]?\d[\d.,]*[ \u00a0\u3000]*$", re.MULTILINE)
"""a figure behind a gap at the end of a line; a text without any (but behind a tab) has no cells parted by blanks"""


class Scan:
    """What all shapes look at: the lines, those that end any table (headings, and tables that the file states), the
    vocabulary, the count of runs, how much was read, and whether there are tabs, bars, and figures behind gaps, at all."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        headings: Mapping[int, Heading],
        vocabulary: Vocabulary,
        stated: Collection[int] = (),
    ) -> None:
        self.lines = lines
        self.headings: Container[int] = {*headings, *stated} if stated else headings
        self.vocabulary = vocabulary
        self.runs = count()
        self.text = text
        self.extent = Extent()
        self.tabbed = "\t" in text
        self.barred = any(bar in text for bar in BARS)
        self.spaced = any(
            "\t" not in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            for found in _SPACED.finditer(text)
        )

    def next_filled(self, i: int) -> int:
        """The next line that is not blank, or the number of lines."""
        while i < len(self.lines) and self.lines[i].blank:
            i += 1
        return i

    def allow_cells(self, begin: int, end: int, separators: str) -> None:
        """Raise `TooLargeError` where some lines have more cells than a report may have."""
        start, stop = self.lines[begin].start, self.lines[end - 1].start + len(self.lines[end - 1].text)
        parted = sum(self.text.count(separator, start, stop) for separator in separators)
        self.extent.allow(0, parted + end - begin)

    def role(self, text: str) -> int:
        """What a text may be, as bits of `Role`."""
        return role_of(text, self.vocabulary)

    def rows(self, groups: Sequence[tuple[Sequence[Cell], int]], grid: Grid) -> list[Row]:
        """Rows from cells and the run that each belongs to; a row with labels behind values is cut."""
        made: list[Row] = []
        self.extent.allow(len(groups))
        for cells, run in groups:
            before = Role.HEADING if grid is Grid.NONE else Role.NONE
            pieces = (
                list(split_rows(cells, self.vocabulary, before))
                if grid in (Grid.CELLS, Grid.NONE, Grid.JOINED)
                else [cells]
            )
            made += [make_row(piece, self.vocabulary, grid, run) for piece in pieces]
        self.extent.allow(len(made))
        return made


def looks_like_table(scan: Scan, rows: Sequence[Row]) -> bool:
    """At least three cells of which one is an official label, or a row of figures."""
    filled = figures = labels = 0
    for row in rows:
        for cell in row.cells:
            if cell.text:
                role = scan.role(cell.text)
                filled += 1
                labels += bool(role & Role.OFFICIAL)
                figures += bool(role & Role.FIGURE)
            if filled >= _LEAST_CELLS and (labels or figures >= _LEAST_CELLS):
                return True
    return filled >= _LEAST_CELLS and any(row.kind is not Kind.CONTINUED for row in rows)
