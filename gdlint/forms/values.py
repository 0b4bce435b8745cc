"""Which value cell belongs to which column: by number where a row is full, else by the place of its neighbours."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from gdlint.model.document import Cell, Grid

PROBLEMS = {
    "short": {"zh": "{n} 个数值对 {width} 列，缺的是哪一列无法确定", "en": "{n} values for {width} columns"},
    "long": {"zh": "{n} 个数值对 {width} 列，多出的是哪一个无法确定", "en": "{n} values for {width} columns"},
    "order": {
        "zh": "无法确定数值属于前一行还是后一行",
        "en": "the values may belong to the row above or below",
    },
    "no-columns": {"zh": "找不到这一行的表头", "en": "no header for this row"},
    "no-label": {"zh": "数值前没有行名", "en": "no row label before the values"},
    "unknown-row": {"zh": "不是官方表格的行", "en": "no row of the official table"},
    "group-row": {"zh": "分组行本身不填数值", "en": "a group label has no values of its own"},
    "duplicate": {"zh": "同一行重复出现，只取第一次", "en": "the row occurs twice, the first counts"},
    "duplicate-table": {"zh": "整张表重复出现，只取第一次", "en": "the table occurs twice, the first counts"},
    "joined": {"zh": "单元格连成一片，未能切分", "en": "cells run together"},
}
"""why cells could not be bound"""


JOINED = "joined"
"""the problem of a row whose figures run together"""

_TEXT = itemgetter(0)
"""the text of a cell"""


class Strip(NamedTuple):
    """One printed row as the placing sees it: its cells, the index of its label, its depth among the groups.

    `header` is where the header of its part puts the first value column, or None.
    """

    cells: Sequence[Cell]
    label: int
    depth: int
    width: int
    grid: Grid
    run: int
    header: int | None = None

    @property
    def filled(self) -> list[int]:
        """The indices of the cells behind the label that are not blank."""
        return [i for i in range(self.label + 1, len(self.cells)) if self.cells[i].text]

    def fits(self, start: int) -> bool:
        """All values lie within the columns that begin at this index, and all of those cells are there."""
        filled = self.filled
        return self.label < start <= len(self.cells) - self.width and (
            not filled or (start <= filled[0] and filled[-1] < start + self.width)
        )


class Evidence:
    """Where the values of full rows begin, in one run of rows of one width, by how like those rows are."""

    def __init__(self) -> None:
        self.offsets: dict[tuple[str | int, ...], set[int]] = {}
        self.depths: dict[int, set[tuple[str, int]]] = {}
        self.tight = True
        """every row of the run has as many cells behind its label as there are columns"""

    def add(self, strip: Strip, start: int) -> None:
        """A full row and the index of its first value."""
        self.depths.setdefault(strip.depth, set()).update((("margin", start), ("label", start - strip.label)))
        relative = start - strip.label if strip.grid is Grid.CELLS else start
        for likeness in _likenesses(strip):
            self.offsets.setdefault(likeness, set()).add(relative)

    def starts(self, strip: Strip) -> set[int]:
        """The begins in those full rows that are most like a row."""
        relative = strip.label if strip.grid is Grid.CELLS else 0
        found = next((self.offsets[like] for like in _likenesses(strip) if like in self.offsets), set())
        return {relative + offset for offset in found}

    def contradicted(self, strip: Strip, start: int) -> bool:
        """Full rows of the same depth begin elsewhere, counted from the margin as well as from the label."""
        known = self.depths.get(strip.depth)
        return known is not None and not known & {("margin", start), ("label", start - strip.label)}


def _likenesses(strip: Strip) -> Iterator[tuple[str | int, ...]]:
    """From the closest likeness to none. Where the file does not state rows, only the depth of a label tells."""
    if strip.grid is not Grid.CELLS:
        length = len(strip.cells)
        yield ("depth, label and length", strip.depth, strip.label, length)
        yield ("label and length", strip.label, length)
    yield ("depth", strip.depth)
    yield ("any",)


def place(strips: Sequence[Strip]) -> list[Sequence[Cell] | str]:
    """For each row its value cells in the order of the columns, or the problem that forbids to say."""
    placed: list[Sequence[Cell] | str] = []
    open_rows: list[int] = []
    for strip in strips:
        width = strip.width
        tail = strip.cells[strip.label + 1 :]
        filled = (
            tail if len(tail) == width and all(map(_TEXT, tail)) else [cell for cell in tail if cell.text]
        )
        if strip.grid is Grid.JOINED and filled and not _apart(filled, width):
            placed.append(JOINED)
        elif len(filled) == width:
            placed.append(filled)
        elif len(filled) > width:
            placed.append("long")
        else:
            open_rows.append(len(placed))
            placed.append("short")
    evidence = _evidence(strips) if open_rows else {}
    for n in open_rows:
        strip = strips[n]
        start = _start(strip, evidence[strip.run, strip.width])
        if start is not None:
            placed[n] = strip.cells[start : start + strip.width]
    return placed


def _apart(cells: Sequence[Cell], width: int) -> bool:
    """Pieces of joined cells are one figure each: as many as columns, and none that must be several."""
    several = [cell for cell in cells if len(cell.text) > 1 and cell.text[0] == "0" and cell.text.isdigit()]
    return len(cells) == width and not several


def _evidence(strips: Sequence[Strip]) -> dict[tuple[int, int], Evidence]:
    """What the rows of each run and width tell about each other."""
    evidence: defaultdict[tuple[int, int], Evidence] = defaultdict(Evidence)
    for strip in strips:
        found = evidence[strip.run, strip.width]
        filled = strip.filled
        if filled and len(filled) == strip.width == filled[-1] - filled[0] + 1:
            found.add(strip, filled[0])
        if len(strip.cells) - strip.label - 1 != strip.width:
            found.tight = False
    return evidence


def _start(strip: Strip, evidence: Evidence) -> int | None:
    """Where the values of a row with blanks begin: the one place that its full neighbours leave, else None."""
    if strip.grid in (Grid.NONE, Grid.LINES):
        return None
    filled = strip.filled
    if filled and filled[-1] - filled[0] + 1 == strip.width:
        return filled[0]
    if evidence.offsets:
        fitting = [start for start in evidence.starts(strip) if strip.fits(start)]
        if len(fitting) == 1 and evidence.contradicted(strip, fitting[0]):
            return None
        return fitting[0] if len(fitting) == 1 else None
    if strip.header is not None and strip.fits(strip.header):
        return strip.header
    return strip.label + 1 if evidence.tight and strip.grid is not Grid.CELLS else None
