"""Findings delivered to a folder: those of each report to a file of its own, and an index."""

from collections import Counter
from pathlib import Path, PurePath
from urllib.parse import quote

from gdlint.cli.delivery import last_line
from gdlint.cli.formats import begun, reporter
from gdlint.cli.output import opened
from gdlint.cli.output_folder import FolderNames, made_ready
from gdlint.model.finding import Severity
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import RunInfo, Summary
from gdlint.reporters.overview import FileRow, row_of
from gdlint.reporters.statistics import Statistics


class ToFolder:
    """A file a report in a folder, called as the report, and an index where the format has one."""

    def __init__(self, folder: str, style: str, run: RunInfo) -> None:
        self.folder, self.style, self.run = Path(folder), style, run
        self.names = FolderNames(f"index{reporter(style).suffix}")
        self.rows: list[tuple[FileRow, str]] = []
        self.statistics = Statistics()

    def file(self, checked: FileResult) -> None:
        """Write the file of one report. Raises `UnwritableError` where it cannot be, which is said."""
        levels = Counter(finding.severity.value for finding in checked.outcome.findings)
        summary = {"files": 1, **{level.value: levels[level.value] for level in Severity}}
        name = self.names.of(checked.report.source.path, reporter(self.style).suffix)
        path = self.folder / name
        self.rows.append((row_of(checked, self.run.language), quote(PurePath(name).as_posix())))
        self.statistics.add(checked.outcome.findings)
        made_ready(path, checked.report.source.path, self.run.language)
        with opened(str(path), self.run.language) as out:
            written = begun(self.style, out, self.run)
            written.file(checked)
            written.end(summary)
            if self.style == "text":
                written.write(last_line(summary, self.run.language))

    def end(self, summary: Summary) -> None:
        """The index, where the format has one."""
        made = reporter(self.style)
        made.language = self.run.language
        text = made.index(self.rows, self.statistics)
        if text and self.rows:
            with opened(str(self.folder / f"index{made.suffix}"), self.run.language) as out:
                out.write(text)
