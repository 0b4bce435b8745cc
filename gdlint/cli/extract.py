"""`gdlint extract`: the tables and facts of reports as JSON, CSV or a workbook."""

import csv
from collections.abc import Sequence
from functools import partial
from typing import IO

import click

from gdlint import api
from gdlint.cli.files import Job, read
from gdlint.cli.formats import BINARY
from gdlint.cli.host import current_catalogue
from gdlint.cli.options import Request, shared
from gdlint.cli.perform import perform
from gdlint.cli.words import SAID, say, skipped, told
from gdlint.fault import FaultError
from gdlint.model.report import Report
from gdlint.reporters.extract import SCHEMA
from gdlint.reporters.extract_csv import KINDS
from gdlint.reporters.safe import csv_cell, json_text
from gdlint.reporters.words import PROBLEM
from gdlint.session import Session


@click.command(
    "extract",
    help="提取报告中的表格和基本信息，输出 JSON、CSV 或 XLSX。\n\nThe tables and facts of reports as JSON, CSV or XLSX.",
)
@shared
@click.option(
    "--format", "style", type=click.Choice(["json", "csv", "xlsx"]), default="json", help="输出格式 / format"
)
@click.option(
    "--what",
    type=click.Choice(list(KINDS)),
    help="CSV 的内容：表格数值（默认）、文中的数、未能对应的内容 / what the CSV holds",
)
def command(request: Request, style: str, what: str | None) -> int:
    """Run the command; the exit status."""
    if what and style == "json":
        say("what-csv", request.lang)
        return 2
    session = Session(catalogue=current_catalogue())
    return 0 if perform(Run(session, request, style, what or "tables"), request) else 2


class Run:
    """One run over many files, written as it goes."""

    def __init__(self, session: Session, request: Request, style: str, what: str) -> None:
        self.session = session
        self.request, self.lang, self.style, self.kind = request, request.lang, style, KINDS[what]
        self.files = self.failed = 0
        self.skipped: list[str] = []

    def choose(self, found: Sequence[Job]) -> Sequence[Job]:
        """All of them."""
        return found

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Extract all files."""
        {"json": self.as_json, "csv": self.as_csv, "xlsx": self.as_xlsx}[self.style](found, out)

    def as_json(self, found: Sequence[Job], out: IO[str]) -> None:
        """One JSON document."""
        out.write(f'{{"schema": {SCHEMA}, "files": [')
        for job in found:
            report = self._report(job)
            if report:
                data = api.extracted(report, self.lang)
                out.write((", " if self.files > 1 else "") + json_text(data))
        out.write("]}\n")

    def as_xlsx(self, found: Sequence[Job], out: IO[str]) -> None:
        """A sheet with what the CSV holds, and one a report with its tables."""
        from gdlint.reporters.sheets import Sheets

        if out.isatty():
            raise FaultError(BINARY)
        sheets = Sheets()
        data = sheets.sheet("data", self.kind.columns)
        for job in found:
            report = self._report(job)
            if report:
                for row in self.kind.rows(report, partial(api.claims, report), self.lang):
                    sheets.row(data, row)
                sheets.report(report.facts.body or report.source.path, report, {})
        out.flush()
        out.buffer.write(sheets.content())  # type: ignore[attr-defined]  # a text file over one of bytes

    def as_csv(self, found: Sequence[Job], out: IO[str]) -> None:
        """One table."""
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.kind.columns)
        for job in found:
            report = self._report(job)
            if report:
                rows = self.kind.rows(report, partial(api.claims, report), self.lang)
                writer.writerows(map(csv_cell, row) for row in rows)

    def _report(self, job: Job) -> Report | None:
        """The report of a job; one that cannot be read or is none is said (named) or counted (found in a folder)."""
        source = read(job, self.request.stdin_name, self.session)
        if source.text is None:
            say(
                "unreadable",
                self.lang,
                path=job.path,
                reason=PROBLEM[source.problem or ""][self.lang].format(detail=source.detail),
            )
            self.failed += 1
            return None
        report = self.session.parse(source, self.request.options)
        if not report.is_report:
            if job.named:
                say("no-report", self.lang, path=job.path)
                self.failed += 1
            else:
                self.skipped.append(job.path)
            return None
        self.files += 1
        return report

    def summarise(self) -> None:
        """The number of files, on standard error."""
        line = SAID["extracted"][self.lang].format(files=self.files)
        told(line + skipped(self.skipped, self.lang))
