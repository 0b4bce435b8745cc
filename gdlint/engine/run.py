"""Running rules over one report: those that apply to it, the cases of each of their checks, which of these are true, false or unknown,
and the findings that the false ones make."""

from collections import Counter
from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any

from gdlint.engine.applies import TO_ALL, doubt
from gdlint.engine.case_form import OF_TEXTS, CaseForm
from gdlint.engine.checks import Check, Ready
from gdlint.engine.findings import Verdict, findings_heard
from gdlint.matching import patterns
from gdlint.model.finding import NotRun, Outcome
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Report
from gdlint.model.suppression import Notice
from gdlint.scopes import cases, claim_cases
from gdlint.scopes.case_types import NO_LETS, Case, Lets, TextCase
from gdlint.scopes.cell_classes import cell_classes, members
from gdlint.scopes.context import PER_VERDICT, Context, TooMuchWorkError
from gdlint.scopes.scope import SCOPES

if TYPE_CHECKING:
    from gdlint.engine.suppress import Terms

MOST = 1000
"""false cases of one rule in one report that become findings: no report has as many, and a hostile text could hold millions"""

OF_FILES = ("file", "directive")
"""scopes of which there are cases in a file that is no report"""


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
        applies = ready.definition.applies
        reason = None if applies == TO_ALL else doubt(applies, report)
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
        if ready.definition.instead_of and doubt(ready.definition.applies, context.report) is None:
            tally = Tally(context)
            tally.judge(ready)
            found += ready.definition.instead_of if tally.verdicts else ()
    return tuple(found)


class Tally:
    """What came of the cases of one report so far."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.known: dict[tuple[str, str | None], list[Case]] = {}
        self.true = self.false = self.unknown = self.sums = 0
        self.not_run: list[NotRun] = []
        self.verdicts: list[Verdict] = []
        self.noted: Counter[str] = Counter()

    def judge(self, ready: Ready) -> None:
        """Judge every case of a rule; nothing is left of one that takes more steps than the rules of packs have."""
        before, number = (self.true, self.false, self.unknown, self.sums), len(self.verdicts)
        self.context.work = self.context.of_packs if ready.checks[0].steps else self.context.own
        try:
            self.judge_checks(ready)
        except TooMuchWorkError:
            self.true, self.false, self.unknown, self.sums = before
            del self.verdicts[number:]
            self.not_run.append(NotRun(ready.rule.code, "work"))

    def judge_checks(self, ready: Ready) -> None:
        """Judge every case of each check of a rule."""
        unknown = self.unknown
        for check in ready.checks:
            decided = self.true + self.false
            if check.by_class:
                self.judge_classes(ready, check)
            else:
                self.judge_cases(ready, check)
            if check.form.sums:
                self.sums += self.true + self.false - decided
        if self.unknown > unknown:
            self.not_run.append(NotRun(ready.rule.code, "figures", self.unknown - unknown))

    def judge_cases(self, ready: Ready, check: Check) -> None:
        """Judge every case of a check by itself."""
        cases = self.cases(check)
        if not cases:
            return
        body, steps = check.body.made, check.steps
        when, lets, test = body.when, body.lets, body.check
        for case in cases:
            if steps:
                self.context.work.spend(steps)
            if check.source is None:
                # Cases are shared between rules, except those that a rule in Python makes with values of its own.
                case.lets = Lets(case, lets) if lets else NO_LETS
            if when is None or when(case) is True:
                truth = test(case) if test is not None else False
                if truth is True:
                    self.true += 1
                else:
                    self._note(ready, check, truth, (case,))
            if lets:
                case.lets = NO_LETS

    def cases(self, check: Check) -> Iterable[Case]:
        """The cases of a check; of cells, only those whose content does not rule them out."""
        sieve = check.body.made.sieve if check.scope == "cell" and self.context.is_report else None
        if sieve is None:
            return cases_of(check, self.context, self.known)
        left = [found for found in cell_classes(self.context, check.table) if sieve(found.example) is True]
        return [case for found in left for case in members(self.context, found)]

    def judge_classes(self, ready: Ready, check: Check) -> None:
        """Judge cells with equal content at once."""
        body = check.body.made
        for found in cell_classes(self.context, check.table):
            self.context.work.spend(found.number * check.steps)
            if body.when is None or body.when(found.example) is True:
                truth = body.check(found.example) if body.check else False
                if truth is True:
                    self.true += found.number
                else:
                    alike = list(members(self.context, found))
                    for case in alike:
                        case.lets = Lets(case, body.lets) if body.lets else NO_LETS
                    self._note(ready, check, truth, alike)
                    for case in alike:
                        # A case and its values hold each other.
                        case.lets = NO_LETS

    def _note(self, ready: Ready, check: Check, truth: Any, cases: Sequence[Case]) -> None:
        if truth is UNKNOWN:
            self.unknown += len(cases)
            return
        self.false += len(cases)
        if check.steps:
            self.context.work.spend(len(cases) * PER_VERDICT)
        find, code = check.body.made.spots.made, ready.rule.code
        for case in cases[: MOST - self.noted[code]]:
            self.noted[code] += 1
            spots = find(case) if find else case.spots
            lets = case.lets.all() if isinstance(case.lets, Lets) else case.lets
            self.verdicts.append(Verdict(ready, check, case, lets, spots))


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
        return of_texts(check.form, context)
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


def of_texts(form: CaseForm, context: Context) -> Iterable[TextCase]:
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
    left = found if unless is None else (c for c in found if not patterns.found(unless, c.sentence_text))
    return left if form.each in ("paragraph", "sentence") else list(left)


def _count_texts(form: CaseForm, context: Context) -> None:
    """Count what it costs to find the cases of a rule on running text, and what excludes some of them."""
    text = context.prose(form.places)
    context.work.spend(patterns.steps(form.find, text) if form.find is not None else 1 + len(text))
    if form.unless is not None:
        context.work.spend(patterns.steps(form.unless, text))
