"""The XML of Checkstyle, which many CI systems and editors read."""

from collections.abc import Iterator

from gdlint.model.finding import Finding
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.places import placed_message
from gdlint.reporters.safe import html_text


def file_lines(checked: FileResult, language: str) -> Iterator[str]:
    """The element of a file; one without findings has one, too."""
    yield f'<file name="{html_text(checked.report.source.path)}">'
    yield from (_error(finding, checked.report.source, language) for finding in checked.outcome.findings)
    yield "</file>"


def _error(finding: Finding, source: Source, language: str) -> str:
    message = html_text(placed_message(finding, source, language))
    rule = html_text(f"gdlint.{finding.code}.{finding.name}")
    place = f'line="{finding.line}" column="{finding.column}" severity="{finding.severity.value}"'
    return f'  <error {place} message="{message}" source="{rule}"/>'


class CheckstyleReporter(Reporter):
    """One element a file."""

    suffix = ".xml"

    def head(self) -> None:
        """The beginning of the document."""
        self.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n<!-- gdlint -->\n')

    def file(self, checked: FileResult) -> None:
        """The element of one file."""
        self.write("\n".join(file_lines(checked, self.language)) + "\n")

    def end(self, summary: Summary) -> None:
        """The end of the document."""
        self.write("</checkstyle>\n")
