"""Markdown, for a wiki, a ticket or the comment on a change: a table a file, the worst findings first."""

from collections.abc import Iterator

from gdlint.model.finding import Finding
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.levels import worst_first
from gdlint.reporters.places import where
from gdlint.reporters.safe import markdown_text
from gdlint.version import __version__
from gdlint.words.file_results import SEVERITY
from gdlint.words.overviews import MARKDOWN_HEAD, NO_FINDINGS, SUM


def file_lines(checked: FileResult, language: str) -> Iterator[str]:
    """The section of a file."""
    yield from (f"## {markdown_text(checked.report.source.path)}", "")
    findings = worst_first(checked.outcome.findings)
    if findings:
        yield from (MARKDOWN_HEAD[language], "|---|---|---|---|---|")
        yield from (_row(finding, checked.report.source, language) for finding in findings)
    else:
        yield NO_FINDINGS[language]
    yield ""


def _row(finding: Finding, source: Source, language: str) -> str:
    severity = SEVERITY[finding.severity][language]
    texts = (
        severity,
        where(finding, source, language),
        finding.code,
        finding.message[language],
        finding.help[language],
    )
    return f"| {' | '.join(map(markdown_text, texts))} |"


class MarkdownReporter(Reporter):
    """A heading, a section a file, and the sums."""

    suffix = ".md"

    def head(self) -> None:
        """The heading, by which the file is known as ours."""
        self.write(f"# gdlint {__version__}\n\n")

    def file(self, checked: FileResult) -> None:
        """The section of one file."""
        self.write("\n".join(file_lines(checked, self.language)) + "\n")

    def end(self, summary: Summary) -> None:
        """The sums."""
        self.write(SUM[self.language].format(**summary) + "\n")
