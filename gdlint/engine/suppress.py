"""Silencing findings by comments in the report and by a baseline: once, before anything is counted or written."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gdlint.engine.checks import Ready
from gdlint.engine.run import heard, run
from gdlint.lexicon.suggestions import nearest
from gdlint.model.document import Directive
from gdlint.model.finding import Finding, Outcome
from gdlint.model.report import Report
from gdlint.model.rule import ALWAYS_TOLD
from gdlint.model.suppression import Notice, notices

if TYPE_CHECKING:
    from gdlint.engine.baseline import Baseline
    from gdlint.engine.comment_reach import Stretch

SUGGESTIONS = 50
"""unknown names in one report for which a known one is looked for: each takes about as long as a rule"""


class Terms(NamedTuple):
    """What suppression goes by: the code of each name that a comment may write (in small letters), rules that cannot be
    silenced, known findings, and whether anything is silenced at all."""

    known: Mapping[str, str]
    locked: frozenset[str] = frozenset()
    baseline: "Baseline | None" = None
    active: bool = True
    hear: Callable[[Iterable[Finding], Report], Iterable[Finding]] | None = None
    """what plugins make of each finding before anything else is done with it"""
    words: tuple[str, ...] = ()
    """what the packs in use add to the words by which the text is read, whichever of their rules run"""


def run_and_silence(
    rules: Sequence[Ready], report: Report, terms: Terms, times: dict[str, float] | None
) -> Outcome:
    """Hold a report against rules, and drop what comments and the baseline silence.

    Rules about the comments themselves run last, when it is known which of them silenced something.
    """
    outcome, kept, judged = _silenced(rules, report, terms, times)
    last = run([ready for ready in rules if _is_closing(ready)], report, times, judged)
    findings = sorted(
        (*kept, *heard(last, report, terms).findings),
        key=lambda finding: (finding.spots[0].start, finding.code),
    )
    return outcome._replace(
        findings=tuple(findings),
        true=outcome.true + last.true,
        false=outcome.false + last.false,
        silenced=len(outcome.findings) - len(kept),
    )


def judged_notices(rules: Sequence[Ready], report: Report, terms: Terms) -> tuple[Notice, ...]:
    """What became of each comment to gdlint where a report is held against rules."""
    if not report.document.directives:
        return ()
    return _silenced(rules, report, terms, None)[2]


def _is_closing(ready: Ready) -> bool:
    """A rule about the comments themselves."""
    return any(check.scope == "directive" for check in ready.checks)


def _silenced(
    rules: Sequence[Ready], report: Report, terms: Terms, times: dict[str, float] | None
) -> tuple[Outcome, list[Finding], tuple[Notice, ...]]:
    """What the rules say that are not about the comments themselves, what of it is heard, and what became of each comment."""
    comments = report.document.directives
    others = [ready for ready in rules if not _is_closing(ready)]
    outcome = heard(run(others, report, times, words=terms.words), report, terms)
    locked = terms.locked | {ready.rule.code for ready in rules if ready.rule.locked}
    used: set[tuple[int, str]] = set()
    kept = list(outcome.findings)
    if terms.active:
        silencer = Silencer(report, terms.known, locked | ALWAYS_TOLD, used)
        listed = terms.baseline.listed(report, outcome.findings) if terms.baseline else frozenset()
        kept = [
            f for f in silencer.heard(kept) if not listed or f.fingerprint not in listed or f.code in locked
        ]
    spoken = {finding.code for finding in outcome.findings}
    judged = _judged(comments, terms, locked, used, _telling(rules, outcome, spoken))
    return outcome, kept, tuple(judged)


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
    suggested = 0
    for notice in notices(comments):
        code = terms.known.get(notice.name.lower())
        if notice.problem:
            yield notice
        elif code is None:
            suggested += 1
            near = _near(notice.name, terms.known) if suggested <= SUGGESTIONS else ""
            yield notice._replace(problem="unknown", near=near)
        elif code in locked or code in ALWAYS_TOLD:
            yield notice._replace(problem="locked")
        else:
            unused = terms.active and code in telling and (notice.directive.start, notice.name) not in used
            yield notice._replace(problem="unused" if unused else "")


def _near(name: str, known: Mapping[str, str]) -> str:
    """The name that was likely meant, as it is written: codes have capital letters, names small ones. The beginning of several
    codes means no single rule."""
    if sum(code.startswith(name.lower()) for code in known) > 1:
        return ""
    near = nearest(name, known) or ""
    return known[near] if near and known[near].lower() == near else near


class Silencer:
    """The comments of one report and how far each reaches; notes in `used` which of them silenced something."""

    def __init__(
        self, report: Report, known: Mapping[str, str], locked: frozenset[str], used: set[tuple[int, str]]
    ) -> None:
        self.report, self.used = report, used
        self.reaching: dict[str, list[tuple[Stretch, Directive, str]]] = {}
        directives = report.document.directives
        if not directives:
            return
        from gdlint.engine.comment_reach import layout_of, reaches

        for directive, stretch in zip(directives, reaches(directives, layout_of(report)), strict=True):
            for name in directive.names:
                code = known.get(name.lower(), "")
                if code and code not in locked:
                    self.reaching.setdefault(code, []).append((stretch, directive, name))

    def heard(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that no comment covers: a comment covers a finding by its first place. What is absent only a comment
        on the whole file covers."""
        findings = list(findings)
        silenced: set[int] = set()
        for code in {finding.code for finding in findings} & self.reaching.keys():
            own = [(n, finding) for n, finding in enumerate(findings) if finding.code == code]
            absent = {n for n, finding in own if is_absent(finding, self.report)}
            files = [item for item in self.reaching[code] if item[1].verb == "ignore-file"]
            present = [(finding.spots[0].start, n) for n, finding in own if n not in absent]
            silenced |= self._covered(present, self.reaching[code])
            silenced |= self._covered(
                [(finding.spots[0].start, n) for n, finding in own if n in absent], files
            )
        return [finding for n, finding in enumerate(findings) if n not in silenced]

    def _covered(
        self, places: list[tuple[int, int]], reaching: Iterable[tuple["Stretch", Directive, str]]
    ) -> set[int]:
        """The numbers of those places (each with its number) that some comments cover; which do is noted."""
        places.sort()
        starts = [start for start, _ in places]
        covered: set[int] = set()
        behind = 0
        """the places before it are covered, as far as what is still to come could cover them"""
        for (begin, end), directive, name in sorted(reaching, key=lambda item: item[0]):
            first, last = bisect_left(starts, begin), bisect_right(starts, end)
            if first < last:
                self.used.add((directive.start, name))
                covered.update(n for _, n in places[max(first, behind) : last])
                behind = max(behind, last)
        return covered


def is_absent(finding: Finding, report: Report) -> bool:
    """A finding is about a section, table, row or column that is not there, and only borrows its place."""
    match finding.subject:
        case ("section", key):
            return all(heading.label.key != key for heading in report.headings)
        case (table,) if table in report.forms.tables:
            return table not in report.tables
        case (table, row) if row and table in report.tables:
            return not row.startswith("#") and all(
                entry.label.key != row for entry in report.tables[table].entries
            )
        case (table, "", column) if table in report.tables:
            return all(label.key != column for label in report.tables[table].labels)
    return False
