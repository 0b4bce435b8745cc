"""The syntax tree of a report: what stands on the page, before anyone knows what it means."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple


class Cell(NamedTuple):
    """One cell of a table: its text without outer blanks, and where it begins and ends in the canonical text.

    A blank cell has the empty text and stands where its content would stand. (A tuple, because a report has hundreds.)
    """

    text: str
    start: int
    end: int


def extent_of(cells: Sequence[Cell]) -> tuple[int, int]:
    """Where at least one cell begins and where the last one ends. Blank ones do not count beside others: one that is merged over
    several rows stands in the first of them."""
    counted = [cell for cell in cells if cell.text] or cells
    return min(cell.start for cell in counted), max(cell.end for cell in counted)


class Kind(StrEnum):
    """What a row of a table is, seen by itself."""

    CLAUSE = "CLAUSE"
    HEADER = "HEADER"
    ROW = "ROW"
    CONTINUED = "CONTINUED"


class Grid(StrEnum):
    """How far the file itself states where a cell stands."""

    STATED = "stated"
    """every row has one cell a column of the table (Markdown pipe table)"""
    ROWS = "rows"
    """rows are stated, columns shift with merged cells (tab-separated values, bars)"""
    CELLS = "cells"
    """cells are stated, rows are not (one cell a line that ends in a bar)"""
    LINES = "lines"
    """rows are stated, an empty cell leaves no trace (cells parted by blanks)"""
    NONE = "none"
    """an empty cell leaves no trace (one cell a line, empty lines between)"""
    JOINED = "joined"
    """not even cells are stated: figures of several run together"""


STATED_ROWS = frozenset({Grid.STATED, Grid.ROWS})
"""where the file states which cells are a row"""
NUMBERED_ROWS = STATED_ROWS | {Grid.LINES}
"""where the number of a row stands in the first of its cells"""
UNSTATED_ROWS = frozenset(Grid) - STATED_ROWS - {Grid.CELLS}
"""where a row without a value, or without all of them, shows no cells"""


class Row(NamedTuple):
    """One printed row. `run` counts the uncut stretches of rows; a page break begins a new one. `columns` are those of the cells
    (from 0) where the file states merged cells as well; none elsewhere."""

    kind: Kind
    cells: tuple[Cell, ...]
    grid: Grid
    run: int
    start: int
    end: int
    columns: tuple[int, ...] = ()

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """Each cell with its column; where the file states none, with its number in the row."""
        return zip(self.columns or range(len(self.cells)), self.cells, strict=True)


class Part(NamedTuple):
    """Rows under one heading: the clause, the header rows, and the rows. Any of them may be missing."""

    heads: tuple[Row, ...]
    rows: tuple[Row, ...]


class TableBlock(NamedTuple):
    """A run of parts without text between them."""

    parts: tuple[Part, ...]


class Paragraph(NamedTuple):
    """A paragraph of prose, without outer blanks. Where the file breaks it into lines of one width, they are joined, and
    `seams` says for each later line where it begins in `text` and in the canonical text."""

    text: str
    start: int
    end: int
    seams: tuple[tuple[int, int], ...] = ()


class Subheading(NamedTuple):
    """A heading below the six sections, or one that resembles none of them."""

    text: str
    start: int
    end: int


class Stray(NamedTuple):
    """Figures of a table in a form that no shape could cut into cells."""

    text: str
    start: int
    end: int


class Metadata(NamedTuple):
    """What a portal says of a text before it: the key of the label (title, body, published, dated, other), and the value."""

    key: str
    text: str
    start: int
    end: int


class Directive(NamedTuple):
    """A comment to gdlint, which is no text of the report: what it asks for (`verb`, "" where that is malformed), the rules
    that it names, the reason behind them, and the whole comment as printed."""

    verb: str
    names: tuple[str, ...]
    reason: str
    text: str
    start: int
    end: int


Block = Paragraph | Subheading | TableBlock | Stray | Metadata | Directive


class Heading(NamedTuple):
    """A top-level heading: the number as printed ("" where there is none), the title behind it, and the rank of the section
    that it stands for (from 1; 0 for one that the form does not have)."""

    number: str
    title: str
    start: int
    end: int
    rank: int = 0


class Section(NamedTuple):
    """A heading with all that stands below it."""

    heading: Heading
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """What stands before the first heading, and the sections in the order in which they are printed."""

    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    page_marks: tuple[Cell, ...] = ()
    """page numbers and running titles, which belong to no block"""
    notes: tuple[tuple[int, int], ...] = ()
    """where findings stand that were written into the file, and are no part of the report"""
    traditional: bool = False
    """the text is in traditional script, and was read after folding it"""
    directives: tuple[Directive, ...] = ()
    """the comments to gdlint among the blocks, in the order of the text"""
