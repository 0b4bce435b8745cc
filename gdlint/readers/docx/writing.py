"""The blocks of a document on their way to text and grids."""

from array import array
from collections.abc import Mapping, Sequence

from gdlint.model.origin import Location
from gdlint.model.page import StatedCell, StatedGrid, UnreadableError
from gdlint.readers.docx.names import Node, local
from gdlint.readers.docx.numbering import Counter
from gdlint.readers.docx.paragraphs import Printed, printed
from gdlint.readers.docx.tables import TableCell, is_layout, rows_of, within
from gdlint.readers.grid import MOST_COLUMNS, MOST_PLACES
from gdlint.readers.headings import is_heading

_PROSE = 120
"""letters; a row of one cell with more of them is text"""


class Writing:
    """Text that grows block by block, with the location of each line."""

    def __init__(self, counter: Counter, notes: Mapping[str, Node]) -> None:
        self.starts = array("I")
        self.locations: list[Location] = []
        self.grids: list[StatedGrid] = []
        self.changes = 0
        self._parts: list[str] = []
        self._length = 0
        self._counter = counter
        self._notes = notes
        self._paragraphs = self._tables = 0
        self._open = ""
        """the text of a paragraph whose end was deleted"""
        self._later: list[Node] = []
        """boxes and notes that a table holds, which come behind it"""

    @property
    def text(self) -> str:
        """All of it so far."""
        return "".join(self._parts)

    def blocks(self, node: Node) -> None:
        """The paragraphs and tables of an element."""
        for block in within(node, "p", "tbl"):
            if local(block) == "tbl":
                self._table(block)
            else:
                self._paragraph(block)

    def end(self) -> None:
        """What was left open is written."""
        if self._open:
            self._line(self._open, self._in_paragraph())
            self._open = ""

    def _paragraph(self, node: Node) -> None:
        found = self._printed(node)
        text = self._open + found.text
        self._open = text if found.goes_on else ""
        if not found.goes_on:
            self._paragraphs += 1
            self._line(text, self._in_paragraph())
        for box in (*found.boxes, *self._noted(found)):
            self.blocks(box)

    def _printed(self, node: Node) -> Printed:
        found = printed(node)
        self.changes += found.changes
        number = self._counter.numbered(node) if found.text.strip() else ""
        return found._replace(text=number + found.text)

    def _noted(self, found: Printed) -> list[Node]:
        return [self._notes[key] for key in found.notes if key in self._notes]

    def _in_paragraph(self) -> Location:
        return Location("paragraph", (("index", max(self._paragraphs, 1)),))

    def _table(self, node: Node) -> None:
        rows, changes = rows_of(node)
        self.changes += changes
        if is_layout(rows):
            for row in rows:
                for cell in row:
                    self.blocks(cell.node)
            return
        self.end()
        self._tables += 1
        self._check(rows)
        self._rows(rows)
        later, self._later = self._later, []
        for block in later:
            self.blocks(block)

    def _check(self, rows: Sequence[Sequence[TableCell]]) -> None:
        """Raise `UnreadableError` for a table that is larger than any of a report."""
        columns = max(row[-1].column + row[-1].columns for row in rows if row)
        if columns > MOST_COLUMNS or columns * len(rows) > MOST_PLACES:
            raise UnreadableError("large-report")

    def _rows(self, rows: Sequence[Sequence[TableCell]]) -> None:
        """The rows as grids, parted by rows of one cell that are text."""
        cells: list[StatedCell] = []
        last: dict[int, int] = {}
        begin = self._length
        for n, row in enumerate(rows):
            texts = [self._cell_text(cell.node) for cell in row]
            if len(row) == 1 and (is_heading(texts[0]) or len(texts[0]) > _PROSE):
                self._grid(cells, begin)
                self._line(texts[0], self._in_cell(n, row[0].column))
                cells, last, begin = [], {}, self._length
                continue
            for cell, text in zip(row, texts, strict=True):
                above = last.get(cell.column)
                if cell.goes_on and above is not None and cells[above].row + cells[above].rows == n:
                    cells[above] = cells[above]._replace(rows=cells[above].rows + 1)
                    continue
                start = self._length
                self._line(text, self._in_cell(n, cell.column))
                last[cell.column] = len(cells)
                cells.append(StatedCell(n, cell.column, start, self._length - 1, 1, cell.columns))
        self._grid(cells, begin)

    def _grid(self, cells: Sequence[StatedCell], begin: int) -> None:
        if cells:
            self.grids.append(StatedGrid(tuple(cells), begin, self._length))

    def _in_cell(self, row: int, column: int) -> Location:
        return Location("cell", (("table", self._tables), ("row", row + 1), ("column", column + 1)))

    def _cell_text(self, cell: Node) -> str:
        lines, line = [], ""
        for block in within(cell, "p"):
            found = self._printed(block)
            self._later += [*found.boxes, *self._noted(found)]
            line += found.text
            if not found.goes_on:
                lines.append(line)
                line = ""
        return "\n".join([*lines, line] if line else lines)

    def _line(self, text: str, location: Location) -> None:
        """Text in lines of its own; even where there is none, its place is one of its own."""
        self.starts.append(self._length)
        self.locations.append(location)
        self._parts.append(text + "\n")
        self._length += len(text) + 1
