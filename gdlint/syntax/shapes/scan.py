"""What all shapes look at and share: the scan of a text, how much of it was read, rows made of cells, and what makes a table."""

import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count, islice, product
from typing import TypeVar

from gdlint.lexicon.table_cells import is_prose, role_of, roles_of
from gdlint.model.document import Cell, Grid, Heading, Kind, Row
from gdlint.model.fast import new
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.bounds import MOST_CELLS, MOST_HEADINGS, MOST_LINES, MOST_ROWS, TooLargeError
from gdlint.syntax.cell_rows import split_rows
from gdlint.syntax.lines import Line, blanks_in
from gdlint.syntax.shapes.bars import BARS, bars_of

T = TypeVar("T")

Found = tuple[list[Row], int]
"""the rows (none where the lines only looked like a table), and the index behind the last line"""

Shape = Callable[["Scan", int], Found | None]

MERGED = ",,"
"""what merged cells leave in rows parted by commas, of which every official table has some"""
_LEAST_CELLS = 3
_LONGEST_PIECE = 40
_SHORTEST_PIECE = 2
"""letters of a piece of a label"""
# The innermost loops: to look names up in classes takes a third of their time.
_CLAUSE, _LABEL, _VALUE, _FIGURE, _HEADING = Role.CLAUSE, Role.LABEL, Role.VALUE, Role.FIGURE, Role.HEADING
_ROW = Kind.ROW
_GAPS = tuple(map("".join, product(" \u00a0\u3000", repeat=2)))
_SPACED = lazy(r"[ \u00a0\u3000][ \u00a0\u3000][-+−]?\d[\d.,]*[ \u00a0\u3000]*$", re.MULTILINE)
"""a figure behind a gap at the end of a line; a text without any (but behind a tab) has no cells parted by blanks"""


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


class Scan:
    """What all shapes look at: the lines, those that end any table (headings, and tables that the file states), the
    vocabulary, the count of runs, how much was read, and whether there are tabs, bars, merged cells between commas, and figures
    behind gaps, at all."""

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
        self.roles = roles_of(vocabulary)
        self.role: Callable[[str], int] = self.roles.__getitem__
        """what a text may be, as bits of `Role`"""
        self.runs = count()
        self.text = text
        self.blanks = blanks_in(text)
        """what is no part of a cell at its begin and end"""
        self.extent = Extent()
        self.tabbed = "\t" in text
        self.bars = bars_of("".join(filter(text.__contains__, BARS)))
        self.barred = bool(self.bars.kinds)
        self.comma_separated = MERGED in text
        self.spaced = any(gap in text for gap in _GAPS) and any(
            "\t" not in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            for found in _SPACED.finditer(text)
        )

    def next_filled(self, i: int) -> int:
        """The next line that is not blank or stands for a table that the file states, or the number of lines."""
        while i < len(self.lines) and self.lines[i].blank and i not in self.headings:
            i += 1
        return i

    def allow_cells(self, begin: int, end: int, separators: str) -> None:
        """Raise `TooLargeError` where some lines have more cells than a report may have."""
        start, stop = self.lines[begin].start, self.lines[end - 1].start + len(self.lines[end - 1].text)
        parted = sum(self.text.count(separator, start, stop) for separator in separators)
        self.extent.allow(0, parted + end - begin)

    def rows(self, groups: Sequence[tuple[Sequence[Cell], int]], grid: Grid) -> list[Row]:
        """Rows from cells and the run that each belongs to; a row with labels behind values is cut."""
        self.extent.allow(len(groups))
        uncut = grid in (Grid.CELLS, Grid.NONE, Grid.JOINED)
        before = Role.HEADING if grid is Grid.NONE else Role.NONE
        made = [
            make_row(row, self.roles, grid, run)
            for cells, run in groups
            for row in (split_rows(cells, self.vocabulary, before) if uncut else (cells,))
        ]
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


def make_row(cells: Sequence[Cell], roles: Mapping[str, int], grid: Grid, run: int) -> Row:
    """A row with its kind by the roles of its texts; `cells` must not be empty."""
    return new(Row, (kind_of(cells, roles), tuple(cells), grid, run, cells[0][1], cells[-1][2], ()))


def kind_of(cells: Sequence[Cell], roles: Mapping[str, int]) -> Kind:
    """What a row is, seen by itself: CONTINUED is text in which no official label and no value is found."""
    clauses = values = heads = rows = filled = 0
    for text, _, _ in cells:
        if text:
            role = roles[text]
            if role & _FIGURE:
                return _kind_behind(cells, roles) if not filled else _ROW
            filled += 1
            if role & _VALUE:
                values += 1
            if role & _CLAUSE:
                clauses += 1
            if role & _HEADING:
                heads += 1
            elif role & _LABEL:
                rows += 1
    if clauses:
        return Kind.CLAUSE
    if heads > rows:
        return Kind.HEADER
    return Kind.ROW if rows or values > 1 or filled > values > 0 else Kind.CONTINUED


def _kind_behind(cells: Sequence[Cell], roles: Mapping[str, int]) -> Kind:
    """What a row is that begins with a figure, which is the number of the row before a clause or header in cells of their own."""
    rest = [cell for cell in cells if cell.text][1:]
    role = roles[rest[0].text] if rest else Role.NONE
    heads = role & (Role.CLAUSE | Role.HEADING) and not role & (Role.LABEL | Role.VALUE)
    return kind_of(rest, roles) if heads else _ROW


def may_be_cell(text: str, vocabulary: Vocabulary) -> bool:
    """Short enough for a cell, an official label, or a piece of one."""
    return bool(role_of(text, vocabulary)) or not is_prose(text) or is_piece(text, vocabulary)


def is_piece(text: str, vocabulary: Vocabulary) -> bool:
    """A part of an official label that runs over several lines."""
    word = plain(text) if len(text) <= _LONGEST_PIECE else ""
    return len(word) >= _SHORTEST_PIECE and word in _all_labels(vocabulary)


@lru_cache(maxsize=4)
def _all_labels(vocabulary: Vocabulary) -> str:
    return "\n".join(vocabulary.labels)
