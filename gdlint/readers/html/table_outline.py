"""Which tables of a page state figures and which only lay out the page, and which of their rows are text."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from gdlint.readers.headings import is_heading
from gdlint.readers.html.node import Node
from gdlint.readers.html.walk import CELLS, Step

_PROSE = 120
"""letters; a row of one cell with more of them is text"""
_LONGEST_HEADING = 100


class TableRow(NamedTuple):
    """A row of a table: its first step, how many cells it has, whether it is text that stands over the table's whole width, and
    whether
    this is a heading that is broken into lines."""

    step: int
    cells: int
    is_text: bool
    is_broken_heading: bool = False


class TableOutline(NamedTuple):
    """A table: its steps, its rows by their first step, and whether it states figures."""

    begin: int
    end: int
    rows: dict[int, TableRow]
    is_data: bool

    def rows_from(self, step: int) -> int:
        """How many rows there are from one to the next that is text."""
        below = (row for row in self.rows.values() if row.step >= step)
        return sum(1 for _ in takewhile(lambda row: not row.is_text, below))


class _OpenRow:
    """A row whose end was not seen yet."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.cells = self.letters = self.headings = 0
        self.text = ""
        """how it begins"""

    def add_text(self, text: str, *, is_first: bool) -> None:
        """One more text of it, perhaps the first of a line that is a heading."""
        self.letters += len(text)
        self.headings += is_first
        if len(self.text) <= _LONGEST_HEADING:
            self.text += text[: 2 * _LONGEST_HEADING]

    def outline(self) -> TableRow:
        """The whole row."""
        alone = self.cells == 1
        broken = alone and not self.headings and is_heading(self.text)
        is_text = alone and (self.headings > 0 or broken or self.letters > _PROSE)
        return TableRow(self.step, self.cells, is_text, broken)


class _OpenTable:
    """A table whose end was not seen yet."""

    def __init__(self, begin: int) -> None:
        self.begin = begin
        self.rows: list[_OpenRow] = []
        self.nested = False

    def outline(self, end: int) -> TableOutline:
        """The whole table."""
        rows = {row.step: row.outline() for row in self.rows}
        several = any(row.cells > 1 for row in rows.values())
        return TableOutline(self.begin, end, rows, several and not self.nested)


def tables_of(steps: Sequence[Step], headings: set[int]) -> dict[int, TableOutline]:
    """The tables of a page by their first step; `headings` are the steps at which lines begin that look like headings."""
    found: dict[int, TableOutline] = {}
    open_tables: list[_OpenTable] = []
    for n, (kind, node, _) in enumerate(steps):
        if kind == "open" and node.tag == "table":
            if open_tables:
                open_tables[-1].nested = True
            open_tables.append(_OpenTable(n))
        elif not open_tables:
            continue
        elif kind == "close" and node.tag == "table":
            table = open_tables.pop()
            found[table.begin] = table.outline(n)
        else:
            _add(open_tables[-1].rows, n, kind, node, is_first=n in headings)
    return found


def _add(rows: list[_OpenRow], n: int, kind: str, node: Node, *, is_first: bool) -> None:
    """One more step of a table for its rows."""
    if kind == "open" and node.tag == "tr":
        rows.append(_OpenRow(n))
    elif rows and kind == "open" and node.tag in CELLS:
        rows[-1].cells += 1
    elif rows and kind == "text":
        rows[-1].add_text(node.data.strip(), is_first=is_first)
