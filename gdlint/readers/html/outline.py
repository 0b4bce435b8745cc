"""Which part of a page is the report, and which of its tables state figures and which only lay out the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from gdlint.model.wording import stripped
from gdlint.readers.html.walk import BLOCKS, CELLS, Step

_TITLE = re.compile(r".{0,60}政府信息公开(?:工作)?年度报告.{0,12}")
_LONGEST = 100
"""letters of a line by which it is told"""
LEAST_HEADINGS = 2
_PROSE = 120
"""letters; a row of one cell with more of them is text"""


class OutlineLine(NamedTuple):
    """A line of the page as it is seen: how it begins, the step of its first text, and the steps of the elements around it."""

    text: str
    step: int
    around: tuple[int, ...]


class TableRow(NamedTuple):
    """A row of a table: its first step, how many cells it has, and whether it is text that stands over the table's whole
    width."""

    step: int
    cells: int
    is_text: bool


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


def lines_of(steps: Sequence[Step]) -> Iterator[OutlineLine]:
    """The lines of a page that have text."""
    around: list[int] = []
    text, first, where = "", 0, tuple[int, ...]()
    for n, (kind, node, _) in enumerate(steps):
        if kind == "text":
            if not text and not node.data.isspace():
                first, where = n, tuple(around)
            text = (text + node.data[: 4 * _LONGEST].strip())[:_LONGEST]
            continue
        if kind != "comment" and (node.tag in BLOCKS or node.tag == "br") and text:
            yield OutlineLine(text, first, where)
            text = ""
        if kind == "open":
            around.append(n)
        elif kind == "close":
            around.pop()
    if text:
        yield OutlineLine(text, first, where)


def report_range(
    steps: Sequence[Step], lines: Sequence[OutlineLine], headings: Sequence[OutlineLine]
) -> tuple[int, int]:
    """The steps of the report: the deepest element that holds all headings, which are some of the lines, and what stands between
    the title above it and itself. The whole page where there are no headings."""
    if len(headings) < LEAST_HEADINGS:
        return 0, len(steps)
    paths = zip(*(line.around for line in headings), strict=False)
    common = [path[0] for path in takewhile(lambda path: len(set(path)) == 1, paths)]
    if not common:
        return 0, len(steps)
    begin, end = common[-1], closing(steps, common[-1])
    titles = [
        line.step for line in lines if line.step < headings[0].step and _TITLE.fullmatch(stripped(line.text))
    ]
    return min([begin, *titles[-1:]]), end


def closing(steps: Sequence[Step], begin: int) -> int:
    """The step behind the end of the element that begins at a step."""
    depth = 0
    for n in range(begin, len(steps)):
        depth += (steps[n].kind == "open") - (steps[n].kind == "close")
        if not depth:
            return n + 1
    return len(steps)


class _OpenTable:
    """A table whose end was not seen yet."""

    def __init__(self, begin: int) -> None:
        self.begin = begin
        self.rows: list[list[int]] = []
        """first step, cells, letters, headings of each row"""
        self.nested = False

    def outline(self, end: int) -> TableOutline:
        """The whole table."""
        rows = {
            step: TableRow(step, cells, cells == 1 and (headings > 0 or letters > _PROSE))
            for step, cells, letters, headings in self.rows
        }
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
            _add(open_tables[-1].rows, n, kind, node, is_heading=n in headings)
    return found


def _add(rows: list[list[int]], n: int, kind: str, node: object, *, is_heading: bool) -> None:
    """One more step of a table for its rows."""
    tag = getattr(node, "tag", "")
    if kind == "open" and tag == "tr":
        rows.append([n, 0, 0, 0])
    elif rows and kind == "open" and tag in CELLS:
        rows[-1][1] += 1
    elif rows and kind == "text":
        rows[-1][2] += len(getattr(node, "data", "").strip())
        rows[-1][3] += is_heading
