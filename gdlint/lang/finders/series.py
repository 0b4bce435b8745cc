"""The numbers of a series inside a paragraph, 一是…；二是…；三是…: each held against the one before it, lists in lists apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gdlint.lexicon.numerals import HAN, read_number

_LETTERS = "0-9A-Za-z\u3007\u4e00-\u9fff"
_MEMBER = re.compile(rf"(?<![{_LETTERS}])(?P<number>(?P<han>[{HAN}]{{1,2}})\s*是)(?!非|否)")


class Member(NamedTuple):
    """A number of a series and where it stands; the number before it (0 for the first), whether one is left out between them,
    and whether the same number stands there again."""

    start: int
    end: int
    value: int
    last: int
    gap: bool
    again: bool


def members(text: str) -> Iterator[Member]:
    """The numbers of series that begin in a text: 一 begins one, and what goes on an outer one ends those within it."""
    open_series: list[int] = []
    for found in _MEMBER.finditer(text):
        value = read_number(found["han"]).value
        if not isinstance(value, int):
            continue
        if value == 1:
            open_series.append(1)
            yield Member(*found.span("number"), value, 0, False, False)
        elif open_series:
            last = _gone_on(open_series, value)
            yield Member(*found.span("number"), value, last, last < value - 1, last == value)
            open_series[-1] = value


def _gone_on(open_series: list[int], value: int) -> int:
    """Ends the series inside the one that a number goes on; the last number of that, or of the innermost where it goes on none."""
    depth = next(
        (n for n in range(len(open_series), 0, -1) if open_series[n - 1] == value - 1), len(open_series)
    )
    del open_series[depth:]
    return open_series[-1]
