"""Where patterns match: in characters, whatever these take in bytes."""

from typing import Final

import pytest

from gdlint.api import forms
from gdlint.expressions.parser import parse_expression
from gdlint.matching import patterns
from gdlint.matching.expression_error import ExpressionError

PLACES: Final = {
    "the first": ("公开", "公开。", [(0, 2)]),
    "several": ("开", "公开开放", [(1, 2), (2, 3)]),
    "behind four bytes": ("公", "a😀公é公", [(2, 3), (4, 5)]),
    "nothing, between characters": (r"\b", "a中a", [(0, 0), (1, 1), (2, 2), (3, 3)]),
    "nothing, at the end": ("$", "公开", [(2, 2)]),
    "nothing, or something": ("x*", "公x开", [(0, 0), (1, 2), (2, 2), (3, 3)]),
    "nowhere": ("公", "开放", []),
}


@pytest.mark.parametrize("name", PLACES)
def test_places_are_those_of_characters(name: str) -> None:
    pattern, text, places = PLACES[name]
    found = list(patterns.matches(pattern, text))
    assert [(match.start, match.end) for match in found] == places
    assert [match.text for match in found] == [text[start:end] for start, end in places]


def test_a_capture_stands_where_it_was_found() -> None:
    (match,) = patterns.matches("(?P<a>😀+)公(?P<b>开)?(?P<c>x)?", "中😀😀公开")
    assert (match["a"], match.span("a"), match["b"], match.span("b")) == ("😀😀", (1, 3), "开", (4, 5))
    assert (match["c"], match.span("c")) == (None, None)


@pytest.mark.parametrize("pattern", [r"我镇\C", r"a\\\Cb", r"(?P<w>\C)"])
def test_no_pattern_cuts_a_character(pattern: str) -> None:
    with pytest.raises(ExpressionError, match="cut a character"):
        patterns.pattern(pattern)


@pytest.mark.parametrize("pattern", ["公开信息{n:number条", "{number", "共{n:number}件、{m:num"])
def test_a_named_pattern_that_is_not_closed_is_no_text(pattern: str) -> None:
    with pytest.raises(ExpressionError, match="unfinished named pattern"):
        patterns.pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "text"), [(r"\{a", "{a"), ("a{2}", "aa"), (r"\p{Han}{2}", "公开"), (r"[{}]b", "{b")]
)
def test_other_braces_are_what_they_are(pattern: str, text: str) -> None:
    assert patterns.found(pattern, text)


def test_an_escaped_backslash_before_a_letter_is_fine() -> None:
    assert patterns.found(r"a\\C", "a\\C")


@pytest.mark.parametrize("text", ["count index", "or == 1", "in + 1", "true == not"])
def test_a_word_of_the_language_is_no_name_and_no_part_of_one(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse_expression(text)


def test_forms_are_what_they_are_and_not_what_they_say() -> None:
    one, other = forms(), forms()._replace()
    assert tuple(one) == tuple(other)
    assert one != other
    assert not one == other  # noqa: SIM201 (both ways round)
    assert len({one, other}) == 2
