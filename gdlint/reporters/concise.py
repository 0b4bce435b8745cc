"""One line a finding, for editors and for `grep`: `path:line:column: severity code message`."""

from gdlint.model.finding import Finding
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.places import placed_message
from gdlint.reporters.safe import harmless_lines, masked
from gdlint.words.file_results import SEVERITY


def concise_line(finding: Finding, source: Source, language: str) -> str:
    """The line of a finding."""
    severity, message = SEVERITY[finding.severity][language], placed_message(finding, source, language)
    return masked(f"{source.path}:{finding.line}:{finding.column}: {severity} {finding.code} {message}")


class ConciseReporter(Reporter):
    """The lines of all findings, in the order of their places."""

    def file(self, checked: FileResult) -> None:
        """The lines of one file."""
        source = checked.report.source
        lines = (concise_line(finding, source, self.language) for finding in checked.outcome.findings)
        self.write(harmless_lines(lines))
