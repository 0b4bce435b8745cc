"""`gdlint check`: read reports and say what is wrong with them."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import click

from gdlint.cli.choosing import CallSettings, choosing
from gdlint.cli.delivery import LINES, Delivery, ToNobody, delivery, last_line
from gdlint.cli.formats import FormatChoice
from gdlint.cli.jobs import Job, read
from gdlint.cli.options import Request, shared
from gdlint.cli.overrides import path_of, session_of
from gdlint.cli.perform import perform
from gdlint.cli.progress import shown_progress, wants_progress
from gdlint.cli.sound_options import implied_style, mistake_of
from gdlint.cli.stderr import say, say_of_baselines, skipped, told
from gdlint.cli.tallies import Checked, PacksUsed, timing_lines
from gdlint.config.errors import ConfigError
from gdlint.config.schema import LEVELS
from gdlint.engine.catalog import CatalogError
from gdlint.model.claim import Claim
from gdlint.model.finding import Severity
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import RunInfo
from gdlint.reporters.levels import at_least
from gdlint.reporters.safe import harmless_lines, masked
from gdlint.session import Session
from gdlint.words.commands import SAID

if TYPE_CHECKING:
    from gdlint.cli.fixing import Fixing
    from gdlint.reporters.overview import Overview


@click.command(
    "check",
    help="检查报告；- 为标准输入。退出码：0 没有达到 --fail-on 的问题，1 有，2 无法完成。\n\n"
    "Check reports; - is standard input. Exit status: 0 nothing at or above --fail-on, 1 findings, 2 not done.",
)
@shared
@click.option("--format", "style", type=FormatChoice("check"), help="输出格式 / format")
@choosing
@click.option(
    "--min-severity",
    "level",
    type=click.Choice(LEVELS),
    help="只报告此级别及以上的问题 / nothing below this level",
)
@click.option("--no-suppressions", is_flag=True, help="不理会忽略注释和已知问题 / silence nothing")
@click.option("--statistics", is_flag=True, help="只列每条规则的问题数 / only findings by rule")
@click.option(
    "--summary",
    is_flag=True,
    help="只列汇总：按文件夹、按规则、无问题的文件等 / only a summary of many files",
)
@click.option("--output-dir", metavar="DIR", help="每份报告写一个文件 / one file a report in this folder")
@click.option("--notice", metavar="FILE", help="退改通知的模板（用于 --format notice）/ template of notices")
@click.option(
    "--against",
    metavar="FIRST.json",
    help="与首次的 JSON 结果比较：已改、仍有、新增 / compare with a first run",
)
@click.option(
    "--fix", is_flag=True, help="改正可以安全改正的问题，写回原文件 / fix what is safe to fix, in place"
)
@click.option(
    "--unsafe-fixes", is_flag=True, help="也改正会改动数字或意思的 / also what changes figures or meaning"
)
@click.option(
    "--diff", is_flag=True, help="只显示将作的改动，不写文件 / show what would be fixed, write nothing"
)
@click.option("--timing", is_flag=True, help="每条规则用时（写到标准错误）/ time by rule, on standard error")
def command(request: Request, chosen: CallSettings, no_suppressions: bool, **wanted: Any) -> int:
    """Run the command; the exit status."""
    wanted["style"] = wanted["style"] or implied_style(request.output, wanted)
    if wrong := mistake_of(request, wanted):
        say(wrong.key, request.lang, **wrong.fields)
        return 2
    if wanted["unsafe_fixes"] and not (wanted["fix"] or wanted["diff"]):
        say("unsafe-alone", request.lang)
    template = _template(wanted["notice"])
    session = session_of(request, chosen, silences=not no_suppressions)
    run = CheckRun(session, request, Wanted(**{**wanted, "notice": template}))
    return int(run.failing) if perform(run, request) else 2


def _template(path: str | None) -> str | None:
    if not path:
        return None
    from gdlint.cli.templates import read_template

    return read_template(path)


def _overview(language: str) -> "Overview":
    from gdlint.reporters.overview import Overview

    return Overview(language)


def _claims(report: Report) -> Sequence[tuple[Claim, int]]:
    from gdlint import api

    return api.claims(report)


class Wanted(NamedTuple):
    """What a call wants of its findings."""

    style: str
    level: str | None
    statistics: bool
    summary: bool
    output_dir: str | None
    notice: str | None
    against: str | None
    timing: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool


class CheckRun:
    """One run over many files, written as it goes: nothing of a file is kept once it is written."""

    def __init__(self, session: Session, request: Request, wanted: Wanted) -> None:
        self.session, self.request, self.lang, self.wanted = session, request, request.lang, wanted
        self.counts: Counter[str] = Counter()
        self.files = self.failed = self.silenced = self.unread = 0
        self.skipped: list[str] = []
        self.failing = False
        """a finding reached the level at which the call fails"""
        self.checked = Checked()
        self.packs = PacksUsed()
        self.overview = _overview(self.lang) if wanted.statistics or wanted.summary else None
        self.times: dict[str, float] | None = {} if wanted.timing else None
        self.fixing: Fixing | None = None

    def choose(self, found: Sequence[Job]) -> list[Job]:
        """The files without those that their settings exclude; mistakes in settings are found before anything is written."""
        return [job for job in found if not self.session.excludes(self._path(job)) or job.named]

    def _path(self, job: Job) -> Path:
        return path_of(job, self.request.stdin_name)

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Check all files; a fault in one is said, and the others go on."""
        wanted = self.wanted
        info = RunInfo(self.lang, self.session.described, claims=_claims, template=wanted.notice)
        places = (wanted.output_dir, wanted.against)
        written: Delivery = ToNobody()
        if not wanted.diff:
            written = delivery(wanted.style, out, info, *places, counted_only=bool(self.overview))
        if wanted.fix or wanted.diff:
            shows = out if wanted.diff else None
            from gdlint.cli.fixing import Fixing

            self.fixing = Fixing(self.session, self.request, unsafe=wanted.unsafe_fixes, shows=shows)
        for job in self._shown(found, out):
            checked = self._checked(job)
            if checked:
                self._count(checked)
                written.file(checked)
        written.end(self._summary())
        if (wanted.style in LINES or wanted.output_dir) and not wanted.diff:
            self._write_overview(out)

    def _shown(self, found: Sequence[Job], out: IO[str]) -> Iterable[Job]:
        elsewhere = bool(self.wanted.output_dir or self.overview) or not out.isatty()
        shows = wants_progress(len(found), quiet=self.request.quiet, elsewhere=elsewhere)
        return shown_progress(found, len(found)) if shows else found

    def _write_overview(self, out: IO[str]) -> None:
        """What many files come to, and in a file what was checked."""
        lines: Iterable[str] = ()
        if self.overview and self.files:
            lines = (
                self.overview.lines() if self.wanted.summary else self.overview.statistics.lines(self.lang)
            )
        out.flush()
        out.write(harmless_lines(map(masked, lines)))
        if self.wanted.style == "text" and self.request.output and self.files:
            out.write(last_line(self._summary(), self.lang))

    def _checked(self, job: Job) -> FileResult | None:
        """What came of a file; None for one that is passed over, or at which gdlint failed."""
        try:
            result = self._result(job)
        except (ConfigError, CatalogError):
            raise
        except Exception as error:
            if os.environ.get("GDLINT_DEBUG"):
                raise
            say("internal", self.lang, path=job.path, reason=f"{type(error).__name__}: {error}")
            self.failed += 1
            return None
        if result is None:
            self.failed += 1
            return None
        self.packs.add(result)
        if not job.named and result.report.source.text is not None and not result.is_report:
            self.skipped.append(job.path)
            return None
        level = self.wanted.level
        left = at_least(level, result.outcome) if level else result.outcome
        return result._replace(outcome=left)

    def _result(self, job: Job) -> FileResult | None:
        """What is found in a file, as it is or once it was fixed; None for one that could not be written."""
        if self.fixing:
            return self.fixing.result(job, self._path(job))
        source = read(job, self.request.stdin_name, self.session)
        return self.session.check(source, self._path(job), self.request.options, self.times)

    def _count(self, checked: FileResult) -> None:
        outcome = checked.outcome
        self.files += 1
        self.unread += checked.report.source.text is None
        self.counts.update(finding.severity.value for finding in outcome.findings)
        self.failing |= any(finding.severity in checked.fatal for finding in outcome.findings)
        self.checked.add(outcome)
        self.silenced += outcome.silenced
        if self.overview:
            self.overview.add(checked)

    def _summary(self) -> dict[str, Any]:
        counts = {level.value: self.counts[level.value] for level in Severity}
        return {
            "files": self.files,
            **counts,
            **({"rules": self.overview.statistics.data()} if self.overview else {}),
            **(self.overview.data() if self.overview and self.wanted.summary else {}),
        }

    def summarise(self) -> None:
        """The number of files and findings, what was checked, and what took how long, on standard error."""
        line = SAID["summary"][self.lang].format(**self._summary())
        if self.unread:
            line += SAID["of-them-unread"][self.lang].format(n=self.unread)
        if self.silenced:
            line += SAID["silenced"][self.lang].format(silenced=self.silenced)
        told(line + skipped(self.skipped, self.lang))
        if self.fixing:
            self.fixing.summarise()
        if self.checked:
            told(self.checked.line(self.lang))
        for line in self.packs.lines(self.lang):
            told(line)
        say_of_baselines(self.session.baselines, frozenset(self.session.ran), self.lang)
        for line in timing_lines(self.times or {}, self.files, self.lang):
            told(line)
