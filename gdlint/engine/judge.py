"""What a rule looked at in a report, case by case, with its verdict on each: for `gdlint explain CODE FILE`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gdlint.engine.applies import doubt
from gdlint.engine.case_form import OF_TEXTS
from gdlint.engine.case_values import values_of
from gdlint.engine.checks import Check, Ready
from gdlint.engine.findings import Verdict, findings_of
from gdlint.engine.run import Tally, added_words, cases_of, of_texts
from gdlint.engine.yielding import SpokenOf, Yielding
from gdlint.matching import patterns
from gdlint.model.finding import Spot
from gdlint.model.judged import VERDICTS, Judged, JudgedCase
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Report
from gdlint.model.suppression import Notice
from gdlint.scopes import claim_cases
from gdlint.scopes.case_types import Case, TextCase
from gdlint.scopes.context import Context, TooMuchWorkError
from gdlint.scopes.table_names import column_label, row_label

MOST = 1000
"""cases of one verdict that are kept"""


def judged(
    ready: Ready,
    report: Report,
    others: Iterable[Ready] = (),
    notices: tuple[Notice, ...] | None = None,
    most: int = MOST,
    words: tuple[str, ...] = (),
) -> Judged:
    """What a rule makes of each case of a report. `others` are the rules in force, to which it may yield, and `words` are those that
    packs add to what the text is read by; of each verdict,
    no more than `most` cases are kept, and all are counted."""
    reason = doubt(ready.definition.applies, report)
    if reason is not None:
        return Judged({}, (), reason or "other")
    others = list(others)
    context = Context(report, notices, added_words([ready, *others], words))
    spoken = _spoken([other for other in others if other.rule.code in ready.rule.yields_to], context)
    counts: Counter[str] = Counter()
    kept: list[JudgedCase] = []
    context.work = context.of_packs if ready.checks[0].steps else context.own
    try:
        for check, case, verdict, why in _cases(ready, context):
            counts[verdict] += 1
            if counts[verdict] <= most:
                kept.append(_judged(ready, check, case, verdict, why, spoken))
    except TooMuchWorkError:
        return Judged({}, (), "work")
    kept.sort(key=lambda item: (VERDICTS.index(item.verdict), item.spots[0].start))
    return Judged(counts, tuple(kept))


def _cases(ready: Ready, context: Context) -> Iterator[tuple[Check, Case, str, str]]:
    """Each case with its check, the verdict, and why it was passed over."""
    known: dict[tuple[str, str | None], list[Case]] = {}
    for check in ready.checks:
        for case in cases_of(check, context, known):
            yield check, case, *_verdict(check, case)
        for case, why in _excluded_of(check, context):
            case.lets = {}
            yield check, case, "passed", why


def _excluded_of(check: Check, context: Context) -> Iterator[tuple[Case, str]]:
    """What a check would have looked at, and why it did not: its `unless`, or how a claim was read."""
    form = check.form
    if check.scope in OF_TEXTS and form.unless is not None:
        found = of_texts(form._replace(unless=None), context)
        yield from ((case, "unless") for case in found if patterns.found(form.unless, case.sentence_text))
    elif form.about is not None and context.is_report:
        yield from claim_cases.passed_over(claim_cases.claims_of(context), form.about, context.report.forms)


def _verdict(check: Check, case: Case) -> tuple[str, str]:
    body = check.body.made
    if check.source is None:
        case.lets = {}
    for name, get in body.lets.items():
        case.lets[name] = get(case)
    if body.when is not None and body.when(case) is not True:
        return "passed", "when"
    truth: Any = body.check(case) if body.check is not None else False
    return ("unknown", "") if truth is UNKNOWN else ("true" if truth else "false", "")


def _judged(
    ready: Ready, check: Check, case: Case, verdict: str, why: str, spoken: Mapping[str, SpokenOf]
) -> JudgedCase:
    find = check.body.made.spots.made
    spots = find(case) if find and verdict == "false" else case.spots
    values = tuple(values_of(check, case)) if why != "unless" else ()
    found = JudgedCase(verdict, spots, _name(case), _text(case, spots[0]), values, why)
    if verdict != "false":
        return found
    (finding,) = findings_of([Verdict(ready, check, case, case.lets, spots)])
    yields = tuple(code for code, subjects in spoken.items() if subjects.covers(case.subject))
    return found._replace(message=finding.message, severity=finding.severity, yields=yields)


def _spoken(others: Sequence[Ready], context: Context) -> dict[str, SpokenOf]:
    """What the rules that another yields to speak of."""
    tally = Tally(context)
    for other in others:
        if doubt(other.definition.applies, context.report) is None:
            tally.judge(other)
    claims = [Yielding(v.ready.rule.code, (), v.case.subject) for v in tally.verdicts]
    return {
        code: SpokenOf.of(c.subject for c in claims if c.code == code)
        for code in dict.fromkeys(c.code for c in claims)
    }


def _name(case: Case) -> str:
    row = row_label(case, case.row) if case.table and case.row else ""
    column = column_label(case, case.column) if case.table and case.column else ""
    return "·".join(filter(None, (row, column)))


def _text(case: Case, spot: Spot) -> str:
    """What stands at the place, on running text the sentence around it."""
    if isinstance(case, TextCase):
        return case.sentence_text.strip()
    return (case.context.report.source.text or "")[spot.start : spot.end]
