"""`gdlint check`: read reports and say what is wrong with them."""

import json
import os
from collections import Counter
from collections.abc import Sequence
from typing import IO, Any

import click

from gdlint import api
from gdlint.cli.files import Job, read
from gdlint.cli.options import Request, shared
from gdlint.cli.perform import perform
from gdlint.cli.selection import selected, selection
from gdlint.cli.tallies import Checked, Statistics, timing_lines
from gdlint.cli.words import SAID, say, told
from gdlint.engine.checks import Ready
from gdlint.model.finding import Severity

_LEVELS = ["error", "warning", "info", "never"]


@click.command(
    "check",
    help="检查报告；- 为标准输入。退出码：0 没有达到 --fail-on 的问题，1 有，2 无法完成。\n\n"
    "Check reports; - is standard input. Exit status: 0 nothing at or above --fail-on, 1 findings, 2 not done.",
)
@shared
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式 / format"
)
@selection
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="error",
    help="达到此级别时退出码为 1 / fail at this level",
)
@click.option("--statistics", is_flag=True, help="每条规则的问题数 / findings by rule")
@click.option("--timing", is_flag=True, help="每条规则用时（写到标准错误）/ time by rule, on standard error")
def command(
    request: Request,
    style: str,
    select: str | None,
    ignore: str | None,
    fail_on: str,
    statistics: bool,
    timing: bool,
) -> int:
    """Run the command; the exit status."""
    rules = selected(select, ignore, request.lang)
    if rules is None:
        return 2
    run = Run(rules, request, style, statistics, timing)
    if not perform(run, request):
        return 2
    return int(
        any(run.counts[level] for level in _LEVELS[: _LEVELS.index(fail_on) + 1] if fail_on != "never")
    )


class Run:
    """One run over many files, written as it goes: nothing of a file is kept once it is written."""

    def __init__(
        self, rules: Sequence[Ready], request: Request, style: str, statistics: bool, timing: bool
    ) -> None:
        self.rules, self.request, self.lang, self.style = rules, request, request.lang, style
        self.counts: Counter[str] = Counter()
        self.files = self.skipped = self.failed = 0
        self.checked = Checked()
        self.statistics = Statistics() if statistics else None
        self.times: dict[str, float] | None = {} if timing else None

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Check all files; a fault in one is said, and the others go on."""
        if self.style == "json":
            from gdlint.reporters.check_json import SCHEMA, TOOL

            out.write(f'{{"schema": {SCHEMA}, "tool": {json.dumps(TOOL)}, "files": [')
        for job in found:
            try:
                source = read(job, self.request.stdin_name)
                result = api.lint_source(source, self.request.options, self.rules, self.times)
            except Exception as error:
                if os.environ.get("GDLINT_DEBUG"):
                    raise
                say("internal", self.lang, path=job.path, reason=f"{type(error).__name__}: {error}")
                self.failed += 1
                continue
            if not job.named and result.report.source.text is not None and not result.is_report:
                self.skipped += 1
                continue
            self._write(result, out)
            self.files += 1
        if self.style == "json":
            out.write(f'], "summary": {json.dumps(self._summary())}}}\n')
        elif self.statistics:
            out.writelines(line + "\n" for line in self.statistics.lines(self.lang))

    def _write(self, result: api.Result, out: IO[str]) -> None:
        self.counts.update(finding.severity.value for finding in result.findings)
        self.checked.add(result.outcome)
        if self.statistics:
            self.statistics.add(result.findings)
        if self.style == "json":
            from gdlint.reporters.check_json import file_data

            data = file_data(result.report, result.outcome, self.lang)
            out.write((", " if self.files else "") + json.dumps(data, ensure_ascii=False))
            return
        from gdlint.reporters.text import finding_lines

        for finding in result.findings:
            out.write("\n".join(finding_lines(finding, result.report.source, self.lang)) + "\n\n")

    def _summary(self) -> dict[str, Any]:
        counts = {level.value: self.counts[level.value] for level in Severity}
        return {
            "files": self.files,
            **counts,
            **({"rules": self.statistics.data()} if self.statistics else {}),
        }

    def summarise(self) -> None:
        """The number of files and findings, what was checked, and what took how long, on standard error."""
        line = SAID["summary"][self.lang].format(**self._summary())
        if self.skipped:
            line += SAID["skipped"][self.lang].format(skipped=self.skipped)
        told(line)
        if self.checked:
            told(self.checked.line(self.lang))
        for line in timing_lines(self.times or {}, self.files, self.lang):
            told(line)
