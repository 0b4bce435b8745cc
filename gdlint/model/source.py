"""A text as a reader hands it on, and the way back to the user's own lines and columns."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

ONE_LINE: Sequence[int] = (0,)


class Place(NamedTuple):
    """A stretch of the user's file. Lines and columns count from 1 in code points; `end_column` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Source(NamedTuple):
    """One canonical text: no byte order mark, every line end a line feed, every other character as in the file.

    `text` is None where the file could not be read; `problem` then names the reason (a key of `readers.text.REASONS`)
    and `detail` the figures that go with it. `bad` holds the offsets of bytes that could not be decoded.
    """

    path: str
    text: str | None
    encoding: str | None = None
    problem: str | None = None
    detail: str = ""
    bad: tuple[int, ...] = ()
    starts: Sequence[int] = ONE_LINE

    def place(self, start: int, end: int) -> Place:
        """The user's line and columns of `text[start:end]`."""
        line = bisect_right(self.starts, start)
        end_line = bisect_right(self.starts, end) if end > start else line
        return Place(line, start - self.starts[line - 1] + 1, end_line, end - self.starts[end_line - 1] + 1)

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1) without its end."""
        text = self.text or ""
        end = self.starts[line] - 1 if line < len(self.starts) else len(text)
        return text[self.starts[line - 1] : end]


def line_starts(text: str) -> Sequence[int]:
    """Where each line of a canonical text begins."""
    # An array: a text may hold more lines than letters, and a tuple of numbers takes ten times as much.
    lengths = [len(line) + 1 for line in text.split("\n")]
    lengths.pop()
    return array("I", accumulate(lengths, initial=0))
