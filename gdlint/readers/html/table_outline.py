"""Which tables of a page state figures and which only lay out the page, and which of their rows are text."""

from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from gdlint.readers.headings import is_heading
from gdlint.readers.html.node import Node
from gdlint.readers.html.walk import CELLS, Step

_PROSE = 120
"""letters; a row of one cell with more of them is text"""
_LONGEST_HEADING = 100
_MOST_STEPS = 80
"""of a row that is a heading"""


class TableRow(NamedTuple):
    """A row of a table: its first step, how many cells it has, whether it is text that stands over the table's whole width, and
    whether this is a heading that is broken into lines."""

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


class _OpenTable:
    """A table whose end was not seen yet."""

    def __init__(self, begin: int) -> None:
        self.begin = begin
        self.rows: list[list[int]] = []
        """first step, cells, letters, headings of each row"""
        self.nested = False

    def outline(self, end: int, steps: Sequence[Step]) -> TableOutline:
        """The whole table."""
        rows = {row[0]: _row(row, steps) for row in self.rows}
        several = any(row.cells > 1 for row in rows.values())
        return TableOutline(self.begin, end, rows, several and not self.nested)


def _row(row: Sequence[int], steps: Sequence[Step]) -> TableRow:
    step, cells, letters, headings = row
    alone = cells == 1
    broken = alone and not headings and letters <= _LONGEST_HEADING and is_heading(_text(step, steps))
    return TableRow(step, cells, alone and (headings > 0 or broken or letters > _PROSE), broken)


def _text(step: int, steps: Sequence[Step]) -> str:
    """The text of the row that begins at a step."""
    row = takewhile(
        lambda each: each.kind != "close" or each.node.tag != "tr", islice(steps, step, step + _MOST_STEPS)
    )
    return "".join([each.node.data.strip() for each in row if each.kind == "text"])


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
            found[table.begin] = table.outline(n, steps)
        else:
            _add(open_tables[-1].rows, n, kind, node, is_first=n in headings)
    return found


def _add(rows: list[list[int]], n: int, kind: str, node: Node, *, is_first: bool) -> None:
    """One more step of a table for its rows, perhaps the first of a line that is a heading."""
    if kind == "open" and node.tag == "tr":
        rows.append([n, 0, 0, 0])
    elif rows and kind == "open" and node.tag in CELLS:
        rows[-1][1] += 1
    elif rows and kind == "text":
        rows[-1][2] += len(node.data.strip())
        rows[-1][3] += is_first
