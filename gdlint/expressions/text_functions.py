"""Functions of the rule language that look for patterns in texts, the texts of places, and functions that take lists apart."""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import islice
from typing import Any, NamedTuple

from gdlint.matching import patterns
from gdlint.matching.value_parsers import exact_value
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.scopes.captures import captures_of
from gdlint.scopes.case_types import Case


class OfPattern(NamedTuple):
    """A function of a pattern and a text: the type of its result (None: a list of what the pattern captures)."""

    result: str | None
    call: Callable[[str, str], Any]
    doc: str


MOST = 1000
"""items of a list; a longer one is unknown"""


def _captured(pattern: str, text: str) -> Any:
    """What the only capture of a pattern reads in each match, or each match as a text; unknown where they are too many."""
    captures = captures_of(pattern)
    found = list(islice(patterns.matches(pattern, text), MOST + 1))
    if len(found) > MOST:
        return UNKNOWN
    if not captures:
        return tuple(match.text for match in found)
    ((name, read),) = captures.items()
    texts = [match[name] for match in found]
    return tuple(UNKNOWN if text is None else exact_value(read, text) for text in texts)


OF_PATTERN: Mapping[str, OfPattern] = {
    "matches": OfPattern("truth", patterns.found, "a pattern is found"),
    "counted": OfPattern(
        "number",
        lambda pattern, text: sum(1 for _ in patterns.matches(pattern, text)),
        "how often a pattern is found",
    ),
    "all": OfPattern(
        None, _captured, "what the one capture of a pattern says, or the match, each time it is found"
    ),
}
"""the pattern must be written out"""


def counted_search(call: Callable[[str, str], Any], text: Getter, pattern: str) -> Getter:
    """A function of a pattern and a text that is counted; unknown where the text is."""

    def value(case: Case) -> Any:
        where = text(case)
        if where is UNKNOWN:
            return UNKNOWN
        case.context.work.spend(patterns.steps(pattern, where))
        return call(pattern, where)

    return value


def prose_in(places: tuple[str, ...], sections: frozenset[str]) -> Getter:
    """The text of places; of sections, unknown where none of them is there."""

    def text(case: Case) -> Any:
        context = case.context
        there = not sections or any(heading.label.key in sections for heading in context.report.headings)
        return context.prose(places) if there else UNKNOWN

    return text


def _only(wanted: Callable[[Any], Any]) -> Callable[[tuple[Any, ...]], Any]:
    """A function of a list without unknown items; unknown for any other and for an empty one."""
    return lambda items: UNKNOWN if not items or UNKNOWN in items else wanted(items)


OF_LIST: Mapping[str, tuple[Callable[[tuple[Any, ...]], Any], str]] = {
    "first": (lambda items: items[0] if items else UNKNOWN, "the first item of a list"),
    "last": (lambda items: items[-1] if items else UNKNOWN, "the last item of a list"),
    "smallest": (_only(min), "the smallest item of a list of numbers or dates"),
    "largest": (_only(max), "the largest item of a list of numbers or dates"),
}
"""functions whose result has the type of the items"""


def distinct(items: tuple[Any, ...]) -> Any:
    """The items of a list, each once; unknown where one is."""
    return UNKNOWN if UNKNOWN in items else tuple(dict.fromkeys(items))


def rounded(number: Any, places: Any) -> Any:
    """A number to some decimal places, half away from zero; unknown for what cannot be rounded so."""
    try:
        return (
            Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
            if abs(places) <= 10
            else UNKNOWN
        )
    except InvalidOperation:
        return UNKNOWN
