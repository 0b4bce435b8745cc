"""The findings of a first submission, and what became of them in a second: fixed, left, new."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from gdlint.model.finding import Finding
from gdlint.model.report import Report

Past = Mapping[str, Any]
"""an item of `findings` in the JSON of the first run"""


_TAILS = (3, 2, 1)
"""so many last parts of a path are held against those of another"""


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
        """The only first file of the same path; else of the same folders and name, as many as tell; else of the same body and
        year."""
        facts, path = report.facts, report.source.path
        same = [each for each in self.files if each["path"] == path]
        named = ([each for each in self.files if _tail(each["path"], n) == _tail(path, n)] for n in _TAILS)
        face = (facts.body, facts.year)
        alike = [each for each in self.files if facts.body and (each["body"], each["year"]) == face]
        for found in (same, *named, alike):
            if len(found) == 1:
                self.files.remove(found[0])
                return found[0]
        return None


def _tail(path: str, parts: int) -> tuple[str, ...]:
    return PurePath(path).parts[-parts:]


def _unmet(past: Iterable[Past], marks: Counter[str]) -> Iterator[Past]:
    for item in past:
        if marks[item["fingerprint"]] > 0:
            marks[item["fingerprint"]] -= 1
            yield item
