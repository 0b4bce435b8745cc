"""`gdlint extract`: the tables and facts of reports as JSON, CSV or a workbook."""

from collections.abc import Sequence
from typing import IO

import click

from gdlint import api
from gdlint.cli.choosing import PACKS
from gdlint.cli.formats import FormatChoice, begun, style_of
from gdlint.cli.host import current_catalogue
from gdlint.cli.jobs import Job, read
from gdlint.cli.options import Request, shared
from gdlint.cli.perform import perform
from gdlint.cli.stderr import say, skipped, told
from gdlint.config.chosen import Choice
from gdlint.model.claim import Claim
from gdlint.model.finding import Outcome
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import RunInfo
from gdlint.reporters.extract_csv import KINDS
from gdlint.session import Session
from gdlint.words.commands import SAID
from gdlint.words.file_results import PROBLEM

NOT_CHECKED = Outcome((), 0, 0, 0, ())
"""what is said of a report that was only read"""


@click.command(
    "extract",
    help="提取报告中的表格和基本信息，输出 JSON、CSV 或 XLSX。\n\nThe tables and facts of reports as JSON, CSV or XLSX.",
)
@shared
@click.option("--format", "style", type=FormatChoice("extract"), help="输出格式 / format")
@click.option(
    "--what",
    type=click.Choice(list(KINDS)),
    help="CSV 的内容：表格数值（默认）、文中的数、未能对应的内容 / what the CSV holds",
)
@PACKS
def command(request: Request, style: str | None, what: str | None, packs: tuple[str, ...]) -> int:
    """Run the command; the exit status."""
    style = style or style_of(request.output, "extract")
    if what and style == "json":
        say("what-csv", request.lang)
        return 2
    session = Session(Choice(many={"packs": packs}), current_catalogue())
    if packs:
        session.rules_at(None)
    return 0 if perform(ExtractRun(session, request, style, what or "tables"), request) else 2


class ExtractRun:
    """One run over many files, written as it goes."""

    def __init__(self, session: Session, request: Request, style: str, what: str) -> None:
        self.session = session
        self.request, self.lang, self.style, self.what = request, request.lang, style, what
        self.files = self.failed = 0
        self.skipped: list[str] = []

    def choose(self, found: Sequence[Job]) -> Sequence[Job]:
        """All of them."""
        return found

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Extract all files."""
        run = RunInfo(self.lang, claims=self._claims, what=self.what)
        written = begun(self.style, out, run, "extract")
        for job in found:
            report = self._report(job)
            if report:
                written.file(FileResult(report, NOT_CHECKED))
        written.end({"files": self.files})

    def _claims(self, report: Report) -> list[tuple[Claim, int]]:
        """What the text says in figures, read with the words of the packs that were asked for."""
        if not self.session.choice.many["packs"]:
            return api.claims(report)
        packs = self.session.rules_for(report, self.session.rules_at(None)).packs
        return api.claims(report, tuple(sorted({pack.claims for pack in packs} - {""})))

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
