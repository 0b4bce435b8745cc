"""What finders of figures share: each count of a text with its counter and its reading, and how deep in brackets it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from gdlint.lang import patterns
from gdlint.lang.numerals import Number, read_number

_COUNT = r"{n:number}\s*余?(?P<counter>{counter})(?P<about>左右|上下|以上|以下|以内|之多|不等)?"
_BRACKET = re.compile(r"[（(）)]")


class Count(NamedTuple):
    """A number with its counter: begin, end, value (None where it is none for certain), counter, and how many brackets are
    open around it."""

    start: int
    end: int
    value: Number | None
    counter: str
    depth: int


class Counts:
    """The counts of a text, in order. Ordinals (第3期) are none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: list[int] = []
        self._depths: list[int] = []
        depth = 0
        for found in _BRACKET.finditer(text):
            depth = depth + 1 if found[0] in "（(" else max(0, depth - 1)
            self._places.append(found.start())
            self._depths.append(depth)
        self.all = tuple(self._found())

    def _found(self) -> list[Count]:
        found = []
        for match in patterns.matches(_COUNT, self.text):
            number = match["n"]
            if "第" not in number:
                reading = read_number(number)
                exact = reading.exact and not match["about"] and "余" not in match[0]
                value = reading.value if exact else None
                start = match.start() + len(number) - len(number.lstrip())
                found.append(Count(start, match.end(), value, match["counter"], self.depth(start)))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [count.start for count in self.all]

    def between(self, start: int, end: int) -> Sequence[Count]:
        """The counts that begin in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def depth(self, place: int) -> int:
        """How many brackets are open at a place."""
        nth = bisect_right(self._places, place) - 1
        return self._depths[nth] if nth >= 0 else 0

    def closing(self, place: int) -> int:
        """Where the bracket closes that is open at a place; the end of the text where none does."""
        inside = self.depth(place)
        for nth in range(bisect_right(self._places, place), len(self._places)):
            if self._depths[nth] < inside:
                return self._places[nth]
        return len(self.text)
