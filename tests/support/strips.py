"""Whether anyone could say where the values of a row begin once one of them is blank, from the printed text alone."""

from dataclasses import dataclass

from .samples import Seed, Where, bound


@dataclass(frozen=True)
class _Line:
    """A printed row on one line: the places of its filled cells, the one of its label, and the number of all cells."""

    filled: tuple[int, ...]
    label: int
    length: int

    def starts(self, width: int) -> set[int]:
        """The places at which values of that width can begin: behind the label, all filled cells among them."""
        values = [i for i in self.filled if i > self.label]
        return {
            start
            for start in range(self.label + 1, self.length - width + 1)
            if all(start <= i < start + width for i in values)
        }

    def like(self, other: "_Line") -> bool:
        """The label stands in the same place of a row of the same length."""
        return (self.label, self.length) == (other.label, other.length)


def position_is_certain(seed: Seed, place: Where) -> bool:
    """A value that is to be blank in, whether its column can still be told out.

    It can where each cell has a line of its own, where the header above stands right over the values (sections two
    and four), where the row has just as many cells as values, or only one stretch holds what is left of them; else
    where full rows of the same build on the same page agree on where values begin.
    """
    figure = bound(seed.report)[place]
    if place.table != "applications" or not _shares_its_line(seed.text, figure.start):
        return True
    width = len(seed.cells[place.table][place.row])
    line = _without(_line(seed, place.row), seed, place)
    if len(line.starts(width)) == 1:
        return True
    page = _page(seed.text, figure.start)
    rows = [
        row
        for row in seed.cells["applications"]
        if row != place.row and _page(seed.text, _start(seed, row)) == page
    ]
    found = [_line(seed, row) for row in rows]
    near = [other.starts(width) for other in found if other.like(line)]
    return bool(near) and all(starts == near[0] and len(starts) == 1 for starts in near)


def _shares_its_line(text: str, at: int) -> bool:
    """Other cells stand on the same line."""
    start = text.rfind("\n", 0, at) + 1
    return "\t" in text[start : text.find("\n", at)].strip()


def _start(seed: Seed, row: str) -> int:
    """Where the label of a row of section three begins."""
    entries = seed.report.tables["applications"].entries
    return next(entry.label.start for entry in entries if entry.label.key == row)


def _page(text: str, at: int) -> int:
    """Where the stretch of lines without a blank line begins."""
    return text.rfind("\n\n", 0, at)


def _line(seed: Seed, row: str) -> _Line:
    """A row of section three in, its cells out."""
    at = _start(seed, row)
    begin = seed.text.rfind("\n", 0, at) + 1
    end = seed.text.find("\n", at)
    cells = seed.text[begin : len(seed.text) if end < 0 else end].split("\t")
    filled = tuple(i for i, cell in enumerate(cells) if cell.strip())
    return _Line(filled, seed.text.count("\t", begin, at), len(cells))


def _without(line: _Line, seed: Seed, place: Where) -> _Line:
    """A line without the cell at that place."""
    figure = bound(seed.report)[place]
    begin = seed.text.rfind("\n", 0, figure.start) + 1
    gone = seed.text.count("\t", begin, figure.start)
    return _Line(tuple(i for i in line.filled if i != gone), line.label, line.length)
