"""A rule that can run, and the checks that it is made of."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

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

Spotter = Callable[[Case], tuple[Spot, ...]]


class Body(NamedTuple):
    """What is done with a case: the expressions of a `CaseForm`, compiled."""

    when: Getter | None
    lets: Mapping[str, Getter]
    check: Getter | None
    spots: Spotter | None
    severity: tuple[tuple[Getter | None, str], ...]
    message: Mapping[str, Message]
    remedy: Mapping[str, Message] = {}
    compiler: Compiler | None = None
    """what its expressions were compiled by; None for a rule in Python"""
    sieve: Getter | None = None
    """what `when` asks of the content of a cell alone, so that equal cells are passed over at once"""
    mend: Callable[[], Mend | None] = lambda: None
    """its fix, compiled when the first finding wants it"""


class Check(NamedTuple):
    """One `CaseForm`, ready to find its cases."""

    scope: str
    table: str | None
    form: CaseForm
    body: Callable[[], Body]
    by_class: bool
    """the check looks at nothing but what is printed in a cell, so that cells with equal content are judged at once"""
    source: Callable[[Context], Sequence[Case]] | None = None
    """where the cases of a rule in Python come from"""
    level: str | None = None
    """the severity of all its cases, where settings say so"""
    steps: int = 0
    """what a case costs; 0 where that is not counted"""


class Ready(NamedTuple):
    """A rule that can run."""

    definition: Definition
    checks: tuple[Check, ...]

    @property
    def rule(self) -> Rule:
        """Its face."""
        return self.definition.rule
