"""`gdlint baseline`: write the findings of today into a file, so that only new ones are told from now on."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import click

from gdlint import api
from gdlint.cli.choosing import Chosen, choosing
from gdlint.cli.files import Job, read
from gdlint.cli.options import Request, shared
from gdlint.cli.perform import perform
from gdlint.cli.settings import Desk, baseline_path
from gdlint.cli.words import SAID, say, told
from gdlint.engine.baseline import Baseline, Entry, entry_of, read_baseline, text_of

NAME = ".gdlint-baseline.json"


@click.command(
    "baseline",
    help="把现有的问题记入文件，以后只报告新的问题；已写的原因保留。\n\n"
    "Write the present findings into a file, so that only new ones are told from now on; reasons in it are kept.",
)
@shared
@choosing
def command(request: Request, chosen: Chosen) -> int:
    """Run the command; the exit status."""
    desk = Desk(request, chosen, silences=False)
    asked = chosen.one.get("baseline") or request.output
    path = Path(os.path.abspath(asked)) if asked else _settled(desk, request)
    run = Run(desk, request._replace(output=str(path)), path)
    return 0 if perform(run, run.request) else 2


def _settled(desk: Desk, request: Request) -> Path:
    """The file that the settings of the first path name, or one in this folder."""
    first = os.path.abspath(request.paths[0])
    folder = Path(first) if os.path.isdir(first) else Path(first).parent
    return baseline_path(desk.book(folder / "-").settings) or Path.cwd() / NAME


class Run:
    """One run over many files; the file is written at its end."""

    def __init__(self, desk: Desk, request: Request, path: Path) -> None:
        self.desk, self.request, self.path = desk, request, path
        self.files = self.failed = self.locked = self.entries = 0
        old = read_baseline(path) if path.is_file() else Baseline(path.parent, [])
        self.old = old

    def choose(self, found: Sequence[Job]) -> Sequence[Job]:
        """The files without those that their settings exclude, and without the file of known findings itself."""
        return [job for job in found if not self.desk.excludes(job)]

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Check all files and write their findings."""
        entries: list[Entry] = []
        checked = set()
        for job in found:
            post = self.desk.post(job)
            report = api.parse_source(read(job, self.request.stdin_name), post.options)
            post = self.desk.settled(post, job, report)
            result = api.lint_report(report, post.rules, post.terms)
            if not job.named and result.report.source.text is not None and not result.is_report:
                continue
            self.files += 1
            key = self.old.key(result.report.source.path)
            checked.add(key)
            locked = post.terms.locked | {ready.rule.code for ready in post.rules if ready.rule.locked}
            known = self.old.by_path.get(key, {})
            for finding in result.findings:
                if finding.code in locked:
                    self.locked += 1
                    continue
                place = result.report.source.place(finding.spots[0].start, finding.spots[0].end)
                before = known.get(finding.fingerprint)
                entries.append(entry_of(finding, key, place.line, before.reason if before else ""))
        others = [entry for entry in self.old.entries if entry.path not in checked and self._is_there(entry)]
        self.entries = len(entries)
        out.write(text_of([*entries, *others]))

    def _is_there(self, entry: Entry) -> bool:
        return os.path.exists(self.path.parent / entry.path)

    def summarise(self) -> None:
        """What was written, on standard error."""
        if self.files:
            lang = self.request.lang
            line = SAID["baseline"][lang].format(
                path=os.path.relpath(self.path), files=self.files, n=self.entries
            )
            told(line + (SAID["baseline-locked"][lang].format(n=self.locked) if self.locked else ""))
        else:
            say("baseline-nothing", self.request.lang)
