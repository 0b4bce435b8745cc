"""XLSX: a sheet of the files, one of the rules, one of all findings, and one a report with its tables, wrong cells marked."""

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.levels import RANK, worst_first
from gdlint.reporters.overview import FileRow, row_of, worst_rows
from gdlint.reporters.places import where
from gdlint.reporters.safe import masked
from gdlint.reporters.sheets import Sheets
from gdlint.reporters.statistics import Statistics
from gdlint.words.file_results import SEVERITY
from gdlint.words.overviews import SHEETS


class XlsxReporter(Reporter):
    """A workbook, which is written at the end."""

    suffix = ".xlsx"
    binary = True

    def head(self) -> None:
        """The sheets that say something of all files, in front of those of single reports."""
        self.sheets = Sheets()
        self.files = self._sheet("files", (30, 20, 6, 6, 6, 6, 20, 60))
        self.rules = self._sheet("rules", (8, 26, 8, 8))
        self.rows: list[FileRow] = []
        self.statistics = Statistics()
        self.findings = self._sheet("findings", (30, 20, 6, 6, 8, 24, 14, 60, 40, 40))

    def _sheet(self, key: str, widths: tuple[int, ...]) -> object:
        name, heads = SHEETS[key]
        return self.sheets.sheet(name[self.language], heads[self.language].split(","), widths)

    def file(self, checked: FileResult) -> None:
        """The findings of one file, and the sheet of its tables."""
        facts, language = checked.report.facts, self.language
        path, body, year = checked.report.source.path, facts.body or "", facts.year or ""
        for finding in checked.outcome.findings:
            texts = (finding.message[language], finding.help[language], finding.basis)
            level = SEVERITY[finding.severity][language]
            place = (finding.code, finding.name, where(finding, checked.report.source, language))
            values = (path, body, year, level, *place, *map(masked, texts))
            self.sheets.row(self.findings, values)
        self.rows.append(row_of(checked, language))
        self.statistics.add(checked.outcome.findings)
        self.sheets.report(facts.body or path, checked.report, cell_kinds(checked))

    def end(self, summary: Summary) -> None:
        """The sheets of files and rules, and the file as such."""
        for row in worst_rows(self.rows):
            counts = (row.error, row.warning, row.info)
            self.sheets.row(
                self.files,
                (row.path, row.body, row.year or "", *counts, *map(masked, (row.problem, row.gravest))),
            )
        for rule in self.statistics.data():
            self.sheets.row(self.rules, (rule["code"], rule["name"], rule["findings"], rule["files"]))
        self.out.write(self.sheets.content())


def cell_kinds(checked: FileResult) -> dict[tuple[str, str | None, str | None], str]:
    """The worst severity of each cell that a finding is about, by table, row and column."""
    found: dict[tuple[str, str | None, str | None], str] = {}
    for finding in sorted(worst_first(checked.outcome.findings), key=lambda each: -RANK[each.severity]):
        for spot in finding.spots:
            if finding.table and spot.row and spot.column:
                found[finding.table, spot.row, spot.column] = finding.severity.value
    return found
