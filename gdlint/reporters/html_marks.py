"""Text with the places of findings marked, each linked to its finding."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gdlint.model.finding import Finding
from gdlint.reporters.levels import RANK
from gdlint.reporters.safe import html_text


class Marks:
    """The places of all findings of a report. `shown` are the numbers of those of which some place stands in the page: the
    first one is the anchor to which the finding leads back."""

    def __init__(self, findings: Sequence[Finding], language: str, prefix: str = "") -> None:
        self.findings, self.language, self.prefix = findings, language, prefix
        self.shown: set[int] = set()
        spots = sorted(
            (spot.start, spot.end, n) for n, finding in enumerate(findings) for spot in finding.spots
        )
        self.spots = spots
        self.longest = max((end - start for start, end, _ in spots), default=0)
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
        pieces = pairwise(edges)
        return "".join(self._piece(text[a - start : b - start], _covering(near, a, b)) for a, b in pieces)

    def _near(self, start: int, end: int) -> Sequence[tuple[int, int, int]]:
        first = bisect_left(self.spots, (start - self.longest, 0, 0))
        return self.spots[first : bisect_left(self.spots, (end, 0, 0))]

    def _piece(self, text: str, numbers: Sequence[int]) -> str:
        return self.linked(html_text(text), numbers) if numbers else html_text(text)

    def linked(self, inner: str, numbers: Sequence[int]) -> str:
        """HTML marked as the place of some findings, with a link to the gravest of them."""
        if not numbers:
            return inner
        first = min(numbers, key=lambda n: (RANK[self.findings[n].severity], n))
        new = [n for n in dict.fromkeys(numbers) if n not in self.shown]
        self.shown.update(new)
        anchors = "".join(f'<span id="{self.prefix}p{n + 1}"></span>' for n in new)
        severity = self.findings[first].severity.value
        return (
            f'{anchors}<a class="mark {severity}" href="#{self.prefix}f{first + 1}"'
            f' title="{html_text(self._title(numbers))}">{inner}</a>'
        )

    def _title(self, numbers: Iterable[int]) -> str:
        found = [self.findings[n] for n in dict.fromkeys(numbers)]
        return " / ".join(f"{finding.code} {finding.message[self.language]}" for finding in found[:5])


def _cells_of(finding: Finding) -> Iterator[tuple[str | None, str | None, str | None]]:
    return ((finding.table, spot.row, spot.column) for spot in finding.spots if spot.row or spot.column)


def _covering(spots: Sequence[tuple[int, int, int]], start: int, end: int) -> list[int]:
    """The findings of the spots that hold a piece; a spot without extent marks the piece behind it."""
    return [n for a, b, n in spots if (a <= start and end <= b) or a == b == start]
