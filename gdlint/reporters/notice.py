"""A notice to the body whose report it is (退改通知), from a template that may be replaced by one's own."""

from collections.abc import Iterator
from datetime import date
from string import Template

from gdlint.model.finding import Finding, Severity
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.levels import worst_first
from gdlint.reporters.places import where
from gdlint.reporters.safe import harmless, harmless_lines, masked
from gdlint.reporters.words import SEVERITY
from gdlint.words.fault import Words

FIELDS = ("title", "body", "year", "path", "errors", "warnings", "infos", "verdict", "items", "date")
"""what a template may name, as `$title` or `${title}`; anything else stays as it is"""

TEMPLATE: Words = {
    "zh": """退改通知

$body：

你单位报送的《$title》经检查，$verdict

$items
$date
""",
    "en": """Notice of corrections

To $body:

Your report "$title" was checked: $verdict

$items
$date
""",
}
_WRONG: Words = {
    "zh": "有错误 {errors} 处、警告 {warnings} 处、提示 {infos} 处，请逐条核对，修改后重新报送。",
    "en": "{errors} error(s), {warnings} warning(s), {infos} info(s). Please go through them and submit the report again.",
}
_RIGHT: Words = {"zh": "没有发现问题。", "en": "no findings."}
_HELP: Words = {"zh": "改法：", "en": "fix: "}
_BASIS: Words = {"zh": "依据：", "en": "basis: "}
_COLON: Words = {"zh": "：", "en": ": "}


def notice(checked: FileResult, language: str, template: str | None = None, today: date | None = None) -> str:
    """The notice on a report."""
    facts, findings = checked.report.facts, checked.outcome.findings
    counts = {name: sum(f.severity is level for f in findings) for name, level in _LEVELS.items()}
    fields = {
        "title": facts.title.text if facts.title else checked.report.source.path,
        "body": facts.body or checked.report.source.path,
        "year": facts.year or "",
        "path": checked.report.source.path,
        "verdict": (_WRONG if findings else _RIGHT)[language].format(**counts),
        "date": (today or date.today()).isoformat(),
        **counts,
    }
    shown = {name: harmless(masked(str(value))) for name, value in fields.items()}
    items = harmless_lines(map(masked, item_lines(checked, language)))
    return Template(template or TEMPLATE[language]).safe_substitute(shown, items=items)


_LEVELS = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "infos": Severity.INFO}


def item_lines(checked: FileResult, language: str) -> Iterator[str]:
    """The findings, numbered, the worst first."""
    for n, finding in enumerate(worst_first(checked.outcome.findings), 1):
        yield from _item(n, finding, checked.report.source, language)


def _item(number: int, finding: Finding, source: Source, language: str) -> Iterator[str]:
    severity = SEVERITY[finding.severity][language]
    yield f"{number}. [{severity}] {where(finding, source, language)}{_COLON[language]}{finding.message[language]}"
    if finding.help[language]:
        yield f"   {_HELP[language]}{finding.help[language]}"
    yield f"   {_BASIS[language]}{finding.basis}"


class NoticeReporter(Reporter):
    """A notice a file, meant for `--output-dir`."""

    def file(self, checked: FileResult) -> None:
        """The notice of one file."""
        self.write(notice(checked, self.language, self.run.template) + "\n")
