"""Ruling lines out of what is drawn: strokes, thin rectangles, and lines printed twice close to each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gdlint.readers.drawn.sheet import Box, Point, RulingLine, between, spanned

NEAR = 4.0
"""points; parallel lines of one table this close are one, since no row is so low and no column so narrow"""
_SAME = 1.0
"""points by which one line that is drawn cell by cell may stand apart"""
_THIN = 3.0
"""a filled rectangle up to this thick is a line"""
_STRAIGHT = 0.7
_SHORTEST = 4.0
_GAP = 3.0
"""between two stretches of one line"""


class Polyline(NamedTuple):
    """One stretch of a path, from point to point, and whether it is filled and drawn as a line."""

    points: Sequence[Point]
    filled: bool
    stroked: bool


class Rules(NamedTuple):
    """The rules that run across, and those that run down."""

    across: tuple[RulingLine, ...]
    down: tuple[RulingLine, ...]


def rules_of(paths: Sequence[Polyline]) -> Rules:
    """The rules that some paths draw, each line once, however many stretches it is drawn in."""
    across: list[RulingLine] = []
    down: list[RulingLine] = []
    for path in paths:
        for box in _lines(path):
            if box.right - box.left >= box.bottom - box.top:
                across.append(RulingLine((box.top + box.bottom) / 2, box.left, box.right))
            else:
                down.append(RulingLine((box.left + box.right) / 2, box.top, box.bottom))
    return Rules(merged(across, _SAME), merged(down, _SAME))


def _lines(path: Polyline) -> Iterator[Box]:
    """The boxes of the lines that a path draws."""
    if not path.points:
        return
    whole = between(*path.points) if len(path.points) == 2 else spanned(path.points)
    if min(whole.right - whole.left, whole.bottom - whole.top) <= _THIN:
        if path.filled or path.stroked:
            yield whole
    elif path.stroked:
        for pair in pairwise(path.points):
            box = between(*pair)
            if min(box.right - box.left, box.bottom - box.top) <= _STRAIGHT:
                yield box


def merged(rules: Sequence[RulingLine], near_by: float) -> tuple[RulingLine, ...]:
    """Rules without those that are printed twice: parallel ones so close stand at one place, and stretches that meet are one."""
    found: list[RulingLine] = []
    near: list[RulingLine] = []
    for rule in sorted(rules):
        if near and rule.at - near[0].at > near_by:
            found += _joined(near)
            near = []
        near.append(rule)
    return (*found, *(_joined(near) if near else ()))


def _joined(near: Sequence[RulingLine]) -> Iterator[RulingLine]:
    """The stretches of close parallel rules as those of one line."""
    at = sum(rule.at for rule in near) / len(near)
    stretches = sorted((rule.start, rule.end) for rule in near)
    start, end = stretches[0]
    for begins, ends in stretches[1:]:
        if begins > end + _GAP:
            yield from _long(at, start, end)
            start = begins
        end = max(end, ends) if begins <= end + _GAP else ends
    yield from _long(at, start, end)


def _long(at: float, start: float, end: float) -> Iterator[RulingLine]:
    if end - start >= _SHORTEST:
        yield RulingLine(at, start, end)
