"""A guest that reads web pages, small enough to read in a minute: text, tables with their spans, and the way back."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from gdlint.plugins import Page, Reader, SourceLines, StatedCell, StatedGrid, hookimpl

GDLINT_API = 2

_SKIPPED = frozenset({"script", "style", "title"})
_BREAKS = frozenset({"p", "br", "h1", "h2", "div", "td", "tr", "table"})


class _Open(NamedTuple):
    """A cell that has begun: where it stands, its spans, and where its text begins."""

    row: int
    column: int
    rows: int
    columns: int
    start: int


class _Reading(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.starts, self.offsets = [0], [0]
        self.lines = [0, *(n + 1 for n, letter in enumerate(source) if letter == "\n")]
        self.grids: list[StatedGrid] = []
        self.cells: list[StatedCell] = []
        self.taken: set[tuple[int, int]] = set()
        self.row, self.begin, self.skipped = -1, 0, 0
        self.cell: _Open | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in _SKIPPED
        if tag in _BREAKS:
            self._break()
        if tag == "table":
            self.cells, self.taken, self.row, self.begin = [], set(), -1, len(self.text)
        elif tag == "tr":
            self.row += 1
        elif tag == "td":
            self._open(dict(attrs))

    def _open(self, attrs: dict[str, str | None]) -> None:
        rows, columns = (int(attrs.get(name) or 1) for name in ("rowspan", "colspan"))
        column = next(n for n in range(1000) if (self.row, n) not in self.taken)
        self.taken |= {(self.row + down, column + right) for down in range(rows) for right in range(columns)}
        self._mark()
        self.cell = _Open(self.row, column, rows, columns, len(self.text))

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in _SKIPPED
        if tag == "td" and self.cell:
            row, column, rows, columns, start = self.cell
            self.cells.append(StatedCell(row, column, start, len(self.text), rows, columns))
            self.cell = None
            self.text += "\n"
        elif tag == "table":
            self.grids.append(StatedGrid(tuple(self.cells), self.begin, len(self.text)))
        elif tag in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self.skipped and (self.cell or data.strip()):
            self._mark()
            self.text += data.replace("\n", " ")

    def _break(self) -> None:
        if self.text and not self.text.endswith("\n"):
            self.text += "\n"

    def _mark(self) -> None:
        line, column = self.getpos()
        self.starts.append(len(self.text))
        self.offsets.append(self.lines[line - 1] + column)


def _read(data: bytes, name: str) -> Page:
    source = data.decode()
    reading = _Reading(source)
    reading.feed(source)
    return Page(
        reading.text, tuple(reading.grids), SourceLines(reading.starts, reading.offsets, reading.lines)
    )


@hookimpl
def gdlint_readers() -> Iterable[Reader]:
    """One reader, for an ending that nobody else reads."""
    return [Reader("webpage", (".webpage",), _read)]
