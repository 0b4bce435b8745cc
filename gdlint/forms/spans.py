"""Stretches of a text: what is left of one without others."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
"""where a stretch begins and ends"""


def merged(spans: Iterable[Span]) -> list[Span]:
    """Stretches in their order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def uncovered(span: Span, covered: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch without some others, which are in order and do not overlap."""
    at, end = span
    n = max(bisect_right(covered, (at, at)) - 1, 0)
    for first, last in map(covered.__getitem__, range(n, len(covered))):
        if first >= end:
            break
        if at < first:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end
