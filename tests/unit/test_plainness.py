"""Patterns that are taken for right without RE2, and those that are not."""

from typing import Final

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from gdlint.matching.patterns import compiled
from gdlint.matching.plainness import is_plain
from gdlint.matching.written_patterns import LARGEST

PLAIN: Final = (
    "",
    "公开第A101号[^。；]{0,20}文件",
    "历年|累计",
    "(?P<word>我(?:镇|乡|街道))",
    "（(?P<a>.{2,8}?)）|[一二三]+?、",
    "a{3}b{2,}c*d+?e??",
    "((a)|b|)*",
)
NOT_PLAIN: Final = {
    "unbalanced": "(a",
    "closed twice": "a))",
    "nothing to repeat": "*a",
    "nothing to repeat in a group": "(?:+a)",
    "nothing to repeat in a branch": "a|?",
    "repeated twice": "a**",
    "counted twice": "a{2}{3}",
    "counted the wrong way": "a{5,2}",
    "a name twice": "(?P<n>a)(?P<n>b)",
    "looks ahead": "a(?=b)",
    "looks back": "(?<=a)b",
    "refers back": "(?P<n>a)(?P=n)",
    "an escape": r"\d+",
    "a range": "[a-z]",
    "a class that is not closed": "[ab",
    "flags": "(?i)a",
    "groups that multiply": "(?:(?:a{30}){30}){30}",
    "more letters than are certain": "a{99}" * 11,
    "a brace": "a{b}",
}


def taken(pattern: str) -> bool:
    """RE2 compiles a pattern."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    try:
        re2.compile(pattern, options)
    except re2.error:
        return False
    return True


@pytest.mark.parametrize("pattern", PLAIN)
def test_what_is_plain_is_taken(pattern: str) -> None:
    assert is_plain(pattern)
    assert taken(pattern)


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_certain_is_not_plain(name: str) -> None:
    assert not is_plain(NOT_PLAIN[name])


PIECES: Final = (
    *("a", "公", ".", "[ab]", "[^。]", "[]", "[^]", "😀", "\0", "-", "]", "^", "\\b"),
    *("(", "(?:", "(?P<n>", "(?P<m>", ")", "|", "*", "+", "?", "??", "{2}", "{0,20}", "{99,}", "{"),
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.text("a公。(?:P<n>)[^]|*+{1,9}\\", max_size=20)
)
def test_re2_takes_whatever_is_plain(pattern: str) -> None:
    assert taken(pattern) or not is_plain(pattern)


def test_the_largest_plain_pattern_is_taken() -> None:
    largest = "|".join(["[^。；，：一二三四五六七八九十]{50}"] * 4)
    assert is_plain(largest)
    assert taken(largest)
    assert not is_plain(largest + "|a{1}")


def test_a_plain_pattern_takes_not_many_more_steps_than_one_that_must_be_compiled_may() -> None:
    largest = "|".join(["[^。；，：一二三四五六七八九十]{0,50}"] * 4)
    assert is_plain(largest)
    assert compiled(largest).programsize < 2 * LARGEST
