"""The page that sheets make: text, tables as they are stated, and where each stands."""

from array import array
from collections.abc import Sequence
from itertools import groupby

from gdlint.model.origin import Located, Location
from gdlint.model.page import Page, StatedCell, StatedGrid
from gdlint.readers.drawn.blocks import (
    Block,
    PageBox,
    PageNumber,
    RuledCell,
    RuledTable,
    TextLine,
    blocks,
    is_chinese,
)
from gdlint.readers.drawn.joining import joined
from gdlint.readers.drawn.margins import Margins
from gdlint.readers.drawn.marks import is_page_number, without_running
from gdlint.readers.drawn.sheet import Sheet
from gdlint.readers.headings import is_heading

_PROSE = 120
"""letters; a row of one cell with more of them is text"""


def page_of(sheets: Sequence[Sheet]) -> Page:
    """The page of some sheets. Raises `UnreadableError` for a table that is larger than any of a report."""
    pages = without_running([(sheet, blocks(sheet, n)) for n, sheet in enumerate(sheets, 1)])
    found = [
        PageNumber(*block) if is_page_number(block, sheet) else block
        for sheet, found in pages
        for block in found
    ]
    writing = _Writing(Margins([block.line for block in found if isinstance(block, TextLine)]))
    for block in _united(found):
        writing.add(block)
    return writing.page()


def _united(found: Sequence[Block]) -> list[Block]:
    """Blocks in which tables that go on over pages are one."""
    united: list[Block] = []
    last = -1
    """the last block that is no mark of a page"""
    for block in found:
        before = united[last] if last >= 0 else None
        if (
            isinstance(block, RuledTable)
            and isinstance(before, RuledTable)
            and _page(before) < _page(block, first=True)
        ):
            one = joined(before, block)
            if one:
                united[last] = one
                continue
        if not isinstance(block, PageNumber):
            last = len(united)
        united.append(block)
    return united


def _page(table: RuledTable, *, first: bool = False) -> int:
    return table.cells[0 if first else -1].page_box.page


class _Writing:
    """Text that grows block by block, with the location of each line."""

    def __init__(self, margins: Margins) -> None:
        self._margins = margins
        self._marks: list[PageNumber] = []
        """those that wait for the end of a paragraph or table"""
        self._parts: list[str] = []
        self._length = 0
        self._starts = array("I")
        self._locations: list[Location] = []
        self._grids: list[StatedGrid] = []
        self._last: TextLine | None = None

    def page(self) -> Page:
        """All of it."""
        self._flush()
        origin = Located(self._starts, tuple(self._locations))
        return Page("".join(self._parts), tuple(self._grids), origin)

    def add(self, block: Block) -> None:
        """A line, a table, or the mark of a page."""
        if isinstance(block, PageNumber):
            self._marks.append(block)
        elif isinstance(block, RuledTable):
            self._flush()
            self._table(block)
            self._last = None
        else:
            self._text(block)
            self._last = block

    def _flush(self) -> None:
        for mark in self._marks:
            self._line(mark.line.text, PageBox(mark.page, mark.line.box))
        self._marks.clear()

    def _text(self, block: TextLine) -> None:
        if self._last and self._margins.goes_on(self._last, block):
            before = self._last.line.text[-1]
            self._parts.pop()
            self._length -= 1
            if not (is_chinese(before) or is_chinese(block.line.text[0])):
                self._write(" ")
        else:
            self._flush()
        self._line(block.line.text, PageBox(block.page, block.line.box))

    def _table(self, table: RuledTable) -> None:
        """The rows as grids, parted by rows of one cell that are text."""
        cells: list[StatedCell] = []
        begin = self._length
        rows = [list(row) for _, row in groupby(table.cells, key=lambda cell: cell.area.row)]
        layout = all(len(row) < 2 for row in rows)
        for row in rows:
            if layout or (len(row) == 1 and (is_heading(row[0].text) or len(row[0].text) > _PROSE)):
                self._grid(cells, begin)
                self._line(row[0].text, row[0].page_box)
                cells, begin = [], self._length
            else:
                cells += [self._cell(cell) for cell in row]
        self._grid(cells, begin)

    def _cell(self, cell: RuledCell) -> StatedCell:
        start = self._length
        self._line(cell.text, cell.page_box)
        row, column, rows, columns = cell.area
        return StatedCell(row, column, start, self._length - 1, rows, columns)

    def _grid(self, cells: Sequence[StatedCell], begin: int) -> None:
        if cells:
            self._grids.append(StatedGrid(tuple(cells), begin, self._length))

    def _line(self, text: str, page_box: PageBox) -> None:
        edges = tuple(round(edge, 1) for edge in page_box.box)
        self._starts.append(self._length)
        self._locations.append(Location("box", (("page", page_box.page), ("box", edges))))
        self._write(text)
        self._write("\n")

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
