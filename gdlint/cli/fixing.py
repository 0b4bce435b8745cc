"""`gdlint check --fix` and `--diff`: the files that are fixed, or what would become of them."""

import sys
from pathlib import Path
from typing import IO

from gdlint.cli.jobs import Job, read
from gdlint.cli.options import Request
from gdlint.cli.output import replace
from gdlint.cli.stderr import reason, say
from gdlint.fixes.diff import unified
from gdlint.fixes.file import FixedFile
from gdlint.fixes.rounds import fix_of
from gdlint.model.result import FileResult
from gdlint.readers.text import LIMIT, beginning
from gdlint.reporters.safe import harmless_lines, masked
from gdlint.session import Session


class Fixing:
    """Fixes one file after the other, in place or only as a diff."""

    def __init__(self, session: Session, request: Request, *, unsafe: bool, shows: IO[str] | None) -> None:
        self.session, self.request, self.unsafe = session, request, unsafe
        self.shows = shows
        """where the diff goes in place of the files"""
        self.findings = self.files = self.tracked = self.refused = self.held = 0

    def result(self, job: Job, path: Path) -> FileResult | None:
        """What is found in a file once it is fixed; with a diff, what is found in it now. None for a file that cannot be
        written, which is said."""
        made = self._fixed(job, path)
        if made is None:
            return self._as_it_is(job, path)
        if not (job.named or made.before.is_report):
            return made.before
        self.refused += len(made.refused)
        self.held += len(made.held)
        if made.data is None:
            return made.before
        if self.shows is not None:
            lines = unified(made.before.report.source, made.edits)
            self.shows.write(harmless_lines(map(masked, lines)))
        elif not self._write(job, made.data):
            return None
        self.findings += len(made.fixed)
        self.files += 1
        self.tracked += made.before.report.source.location(0) is not None
        return made.before if self.shows is not None else made.after

    def summarise(self) -> None:
        """What was fixed, on standard error."""
        lang, key = self.request.lang, "fixed" if self.shows is None else "would-fix"
        say(key, lang, n=self.findings, files=self.files)
        if self.tracked and self.shows is None:
            say("tracked", lang, files=self.tracked)
        if self.refused:
            say("not-fixed", lang, n=self.refused)
        if self.held:
            say("held", lang, n=self.held)

    def _as_it_is(self, job: Job, path: Path) -> FileResult:
        source = read(job, self.request.stdin_name, self.session)
        result = self.session.check(source, path, self.request.options)
        self.refused += sum(1 for finding in result.findings if fix_of(finding, unsafe=self.unsafe))
        return result

    def _fixed(self, job: Job, path: Path) -> FixedFile | None:
        """None for what lies in an archive, and what cannot be read."""
        if job.inside or job.problem:
            return None
        name = (self.request.stdin_name or "-") if job.path == "-" else job.path
        try:
            data = sys.stdin.buffer.read(LIMIT + 1) if job.path == "-" else beginning(Path(job.path))
        except OSError:
            return None
        return self.session.fix(data, name, path, self.request.options, unsafe=self.unsafe)

    def _write(self, job: Job, data: bytes) -> bool:
        try:
            replace(job.path, data)
        except OSError as error:
            say("unwritable", self.request.lang, path=job.path, reason=reason(error, self.request.lang))
            return False
        return True
