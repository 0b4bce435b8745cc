"""How far the cells of a sheet are drawn apart, where each has rules of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gdlint.readers.drawn.sheet import RulingLine

_WIDEST = 12.0
"""points; two rules further apart have a row or column between them"""
_SAME = 1.0
"""points by which the ends of two rules of one cell, or the distances across and down, may differ"""
_LEAST = 8
"""rules that are alike"""
_SHARE = 4
"""at least one of so many has a neighbour as near: a cell over a whole row has one on few sides"""


def spacing(across: Sequence[RulingLine], down: Sequence[RulingLine]) -> float:
    """How far the rules of cells side by side are apart, as much across as down; 0 where cells share their rules."""
    right, below = sorted(_nearest(down)), sorted(_nearest(across))
    if min(len(right), len(below)) < _LEAST:
        return 0.0
    one, other = right[len(right) // _SHARE], below[len(below) // _SHARE]
    return max(one, other) if one <= _WIDEST and abs(one - other) <= _SAME else 0.0


def _nearest(rules: Sequence[RulingLine]) -> Iterator[float]:
    """How far the nearest of those rules is that begin and end where a rule does: its neighbour's, where cells are drawn apart,
    which are narrower than the cells."""
    alike: dict[tuple[int, int], list[float]] = defaultdict(list)
    for rule in rules:
        alike[round(rule.start / _SAME), round(rule.end / _SAME)].append(rule.at)
    for places in alike.values():
        steps = [after - before for before, after in pairwise(sorted(places))]
        for n in range(len(places)) if steps else ():
            yield min(steps[max(n - 1, 0) : n + 1])
