"""What a named pattern matched, as a value: numbers, amounts, percentages, dates; what is not exact is unknown."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from gdlint.forms import periods
from gdlint.lexicon.numerals import FORMAL, LETTERS, Reading, ordinal, read_number
from gdlint.model.logic import UNKNOWN
from gdlint.model.regex import lazy
from gdlint.model.wording import WIDE

_COUNTER = lazy(rf"(\D*?[余多]?)([^\d{LETTERS}{FORMAL}点余多]+)$")
_ABOUT = lazy(r"(?:左右|上下|以上|以下|以内|之多|不等)$")
_CURRENCY = lazy(r"^\s*(?:人民币|[¥￥])\s*|元$")
_PER_CENT = lazy(r"\s*[%％]$|百分之")


class ValueParser(NamedTuple):
    """How a text becomes a value: the type of the value, its reading, and what it says."""

    type: str
    read: Callable[[str], Reading]
    doc: str


def _count(text: str) -> Reading:
    return _without(text, lambda bare: _COUNTER.sub(r"\1", bare))


def _money(text: str) -> Reading:
    return _without(text, lambda bare: _CURRENCY.sub("", bare))


def _percent(text: str) -> Reading:
    return _without(text, lambda bare: _PER_CENT.sub("", bare))


def _without(text: str, strip: Callable[[str], str]) -> Reading:
    """The number in a text of which `strip` takes the unit away; 左右 and the like behind it make it inexact."""
    bare = _ABOUT.sub("", text)
    reading = read_number(strip(bare))
    return reading if bare == text else Reading(reading.value, False)


def _ordinal(text: str) -> Reading:
    value = ordinal(text.translate(WIDE))
    return Reading(value, value is not None)


def _date(text: str) -> Any:
    day, _ = periods.whole_date(periods.normal(text))
    return Reading(day, day is not None)  # type: ignore[arg-type]


READERS: Mapping[str, ValueParser] = {
    "number": ValueParser("number", read_number, "a number"),
    "count": ValueParser("number", _count, "a number with its counter"),
    "money": ValueParser("number", _money, "an amount in 元"),
    "percent": ValueParser("number", _percent, "the number before %"),
    "ordinal": ValueParser("number", _ordinal, "a year, month or day"),
    "date": ValueParser("date", _date, "a date"),
}
TEXT = ValueParser("text", lambda text: Reading(text, True), "the text itself")  # type: ignore[arg-type]


def reader(name: str | None) -> ValueParser:
    """The reader of a named pattern; one without a name reads the text itself."""
    return READERS[name] if name else TEXT


def exact_value(read: ValueParser, text: str) -> Any:
    """The value of a text, unknown where it is not exact."""
    found = read.read(text)
    return found.value if found.exact else UNKNOWN


def value_about(read: ValueParser, text: str) -> Any:
    """The value of a text, exact or not; unknown where it has none."""
    found = read.read(text)
    return UNKNOWN if found.value is None else found.value


__all__ = ["READERS", "TEXT", "Decimal", "ValueParser", "exact_value", "reader", "value_about"]
