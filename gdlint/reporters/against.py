"""A second submission against the findings of the first: what was fixed, what is left, what is new."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gdlint.model.finding import Finding
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.colour import Line, shown_lines
from gdlint.reporters.levels import worst_first
from gdlint.reporters.places import where
from gdlint.reporters.safe import masked
from gdlint.words.file_results import SEVERITY
from gdlint.words.overviews import CHANGES, MISSING_IN_SECOND_RUN, NOT_IN_FIRST_RUN, SECOND_RUN

Past = Mapping[str, Any]
"""an item of `findings` in the JSON of the first run"""


class Change(NamedTuple):
    """What became of the findings of a report; `known` is whether the first run had it."""

    known: bool
    fixed: tuple[Past, ...]
    left: tuple[Finding, ...]
    new: tuple[Finding, ...]


class First:
    """The files of a first run, and which of them have come again."""

    def __init__(self, files: Sequence[Mapping[str, Any]]) -> None:
        self.files = list(files)

    def change(self, report: Report, findings: Sequence[Finding]) -> Change:
        """What became of the findings of a report; its file is no longer waited for."""
        before = self._taken(report)
        if before is None:
            return Change(False, (), (), tuple(findings))
        past = before["findings"]
        open_marks = Counter(item["fingerprint"] for item in past)
        left: list[Finding] = []
        new: list[Finding] = []
        for finding in findings:
            known = open_marks[finding.fingerprint] > 0
            open_marks[finding.fingerprint] -= known
            (left if known else new).append(finding)
        return Change(True, tuple(_unmet(past, open_marks)), tuple(left), tuple(new))

    def _taken(self, report: Report) -> Mapping[str, Any] | None:
        """The first file of the same path; else the only one of the same name, else of the same body and year."""
        facts, path = report.facts, report.source.path
        same = [each for each in self.files if each["path"] == path]
        name = os.path.basename(path)
        named = [each for each in self.files if os.path.basename(each["path"]) == name]
        face = (facts.body, facts.year)
        alike = [each for each in self.files if facts.body and (each["body"], each["year"]) == face]
        for found in (same, named, alike):
            if len(found) == 1:
                self.files.remove(found[0])
                return found[0]
        return None


def _unmet(past: Iterable[Past], marks: Counter[str]) -> Iterator[Past]:
    for item in past:
        if marks[item["fingerprint"]] > 0:
            marks[item["fingerprint"]] -= 1
            yield item


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

    def file(self, checked: FileResult) -> None:
        """The changes of one report."""
        change = self.first.change(checked.report, checked.outcome.findings)
        self._lines([*change_lines(change, checked.report.source, self.language), ()])

    def end(self, summary: Summary) -> None:
        """The reports that did not come again."""
        if self.first.files:
            paths = "、".join(each["path"] for each in self.first.files)
            self._lines([(("", masked(MISSING_IN_SECOND_RUN[self.language].format(paths=paths))),)])

    def _lines(self, lines: Iterable[Line]) -> None:
        self.write(shown_lines(lines, colour=self.run.colour))
