"""`gdlint extract`: the tables and facts of reports as JSON or CSV."""

import csv
import json
from collections.abc import Sequence
from typing import IO, Any

import click

from gdlint import api
from gdlint.cli.files import Job, jobs, read, writes_over
from gdlint.cli.options import shared
from gdlint.cli.output import NothingDoneError, UnwritableError, opened
from gdlint.cli.words import SAID, say, told
from gdlint.model.report import Report
from gdlint.reporters.extract import CSV_FIELDS, SCHEMA, csv_rows, report_data
from gdlint.reporters.words import PROBLEM, language


@click.command(
    "extract",
    help="提取报告中的表格和基本信息，输出 JSON 或 CSV。\n\nThe tables and facts of reports as JSON or CSV.",
)
@shared
@click.option(
    "--format", "style", type=click.Choice(["json", "csv"]), default="json", help="输出格式 / format"
)
def command(
    paths: tuple[str, ...],
    output: str | None,
    template: str,
    year: int | None,
    body: str | None,
    stdin_filename: str | None,
    lang: str | None,
    style: str,
) -> int:
    """Run the command; the exit status."""
    lang = language(lang)
    if not paths:
        say("no-paths", lang)
        return 2
    options = api.Options(None if template == "auto" else int(template), year, body)
    found, complete = jobs(paths, lang)
    if writes_over(output, found):
        say("same-file", lang, path=output)
        return 2
    run = Run(options, stdin_filename, lang)
    try:
        with opened(output, lang) as out:
            (run.as_json if style == "json" else run.as_csv)(found, out)
            if not run.files:
                raise NothingDoneError
    except UnwritableError:
        return 2
    except NothingDoneError:
        if complete and not run.failed:
            say("no-files", lang)
    line = SAID["extracted"][lang].format(files=run.files)
    told(line + (SAID["skipped"][lang].format(skipped=run.skipped) if run.skipped else ""))
    return 0 if complete and run.files and not run.failed else 2


class Run:
    """One run over many files, written as it goes."""

    def __init__(self, options: api.Options, stdin_name: str | None, lang: str) -> None:
        self.options, self.stdin_name, self.lang = options, stdin_name, lang
        self.files = self.skipped = self.failed = 0

    def as_json(self, found: Sequence[Job], out: IO[str]) -> None:
        """One JSON document."""
        out.write(f'{{"schema": {SCHEMA}, "files": [')
        for job in found:
            report = self._report(job)
            if report:
                data: dict[str, Any] = report_data(report, self.lang)
                out.write((", " if self.files > 1 else "") + json.dumps(data, ensure_ascii=False))
        out.write("]}\n")

    def as_csv(self, found: Sequence[Job], out: IO[str]) -> None:
        """One row a value cell."""
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(CSV_FIELDS)
        for job in found:
            report = self._report(job)
            if report:
                writer.writerows(csv_rows(report))

    def _report(self, job: Job) -> Report | None:
        """The report of a job; one that cannot be read or is none is said (named) or counted (found in a folder)."""
        source = read(job, self.stdin_name)
        if source.text is None:
            say(
                "unreadable",
                self.lang,
                path=job.path,
                reason=PROBLEM[source.problem or ""][self.lang].format(detail=source.detail),
            )
            self.failed += 1
            return None
        report = api.parse_source(source, self.options)
        if not report.tables and not any(heading.rank for heading in report.headings):
            if job.named:
                say("no-report", self.lang, path=job.path)
                self.failed += 1
            else:
                self.skipped += 1
            return None
        self.files += 1
        return report
