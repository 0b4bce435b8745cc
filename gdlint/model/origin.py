"""The way back from the canonical text to the file that it was read from."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of the user's file. Lines and columns count from 1 in code points; `end_column` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


NO_LINES = Place(1, 1, 1, 1)
"""what stands for a place in a file that has no lines, where a format of output demands one"""


class Location(NamedTuple):
    """A place in a file that has no lines: `cell` with table, row and column, `paragraph` with index, or `box` with page and
    the edges of the box; all but edges count from 1."""

    kind: str
    numbers: tuple[tuple[str, int | tuple[float, ...]], ...]

    def data(self) -> dict[str, str | int | list[float]]:
        """The location as it stands in JSON."""
        numbers = {name: list(value) if isinstance(value, tuple) else value for name, value in self.numbers}
        return {"kind": self.kind, **numbers}


LOCATIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"cell": ("table", "row", "column"), "paragraph": ("index",), "box": ("page", "box")}
)
"""the kinds of locations, and what the numbers of each are called"""


class SourceLines(NamedTuple):
    """The origin of a text that was taken out of a file with lines, as of a web page. Each stretch of the text begins at one of
    `starts` and stands, letter by letter, at that of `offsets` in the file, whose lines begin at `line_starts`."""

    starts: Sequence[int]
    offsets: Sequence[int]
    line_starts: Sequence[int]

    def place(self, start: int, end: int) -> Place:
        """The lines and columns of the file for `text[start:end]`."""
        first = self.offset(start)
        last = max(self.offset(end - 1) + 1, first) if end > start else first
        line = bisect_right(self.line_starts, first)
        end_line = bisect_right(self.line_starts, last - 1) if last > first else line
        columns = (first - self.line_starts[line - 1] + 1, last - self.line_starts[end_line - 1] + 1)
        return Place(line, columns[0], end_line, columns[1])

    def location(self, start: int) -> None:
        """None: lines and columns say it."""

    def offset(self, place: int) -> int:
        """Where a letter of the text stands in the file."""
        stretch = bisect_right(self.starts, place) - 1
        return self.offsets[stretch] + place - self.starts[stretch] if stretch >= 0 else 0


class Located(NamedTuple):
    """The origin of a text from a file without lines: the location of each stretch, which begins at one of `starts`."""

    starts: Sequence[int]
    locations: Sequence[Location]

    def place(self, start: int, end: int) -> Place:
        """There are no lines."""
        return NO_LINES

    def location(self, start: int) -> Location | None:
        """Where the letter at `start` stands; None before the first stretch."""
        stretch = bisect_right(self.starts, start) - 1
        return self.locations[stretch] if stretch >= 0 else None


Origin = SourceLines | Located | None
"""None: the text is the file itself, line by line"""

LINES: Origin = None
