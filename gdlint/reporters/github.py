"""Annotations of GitHub Actions: one command a finding, as the log of a workflow takes it."""

from collections.abc import Mapping

from gdlint.model.finding import Finding, Severity
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.paths import relative_path
from gdlint.reporters.places import placed_message
from gdlint.reporters.safe import shown

LEVELS: Mapping[str, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA: Mapping[str, str] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Mapping[str, str] = {**_DATA, ":": "%3A", ",": "%2C"}


def annotation(finding: Finding, source: Source, language: str) -> str:
    """The command for a finding. Columns are said only where it ends in the line in which it begins."""
    one_line = finding.end_line == finding.line
    properties: dict[str, object] = {
        "file": relative_path(source.path),
        "line": finding.line,
        "endLine": finding.end_line,
        **({"col": finding.column, "endColumn": finding.end_column} if one_line else {}),
        "title": f"{finding.code} {finding.name}",
    }
    named = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items())
    return (
        f"::{LEVELS[finding.severity]} {named}::{_escaped(placed_message(finding, source, language), _DATA)}"
    )


def _escaped(text: str, letters: Mapping[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in shown(text))


class GithubReporter(Reporter):
    """The commands of all findings."""

    def file(self, checked: FileResult) -> None:
        """The commands of one file."""
        source = checked.report.source
        for finding in checked.outcome.findings:
            self.write(annotation(finding, source, self.language) + "\n")
