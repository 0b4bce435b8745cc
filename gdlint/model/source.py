"""A file that was read: its text, and the way back to the user's own lines and columns."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gdlint.model.origin import LINES, Location, Origin, Place
from gdlint.model.page import NO_FACTS, StatedGrid

ONE_LINE: Sequence[int] = (0,)


class Source(NamedTuple):
    """One canonical text: no byte order mark, every line end a line feed, every other character as in the file.

    `text` is None where the file could not be read; `problem` then names the reason (a key of `readers.text.REASONS`)
    and `detail` the figures that go with it. `bad` holds the offsets of bytes that could not be decoded. The rest is as in
    `Page`.
    """

    path: str
    text: str | None
    encoding: str | None = None
    problem: str | None = None
    detail: str = ""
    bad: tuple[int, ...] = ()
    starts: Sequence[int] = ONE_LINE
    grids: tuple[StatedGrid, ...] = ()
    origin: Origin = LINES
    facts: Mapping[str, str] = NO_FACTS
    tracked: int = 0

    def place(self, start: int, end: int) -> Place:
        """The user's line and columns of `text[start:end]`; those of a file without lines say nothing."""
        return self.place_in_text(start, end) if self.origin is None else self.origin.place(start, end)

    def location(self, start: int) -> Location | None:
        """Where a letter of the text stands in a file that has no lines; None for a file that has."""
        return None if self.origin is None else self.origin.location(start)

    def place_in_text(self, start: int, end: int) -> Place:
        """The lines and columns of `text[start:end]` in the canonical text."""
        line = bisect_right(self.starts, start)
        end_line = bisect_right(self.starts, end) if end > start else line
        return Place(line, start - self.starts[line - 1] + 1, end_line, end - self.starts[end_line - 1] + 1)

    def line_text(self, line: int) -> str:
        """A line of the canonical text (counted from 1) without its end."""
        text = self.text or ""
        end = self.starts[line] - 1 if line < len(self.starts) else len(text)
        return text[self.starts[line - 1] : end]
