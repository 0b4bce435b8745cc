"""The bars between the cells of a text: nearly every text has one kind of them, which is found without a pattern."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import methodcaller
from typing import NamedTuple

from gdlint.model.regex import lazy
from gdlint.model.wording import SPACES
from gdlint.syntax.lines import Line

BARS = "|｜│┃"
_BARS = lazy(f"[{BARS}]")
_BARS_AND_SPACES = BARS + SPACES
_RULES = SPACES + "|:+-─━═├┼┤┌┬┐└┴┘┝┿┥╞╪╡"


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


@lru_cache(maxsize=16)
def bars_of(kinds: str) -> Bars:
    """The bars of a text in which these kinds of them stand."""
    if len(kinds) <= 1:
        bar = kinds or BARS[0]
        return Bars(kinds, methodcaller("__contains__", bar), methodcaller("split", bar))
    return Bars(kinds, _BARS.search, _BARS.split)


beside_bars: Callable[[str], str] = methodcaller("strip", _BARS_AND_SPACES)
"""What a line holds beside bars and blanks at its begin and end."""


def only_bars(content: str) -> bool:
    """A line holds bars, and nothing else but blanks."""
    return content != "" and not beside_bars(content)


def is_rule(text: str) -> bool:
    """A line is drawn between two rows, or blank."""
    return text != "" and not text.strip(_RULES)


def without_rules(lines: Iterable[Line]) -> list[Line]:
    """The lines of a table but for those that are drawn between two rows, or blank, and hold not only bars."""
    return [line for line in lines if line[0].strip(_RULES) or not line[0] or only_bars(line[2])]
