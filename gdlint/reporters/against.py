"""A second submission against the findings of the first: what was fixed, what is left, what is new."""

from collections.abc import Iterable, Iterator

from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.against_sums import SecondRun, missing_lines
from gdlint.reporters.colour import Line, shown_lines
from gdlint.reporters.first_run import Change, First
from gdlint.reporters.levels import worst_first
from gdlint.reporters.places import where
from gdlint.reporters.safe import masked
from gdlint.words.file_results import SEVERITY
from gdlint.words.overviews import CHANGES, NOT_IN_FIRST_RUN, SECOND_RUN


def change_lines(change: Change, source: Source, language: str) -> Iterator[Line]:
    """The counts of a report, and a line for each of its findings, the worst first."""
    words = SECOND_RUN if change.known else NOT_IN_FIRST_RUN
    counts = {"fixed": len(change.fixed), "left": len(change.left), "new": len(change.new)}
    yield (("place", masked(words[language].format(path=source.path, **counts))),)
    for kind, findings in (("left", change.left), ("new", change.new)):
        for finding in worst_first(findings):
            severity = SEVERITY[finding.severity][language]
            text = f"{finding.code} {masked(finding.message[language])}"
            place = f"  {CHANGES[kind][language]} {masked(where(finding, source, language))} "
            yield ("", place), (finding.severity.value, severity), ("", f" {text}")
    for past in change.fixed:
        yield (("dim", f"  {CHANGES['fixed'][language]} {past['code']} {masked(past['message'])}"),)


class AgainstReporter(Reporter):
    """The changes of all reports, and which reports are missing."""

    def __init__(self, first: First) -> None:
        self.first = first
        self.second = SecondRun()

    def file(self, checked: FileResult) -> None:
        """The changes of one report."""
        change = self.first.change(checked.report, checked.outcome.findings)
        self.second.add(change)
        self._lines([*change_lines(change, checked.report.source, self.language), ()])

    def end(self, summary: Summary) -> None:
        """What became of all reports, and which did not come again."""
        if told := self.second.line(self.language):
            self._lines([(("place", told),)])
        if self.first.files:
            self._lines([(("", line),) for line in missing_lines(self.first.files, self.language)])

    def _lines(self, lines: Iterable[Line]) -> None:
        self.write(shown_lines(lines, colour=self.run.colour))
