"""The blocks of a document on their way to text and grids."""

import re
from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gdlint.model.origin import Location
from gdlint.model.page import StatedCell, StatedGrid, UnreadableError
from gdlint.readers.docx.numbering import Counter
from gdlint.readers.docx.paragraphs import Printed, PrintedText, printed, text_of
from gdlint.readers.docx.run_styles import Styles
from gdlint.readers.docx.tables import TableCell, is_layout, rows_of, within
from gdlint.readers.elements import Node, local, value
from gdlint.readers.grid import MOST_COLUMNS, MOST_PLACES
from gdlint.readers.headings import is_heading

_PROSE = 120
"""letters; a row of one cell with more of them is text"""
_LINE_END = PrintedText("\n")
_FIGURE = re.compile(r"[\s\d.,，．—\-－/]{1,20}")


class WrittenBlock(NamedTuple):
    """A paragraph or cell of the text: where it begins, the element of its first paragraph (None: it has none), and its pieces.
    For a note, all elements are what refers to it."""

    start: int
    paragraph: Node | None
    pieces: Sequence[PrintedText]
    in_cell: bool


class Writing:
    """Text that grows block by block, with the location of each line."""

    def __init__(
        self, counter: Counter, styles: Styles, notes: Mapping[str, Node], comments: Mapping[str, str]
    ) -> None:
        """What the document holds apart: styles, notes, and comments that speak to gdlint."""
        self.starts = array("I")
        self.locations: list[Location] = []
        self.grids: list[StatedGrid] = []
        self.changes = 0
        self.written: list[WrittenBlock] = []
        """what stands where, element by element"""
        self._parts: list[str] = []
        self._length = 0
        self._counter = counter
        self._styles = styles
        self._notes = notes
        self._comments = dict(comments)
        """those that are not written yet"""
        self._paragraphs = self._tables = 0
        self._open: list[PrintedText] = []
        """the text of paragraphs whose ends were deleted"""
        self._opened: Node | None = None
        """the first of these"""
        self._later: list[tuple[Node, Node | None]] = []
        """boxes and notes that a table holds, which come behind it"""
        self._reference: Node | None = None
        """what refers to the note that is written"""

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
        if text_of(self._open):
            self._close_paragraph()
        self._open, self._opened = [], None

    def _paragraph(self, node: Node) -> None:
        found = self._printed(node)
        self._comment(found.comments, self._paragraphs + 1)
        self._opened = node if self._opened is None else self._opened
        self._open += found.pieces
        if not found.goes_on:
            self._paragraphs += 1
            self._close_paragraph()
        for box, reference in self._beside(found):
            self._hanging(box, reference)

    def _close_paragraph(self) -> None:
        pieces, first = self._open, self._opened
        self._open, self._opened = [], None
        self._line(pieces, self._in_paragraph(), first)

    def _comment(self, keys: Sequence[str], paragraph: int) -> None:
        """Comments that speak to gdlint, each in a line before that on which it hangs."""
        for key in keys:
            if key in self._comments:
                place = Location("paragraph", (("index", paragraph),))
                self._line([PrintedText(self._comments.pop(key))], place, None)

    def _printed(self, node: Node) -> Printed:
        found = printed(node, self._styles)
        self.changes += found.changes
        number = self._counter.numbered(node) if text_of(found.pieces).strip() else ""
        return found._replace(pieces=(PrintedText(number, node), *found.pieces)) if number else found

    def _beside(self, found: Printed) -> list[tuple[Node, Node | None]]:
        """The boxes and notes of a paragraph, the notes with what refers to them."""
        notes = ((self._notes.get(value(node, "id")), node) for node in found.notes)
        return [*((box, None) for box in found.boxes), *(each for each in notes if each[0] is not None)]

    def _hanging(self, box: Node, reference: Node | None) -> None:
        """The blocks of a box or a note. What a note prints stands, in the document, where it is referred to."""
        before = self._reference
        self._reference = before if reference is None else reference
        self.blocks(box)
        self._reference = before

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
        for box, reference in later:
            self._hanging(box, reference)

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
            comments: list[str] = []
            texts = [self._cell_text(cell.node, comments) for cell in row]
            self._comment(comments, max(self._paragraphs, 1))
            if len(row) == 1 and _is_text(text_of(texts[0])):
                self._grid(cells, begin)
                self._line(
                    _unbroken(texts[0]), self._in_cell(n, row[0].column), _first_paragraph(row[0].node)
                )
                cells, last, begin = [], {}, self._length
                continue
            for cell, text in zip(row, texts, strict=True):
                above = last.get(cell.column)
                if cell.goes_on and above is not None and cells[above].row + cells[above].rows == n:
                    cells[above] = cells[above]._replace(rows=cells[above].rows + 1)
                    continue
                start = self._length
                self._line(text, self._in_cell(n, cell.column), _first_paragraph(cell.node))
                last[cell.column] = len(cells)
                cells.append(StatedCell(n, cell.column, start, self._length - 1, 1, cell.columns))
        self._grid(cells, begin)

    def _grid(self, cells: Sequence[StatedCell], begin: int) -> None:
        if cells:
            self.grids.append(StatedGrid(tuple(cells), begin, self._length))

    def _in_cell(self, row: int, column: int) -> Location:
        return Location("cell", (("table", self._tables), ("row", row + 1), ("column", column + 1)))

    def _cell_text(self, cell: Node, comments: list[str]) -> list[PrintedText]:
        """What a cell prints; where paragraphs end, a line ends. The comments on it are added to those of the row."""
        pieces: list[PrintedText] = []
        beside: list[tuple[Node, Node | None]] = []
        goes_on = True
        for block in within(cell, "p"):
            found = self._printed(block)
            beside += self._beside(found)
            comments += found.comments
            pieces += found.pieces if goes_on else (_LINE_END, *found.pieces)
            goes_on = found.goes_on
        if goes_on and pieces[-1:] == [_LINE_END]:
            pieces.pop()
        if (
            len(beside) == 1
            and not text_of(pieces).strip()
            and (figure := self._only_figure(*beside[0])) is not None
        ):
            pieces = list(self._printed(figure).pieces)
        else:
            self._later += beside
        return _without_tabs(pieces)

    def _only_figure(self, box: Node, reference: Node | None) -> Node | None:
        """The paragraph of a text box that holds nothing but a figure: in a cell without text it is what the cell prints."""
        blocks = list(within(box, "p", "tbl"))
        if reference is not None or len(blocks) != 1 or local(blocks[0]) != "p":
            return None
        return blocks[0] if _FIGURE.fullmatch(text_of(printed(blocks[0], self._styles).pieces)) else None

    def _line(self, pieces: Sequence[PrintedText], location: Location, paragraph: Node | None) -> None:
        """Text in lines of its own; even where there is none, its place is one of its own."""
        self.starts.append(self._length)
        self.locations.append(location)
        if self._reference is not None:
            paragraph = self._reference
            pieces = [piece._replace(node=self._reference) for piece in pieces]
        self.written.append(WrittenBlock(self._length, paragraph, pieces, location.kind == "cell"))
        text = text_of(pieces)
        self._parts.append(text + "\n")
        self._length += len(text) + 1


def _without_tabs(pieces: list[PrintedText]) -> list[PrintedText]:
    """The pieces of a cell, in which tabs part no columns."""
    return [piece._replace(text=piece.text.replace("\t", " ")) for piece in pieces]


def _is_text(text: str) -> bool:
    """A cell that is a row by itself holds text, and no part of a table."""
    return len(text) > _PROSE or is_heading(text.replace("\n", ""))


def _first_paragraph(cell: Node) -> Node | None:
    return next(within(cell, "p"), None)


def _unbroken(pieces: list[PrintedText]) -> list[PrintedText]:
    """The pieces of a text; a heading is one line."""
    one = [piece._replace(text=piece.text.replace("\n", "")) for piece in pieces]
    return one if is_heading(text_of(one)) else pieces
