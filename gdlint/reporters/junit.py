"""The XML of JUnit: a suite a file, a case a finding; what makes the call fail is a failure, the rest is said and passes."""

from collections.abc import Iterator

from gdlint.model.finding import Finding
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.concise import concise_line
from gdlint.reporters.places import placed_message
from gdlint.reporters.safe import html_text


def suite_lines(checked: FileResult, language: str) -> Iterator[str]:
    """The suite of a file; one without findings has one case, which passes."""
    findings, path = checked.outcome.findings, checked.report.source.path
    failures = sum(finding.severity in checked.fatal for finding in findings)
    yield (
        f'<testsuite name="{html_text(path)}" tests="{len(findings) or 1}" failures="{failures}" errors="0"'
        ' skipped="0" time="0">'
    )
    for finding in findings:
        yield from _case(finding, checked.report.source, language, fails=finding.severity in checked.fatal)
    if not findings:
        yield f'  <testcase classname="{html_text(path)}" name="gdlint" time="0"/>'
    yield "</testsuite>"


def _case(finding: Finding, source: Source, language: str, *, fails: bool) -> Iterator[str]:
    path = source.path
    said = html_text(concise_line(finding, source, language))
    name = f"{finding.code} {finding.name} {finding.line}:{finding.column}"
    yield f'  <testcase classname="{html_text(path)}" name="{html_text(name)}" time="0">'
    if fails:
        message = html_text(placed_message(finding, source, language))
        yield f'    <failure type="{finding.severity.value}" message="{message}">{said}</failure>'
    else:
        yield f"    <system-out>{said}</system-out>"
    yield "  </testcase>"


class JunitReporter(Reporter):
    """One suite a file."""

    suffix = ".xml"

    def head(self) -> None:
        """The beginning of the document."""
        self.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gdlint">\n')

    def file(self, checked: FileResult) -> None:
        """The suite of one file."""
        self.write("\n".join(suite_lines(checked, self.language)) + "\n")

    def end(self, summary: Summary) -> None:
        """The end of the document."""
        self.write("</testsuites>\n")
