"""What finders of figures share: each count of a text with its counter and its reading, and how deep in brackets it stands."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from gdlint.lexicon.numerals import Number, read_number
from gdlint.matching import patterns

COUNT = r"{n:number}\s*余?(?P<counter>{counter}|元)(?P<about>左右|上下|以上|以下|以内|之多|不等)?"
MOST_COUNTS = 10_000
"""counts of one text; further ones are passed over, as is what finders find behind so many"""
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
    """The first counts of a text, in order. Ordinals (第3期) are none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places, self._depths = array("I"), array("I")
        depth = 0
        for found in _BRACKET.finditer(text):
            depth = depth + 1 if found[0] in "（(" else max(0, depth - 1)
            self._places.append(found.start())
            self._depths.append(depth)
        self.all = tuple(islice(self._found(), MOST_COUNTS))
        self._starts = [count.start for count in self.all]

    def _found(self) -> Iterator[Count]:
        text = self.text
        for match in patterns.matches(COUNT, text):
            number, counter = match["n"] or "", match["counter"] or ""
            if "第" in number:
                continue
            reading = read_number(number)
            exact = (
                reading.exact and not match["about"] and not match.text.removesuffix(counter).endswith("余")
            )
            value = reading.value if exact else None
            yield Count(match.start, match.end, value, counter, self.depth(match.start))

    def between(self, start: int, end: int) -> Sequence[Count]:
        """The counts that begin in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def depth(self, place: int) -> int:
        """How many brackets are open at a place."""
        nth = bisect_right(self._places, place) - 1
        return self._depths[nth] if nth >= 0 else 0

    def closing(self, place: int, limit: int) -> int | None:
        """Where the bracket closes that is open at a place; None where that is not before a limit."""
        inside = self.depth(place)
        for nth in range(bisect_right(self._places, place), len(self._places)):
            if self._places[nth] >= limit:
                break
            if self._depths[nth] < inside:
                return self._places[nth]
        return None


@lru_cache(maxsize=64)
def counts_of(text: str) -> Counts:
    """The counts of a text, found once for all finders."""
    return Counts(text)
