"""A notice to the body whose report it is (退改通知), from a template that may be replaced by one's own."""

from collections.abc import Iterator, Sequence
from datetime import date
from string import Template

from gdlint.model.finding import Finding, Severity
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.levels import worst_first
from gdlint.reporters.places import where
from gdlint.reporters.safe import harmless, harmless_lines, masked
from gdlint.words.file_results import SEVERITY
from gdlint.words.notice_letter import BASIS, COLON, HEADINGS, HELP, TEMPLATE, VERDICTS

FIELDS = (
    "heading",
    "title",
    "body",
    "year",
    "path",
    "errors",
    "warnings",
    "infos",
    "verdict",
    "items",
    "date",
)
"""what a template may name, as `$title` or `${title}`; anything else stays as it is"""


def notice(checked: FileResult, language: str, template: str | None = None, today: date | None = None) -> str:
    """The notice on a report."""
    facts, findings = checked.report.facts, checked.outcome.findings
    counts = {name: sum(f.severity is level for f in findings) for name, level in _LEVELS.items()}
    kind = _kind(findings)
    fields = {
        "heading": HEADINGS[kind][language],
        "title": facts.title.text if facts.title else checked.report.source.path,
        "body": facts.body or checked.report.source.path,
        "year": facts.year or "",
        "path": checked.report.source.path,
        "verdict": VERDICTS[kind][language].format(**counts),
        "date": (today or date.today()).isoformat(),
        **counts,
    }
    shown = {name: harmless(masked(str(value))) for name, value in fields.items()}
    items = harmless_lines(map(masked, item_lines(checked, language)))
    plain = "\n".join(map(harmless, (template or TEMPLATE[language]).split("\n")))
    return Template(plain).safe_substitute(shown, items=items)


def _kind(findings: Sequence[Finding]) -> str:
    """What is to be done about a report: something, perhaps something, nothing."""
    if not findings:
        return "right"
    return "noted" if all(finding.severity is Severity.INFO for finding in findings) else "wrong"


_LEVELS = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "infos": Severity.INFO}


def item_lines(checked: FileResult, language: str) -> Iterator[str]:
    """The findings, numbered, the worst first."""
    for n, finding in enumerate(worst_first(checked.outcome.findings), 1):
        yield from _item(n, finding, checked.report.source, language)


def _item(number: int, finding: Finding, source: Source, language: str) -> Iterator[str]:
    severity = SEVERITY[finding.severity][language]
    yield f"{number}. [{severity}] {where(finding, source, language)}{COLON[language]}{finding.message[language]}"
    if finding.help[language]:
        yield f"   {HELP[language]}{finding.help[language]}"
    yield f"   {BASIS[language]}{finding.basis}"


class NoticeReporter(Reporter):
    """A notice a file, meant for `--output-dir`."""

    def file(self, checked: FileResult) -> None:
        """The notice of one file."""
        self.write(notice(checked, self.language, self.run.template) + "\n")
