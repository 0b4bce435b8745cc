"""A rule that can run: the checks that it is made of, whether it applies to a report, and the cases that it has there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from gdlint.engine.case_form import OF_TEXTS, CaseForm
from gdlint.engine.definition import Definition
from gdlint.engine.rule_fixes import Mend
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.messages import Message
from gdlint.forms.regions import region_of
from gdlint.matching import patterns
from gdlint.model.finding import Spot
from gdlint.model.logic import Getter
from gdlint.model.report import Report
from gdlint.model.rule import Rule
from gdlint.scopes import cases, claim_cases
from gdlint.scopes.case_types import Case, TextCase
from gdlint.scopes.context import Context
from gdlint.scopes.scope import SCOPES

T = TypeVar("T")
Spotter = Callable[[Case], tuple[Spot, ...]]

OTHER = ""
"""the doubt about a rule that is for other reports"""

OF_FILES = ("file", "directive")
"""scopes of which there are cases in a file that is no report"""


class Once(Generic[T]):
    """What is made when it is first asked for. A start makes hundreds of these: `functools.cache` takes ten times as long."""

    __slots__ = ("__weakref__", "_made", "_make")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._made: T

    def __call__(self) -> T:
        """What it is, made now if it was not."""
        if self._make is not None:
            self._made = self._make()
            self._make = None
        return self._made


class Body(NamedTuple):
    """What is done with a case: the expressions of a `CaseForm`, compiled."""

    when: Getter | None
    lets: Mapping[str, Getter]
    check: Getter | None
    spots: Callable[[], Spotter | None]
    severity: Callable[[], tuple[tuple[Getter | None, str], ...]]
    """compiled when the first finding wants them, as its fix is"""
    message: Mapping[str, Message]
    remedy: Mapping[str, Message] = {}
    compiler: Compiler | None = None
    """what its expressions were compiled by; None for a rule in Python"""
    sieve: Getter | None = None
    """what `when` asks of the content of a cell alone, so that equal cells are passed over at once"""
    mend: Callable[[], Mend | None] = lambda: None


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


def cases_of(
    check: Check, context: Context, known: dict[tuple[str, str | None], list[Case]]
) -> Iterable[Case]:
    """The cases of a check in a report; `known` keeps those of each scope for the next rule. Those of
    paragraphs and sentences, of which a report may hold any number, are found as they are asked for."""
    if check.source is not None:
        return check.source(context)
    if check.scope in OF_TEXTS:
        if check.steps:
            _count_texts(check.form, context)
        return _of_texts(check.form, context)
    if not (context.is_report or check.scope in OF_FILES):
        return ()
    if check.form.about is not None:
        return claim_cases.about(claim_cases.claims_of(context), check.form.about, context.report.forms)
    key = (check.scope, check.table)
    if key not in known:
        if check.scope == "cell":
            # There are too many cells to make them all for a rule that looks at one table.
            known[key] = list(cases.of_cells(context, check.table))
        else:
            whole = known.get((check.scope, None)) or list(SCOPES[check.scope].cases(context))
            known[check.scope, None] = whole
            if check.table is not None:
                known[key] = [case for case in whole if case.table == check.table]
    return known[key]


def excluded_of(check: Check, context: Context) -> Iterator[tuple[Case, str]]:
    """What a check would have looked at, and why it did not: its `unless`, or how a claim was read."""
    form = check.form
    if check.scope in OF_TEXTS and form.unless is not None:
        found = _of_texts(form._replace(unless=None), context)
        yield from ((case, "unless") for case in found if patterns.found(form.unless, _sentence(case)))
    elif form.about is not None and context.is_report:
        yield from claim_cases.passed_over(claim_cases.claims_of(context), form.about, context.report.forms)


def _of_texts(form: CaseForm, context: Context) -> Iterable[TextCase]:
    """The cases of a rule on running text that its `unless` leaves."""
    if not (context.is_report or "source" in form.places):
        return ()
    if form.find is not None:
        found = cases.of_pattern(context, form.find, form.places)
    elif form.python is not None:
        found = cases.of_finder(context, form.python, form.places)
    elif form.each == "paragraph":
        found = cases.of_paragraphs(context, form.places)
    else:
        found = cases.of_sentences(context, form.places)
    unless = form.unless
    left = found if unless is None else _left(found, unless)
    return left if form.each in ("paragraph", "sentence") else list(left)


def _left(found: Iterable[TextCase], unless: str) -> Iterator[TextCase]:
    return (case for case in found if not patterns.found(unless, _sentence(case)))


def _count_texts(form: CaseForm, context: Context) -> None:
    """Count what it costs to find the cases of a rule on running text, and what excludes some of them."""
    text = context.prose(form.places)
    context.work.spend(patterns.steps(form.find, text) if form.find is not None else 1 + len(text))
    if form.unless is not None:
        context.work.spend(patterns.steps(form.unless, text))


def _sentence(case: TextCase) -> str:
    first, last = case.sentence
    return case.passage.text[first:last]
