"""`gdlint baseline`: write the findings of today into a file, so that only new ones are told from now on."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import click

from gdlint.cli.choosing import CallSettings, choosing
from gdlint.cli.jobs import Job, read
from gdlint.cli.options import Request, shared
from gdlint.cli.overrides import path_of, session_of
from gdlint.cli.perform import perform
from gdlint.cli.stderr import relative, renaming, say, told
from gdlint.engine.baseline import Baseline, KnownFinding, entry_of, identity_of, read_baseline, text_of
from gdlint.model.result import FileResult
from gdlint.reporters.safe import escaped, shown
from gdlint.session import Session, baseline_path
from gdlint.words.commands import SAID

NAME = ".gdlint-baseline.json"


@click.command(
    "baseline",
    help="把现有的问题记入文件，以后只报告新的问题；已写的原因保留。\n\n"
    "Write the present findings into a file, so that only new ones are told from now on; reasons in it are kept.",
)
@shared
@choosing
@click.option("--prune", is_flag=True, help="只删去不再出现的，不记入新的 / only take out what is gone")
def command(request: Request, chosen: CallSettings, prune: bool) -> int:
    """Run the command; the exit status."""
    session = session_of(request, chosen, silences=False)
    asked = chosen.one.get("baseline") or request.output
    path = Path(os.path.abspath(asked)) if asked else _settled(session, request)
    if prune and not path.is_file():
        say("not-found", request.lang, path=relative(path))
        return 2
    run = BaselineRun(session, request._replace(output=str(path)), path, prune=prune)
    return 0 if perform(run, run.request) else 2


def _settled(session: Session, request: Request) -> Path:
    """The file that the settings of the first path name, or one in this folder."""
    first = os.path.abspath(request.paths[0])
    folder = Path(first) if os.path.isdir(first) else Path(first).parent
    return baseline_path(session.rules_at(folder / "-").settings) or Path.cwd() / NAME


class BaselineRun:
    """One run over many files; the file is written at its end."""

    def __init__(self, session: Session, request: Request, path: Path, *, prune: bool) -> None:
        self.session, self.request, self.path, self.prune = session, request, path, prune
        self.files = self.failed = self.locked = self.dropped = 0
        self.old = read_baseline(path) if os.path.isfile(path) else Baseline(path.parent, [])
        self.entries: list[KnownFinding] = []
        self.identities = dict(self.old.identities)

    def choose(self, found: Sequence[Job]) -> Sequence[Job]:
        """The files without those that their settings exclude, and without the file of known findings itself."""
        name = self.request.stdin_name
        return [job for job in found if not self.session.excludes(path_of(job, name)) or job.named]

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Check all files and write their findings, with the entries of files that were not checked and are still there."""
        for job in found:
            source = read(job, self.request.stdin_name, self.session)
            result = self.session.check(source, path_of(job, self.request.stdin_name), self.request.options)
            if job.named or result.report.source.text is None or result.is_report:
                self._take(result)
        others = [entry for entry in self.old.entries if entry.path not in self.old.seen]
        kept = [entry for entry in others if self.old.is_there(entry.path)]
        self.dropped += len(others) - len(kept)
        there = {path: face for path, face in self.identities.items() if self.old.is_there(path)}
        out.write(escaped(text_of([*self.entries, *kept], there)))

    def _take(self, result: FileResult) -> None:
        """The entries of one file: its findings, and what was known by rules that did not run this time."""
        self.files += 1
        key = self.old.key(result.report.source.path)
        known = self.old.known(result.report)
        self.identities[key] = identity_of(result.report)
        entries = [
            entry._replace(path=key)
            for entry in known.values()
            if entry.code not in result.ran and entry.code not in result.locked
        ]
        for finding in result.findings:
            before = known.get(finding.fingerprint)
            if finding.code in result.locked:
                self.locked += 1
            elif before or not self.prune:
                entries.append(entry_of(finding, key, before.reason if before else ""))
        marks = {entry.fingerprint for entry in entries}
        self.dropped += sum(mark not in marks for mark in known)
        self.entries += entries

    def summarise(self) -> None:
        """What was written, on standard error."""
        lang = self.request.lang
        if not self.files:
            say("baseline-nothing", lang)
            return
        words = "baseline-pruned" if self.prune else "baseline"
        line = SAID[words][lang].format(path=relative(self.path), files=self.files, n=len(self.entries))
        if self.dropped:
            line += SAID["baseline-dropped"][lang].format(n=self.dropped)
        if self.old.renamed:
            n, first = len(self.old.renamed), shown(renaming(self.old))
            line += SAID["baseline-renamed"][lang].format(n=n, first=first)
        if self.locked:
            line += SAID["baseline-locked"][lang].format(n=self.locked)
        told(line)
