"""A line a file, for those who read many: body, year, errors and warnings, the worst first."""

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.overview import FileRow, row_of, table_lines
from gdlint.reporters.safe import harmless_lines, masked


class TableReporter(Reporter):
    """All lines at the end: of a file no more is kept than its row."""

    def head(self) -> None:
        """Nothing is known yet."""
        self.rows: list[FileRow] = []

    def file(self, checked: FileResult) -> None:
        """Keep the row of one file."""
        self.rows.append(row_of(checked, self.language))

    def end(self, summary: Summary) -> None:
        """The table."""
        if self.rows:
            self.write(harmless_lines(map(masked, table_lines(self.rows, self.language))))
