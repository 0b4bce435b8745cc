"""The code quality report of GitLab: one JSON list over all files."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from gdlint.model.finding import Severity
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.paths import relative_path
from gdlint.reporters.places import placed_message
from gdlint.reporters.safe import json_text, masked

LEVELS: Mapping[str, str] = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def issues(checked: FileResult, language: str) -> Iterator[dict[str, Any]]:
    """The items of a file. GitLab takes two of one fingerprint for one, so that the path is part of it."""
    path = relative_path(checked.report.source.path)
    for finding in checked.outcome.findings:
        mark = f"{path}\0{finding.fingerprint}".encode("utf-8", "surrogatepass")
        yield {
            "description": masked(placed_message(finding, checked.report.source, language)),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": sha256(mark).hexdigest(),
            "severity": LEVELS[finding.severity],
            "location": {"path": path, "lines": {"begin": finding.line, "end": finding.end_line}},
        }


class GitlabReporter(Reporter):
    """The list of all findings."""

    suffix = ".json"

    def head(self) -> None:
        """The beginning of the list."""
        self.parts = "\n"
        self.write("[")

    def file(self, checked: FileResult) -> None:
        """The items of one file, one a line."""
        for issue in issues(checked, self.language):
            self.write(self.parts + json_text(issue))
            self.parts = ",\n"

    def end(self, summary: Summary) -> None:
        """The end of the list."""
        self.write("\n]\n")
