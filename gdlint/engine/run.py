"""Running rules over one report: those that apply to it judge their cases, and what is false becomes findings."""

from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition
from gdlint.engine.findings import findings_heard
from gdlint.engine.tally import Tally
from gdlint.forms.regions import region_of
from gdlint.model.finding import NotRun, Outcome
from gdlint.model.report import Report
from gdlint.model.suppression import Notice
from gdlint.scopes.context import Context

if TYPE_CHECKING:
    from gdlint.engine.suppress import Terms

OTHER = ""
"""the doubt about a rule that is for other reports"""


def run(
    rules: Iterable[Ready],
    report: Report,
    times: dict[str, float] | None = None,
    notices: tuple[Notice, ...] | None = None,
    words: tuple[str, ...] = (),
) -> Outcome:
    """Hold a report against rules; the seconds that each took are added to `times` by code. `notices` is what became of the
    comments to gdlint, where that is known. The text is read with the `words` of packs besides those of the packs of the rules.
    Findings stand in the order of their place."""
    rules = list(rules)
    tally = Tally(Context(report, notices, added_words(rules, words)))
    replaced = _replaced(rules, tally.context)
    for ready in rules:
        if replaced and ready.rule.code.startswith(replaced):
            continue
        reason = doubt(ready.definition, report)
        if reason:
            tally.not_run.append(NotRun(ready.rule.code, reason))
        elif reason is None:
            begin = perf_counter()
            tally.judge(ready)
            if times is not None:
                times[ready.rule.code] = times.get(ready.rule.code, 0) + perf_counter() - begin
    # The classes hold cases, which hold the context: without this, nothing of a report would be freed at once.
    tally.context.cell_classes.clear()
    findings = findings_heard(tally.verdicts) if tally.verdicts else ()
    not_run = tuple(sorted(tally.not_run)) if tally.context.is_report else ()
    return Outcome(findings, tally.true, tally.false, tally.unknown, not_run, tally.sums)


def outcome_of(
    rules: Sequence[Ready], report: Report, terms: "Terms", times: dict[str, float] | None = None
) -> Outcome:
    """Hold a report against rules, without what its comments and known findings silence, where there are any."""
    if not report.document.directives and terms.baseline is None:
        return heard(run(rules, report, times, words=terms.words), report, terms)
    from gdlint.engine.suppress import run_and_silence

    return run_and_silence(rules, report, terms, times)


def heard(outcome: Outcome, report: Report, terms: "Terms") -> Outcome:
    """What plugins leave of an outcome."""
    return outcome._replace(findings=tuple(terms.hear(outcome.findings, report))) if terms.hear else outcome


def added_words(rules: Iterable[Ready], words: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What the packs of rules, and others of which these are the words, add to those by which the text is read."""
    return tuple(sorted({*words, *(ready.definition.claims for ready in rules)} - {""}))


def _replaced(rules: Sequence[Ready], context: Context) -> tuple[str, ...]:
    """The codes, or their beginnings, of the rules in whose place another speaks of this report."""
    found: list[str] = []
    for ready in rules:
        if ready.definition.instead_of and doubt(ready.definition, context.report) is None:
            tally = Tally(context)
            tally.judge(ready)
            found += ready.definition.instead_of if tally.verdicts else ()
    return tuple(found)


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
