"""A rule that can run, and the checks that it is made of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from gdlint.engine.case_form import CaseForm
from gdlint.engine.definition import Definition
from gdlint.engine.rule_fixes import Mend
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.messages import Message
from gdlint.model.finding import Spot
from gdlint.model.logic import Getter
from gdlint.model.rule import Rule
from gdlint.scopes.case_types import Case
from gdlint.scopes.context import Context

T = TypeVar("T")
Spotter = Callable[[Case], tuple[Spot, ...]]


class Once(Generic[T]):
    """What is made when `made` is first asked for. A start makes hundreds of these: `functools.cache` takes ten times as long."""

    __slots__ = ("__weakref__", "_make", "made")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self.made: T

    def __getattr__(self, name: str) -> T:
        """Asked for `made` where that is not there yet."""
        if name != "made":
            raise AttributeError(name)
        return self.make()

    def make(self) -> T:
        """Make it now if it was not."""
        if self._make is not None:
            self.made = self._make()
            self._make = None
        return self.made


class Body(NamedTuple):
    """What is done with a case: the expressions of a `CaseForm`, compiled."""

    when: Getter | None
    lets: Mapping[str, Getter]
    check: Getter | None
    spots: Once[Spotter | None]
    severity: Once[tuple[tuple[Getter | None, str], ...]]
    """compiled when the first finding wants them, as its fix is"""
    message: Mapping[str, Message]
    remedy: Mapping[str, Message] = {}
    compiler: Compiler | None = None
    """what its expressions were compiled by; None for a rule in Python"""
    sieve: Getter | None = None
    """what `when` asks of the content of a cell alone, so that equal cells are passed over at once"""
    mend: Once[Mend | None] = Once(lambda: None)


class Check(NamedTuple):
    """One `CaseForm`, ready to find its cases."""

    scope: str
    table: str | None
    form: CaseForm
    body: Once[Body]
    by_class: bool
    """the check looks at nothing but what is printed in a cell, so that cells with equal content are judged at once"""
    source: Callable[[Context], Sequence[Case]] | None = None
    """where the cases of a rule in Python come from"""
    level: str | None = None
    """the severity of all its cases, where settings say so"""
    steps: int = 0
    """what a case costs; 0 where that is not counted"""


class Ready(NamedTuple):
    """A rule that can run: its face, what its author wrote, and its checks."""

    rule: Rule
    definition: Definition
    checks: tuple[Check, ...]
