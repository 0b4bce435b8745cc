"""Silencing findings by comments in the report and by a baseline: once, before anything is counted or written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gdlint.engine.checks import Ready
from gdlint.engine.run import run
from gdlint.lexicon.suggestions import nearest
from gdlint.model.document import Directive, TableBlock
from gdlint.model.finding import Finding, Outcome
from gdlint.model.report import Report
from gdlint.model.rule import UNCHECKED
from gdlint.model.suppression import Notice, notices

if TYPE_CHECKING:
    from gdlint.engine.baseline import Baseline


class Terms(NamedTuple):
    """What suppression goes by: the code of each name that a comment may write (in small letters), rules that cannot be
    silenced, known findings, and whether anything is silenced at all."""

    known: Mapping[str, str]
    locked: frozenset[str] = frozenset()
    baseline: "Baseline | None" = None
    active: bool = True
    hear: Callable[[Iterable[Finding], Report], Iterable[Finding]] | None = None
    """what plugins make of each finding before anything else is done with it"""


def run_and_silence(
    rules: Sequence[Ready], report: Report, terms: Terms, times: dict[str, float] | None = None
) -> Outcome:
    """Hold a report against rules, and drop what comments and the baseline silence.

    Rules about the comments themselves run last, when it is known which of them silenced something.
    """
    comments = report.document.directives
    if not comments and terms.baseline is None:
        return _heard(run(rules, report, times), report, terms)
    closing = [ready for ready in rules if any(check.scope == "directive" for check in ready.checks)]
    outcome = _heard(run([ready for ready in rules if ready not in closing], report, times), report, terms)
    locked = terms.locked | {ready.rule.code for ready in rules if ready.rule.locked}
    used: set[tuple[int, str]] = set()
    kept = list(outcome.findings)
    if terms.active:
        silencer = Silencer(report, terms.known, locked | UNCHECKED, used)
        listed = terms.baseline.listed(report, outcome.findings) if terms.baseline else frozenset()
        kept = [
            f for f in kept if not silencer.silences(f) and (f.fingerprint not in listed or f.code in locked)
        ]
    spoken = {finding.code for finding in outcome.findings}
    judged = _judged(comments, terms, locked, used, _telling(rules, outcome, spoken))
    last = run(closing, report, times, tuple(judged))
    findings = sorted(
        (*kept, *_heard(last, report, terms).findings),
        key=lambda finding: (finding.spots[0].start, finding.code),
    )
    return outcome._replace(
        findings=tuple(findings),
        true=outcome.true + last.true,
        false=outcome.false + last.false,
        silenced=len(outcome.findings) - len(kept),
    )


def _heard(outcome: Outcome, report: Report, terms: Terms) -> Outcome:
    return outcome._replace(findings=tuple(terms.hear(outcome.findings, report))) if terms.hear else outcome


def _telling(rules: Iterable[Ready], outcome: Outcome, spoken: set[str]) -> set[str]:
    """Rules whose silence tells something: they ran, came to a verdict everywhere, and yielded to none that spoke."""
    unsure = {item.code for item in outcome.not_run}
    return {
        ready.rule.code
        for ready in rules
        if ready.rule.code not in unsure and not spoken.intersection(ready.rule.yields_to)
    }


def _judged(
    comments: tuple[Directive, ...],
    terms: Terms,
    locked: frozenset[str],
    used: set[tuple[int, str]],
    telling: set[str],
) -> Iterator[Notice]:
    for notice in notices(comments):
        code = terms.known.get(notice.name.lower())
        if notice.problem:
            yield notice
        elif code is None:
            yield notice._replace(problem="unknown", near=_near(notice.name, terms.known))
        elif code in locked or code in UNCHECKED:
            yield notice._replace(problem="locked")
        else:
            unused = terms.active and code in telling and (notice.directive.start, notice.name) not in used
            yield notice._replace(problem="unused" if unused else "")


def _near(name: str, known: Mapping[str, str]) -> str:
    """The name that was likely meant, as it is written: codes have capital letters, names small ones."""
    near = nearest(name, known) or ""
    return known[near] if near and known[near].lower() == near else near


class Silencer:
    """The comments of one report and how far each reaches; notes in `used` which of them silenced something."""

    def __init__(
        self, report: Report, known: Mapping[str, str], locked: frozenset[str], used: set[tuple[int, str]]
    ) -> None:
        self.report, self.used = report, used
        self.reaching = [
            (known[name.lower()], name, directive, reach(directive, report))
            for directive in report.document.directives
            for name in directive.names
            if known.get(name.lower(), "") not in ("", *locked)
        ]

    def silences(self, finding: Finding) -> bool:
        """A comment covers the first place of a finding. What is absent only a comment on the whole file covers."""
        start = finding.spots[0].start
        covering = [
            (directive.start, name)
            for code, name, directive, (begin, end) in self.reaching
            if code == finding.code
            and begin <= start <= end
            and (directive.verb == "ignore-file" or not is_absent(finding, self.report))
        ]
        self.used.update(covering)
        return bool(covering)


def is_absent(finding: Finding, report: Report) -> bool:
    """A finding is about a section, table, row or column that is not there, and only borrows its place."""
    match finding.subject:
        case ("section", key):
            return all(heading.label.key != key for heading in report.headings)
        case (table,) if table in report.forms.tables:
            return table not in report.tables
        case (table, row) if row and table in report.tables:
            return all(
                entry.label.key != row for entry in report.tables[table].entries
            ) and not row.startswith("#")
        case (table, "", column) if table in report.tables:
            return all(label.key != column for label in report.tables[table].labels)
    return False


def reach(directive: Directive, report: Report) -> tuple[int, int]:
    """The stretch of text (end inclusive) that a comment covers; nothing (1, 0) where nothing stands behind it."""
    if directive.verb == "ignore-file":
        return 0, len(report.source.text or "")
    line = _line_start(directive.start, report)
    if directive.verb == "ignore-section":
        return _section(line, directive, report)
    stretch = next((found for found in _stretches(line, report) if found[1] >= line), None)
    return _whole_lines(*stretch, report) if stretch else (1, 0)


def _section(line: int, directive: Directive, report: Report) -> tuple[int, int]:
    """From the heading above a comment (or in its line) to the next one."""
    starts = [section.heading.start for section in report.document.sections]
    begin = max((start for start in starts if start < directive.end), default=0)
    end = min((start for start in starts if start > directive.end), default=len(report.source.text or "") + 1)
    return begin, end - 1


def _stretches(line: int, report: Report) -> Iterator[tuple[int, int]]:
    """Headings and blocks in their order; a table around the line as its single rows."""
    document = report.document
    parts = [(None, document.front), *((section.heading, section.blocks) for section in document.sections)]
    for heading, blocks in parts:
        if heading:
            yield heading.start, heading.end
        for block in blocks:
            if isinstance(block, TableBlock):
                rows = [(row.start, row.end) for part in block.parts for row in (*part.heads, *part.rows)]
                inside = rows[0][0] < line <= rows[-1][1]
                yield from rows if inside else [(rows[0][0], rows[-1][1])]
            elif not isinstance(block, Directive):
                yield block.start, block.end


def _whole_lines(start: int, end: int, report: Report) -> tuple[int, int]:
    text = report.source.text or ""
    stop = text.find("\n", end)
    return _line_start(start, report), stop if stop >= 0 else len(text)


def _line_start(offset: int, report: Report) -> int:
    return (report.source.text or "").rfind("\n", 0, offset) + 1
