"""CSV for spreadsheets: one finding a row, in UTF-8 with the mark by which Excel knows it."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import StringIO
from typing import Any

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.safe import csv_cell, masked

FIELDS = (
    "path", "year", "body", "severity", "code", "name", "line", "column", "message", "basis", "help", "table", "rows",
    "columns", "fingerprint",
)  # fmt: skip


def finding_rows(checked: FileResult, language: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a file, in the order of `FIELDS`; what is null in JSON is empty, and keys are parted by blanks."""
    facts, path = checked.report.facts, checked.report.source.path
    for finding in checked.outcome.findings:
        place = ("", "") if finding.origin else (finding.line, finding.column)
        yield (
            path, facts.year or "", facts.body or "", finding.severity.value, finding.code, finding.name, *place,
            finding.message[language], finding.basis, finding.help[language], finding.table or "",
            " ".join(finding.rows), " ".join(finding.columns), finding.fingerprint,
        )  # fmt: skip


class CsvReporter(Reporter):
    """A header, and the rows of all files."""

    suffix = ".csv"

    def head(self) -> None:
        """The mark and the header."""
        self.out.write(BOM_UTF8)
        self._rows(iter([FIELDS]))

    def file(self, checked: FileResult) -> None:
        """The rows of one file."""
        self._rows(finding_rows(checked, self.language))

    def _rows(self, rows: Iterator[tuple[Any, ...]]) -> None:
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
        self.write(text.getvalue())


def _cell(value: Any) -> Any:
    return csv_cell(masked(value) if isinstance(value, str) else value)
