"""The bars between the cells of a text: nearly every text has one kind of them, which is found without a pattern."""

from collections.abc import Callable
from functools import lru_cache
from operator import methodcaller
from typing import NamedTuple

from gdlint.model.regex import lazy
from gdlint.model.wording import SPACES

BARS = "|｜│┃"
_BARS = lazy(f"[{BARS}]")
_BARS_AND_SPACES = BARS + SPACES
_RULES = SPACES + "|:+-─━═├┼┤┌┬┐└┴┘┝┿┥╞╪╡"
_EDGE = "| "
"""what most rows begin with"""


class Bars(NamedTuple):
    """The kinds of bars that stand in a text; what tells whether a line has one, and what parts a line at each."""

    kinds: str
    stand_in: Callable[[str], object]
    split: Callable[[str], list[str]]

    def first_in(self, line: str) -> str:
        """The first bar in a line, "" where there is none."""
        if len(self.kinds) == 1:
            return self.kinds if self.kinds in line else ""
        found = _BARS.search(line)
        return found.group() if found else ""

    def part(self, content: str) -> bool:
        """A line holds several cells, blank ones, too, but for what stands outside of a bar at its begin or end."""
        return bool(self.stand_in(content[1:-1]))


@lru_cache(maxsize=16)
def bars_of(kinds: str) -> Bars:
    """The bars of a text in which these kinds of them stand."""
    if len(kinds) <= 1:
        bar = kinds or BARS[0]
        return Bars(kinds, methodcaller("__contains__", bar), methodcaller("split", bar))
    return Bars(kinds, _BARS.search, _BARS.split)


def only_bars(content: str) -> bool:
    """A line holds bars, and nothing else but blanks."""
    return content != "" and not content.lstrip(_EDGE)[:1].isalnum() and not content.strip(_BARS_AND_SPACES)


def is_rule(text: str) -> bool:
    """A line is drawn between two rows, or blank."""
    return text != "" and not text.lstrip(_EDGE)[:1].isalnum() and not text.strip(_RULES)
