"""One line a finding, for editors and for `grep`: `path:line:column: severity code message`."""

from gdlint.model.finding import Finding
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.safe import harmless_lines, masked
from gdlint.reporters.words import SEVERITY


def concise_line(finding: Finding, path: str, language: str) -> str:
    """The line of a finding."""
    severity, message = SEVERITY[finding.severity][language], finding.message[language]
    return masked(f"{path}:{finding.line}:{finding.column}: {severity} {finding.code} {message}")


class ConciseReporter(Reporter):
    """The lines of all findings, in the order of their places."""

    def file(self, checked: FileResult) -> None:
        """The lines of one file."""
        path = checked.report.source.path
        lines = (concise_line(finding, path, self.language) for finding in checked.outcome.findings)
        self.write(harmless_lines(lines))
