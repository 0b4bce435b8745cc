"""`gdlint check`: read reports and say what is wrong with them."""

import os
from collections import Counter
from collections.abc import Sequence
from typing import IO, Any

import click

from gdlint import api
from gdlint.cli.choosing import Chosen, choosing
from gdlint.cli.files import Job, read
from gdlint.cli.formats import Format, writer
from gdlint.cli.options import Request, shared
from gdlint.cli.perform import perform
from gdlint.cli.settings import Desk
from gdlint.cli.tallies import Checked, Statistics, timing_lines
from gdlint.cli.words import SAID, relative, renaming, say, skipped, told
from gdlint.config.errors import ConfigError
from gdlint.engine.catalog import CatalogError
from gdlint.model.finding import Severity
from gdlint.reporters.safe import harmless_lines


@click.command(
    "check",
    help="检查报告；- 为标准输入。退出码：0 没有达到 --fail-on 的问题，1 有，2 无法完成。\n\n"
    "Check reports; - is standard input. Exit status: 0 nothing at or above --fail-on, 1 findings, 2 not done.",
)
@shared
@click.option("--format", "style", type=Format(), default="text", help="输出格式 / format")
@choosing
@click.option("--no-suppressions", is_flag=True, help="不理会忽略注释和已知问题 / silence nothing")
@click.option("--statistics", is_flag=True, help="每条规则的问题数 / findings by rule")
@click.option("--timing", is_flag=True, help="每条规则用时（写到标准错误）/ time by rule, on standard error")
def command(
    request: Request, chosen: Chosen, style: str, no_suppressions: bool, statistics: bool, timing: bool
) -> int:
    """Run the command; the exit status."""
    run = Run(Desk(request, chosen, silences=not no_suppressions), request, style, statistics, timing)
    return int(run.failing) if perform(run, request) else 2


class Run:
    """One run over many files, written as it goes: nothing of a file is kept once it is written."""

    def __init__(self, desk: Desk, request: Request, style: str, statistics: bool, timing: bool) -> None:
        self.desk, self.request, self.lang, self.style = desk, request, request.lang, style
        self.counts: Counter[str] = Counter()
        self.files = self.failed = self.silenced = 0
        self.skipped: list[str] = []
        self.failing = False
        """a finding reached the level at which the call fails"""
        self.checked = Checked()
        self.statistics = Statistics() if statistics else None
        self.times: dict[str, float] | None = {} if timing else None

    def choose(self, found: Sequence[Job]) -> list[Job]:
        """The files without those that their settings exclude; mistakes in settings are found before anything is written."""
        return [job for job in found if not self.desk.excludes(job)]

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Check all files; a fault in one is said, and the others go on."""
        written = writer(self.style, out, self.lang)
        for job in found:
            try:
                post = self.desk.post(job)
                source = read(job, self.request.stdin_name)
                report = api.parse_timed(source, post.options, self.times)
                post = self.desk.settled(post, job, report)
                result = api.lint_report(report, post.rules, post.terms, self.times)
            except (ConfigError, CatalogError):
                raise
            except Exception as error:
                if os.environ.get("GDLINT_DEBUG"):
                    raise
                say("internal", self.lang, path=job.path, reason=f"{type(error).__name__}: {error}")
                self.failed += 1
                continue
            if not job.named and result.report.source.text is not None and not result.is_report:
                self.skipped.append(job.path)
                continue
            self._count(result)
            written.file(result, [pack.brief for pack in post.packs])
            self.failing |= any(finding.severity in post.fatal for finding in result.findings)
            self.files += 1
        if self.statistics and self.style == "text":
            out.write(harmless_lines(self.statistics.lines(self.lang)))
        if self.style == "text" and self.request.output and self.files:
            # A file that stays behind tells by itself what was checked, and that nothing was found.
            out.write(f"gdlint: {SAID['summary'][self.lang].format(**self._summary())}\n")
        written.end(self._summary())

    def _count(self, result: api.Result) -> None:
        self.counts.update(finding.severity.value for finding in result.findings)
        self.checked.add(result.outcome)
        self.silenced += result.outcome.silenced
        if self.statistics:
            self.statistics.add(result.findings)

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
        if self.silenced:
            line += SAID["silenced"][self.lang].format(silenced=self.silenced)
        told(line + skipped(self.skipped, self.lang))
        if self.checked:
            told(self.checked.line(self.lang))
        if self.desk.named:
            say("packs", self.lang, packs=", ".join(self.desk.named))
        for names, number in self.desk.taken.items():
            say("auto" if names else "auto-none", self.lang, packs=", ".join(names), n=number)
        for path, baseline in self.desk.baselines.items():
            if baseline.renamed:
                n, first = len(baseline.renamed), renaming(baseline)
                say("renamed", self.lang, path=relative(path), n=n, first=first)
            if stale := baseline.stale(frozenset(self.desk.ran)):
                first = f"{stale[0].path} {stale[0].code}"
                say("stale", self.lang, path=relative(path), n=len(stale), first=first)
        for line in timing_lines(self.times or {}, self.files, self.lang):
            told(line)
