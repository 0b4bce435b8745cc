"""The built-in functions of the rule language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import prod
from typing import Any, NamedTuple

from gdlint.expressions.checksums import is_card_number, is_id_number
from gdlint.expressions.text_functions import rounded
from gdlint.forms.other_bodies import names_another
from gdlint.forms.regions import is_elsewhere
from gdlint.forms.titles import LONGEST_NAME
from gdlint.lexicon.likeness import MOST as LONGEST_COMPARED
from gdlint.lexicon.likeness import distance
from gdlint.lexicon.numerals import read_number
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.model.regex import lazy
from gdlint.model.wording import compact, plain
from gdlint.scopes.case_types import Case

_BETWEEN = lazy(r"[、，；,;]")
FULL_WIDTH = str.maketrans(",:;?!()", "，：；？！（）")
NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


class LanguageFunction(NamedTuple):
    """A function of values: the types of its arguments, the type of its result, and what it says."""

    arguments: tuple[str, ...]
    result: str
    call: Callable[..., Any]
    doc: str


def _date(year: int, month: int, day: int) -> Any:
    try:
        return date(year, month, day)
    except (ValueError, TypeError, OverflowError):
        return UNKNOWN


def _numeral(number: Any) -> str:
    whole = 0 < number < len(NUMERALS) and number == int(number)
    return NUMERALS[int(number)] if whole else f"{number:f}" if isinstance(number, Decimal) else str(number)


def _number(text: str) -> Any:
    found = read_number(text)
    return found.value if found.exact else UNKNOWN


def _elsewhere(place: str, region: tuple[str, ...]) -> Any:
    truth = is_elsewhere(place, region)
    return UNKNOWN if truth is None else truth


def _chosen(wanted: tuple[Any, ...], texts: tuple[Any, ...]) -> Any:
    if len(wanted) != len(texts):
        return UNKNOWN
    return tuple(text for truth, text in zip(wanted, texts, strict=True) if truth is True)


def _items(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _BETWEEN.split(text) if part.strip())


FUNCTIONS: Mapping[str, LanguageFunction] = {
    "date": LanguageFunction(
        ("number", "number", "number"), "date", _date, "the day of a year, month and day"
    ),
    "year": LanguageFunction(("date",), "number", lambda day: day.year, "the year of a date"),
    "count": LanguageFunction(("list",), "number", len, "how many items a list has"),
    "length": LanguageFunction(("text",), "number", len, "how many characters a text has"),
    "abs": LanguageFunction(("number",), "number", abs, "a number without its sign"),
    "whole": LanguageFunction(
        ("number",), "truth", lambda number: number == int(number), "a number without a fraction"
    ),
    "contains": LanguageFunction(
        ("text", "text"), "truth", lambda text, part: part in text, "a text stands in another"
    ),
    "ends": LanguageFunction(
        ("text", "text"), "truth", lambda text, end: text.endswith(end), "a text ends in another"
    ),
    "compact": LanguageFunction(("text",), "text", compact, "a text without blanks"),
    "wording": LanguageFunction(
        ("text",), "text", plain, "a text without blanks and punctuation, as labels are compared"
    ),
    "wide": LanguageFunction(
        ("text",),
        "text",
        lambda text: text.translate(FULL_WIDTH),
        "a text with full-width marks (，：；？！（）)",
    ),
    "numeral": LanguageFunction(("number",), "text", _numeral, "一 to 十"),
    "month": LanguageFunction(("date",), "number", lambda day: day.month, "the month of a date"),
    "day": LanguageFunction(("date",), "number", lambda day: day.day, "the day of the month of a date"),
    "near": LanguageFunction(
        ("number", "number", "number"),
        "truth",
        lambda one, other, by: abs(one - other) <= by,
        "two numbers differ by no more than the third",
    ),
    "round": LanguageFunction(("number", "number"), "number", rounded, "a number to so many decimal places"),
    "decimals": LanguageFunction(
        ("text",),
        "number",
        lambda text: len(text.partition(".")[2]),
        "how many digits stand behind the point",
    ),
    "starts": LanguageFunction(
        ("text", "text"), "truth", lambda text, begin: text.startswith(begin), "a text begins with another"
    ),
    "number": LanguageFunction(
        ("text",), "number", _number, "the number that a text is, in digits or Chinese numerals"
    ),
    "items": LanguageFunction(
        ("text",),
        "list of text",
        _items,
        "the parts of a text between 、，； (和 parts nothing: 和 may belong to a word)",
    ),
    "chosen": LanguageFunction(
        ("list of truth", "list of text"),
        "list of text",
        _chosen,
        "the texts of the second list at whose place the first list is true",
    ),
    "distance": LanguageFunction(
        ("text", "text"), "number", distance, "how many characters must change to make one text the other"
    ),
    "elsewhere": LanguageFunction(
        ("text", "list of text"),
        "truth",
        _elsewhere,
        "the place that a text ends with neither lies in a `region` nor holds it; unknown where it is no known place, or one of several",
    ),
    "is_id_number": LanguageFunction(("text",), "truth", is_id_number, "a valid personal identity number"),
    "is_card_number": LanguageFunction(("text",), "truth", is_card_number, "a valid card number (Luhn)"),
}

OF_CELLS: Mapping[str, str] = {
    "sum": "the sum of keys, of a named group of the form, or of a list of numbers",
    "blank": "the cell is there and empty",
    "missing": "the cell is not there",
    "known": "the value is known",
}
"""functions that the compiler builds itself, because they look at cells and not at values; never unknown but `sum`"""

OF_BODY: Mapping[str, str] = {
    "another_body": "the text begins with the name of another body of the same kind, which is no part of the body and not above it; "
    "unknown where the title names none",
}
"""functions of a text that know the body"""


def counted_call(function: LanguageFunction, arguments: Sequence[Getter]) -> Getter:
    """A call that is counted; unknown where an argument is."""

    def value(case: Case) -> Any:
        values = [get(case) for get in arguments]
        if any(item is UNKNOWN for item in values):
            return UNKNOWN
        case.context.work.spend(steps_of(function, [item for item in values if isinstance(item, str)]))
        return function.call(*values)

    return value


def another_body(text: Getter) -> Getter:
    """A text begins with the name of another body than that of the report (`OF_BODY`)."""

    def value(case: Case) -> Any:
        facts, named = case.context.report.facts, text(case)
        if named is UNKNOWN or not facts.body or facts.body_inferred:
            return UNKNOWN
        return names_another(facts.body, named[:LONGEST_NAME], case.context.report.forms)

    return value


def steps_of(function: LanguageFunction, texts: Sequence[str]) -> int:
    """What a call costs with these texts among its arguments."""
    if function.call is distance:
        return 3 * prod(min(len(text), LONGEST_COMPARED) for text in texts)
    return sum(map(len, texts)) // 4
