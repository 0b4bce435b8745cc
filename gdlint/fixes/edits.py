"""Edits of a text: which of them go together, and what several rounds of them come to in terms of the first text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from gdlint.model.fix import Edit


def moved(places: Sequence[int], edits: Sequence[Edit]) -> list[int]:
    """Where places of a text stand once it was edited. What stood inside an edit stands at its end, and what it begins with
    before it; a place where something is inserted stays before that."""
    starts = [edit.start for edit in edits]
    behind = list(accumulate((len(edit.text) - edit.end + edit.start for edit in edits), initial=0))
    return [_moved(place, edits, starts, behind) for place in places]


def _moved(place: int, edits: Sequence[Edit], starts: Sequence[int], behind: Sequence[int]) -> int:
    before = bisect_left(starts, place)
    if before and place < edits[before - 1].end:
        return edits[before - 1].end + behind[before]
    return place + behind[before]


class History(NamedTuple):
    """Edits of the first text, in their order, and where each begins in the text of now."""

    edits: tuple[Edit, ...] = ()
    places: tuple[int, ...] = ()

    def in_first(self, edit: Edit) -> tuple[Edit, range]:
        """An edit of the text of now as one of the first text, and the numbers of the edits that it goes over."""
        ends = self._ends()
        first, last = bisect_right(ends, edit.start), bisect_left(self.places, edit.end)
        over = range(first, max(first, last))
        start, prefix = edit.start - self._shift(first, ends), ""
        end, suffix = edit.end - self._shift(over.stop, ends), ""
        if over and self.places[first] < edit.start:
            old = self.edits[first]
            start, prefix = old.start, old.text[: edit.start - self.places[first]]
        if over and ends[last - 1] > edit.end:
            old = self.edits[last - 1]
            end, suffix = old.end, old.text[edit.end - self.places[last - 1] :]
        return Edit(start, end, prefix + edit.text + suffix), over

    def with_edits(self, edits: Iterable[Edit]) -> "History":
        """The same with more edits of the text of now, which go together."""
        gone: set[int] = set()
        added = []
        for edit in edits:
            made, over = self.in_first(edit)
            gone.update(over)
            added.append(made)
        kept = [edit for n, edit in enumerate(self.edits) if n not in gone]
        return history_of([*kept, *added])

    def _ends(self) -> list[int]:
        return [place + len(edit.text) for place, edit in zip(self.places, self.edits, strict=True)]

    def _shift(self, number: int, ends: Sequence[int]) -> int:
        return ends[number - 1] - self.edits[number - 1].end if number else 0


def history_of(edits: Iterable[Edit]) -> History:
    """The history of edits of the first text."""
    in_order = tuple(sorted(edits))
    lengths = accumulate((len(edit.text) - edit.end + edit.start for edit in in_order), initial=0)
    return History(
        in_order, tuple(edit.start + shift for edit, shift in zip(in_order, lengths, strict=False))
    )


class Taken:
    """Stretches of the first text that are taken; stretches that touch do not go together."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def is_free(self, start: int, end: int) -> bool:
        """Nothing that is taken touches a stretch."""
        at = bisect_left(self._ends, start)
        return at == len(self._ends) or self._starts[at] > end

    def take(self, start: int, end: int) -> None:
        """Take a stretch that is free."""
        at = bisect_left(self._ends, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
