"""A rule that can run, the checks that it is made of, and whether it applies to a report."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from gdlint.engine.case_form import CaseForm
from gdlint.engine.definition import Definition
from gdlint.engine.rule_fixes import Mend
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.messages import Message
from gdlint.forms.regions import region_of
from gdlint.model.finding import Spot
from gdlint.model.logic import Getter
from gdlint.model.report import Report
from gdlint.model.rule import Rule
from gdlint.scopes.case_types import Case
from gdlint.scopes.context import Context

Spotter = Callable[[Case], tuple[Spot, ...]]

OTHER = ""
"""the doubt about a rule that is for other reports"""


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


def doubt(definition: Definition, report: Report) -> str | None:
    """None where a rule applies, "" where it is for other reports, else what is not known of the report (see `NotRun`)."""
    first, last = definition.years
    if not (definition.templates or first or last or definition.kinds or definition.regions):
        return None
    facts = report.facts
    limits = (
        ("template", definition.templates, facts.template, _is_form(definition, report)),
        ("year", first or last, facts.year, (first or 0) <= (facts.year or 0) <= (last or 9999)),
        ("kind", definition.kinds, facts.body_kind, facts.body_kind in definition.kinds),
        (
            "region",
            definition.regions,
            facts.body,
            bool(definition.regions) and _is_in(facts.body or "", definition.regions),
        ),
    )
    unknown = None
    for name, wanted, fact, fits in limits:
        if wanted and fact is None:
            unknown = unknown or name
        elif wanted and not fits:
            return OTHER
    return unknown


def _is_form(definition: Definition, report: Report) -> bool:
    """The form of a report is one of those of a rule, or one for which the rules of such a form hold."""
    template = report.facts.template
    if template in definition.templates:
        return True
    edition = report.forms.edition(template)
    return edition is not None and not edition.rules_of.isdisjoint(map(str, definition.templates))


def _is_in(body: str, regions: Sequence[str]) -> bool:
    """The name of a body holds that of a region, or its place lies there."""
    return any(word in body for word in regions) or not set(regions).isdisjoint(region_of(body) or ())
