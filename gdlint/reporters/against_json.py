"""A second submission against the findings of the first, for programs."""

from collections.abc import Iterable
from typing import Any

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.check_json import SCHEMA, TOOL, file_head, finding_data
from gdlint.reporters.first_run import First, Past
from gdlint.reporters.safe import json_text, masked

_TOLD = ("code", "message", "fingerprint")
"""what is said of a finding that is fixed: its place was in another text"""


class AgainstJsonReporter(Reporter):
    """`files` with the findings that are fixed, left and new, and `missing`, the reports that did not come again."""

    suffix = ".json"

    def __init__(self, first: First) -> None:
        self.first = first

    def head(self) -> None:
        """All before the first file."""
        self.files = 0
        self.sums = dict.fromkeys(("fixed", "left", "new"), 0)
        self.write(f'{{"schema": {SCHEMA}, "tool": {json_text(TOOL)}, "files": [')

    def file(self, checked: FileResult) -> None:
        """The changes of one report."""
        report = checked.report
        change = self.first.change(report, checked.outcome.findings)
        found = {
            "fixed": list(map(_past, change.fixed)),
            "left": self._data(checked, change.left),
            "new": self._data(checked, change.new),
        }
        for kind, items in found.items():
            self.sums[kind] += len(items)
        data = {**file_head(report), "known": change.known, **found}
        self.write((", " if self.files else "") + json_text(data))
        self.files += 1

    def _data(self, checked: FileResult, findings: Iterable[Any]) -> list[dict[str, Any]]:
        return [finding_data(each, checked.report.source, self.language) for each in findings]

    def end(self, summary: Summary) -> None:
        """The reports that are missing, and the summary."""
        missing = json_text([each["path"] for each in self.first.files])
        self.write(f'], "missing": {missing}, "summary": {json_text({**summary, **self.sums})}}}\n')


def _past(item: Past) -> dict[str, str]:
    return {key: masked(item[key]) for key in _TOLD}
