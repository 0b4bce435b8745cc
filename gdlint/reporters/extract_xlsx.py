"""The workbook of `gdlint extract`: a sheet with what the CSV holds, and one a report with its tables."""

from functools import partial

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.extract_csv import KINDS
from gdlint.reporters.sheets import Sheets


class ExtractXlsxReporter(Reporter):
    """A workbook, which is written at the end."""

    suffix = ".xlsx"
    binary = True

    def head(self) -> None:
        """The sheet for all reports."""
        self.kind = KINDS[self.run.what or "tables"]
        self.sheets = Sheets()
        self.data = self.sheets.sheet("data", self.kind.columns)

    def file(self, result: FileResult) -> None:
        """The rows and the sheet of one report."""
        report = result.report
        for row in self.kind.rows(report, partial(self.run.claims, report), self.language):
            self.sheets.row(self.data, row)
        self.sheets.report(report.facts.body or report.source.path, report, {})

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.out.write(self.sheets.content())
