"""The numbers of a series inside a paragraph, 一是…；二是…；三是…: each held against the one before it, lists in lists apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gdlint.lexicon.numerals import HAN, read_number
from gdlint.model.regex import lazy

_LETTERS = "0-9A-Za-z\u3007\u4e00-\u9fff"
_MEMBER = lazy(rf"(?P<number>一\s*是|(?<![{_LETTERS}])(?P<han>[{HAN}]{{1,2}})\s*是)(?!非|否)")
"""the first of a series may stand behind a word: where a heading has run into its text, 加强平台建设一是"""
_OTHERWISE = "[是、）)]"
"""how a number that seems to be left out may stand there all the same"""


class SeriesMember(NamedTuple):
    """A number of a series and where it stands; the number before it (0 for the first), whether one is left out between them,
    and whether the same number stands there again."""

    start: int
    end: int
    value: int
    last: int
    gap: bool
    again: bool


def members(text: str) -> Iterator[SeriesMember]:
    """The numbers of series that begin in a text: 一 begins one, and what goes on an outer one ends those within it."""
    open_series: list[SeriesMember] = []
    for found in _MEMBER.finditer(text):
        value = read_number(found["han"] or "一").value
        if not isinstance(value, int):
            continue
        if value == 1:
            open_series.append(SeriesMember(*found.span("number"), 1, 0, False, False))
            yield open_series[-1]
        elif open_series:
            before = _gone_on(open_series, value)
            between = text[before.end : found.start("number")]
            gap = before.value < value - 1 and not _stands_in(between, value - 1)
            again = before.value == value
            open_series[-1] = SeriesMember(*found.span("number"), value, before.value, gap, again)
            yield open_series[-1]


def _gone_on(open_series: list[SeriesMember], value: int) -> SeriesMember:
    """The last number of the series that a number goes on, or else of the innermost; those inside it end."""
    depths = range(len(open_series), 0, -1)
    depth = next((n for n in depths if open_series[n - 1].value == value - 1), len(open_series))
    del open_series[depth:]
    return open_series[-1]


def _stands_in(text: str, value: int) -> bool:
    numerals = "〇一二三四五六七八九十"
    return value < len(numerals) and re.search(numerals[value] + _OTHERWISE, text) is not None
