"""Han letters written as ranges: the same letters wherever a pattern names the property, and patterns that stay as broken as they
are."""

import unicodedata

import pytest
import re2

from gdlint.matching.han_letters import PROPERTY, RANGES, with_ranges


def letters(pattern: str) -> set[str]:
    """The letters of all that Unicode has which a pattern finds."""
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    return {letter for letter in re2.findall(pattern, every) if unicodedata.category(letter) != "Cn"}


def test_the_ranges_hold_the_letters_of_the_property_and_no_others() -> None:
    assert letters(with_ranges(PROPERTY)) == letters(PROPERTY)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (r"\p{Han}{2,3}", rf"[{RANGES}]{{2,3}}"),
        (r"(?P<word>\p{Han}+?)局", rf"(?P<word>[{RANGES}]+?)局"),
        (r"[\p{Han}“《]", rf"[{RANGES}“《]"),
        (r"[^\p{Han}]", rf"[^{RANGES}]"),
        (r"[]\p{Han}]\p{Han}", rf"[]{RANGES}][{RANGES}]"),
        (r"\[\p{Han}\]", rf"\[[{RANGES}]\]"),
        (r"\\\p{Han}", rf"\\[{RANGES}]"),
        (r"\\p{Han}", r"\\p{Han}"),
        (r"[\\p{Han}]", r"[\\p{Han}]"),
        (r"\P{Han}", r"\P{Han}"),
        (r"\p{Latin}", r"\p{Latin}"),
        (r"\Q\p{Han}\E", r"\Q\p{Han}\E"),
        (r"[\p{Han}", r"[\p{Han}"),
        ("年度", "年度"),
    ],
)
def test_the_property_is_written_as_ranges_where_it_stands_for_letters(pattern: str, written: str) -> None:
    assert with_ranges(pattern) == written


def test_a_repetition_takes_fewer_steps() -> None:
    steps = re2.compile(PROPERTY + "{3,30}").programsize
    assert re2.compile(with_ranges(PROPERTY + "{3,30}")).programsize < steps / 2
