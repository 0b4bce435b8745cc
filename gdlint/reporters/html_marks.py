"""Text with the places of findings marked, each linked to its finding."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gdlint.model.finding import Finding
from gdlint.reporters.levels import RANK
from gdlint.reporters.safe import html_text

Found = tuple[int, int, int]
"""where a spot begins and ends, and the number of its finding"""
LONG = 2000
"""spots of more characters are looked for apart"""
SAID = 60
"""characters of a message that a mark says of itself"""
MOST_TITLES = 400
"""marks of a report that say what is wrong; further ones only lead there, so that a page stays small"""


class Marks:
    """The places of all findings of a report. `shown` are the numbers of those of which some place stands in the page: the
    first one is the anchor to which the finding leads back."""

    def __init__(
        self, findings: Sequence[Finding], language: str, prefix: str = "", listed: Sequence[int] = ()
    ) -> None:
        """`listed` has for each finding the number of the one under which it is listed; without it each is so by itself."""
        self.findings, self.language, self.prefix = findings, language, prefix
        self.listed = listed or range(len(findings))
        self.shown: set[int] = set()
        self.titles = 0
        spots = sorted(
            (spot.start, spot.end, n) for n, finding in enumerate(findings) for spot in finding.spots
        )
        self.spots = spots
        self.long = [spot for spot in spots if spot[1] - spot[0] > LONG]
        self._cells: dict[tuple[str | None, str | None, str | None], list[int]] = {}
        for n, finding in enumerate(findings):
            for key in dict.fromkeys(_cells_of(finding)):
                self._cells.setdefault(key, []).append(n)

    def of_cell(self, table: str, row: str | None, column: str | None) -> list[int]:
        """The findings about a cell, or about the whole of a row or column."""
        return self._cells.get((table, row, column), [])

    def text(self, text: str, start: int) -> str:
        """A text that begins at an offset of the source, as HTML."""
        end = start + len(text)
        near = [spot for spot in self._near(start, end) if spot[1] > start or spot[0] == spot[1] >= start]
        edges = sorted({start, end, *(at for spot in near for at in spot[:2] if start < at < end)})
        pieces = zip(pairwise(edges), _covering(near, edges), strict=True)
        return "".join(self._piece(text[a - start : b - start], numbers) for (a, b), numbers in pieces)

    def at(self, start: int, end: int) -> list[int]:
        """The findings of which some place begins in a stretch."""
        return list(dict.fromkeys(n for at, _, n in self._near(start, end) if start <= at < end))

    def _near(self, start: int, end: int) -> list[Found]:
        """The spots that may reach into a stretch, in their order."""
        first = bisect_left(self.spots, (start - LONG, 0, 0))
        found = self.spots[first : bisect_left(self.spots, (end, 0, 0))]
        return sorted({*found, *(spot for spot in self.long if spot[0] < end and spot[1] > start)})

    def _piece(self, text: str, numbers: Sequence[int]) -> str:
        return self.linked(html_text(text), numbers) if numbers else html_text(text)

    def linked(self, inner: str, numbers: Sequence[int]) -> str:
        """HTML marked as the place of some findings, with a link to the gravest of them."""
        if not numbers:
            return inner
        first = min(numbers, key=lambda n: (RANK[self.findings[n].severity], n))
        new = [n for n in dict.fromkeys(numbers) if n not in self.shown and self.listed[n] == n]
        self.shown.update(new)
        anchors = "".join(f'<span id="{self.prefix}p{n + 1}"></span>' for n in new)
        severity = self.findings[first].severity.value
        self.titles += 1
        title = f' title="{html_text(self._title(numbers))}"' if self.titles <= MOST_TITLES else ""
        return f'{anchors}<a class="mark {severity}" href="#{self.prefix}f{self.listed[first] + 1}"{title}>{inner}</a>'

    def _title(self, numbers: Iterable[int]) -> str:
        found = [self.findings[n] for n in dict.fromkeys(numbers)]
        return " / ".join(f"{finding.code} {_short(finding.message[self.language])}" for finding in found[:5])


def _cells_of(finding: Finding) -> Iterator[tuple[str | None, str | None, str | None]]:
    return ((finding.table, spot.row, spot.column) for spot in finding.spots if spot.row or spot.column)


def _covering(spots: Sequence[Found], edges: Sequence[int]) -> Iterator[list[int]]:
    """For each piece between two edges the findings of the spots that hold it; a spot without extent marks the piece behind it."""
    waiting, active = 0, list[Found]()
    for start, end in pairwise(edges):
        while waiting < len(spots) and spots[waiting][0] <= start:
            active.append(spots[waiting])
            waiting += 1
        active = [spot for spot in active if spot[1] >= end or spot[0] == spot[1] == start]
        yield [n for _, _, n in active]


def _short(text: str) -> str:
    return text if len(text) <= SAID else f"{text[:SAID]}…"
