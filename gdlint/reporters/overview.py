"""Many files at a glance: a row a file, and what a run says by folder, by rule, and of files that need a look."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from gdlint.model.finding import Finding, Severity
from gdlint.model.result import FileResult
from gdlint.model.rule import UNCHECKED
from gdlint.reporters.levels import RANK
from gdlint.reporters.statistics import Statistics
from gdlint.reporters.width import padded, width
from gdlint.words.overviews import OVERVIEW

WIDEST = 40
"""columns for the name of a body"""


class FileRow(NamedTuple):
    """One file: whose report it is, of which year, how many findings it has, why it could not be checked ("": it was), and the first of
    its gravest errors or warnings ("": it has none)."""

    path: str
    body: str
    year: int | None
    error: int
    warning: int
    info: int
    problem: str = ""
    gravest: str = ""

    @property
    def findings(self) -> int:
        """All of them."""
        return self.error + self.warning + self.info


def row_of(checked: FileResult, language: str) -> FileRow:
    """The row of a file."""
    facts, findings = checked.report.facts, checked.outcome.findings
    counts = Counter(finding.severity for finding in findings)
    problem = next((finding.message[language] for finding in findings if finding.code in UNCHECKED), "")
    error, warning, info = (counts[level] for level in Severity)
    path, body = checked.report.source.path, facts.body or ""
    return FileRow(path, body, facts.year, error, warning, info, problem, _gravest(findings, language))


def _gravest(findings: Sequence[Finding], language: str) -> str:
    grave = (finding for finding in findings if finding.severity is not Severity.INFO)
    found = min(grave, key=lambda finding: (RANK[finding.severity], finding.code), default=None)
    return found.message[language] if found else ""


def worst_rows(rows: Iterable[FileRow]) -> list[FileRow]:
    """The file with most errors first, then by warnings and infos."""
    return sorted(rows, key=lambda row: (-row.error, -row.warning, -row.info, row.path))


def table_lines(rows: Sequence[FileRow], language: str) -> Iterator[str]:
    """A line a file under a header, the worst first, those without findings last, behind an empty line."""
    ordered = worst_rows(rows)
    head = tuple(OVERVIEW[key][language] for key in ("error", "warning", "info", "year", "body", "path"))
    cells = [head, *(_cells(row) for row in ordered)]
    widths = [max(width(each[n]) for each in cells) for n in range(5)]
    lines = ["  ".join([*map(padded, each[:5], widths), each[5]]) for each in cells]
    found = sum(row.findings > 0 for row in ordered)
    yield from lines[: found + 1]
    yield from ["", *lines[found + 1 :]] if found and len(ordered) > found else lines[found + 1 :]


def _cells(row: FileRow) -> tuple[str, ...]:
    counts = (str(number) if number else "·" for number in (row.error, row.warning, row.info))
    return (*counts, str(row.year or "—"), _cut(row.body) or "—", row.path)


def _cut(text: str) -> str:
    """A text of no more than the widest name, cut in front, where names of places are the same."""
    while width(text) > WIDEST:
        text = "…" + text[len(text) - WIDEST // 2 + 1 :]
    return text


def grouped(rows: Iterable[FileRow], group: Callable[[FileRow], str]) -> dict[str, list[FileRow]]:
    """The rows by the group that they are of, that with most errors first."""
    found: dict[str, list[FileRow]] = {}
    for row in rows:
        found.setdefault(group(row), []).append(row)
    return dict(sorted(found.items(), key=lambda item: (-sum(row.error for row in item[1]), item[0])))


class Overview:
    """The rows of a run, and its findings by rule."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rows: list[FileRow] = []
        self.statistics = Statistics()

    def add(self, checked: FileResult) -> None:
        """One file more."""
        self.rows.append(row_of(checked, self.language))
        self.statistics.add(checked.outcome.findings)

    @property
    def clean(self) -> list[str]:
        """The files without findings."""
        return [row.path for row in self.rows if not row.findings]

    @property
    def unread(self) -> list[FileRow]:
        """The files that could not be checked."""
        return [row for row in self.rows if row.problem]

    @property
    def folders(self) -> dict[str, list[FileRow]]:
        """The rows by folder, that with most errors first."""
        return grouped(self.rows, lambda row: os.path.dirname(row.path) or ".")

    @property
    def twice(self) -> dict[tuple[str, int | None], list[str]]:
        """The files of bodies of which there are several for one year."""
        found: dict[tuple[str, int | None], list[str]] = {}
        for row in self.rows:
            if row.body:
                found.setdefault((row.body, row.year), []).append(row.path)
        return {key: paths for key, paths in found.items() if len(paths) > 1}

    def data(self) -> dict[str, Any]:
        """All that as part of the summary of JSON."""
        return {
            "folders": [{"folder": folder, **sums(rows)} for folder, rows in self.folders.items()],
            "without_findings": self.clean,
            "not_checked": [{"path": row.path, "reason": row.problem} for row in self.unread],
            "same_body": [
                {"body": body, "year": year, "paths": paths} for (body, year), paths in self.twice.items()
            ],
        }

    def lines(self) -> Iterator[str]:
        """All that in lines, each part under its heading."""
        yield self._said("by-folder")
        yield from self._folder_lines()
        yield from ("", self._said("by-rule"))
        yield from self.statistics.lines(self.language)
        if self.clean:
            yield from ("", self._said("without", n=len(self.clean)), *(f"  {path}" for path in self.clean))
        if self.unread:
            yield from ("", self._said("unread", n=len(self.unread)))
            yield from (f"  {row.path}: {row.problem}" for row in self.unread)
        if self.twice:
            yield from ("", self._said("twice", n=len(self.twice)))
            for (body, year), paths in self.twice.items():
                yield from (f"  {body} {year or '—'}", *(f"    {path}" for path in paths))

    def _folder_lines(self) -> Iterator[str]:
        keys = ("error", "warning", "info", "files", "clean")
        cells = [tuple(self._said(key) for key in (*keys, "folder"))]
        for folder, rows in self.folders.items():
            counts = sums(rows)
            cells.append((*(str(counts[key]) for key in keys), folder))
        widths = [max(width(each[n]) for each in cells) for n in range(len(keys))]
        for each in cells:
            yield "  " + "  ".join([*map(padded, each[:-1], widths), each[-1]])

    def _said(self, key: str, **fields: int) -> str:
        return OVERVIEW[key][self.language].format(**fields)


def sums(rows: Sequence[FileRow]) -> dict[str, int]:
    """How many files there are, how many without findings, and their findings by severity."""
    return {
        "files": len(rows),
        "clean": sum(not row.findings for row in rows),
        "error": sum(row.error for row in rows),
        "warning": sum(row.warning for row in rows),
        "info": sum(row.info for row in rows),
    }
