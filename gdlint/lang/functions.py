"""The built-in functions of the rule language."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from gdlint.lang import patterns
from gdlint.lang.logic import UNKNOWN
from gdlint.model.wording import plain

NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


class Function(NamedTuple):
    """A function of values: the types of its arguments, the type of its result, and what it says."""

    arguments: tuple[str, ...]
    result: str
    call: Callable[..., Any]
    doc: str


def _date(year: int, month: int, day: int) -> Any:
    try:
        return date(year, month, day)
    except (ValueError, TypeError):
        return UNKNOWN


def _numeral(number: int) -> str:
    return NUMERALS[number] if 0 < number < len(NUMERALS) else str(number)


FUNCTIONS: Mapping[str, Function] = {
    "date": Function(("number", "number", "number"), "date", _date, "the day of a year, month and day"),
    "year": Function(("date",), "number", lambda day: day.year, "the year of a date"),
    "count": Function(("list",), "number", len, "how many items a list has"),
    "length": Function(("text",), "number", len, "how many characters a text has"),
    "abs": Function(("number",), "number", abs, "a number without its sign"),
    "whole": Function(
        ("number",), "truth", lambda number: number == int(number), "a number without a fraction"
    ),
    "contains": Function(
        ("text", "text"), "truth", lambda text, part: part in text, "a text stands in another"
    ),
    "ends": Function(
        ("text", "text"), "truth", lambda text, end: text.endswith(end), "a text ends in another"
    ),
    "compact": Function(("text",), "text", lambda text: "".join(text.split()), "a text without blanks"),
    "wording": Function(
        ("text",), "text", plain, "a text without blanks and punctuation, as labels are compared"
    ),
    "numeral": Function(("number",), "text", _numeral, "一 to 十"),
    "matches": Function(
        ("text", "text"),
        "truth",
        lambda text, pattern: patterns.found(pattern, text),
        "a pattern (RE2) is found",
    ),
}

OF_CELLS: Mapping[str, str] = {
    "sum": "the sum of keys or of a named group of the form",
    "blank": "the cell is there and empty",
    "missing": "the cell is not there",
    "known": "the value is known",
}
"""functions that the compiler builds itself, because they look at cells and not at values; never unknown but `sum`"""
