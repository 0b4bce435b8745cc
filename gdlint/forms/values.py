"""Which value cell belongs to which column: by number where a row is full, else by the place of its neighbours."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gdlint.model.document import Cell, Grid

PROBLEMS = {
    "short": {"zh": "{n} 个数值对 {width} 列，缺的是哪一列无法确定", "en": "{n} values for {width} columns"},
    "long": {"zh": "{n} 个数值对 {width} 列，多出的是哪一个无法确定", "en": "{n} values for {width} columns"},
    "no-columns": {"zh": "找不到这一行的表头", "en": "no header for this row"},
    "no-label": {"zh": "数值前没有行名", "en": "no row label before the values"},
    "unknown-row": {"zh": "不是官方表格的行", "en": "no row of the official table"},
    "group-row": {"zh": "分组行本身不填数值", "en": "a group label has no values of its own"},
    "duplicate": {"zh": "同一行重复出现，只取第一次", "en": "the row occurs twice, the first counts"},
    "duplicate-table": {"zh": "整张表重复出现，只取第一次", "en": "the table occurs twice, the first counts"},
    "joined": {"zh": "单元格连成一片，未能切分", "en": "cells run together"},
}
"""why cells could not be bound"""


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


def place(strips: Sequence[Strip]) -> list[list[Cell] | str]:
    """For each row its value cells in the order of the columns, or the problem that forbids to say."""
    placed: list[list[Cell] | str] = []
    full: list[tuple[Strip, int]] = []
    open_rows: list[int] = []
    for strip in strips:
        filled = strip.filled
        if len(filled) == strip.width:
            placed.append([strip.cells[i] for i in filled])
            if filled and filled[-1] - filled[0] == strip.width - 1:
                full.append((strip, filled[0]))
        elif len(filled) > strip.width:
            placed.append("long")
        else:
            placed.append("short")
            open_rows.append(len(placed) - 1)
    for n in open_rows:
        strip = strips[n]
        start = None if strip.grid is Grid.NONE else _start(strip, strips, full)
        if start is not None:
            placed[n] = list(strip.cells[start : start + strip.width])
    return placed


def _start(strip: Strip, strips: Sequence[Strip], full: Sequence[tuple[Strip, int]]) -> int | None:
    """Where the values of a row with blanks begin: the one place that its full neighbours leave, else None."""
    near = [
        (other, start)
        for other, start in full
        if other.width == strip.width and (other.run == strip.run or strip.grid is Grid.STATED)
    ]
    if near:
        return _only(strip, _offsets(strip, near))
    if strip.header is not None and strip.fits(strip.header):
        return strip.header
    like = (other for other in strips if other.width == strip.width and other.run == strip.run)
    if strip.grid is not Grid.CELLS and all(
        len(other.cells) - other.label - 1 == other.width for other in like
    ):
        return strip.label + 1
    return None


def _offsets(strip: Strip, near: Sequence[tuple[Strip, int]]) -> set[int]:
    """The places of the most similar neighbours: same depth, label and length before same label and length, …"""
    relative = strip.grid is Grid.CELLS
    tests = (
        lambda o: (o.depth, o.label, len(o.cells)) == (strip.depth, strip.label, len(strip.cells)),
        lambda o: (o.label, len(o.cells)) == (strip.label, len(strip.cells)),
        lambda o: o.depth == strip.depth,
        lambda o: True,
    )
    for test in tests[2:] if relative else tests:
        offsets = {
            start - other.label + strip.label if relative else start for other, start in near if test(other)
        }
        if offsets:
            return offsets
    return set()


def _only(strip: Strip, offsets: Iterable[int]) -> int | None:
    fitting = [start for start in offsets if strip.fits(start)]
    return fitting[0] if len(fitting) == 1 else None
