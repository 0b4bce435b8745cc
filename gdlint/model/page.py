"""What a reader hands on: the text of a file, the tables that the file states, and the way back to the file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from gdlint.model.origin import LINES, Origin

FACTS = ("title", "body", "published")
"""what a file may say of itself beside its text"""

NO_FACTS: Mapping[str, str] = MappingProxyType({})


class StatedCell(NamedTuple):
    """One cell of a stated table: its first row and column (from 0), where it begins and ends in the text of the page, and over
    how many rows and columns it is merged. A blank cell has a place of its own as well."""

    row: int
    column: int
    start: int
    end: int
    rows: int = 1
    columns: int = 1


class StatedGrid(NamedTuple):
    """A table that the file states, from `start` to `end` of the text. It begins and ends with lines of the text, in which
    nothing else stands; its cells come row by row."""

    cells: tuple[StatedCell, ...]
    start: int
    end: int


class Page(NamedTuple):
    """A file as a reader hands it on. `facts` is what the file says of itself beside its text: `title`, `body` and
    `published`, as printed. `encoding` and `bad` (places of bytes that could not be decoded) are for what has an encoding;
    `tracked` counts changes that the file tracks, which are read as accepted."""

    text: str
    grids: tuple[StatedGrid, ...] = ()
    origin: Origin = LINES
    facts: Mapping[str, str] = NO_FACTS
    encoding: str | None = None
    bad: tuple[int, ...] = ()
    tracked: int = 0


class UnreadableError(Exception):
    """A file that cannot be read: the reason (a key of `readers.text.REASONS`) and the detail that goes with it."""

    def __init__(self, problem: str, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail
