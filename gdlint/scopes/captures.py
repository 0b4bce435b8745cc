"""The names that a pattern or a finder gives to a rule: what its captures read, what a finder knows."""

from collections.abc import Callable, Mapping
from typing import Any

from gdlint.lexicon.numerals import LETTERS
from gdlint.matching import patterns
from gdlint.matching.finders import FINDERS
from gdlint.matching.value_parsers import ValueParser, exact_value, reader, value_about
from gdlint.model.finding import Spot
from gdlint.model.logic import UNKNOWN
from gdlint.scopes.case_types import Case, Name

_ARABIC = frozenset("0123456789０１２３４５６７８９")
_NUMERALS = _ARABIC | frozenset(LETTERS)
_MARKS = ".．,，"
"""what stands inside a number"""


def captures_of(find: str | None) -> dict[str, ValueParser]:
    """The captures of a pattern and how each is read."""
    if find is None:
        return {}
    return {name: reader(reads) for name, reads in patterns.pattern(find).captures.items()}


def names_of(find: str | None, finder: str | None) -> dict[str, Name]:
    """The names that a rule with this pattern or finder may use."""
    captures = captures_of(find)
    found = {name: Name(read.type, _value(name, read), read.doc) for name, read in captures.items()}
    values = FINDERS[finder].values if finder else {}
    return found | {name: Name(kind, _finder_value(name), doc) for name, (kind, doc) in values.items()}


def _printed(case: Case, name: str) -> str | None:
    text: str | None = case.item[name]
    return text


def _value(name: str, read: ValueParser) -> Callable[[Case], Any]:
    """What a capture says; unknown where it is not exact or took no part in the match."""
    is_number = read.type == "number"

    def value(case: Any) -> Any:
        text = _printed(case, name)
        if text is None or (is_number and _is_cut(case.passage.text, *case.item.span(name))):
            return UNKNOWN
        return exact_value(read, text)

    return value


def _is_cut(text: str, start: int, end: int) -> bool:
    """The number goes on before or behind the stretch that a pattern took for it: 共.*{n:number} takes 0 of 共10. Behind a
    counter (11件，1件) it does not."""
    before = text[max(0, start - 2) : start].rstrip(_MARKS)
    behind = text[end : end + 2]
    began = before[-1:] in _NUMERALS and text[start : start + 1] in _NUMERALS
    goes_on = behind.lstrip(_MARKS)[:1] in _ARABIC or behind[:1] in ("万", "亿")
    return began or (goes_on and text[end - 1 : end] in _NUMERALS)


def _finder_value(name: str) -> Callable[[Case], Any]:
    return lambda case: case.item[name]


def _about(name: str, read: ValueParser) -> Callable[[Case], Any]:
    def value(case: Case) -> Any:
        text = _printed(case, name)
        return UNKNOWN if text is None else value_about(read, text)

    return value


def _text(name: str, _: ValueParser) -> Callable[[Case], Any]:
    def value(case: Case) -> Any:
        text = _printed(case, name)
        return UNKNOWN if text is None else text

    return value


def _exact(name: str, read: ValueParser) -> Callable[[Case], Any]:
    def value(case: Case) -> Any:
        text = _printed(case, name)
        return UNKNOWN if text is None else exact_value(read, text) is not UNKNOWN

    return value


OF_CAPTURES: Mapping[str, tuple[str | None, Callable[[str, ValueParser], Callable[[Case], Any]], str]] = {
    "about": (None, _about, "the value of a capture even where 约, 余 and the like make it inexact"),
    "exact": ("truth", _exact, "the capture has an exact value"),
    "printed": ("text", _text, "the text of a capture"),
}
"""functions of a capture: type of the result (None: that of the capture), what makes it, what it says"""


def spot_of(name: str) -> Callable[[Case], tuple[Spot, ...]]:
    """The place of a capture; none where it took no part in the match."""

    def spots(case: Any) -> tuple[Spot, ...]:
        span = case.item.span(name)
        return (case.passage.spot(*span),) if span else ()

    return spots
