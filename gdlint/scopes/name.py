"""One name that a rule may use, and the usual ways to its value."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from gdlint.model.logic import UNKNOWN
from gdlint.scopes.case_types import Case


class Name(NamedTuple):
    """A name that a rule may use: its type, how to get its value from a case, and what it says."""

    type: str
    get: Callable[[Case], Any]
    doc: str


def once(name: str, get: Callable[[Case], Any]) -> Callable[[Case], Any]:
    """A fact that takes some work, worked out once for each report."""

    def value(case: Case) -> Any:
        facts = case.context.facts
        if name not in facts:
            facts[name] = get(case)
        return facts[name]

    return value


def item(path: str) -> Callable[[Case], Any]:
    """An attribute of what the case is about; one that is not there is unknown."""
    get = attrgetter(path)

    def value(case: Case) -> Any:
        found = get(case.item)
        return UNKNOWN if found is None else found

    return value
