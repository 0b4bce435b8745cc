"""From false verdicts to findings: those that are one mistake together are one finding, which is data alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gdlint.engine.checks import Check, Ready
from gdlint.engine.rule_fixes import mended, sound_fix, united
from gdlint.expressions.messages import Message, plain_values
from gdlint.forms.documents import basis_of
from gdlint.forms.place_words import place_words
from gdlint.model.finding import Finding, Severity, Spot
from gdlint.model.fix import Fix
from gdlint.model.frozen import FrozenDict
from gdlint.model.language import LANGUAGES
from gdlint.model.note_comment import NOTE, bare
from gdlint.scopes.case_types import Case, Lets
from gdlint.scopes.context import TooMuchWorkError
from gdlint.scopes.part_cases import SectionCase
from gdlint.scopes.table_names import column_label, row_label

_LONGEST_PLACE = 500
"""characters of a place by which a finding is known; of a longer one its begin, its length and its hash"""


def content_of(code: str, case: Case, spots: Iterable[Spot]) -> str:
    """What a finding is known by: its rule, what it is about, and the text of its places."""
    text = case.context.report.source.text or ""
    places = [_known_by(text[spot.start : spot.end]) for spot in spots]
    if case.subject[:1] == ("directive",):
        subject = case.subject[:1]
    else:
        subject = case.subject[:3] if case.subject[2:3] == ("text",) else case.subject
    return "\x1f".join((code, *subject, *places))


def _known_by(place: str) -> str:
    """What a place is known by: its text, which may be as long as a file."""
    text = (bare(place) if NOTE in place else place).strip()
    if len(text) <= _LONGEST_PLACE:
        return text
    from hashlib import sha256

    return f"{text[:_LONGEST_PLACE]}…{len(text)} {sha256(text.encode()).hexdigest()}"


def _numbered(findings: Sequence[Finding]) -> list[Finding]:
    """Findings that look the same are told apart by their order."""
    seen: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        seen[finding.content] += 1
        copy = seen[finding.content]
        numbered.append(finding if copy == 1 else finding._replace(content=f"{finding.content}\x1f{copy}"))
    return numbered


NAMED_PLACES = 5
"""so many places of a finding are named in its message"""


class Verdict(NamedTuple):
    """A false check: the rule, the check, the case, and where it stands."""

    ready: Ready
    check: Check
    case: Case
    lets: dict[str, Any]
    spots: tuple[Spot, ...]


def findings_heard(verdicts: Sequence[Verdict]) -> tuple[Finding, ...]:
    """What those verdicts make that yield to no other."""
    spoke = {verdict.ready.rule.code for verdict in verdicts}
    if not any(spoke.intersection(verdict.ready.rule.yields_to) for verdict in verdicts):
        return tuple(findings_of(verdicts))
    from gdlint.engine.yielding import Yielding, unyielding

    claims = [Yielding(v.ready.rule.code, v.ready.rule.yields_to, v.case.subject) for v in verdicts]
    return tuple(findings_of([verdicts[n] for n in unyielding(claims)]))


def findings_of(verdicts: Sequence[Verdict]) -> list[Finding]:
    """The findings that verdicts make, in the order of their places; what several checks of a rule say of one place in the same
    words is one."""
    every = map(_finding, _grouped(verdicts))
    findings = list({(found.code, *found.message.values(), found.spots): found for found in every}.values())
    findings.sort(key=lambda finding: (finding.spots[0].start, finding.code))
    return _numbered(findings)


def _grouped(verdicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """Verdicts that are one finding together (`per: table` or `per: report`)."""
    groups: dict[tuple[Any, ...], list[Verdict]] = {}
    for n, verdict in enumerate(sorted(verdicts, key=lambda verdict: verdict.spots[0].start)):
        per = verdict.ready.definition.per
        subject = verdict.case.subject
        key = {"place": n, "table": verdict.case.table, "section": subject[:2], "report": ""}[per]
        groups.setdefault((verdict.ready.rule.code, per, key), []).append(verdict)
    return list(groups.values())


def _finding(group: Sequence[Verdict]) -> Finding:
    first = group[0]
    case, rule, report = first.case, first.ready.rule, first.case.context.report
    facts = report.facts
    spots = _spots(group)
    levels = {_severity(verdict) for verdict in group}
    rows = [spot.row for spot in spots if spot.row] or ([case.row] if case.row else [])
    columns = [spot.column for spot in spots if spot.column] or ([case.column] if case.column else [])
    fixes = [_fix(verdict) for verdict in group]
    message, remedy = _words(first, max(len(group), len(first.spots)), group)
    return Finding(
        rule.code,
        rule.name,
        next(level for level in Severity if level in levels),
        rule.title,
        message,
        *report.source.place(spots[0].start, spots[0].end),
        spots,
        case.subject,
        case.table,
        tuple(dict.fromkeys(rows)),
        tuple(dict.fromkeys(columns)),
        FrozenDict(plain_values(first.lets)),
        basis_of(first.ready.definition.basis, facts.year, facts.template, report.forms),
        remedy,
        content_of(rule.code, case, [spot for verdict in group for spot in verdict.spots]),
        report.source.location(spots[0].start),
        united(fixes) if any(fixes) else None,
    )


def _spots(group: Sequence[Verdict]) -> tuple[Spot, ...]:
    """The places of a finding: that of its first verdict, then all others in their order."""
    first = group[0].spots[0]
    others = {spot for verdict in group for spot in verdict.spots} - {first}
    return (first, *sorted(others, key=lambda spot: spot.start))


def _severity(verdict: Verdict) -> str:
    check = verdict.check
    if getattr(verdict.case, "likely", False):
        return Severity.INFO
    if check.level is not None:
        return check.level
    levels = check.body.made.severity.made
    verdict.case.lets = verdict.lets
    return next(level for get, level in levels if get is None or get(verdict.case) is True)


def _fix(verdict: Verdict) -> Fix | None:
    """What would mend a case; None where that takes more steps than the rules of packs have."""
    case, check = verdict.case, verdict.check
    if check.source is not None:
        fix = case.item.fix
        return sound_fix(case.context.report.source.text or "", fix.edits, fix.safe) if fix else None
    mend = check.body.made.mend.made
    if mend is None:
        return None
    case.lets = verdict.lets
    case.context.work = case.context.of_packs if check.steps else case.context.own
    try:
        return mended(mend, case, verdict.spots)
    except TooMuchWorkError:
        return None


def _words(
    first: Verdict, count: int, group: Sequence[Verdict]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The message and the remedy in each language; the name and the help of the rule where they take more steps than the
    rules of packs have."""
    case, check, context = first.case, first.check, first.case.context
    rule, body = first.ready.rule, check.body.made
    # Few messages name the places of a finding.
    case.lets = Lets(case, {"places": lambda _: _places(group)})
    case.lets.update(first.lets, count=count)
    context.work = context.of_packs if check.steps else context.own
    names = dict.fromkeys(LANGUAGES, rule.name)
    message = {language: _written(body.message[language], case) for language in LANGUAGES}
    remedy = {language: _written(body.remedy[language], case) for language in body.remedy}
    case.lets = first.lets
    return FrozenDict(_whole(message, names)), FrozenDict(_whole(remedy, rule.help))


def _written(message: Message, case: Case) -> str | None:
    """A message with its fields filled in; None where that takes too many steps."""
    try:
        return message(case)
    except TooMuchWorkError:
        return None


def _whole(written: Mapping[str, str | None], others: Mapping[str, str]) -> dict[str, str]:
    return {
        language: text if (said := written.get(language)) is None else said
        for language, text in others.items()
    }


def _places(group: Sequence[Verdict]) -> tuple[Mapping[str, str], ...]:
    """The first places of a finding: in the official words, or by their lines where they are neither cells nor sections."""
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
    if isinstance(case, SectionCase):
        yield dict.fromkeys(LANGUAGES, f"“{case.title}”")
        return
    for spot in verdict.spots:
        source = case.context.report.source
        yield {language: place_words(source, spot.start, language) for language in LANGUAGES}
