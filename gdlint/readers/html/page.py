"""From the bytes of a web page to a `Page`."""

import re

import turbohtml

from gdlint.model.note_comment import is_note
from gdlint.model.origin import SourceLines
from gdlint.model.page import Page, StatedCell, StatedGrid, UnreadableError
from gdlint.model.source import line_starts
from gdlint.readers.grid import GridBuilder
from gdlint.readers.headings import is_heading
from gdlint.readers.html.encoding import decoded
from gdlint.readers.html.head import facts_of
from gdlint.readers.html.node import Node, attribute
from gdlint.readers.html.outline import (
    LEAST_HEADINGS,
    OutlineLine,
    TableOutline,
    lines_of,
    report_range,
    tables_of,
)
from gdlint.readers.html.visible import hidden_classes
from gdlint.readers.html.walk import BLOCKS, CELLS, Step, steps
from gdlint.readers.html.writer import PageBuilder

MOST_TAGS = 60_000
"""the largest page of a report that is known has some thousands"""
MOST_ENTITIES = 60_000
_TEXT_FIELDS = frozenset({"", "text", "number", "tel"})
_VALUE = re.compile(r"value\s*=\s*[\"']?", re.IGNORECASE)


def read(data: bytes, name: str) -> Page:
    """The report in a page. Raises `UnreadableError`."""
    file, encoding, lost = decoded(data)
    if file.count("<") > MOST_TAGS or file.count("&") > MOST_ENTITIES:
        raise UnreadableError("large-report")
    document = turbohtml.parse(file, source_locations=True)
    walked, lines, headings = _seen(document)
    tables = tables_of(walked, {line.step for line in headings})
    writing = _Writing(file, tables)
    begin, end = report_range(walked, lines, headings)
    for n in range(begin, end):
        writing.take(n, walked[n])
    writing.close_grid()
    writer = writing.writer
    text = writer.text
    origin = SourceLines(writer.starts, writer.offsets, line_starts(file))
    bad = tuple(n for n, letter in enumerate(text) if letter == "\ufffd") if lost else ()
    return Page(text, tuple(writing.grids), origin, facts_of(document, walked), encoding, bad)


def _seen(document: Node) -> tuple[list[Step], list[OutlineLine], list[OutlineLine]]:
    """What is seen of a page, its lines, and those of them that are headings. Where there are none in sight, a script may show what
    the styles hide."""
    seen = _outlined(list(steps(document, hidden_classes(document))))
    if len(seen[2]) >= LEAST_HEADINGS:
        return seen
    whole = _outlined(list(steps(document, None)))
    return whole if len(whole[2]) >= LEAST_HEADINGS else seen


def _outlined(walked: list[Step]) -> tuple[list[Step], list[OutlineLine], list[OutlineLine]]:
    lines = list(lines_of(walked))
    return walked, lines, [line for line in lines if is_heading(line.text)]


class _Writing:
    """Steps of a page on their way to text and grids."""

    def __init__(self, file: str, tables: dict[int, TableOutline]) -> None:
        self.writer = PageBuilder(file)
        self._file = file
        self.grids: list[StatedGrid] = []
        self._tables = tables
        self._table: TableOutline | None = None
        self._builder: GridBuilder | None = None
        self._cell: StatedCell | None = None
        self._cell_start = 0
        self._comments: list[tuple[str, int]] = []

    def take(self, n: int, step: Step) -> None:
        """One step more."""
        kind, node, offset = step
        if kind == "text":
            if self._builder is None or self._cell is not None:
                self.writer.write(node.data, offset)
        elif kind == "comment":
            self._take_comment(node.data, offset)
        elif kind == "open":
            self._open(n, node, offset)
        else:
            self._close(n, node)

    def close_grid(self) -> None:
        """The table that grows, if any, is whole."""
        if self._builder and self._builder.cells:
            self.grids.append(self._builder.grid(self.writer.length))
        self._builder = None

    def _open(self, n: int, node: Node, offset: int) -> None:
        if node.tag == "table" and self._table is None and (table := self._tables.get(n)) and table.is_data:
            self._table = table
        if self._table is not None and node.tag == "tr":
            self._open_row(n, self._table)
        elif self._builder is not None and node.tag in CELLS:
            self._cell = self._builder.place(_span(node, "rowspan"), _span(node, "colspan"))
            self._cell_start = self.writer.begin()
            self.writer.mark(offset)
        elif node.tag in BLOCKS or node.tag == "br":
            self.writer.part()
        elif node.tag == "input" and self._cell is not None:
            self.writer.write(*_entered(node, self._file))

    def _open_row(self, n: int, table: TableOutline) -> None:
        row = table.rows.get(n)
        if row is None or row.is_text:
            self.close_grid()
            self.writer.part()
            return
        if self._builder is None:
            self._builder = GridBuilder(self.writer.begin(), table.rows_from(n))
        self._builder.next_row()

    def _close(self, n: int, node: Node) -> None:
        if self._cell is not None and node.tag in CELLS and self._builder is not None:
            self._builder.add(self._cell, self._cell_start, self.writer.end())
            self._cell = None
            self._say_comments()
        elif self._table is not None and n == self._table.end:
            self.close_grid()
            self._table = None
            self.writer.part()
        elif node.tag in BLOCKS:
            self.writer.part()

    def _take_comment(self, data: str, offset: int) -> None:
        if "gdlint" in data and not is_note(data):
            self._comments.append((data, offset))
            if self._cell is None:
                self._say_comments()

    def _say_comments(self) -> None:
        for data, offset in self._comments:
            self.writer.comment(data, offset)
        self._comments = []


def _entered(node: Node, file: str) -> tuple[str, int]:
    """What is entered in a field for text, and where that stands in the file."""
    place = node.source_location.attrs.get("value") if node.source_location else None
    if place is None or attribute(node, "type").lower() not in _TEXT_FIELDS:
        return "", 0
    begin = _VALUE.match(file, place.start_offset)
    return attribute(node, "value"), begin.end() if begin else place.start_offset


def _span(node: Node, name: str) -> int:
    """A number of rows or columns, as far as it is one; browsers take 1 for anything else."""
    value = attribute(node, name).strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else 1
