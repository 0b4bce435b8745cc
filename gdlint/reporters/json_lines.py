"""JSON Lines: one finding a line, with the file that it belongs to."""

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.check_json import file_head, finding_data
from gdlint.reporters.safe import json_text


class JsonLinesReporter(Reporter):
    """The fields of a finding in the JSON format, behind path, form, year, body and kind of body of its file."""

    suffix = ".jsonl"

    def file(self, checked: FileResult) -> None:
        """The lines of one file."""
        report, head = checked.report, file_head(checked.report)
        for finding in checked.outcome.findings:
            self.write(json_text(head | finding_data(finding, report.source, self.language)) + "\n")
