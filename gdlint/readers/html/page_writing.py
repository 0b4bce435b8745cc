"""Steps of a page on their way to text and grids."""

from gdlint.model.note_comment import is_note
from gdlint.model.page import StatedCell, StatedGrid
from gdlint.readers.grid import GridBuilder
from gdlint.readers.html.fields import FIELDS_WITH_VALUES, entered
from gdlint.readers.html.node import Node, attribute
from gdlint.readers.html.table_outline import TableOutline
from gdlint.readers.html.walk import CELLS, Step, is_block
from gdlint.readers.html.writer import PageBuilder


class PageWriting:
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
        self._joins = False
        """the lines of a heading are one"""
        self._preformatted = 0
        """elements around that show lines and blanks as they are"""

    def take(self, n: int, step: Step) -> None:
        """One step more."""
        kind, node, offset = step
        if kind == "text":
            if self._builder is None or self._cell is not None:
                write = self.writer.write_lines if self._preformatted else self.writer.write
                write(node.data, offset)
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
        self._preformatted += node.tag == "pre"
        if node.tag == "table" and self._table is None and (table := self._tables.get(n)) and table.is_data:
            self._table = table
        if self._table is not None and node.tag == "tr":
            self._open_row(n, self._table)
        elif self._builder is not None and node.tag in CELLS:
            self._cell = self._builder.place(_span(node, "rowspan"), _span(node, "colspan"))
            self._cell_start = self.writer.begin()
            self.writer.mark(offset)
        elif node.tag == "br" or is_block(node):
            self._part()
        elif node.tag in FIELDS_WITH_VALUES and self._cell is not None:
            self.writer.write(*entered(node, self._file))

    def _open_row(self, n: int, table: TableOutline) -> None:
        self._joins = False
        row = table.rows.get(n)
        if row is None or row.is_text:
            self.close_grid()
            self.writer.part()
            self._joins = row is not None and row.is_broken_heading
            return
        if self._builder is None:
            self._builder = GridBuilder(self.writer.begin(), table.rows_from(n))
        self._builder.next_row()

    def _close(self, n: int, node: Node) -> None:
        self._preformatted -= node.tag == "pre"
        if self._cell is not None and node.tag in CELLS and self._builder is not None:
            self._builder.add(self._cell, self._cell_start, self.writer.end())
            self._cell = None
            self._say_comments()
        elif self._table is not None and n == self._table.end:
            self.close_grid()
            self._table = None
            self.writer.part()
        elif is_block(node):
            self._joins = self._joins and node.tag != "tr"
            self._part()

    def _part(self) -> None:
        if not self._joins:
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


def _span(node: Node, name: str) -> int:
    """A number of rows or columns, as far as it is one; browsers take 1 for anything else."""
    value = attribute(node, name).strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else 1
