"""Running rules over one report: cases become verdicts, false verdicts findings, and one mistake is one finding."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any, NamedTuple

from gdlint.engine.applies import doubt
from gdlint.engine.checks import Check, Ready, cases_of
from gdlint.engine.contents import content_of, numbered
from gdlint.engine.yielding import Claim, unyielding
from gdlint.forms.documents import basis_of
from gdlint.lang.cells import cell_classes, members
from gdlint.lang.context import NO_LETS, Case, Context
from gdlint.lang.logic import UNKNOWN
from gdlint.lang.messages import plain_values
from gdlint.lang.table_names import column_label, row_label
from gdlint.lang.work import PER_VERDICT, TooMuchWorkError
from gdlint.model.finding import Finding, NotRun, Outcome, Severity, Spot
from gdlint.model.language import LANGUAGES
from gdlint.model.report import Report
from gdlint.model.suppression import Notice

NAMED_PLACES = 5
"""so many places of a finding are named in its message"""

MOST = 1000
"""false cases of one rule in one report that become findings: no report has as many, and a hostile text could hold millions"""


class Words(Mapping[str, str]):
    """A message in each language, written when it is asked for: a run needs one language, and many need none."""

    __slots__ = ("first", "group")

    def __init__(self, first: "Verdict", group: "Sequence[Verdict]") -> None:
        self.first = first
        self.group = group

    def __getitem__(self, language: str) -> str:
        case = self.first.case
        count = max(len(self.group), len(self.first.spots))
        lets = case.lets
        case.lets = {**self.first.lets, "count": count, "places": _places(self.group)}
        check, context = self.first.check, case.context
        context.work = context.of_packs if check.steps else context.own
        try:
            return check.body().message[language](case)
        except TooMuchWorkError:
            return self.first.ready.rule.name
        finally:
            case.lets = lets

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


class Verdict(NamedTuple):
    """A false check: the rule, the check, the case, and where it stands."""

    ready: Ready
    check: Check
    case: Case
    lets: dict[str, Any]
    spots: tuple[Spot, ...]


def run(
    rules: Iterable[Ready],
    report: Report,
    times: dict[str, float] | None = None,
    notices: tuple[Notice, ...] | None = None,
) -> Outcome:
    """Hold a report against rules; the seconds that each took are added to `times` by code. `notices` is what became of the
    comments to gdlint, where that is known.

    Findings stand in the order of their place; a rule is silent where one that it yields to spoke of the same thing.
    """
    tally = Tally(Context(report, notices))
    rules = list(rules)
    replaced = _replaced(rules, tally.context)
    for ready in rules:
        if ready.rule.code.startswith(replaced):
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
    claims = [Claim(v.ready.rule.code, v.ready.rule.yields_to, v.case.subject) for v in tally.verdicts]
    heard = [tally.verdicts[n] for n in unyielding(claims)]
    findings = [_finding(group) for group in _grouped(heard)]
    findings.sort(key=lambda finding: (finding.spots[0].start, finding.code))
    not_run = tuple(sorted(tally.not_run)) if report.is_report else ()
    return Outcome(tuple(numbered(findings)), tally.true, tally.false, tally.unknown, not_run, tally.sums)


def _replaced(rules: Sequence[Ready], context: Context) -> tuple[str, ...]:
    """The codes, or their beginnings, of the rules in whose place another speaks of this report."""
    found: list[str] = []
    for ready in rules:
        if ready.definition.instead_of and doubt(ready.definition, context.report) is None:
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
        cases = cases_of(check, self.context, self.known)
        if not cases:
            return
        body, steps = check.body(), check.steps
        when, lets, test = body.when, body.lets, body.check
        for case in cases:
            if steps:
                self.context.work.spend(steps)
            if check.source is None:
                # Cases are shared between rules, except those that a rule in Python makes with values of its own.
                case.lets = {} if lets else NO_LETS
            for name, get in lets:
                case.lets[name] = get(case)
            if when is not None and when(case) is not True:
                continue
            truth = test(case) if test is not None else False
            if truth is True:
                self.true += 1
            else:
                self._note(ready, check, truth, (case,))

    def judge_classes(self, ready: Ready, check: Check) -> None:
        """Judge cells with equal content at once."""
        body = check.body()
        for found in cell_classes(self.context, check.table):
            self.context.work.spend(found.number * check.steps)
            if body.when is None or body.when(found.example) is True:
                truth = body.check(found.example) if body.check else False
                if truth is True:
                    self.true += found.number
                else:
                    self._note(ready, check, truth, list(members(self.context, found)))

    def _note(self, ready: Ready, check: Check, truth: Any, cases: Sequence[Case]) -> None:
        if truth is UNKNOWN:
            self.unknown += len(cases)
            return
        self.false += len(cases)
        if check.steps:
            self.context.work.spend(len(cases) * PER_VERDICT)
        find, code = check.body().spots, ready.rule.code
        for case in cases[: MOST - self.noted[code]]:
            self.noted[code] += 1
            spots = find(case) if find else case.spots
            self.verdicts.append(Verdict(ready, check, case, case.lets, spots))


def _grouped(verdicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """Verdicts that are one finding together (`per: table` or `per: report`)."""
    groups: dict[tuple[Any, ...], list[Verdict]] = {}
    for n, verdict in enumerate(sorted(verdicts, key=lambda verdict: verdict.spots[0].start)):
        per = verdict.ready.definition.per
        subject = verdict.case.subject
        key = {"place": n, "table": verdict.case.table, "section": subject[:2], "report": ""}[per]
        groups.setdefault((verdict.ready.rule.code, per, key), []).append(verdict)
    return list(groups.values())


def _finding(group: list[Verdict]) -> Finding:
    first = group[0]
    case, rule = first.case, first.ready.rule
    spots = tuple(spot for verdict in group for spot in verdict.spots)
    spots = (first.spots[0], *sorted(set(spots) - {first.spots[0]}, key=lambda spot: spot.start))
    levels = {_severity(verdict) for verdict in group}
    severity = next(level for level in Severity if level in levels)
    message = Words(first, group)
    rows = [spot.row for spot in spots if spot.row] or ([case.row] if case.row else [])
    columns = [spot.column for spot in spots if spot.column] or ([case.column] if case.column else [])
    return Finding(
        rule.code,
        rule.name,
        severity,
        message,
        spots,
        case.subject,
        case.table,
        tuple(dict.fromkeys(rows)),
        tuple(dict.fromkeys(columns)),
        plain_values(first.lets),
        basis_of(first.ready.definition.basis, case.context.report),
        rule.help,
        content_of(rule.code, case, [spot for verdict in group for spot in verdict.spots]),
    )


def _severity(verdict: Verdict) -> str:
    check = verdict.check
    if getattr(verdict.case, "likely", False):
        return Severity.INFO
    if check.level is not None:
        return check.level
    levels = check.body().severity
    verdict.case.lets = verdict.lets
    return next(level for get, level in levels if get is None or get(verdict.case) is True)


def _places(group: Sequence[Verdict]) -> tuple[Mapping[str, str], ...]:
    """The first places of a finding: in the official words, or by their lines where they are no cells."""
    names: dict[str, Mapping[str, str]] = {}
    for verdict in group:
        for name in _names(verdict):
            names.setdefault(name["zh"], name)
            if len(names) == NAMED_PLACES:
                return tuple(names.values())
    return tuple(names.values())


def _names(verdict: Verdict) -> Iterator[Mapping[str, str]]:
    case = verdict.case
    row = row_label(case, case.row) if case.row else ""
    column = column_label(case, case.column) if case.column else ""
    if row or column:
        yield dict.fromkeys(LANGUAGES, "·".join(filter(None, (row, column))))
        return
    for spot in verdict.spots:
        line = case.context.report.source.place(spot.start, spot.start).line
        yield {"zh": f"第 {line} 行", "en": f"line {line}"}
