"""`gdlint annotate`: the same files with what was found written into them as comments."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, NamedTuple

import click

from gdlint.cli.choosing import CallSettings, selecting
from gdlint.cli.jobs import Job, job_bytes
from gdlint.cli.options import Request, shared
from gdlint.cli.output import UnwritableError, replace
from gdlint.cli.output_folder import FolderNames, made_ready
from gdlint.cli.overrides import path_of, session_of
from gdlint.cli.perform import perform
from gdlint.cli.stderr import reason, say, skipped, told
from gdlint.model.page import UnreadableError
from gdlint.session import Session
from gdlint.words.commands import BINARY, SAID
from gdlint.words.fault import FaultError
from gdlint.words.file_results import PROBLEM


@click.command(
    "annotate",
    help="把问题写成批注（Word）或注释（Markdown、网页），原文件不变；再次运行时替换 gdlint 自己的批注。\n\n"
    "The same files with the findings as comments; those of an earlier run are replaced.",
)
@shared
@selecting
@click.option("--output-dir", metavar="DIR", help="写入这个文件夹，名称不变 / into this folder")
def command(request: Request, chosen: CallSettings, output_dir: str | None) -> int:
    """Run the command; the exit status."""
    if bool(request.output) == bool(output_dir):
        say("two-outputs" if output_dir else "no-output", request.lang)
        return 2
    run = AnnotateRun(session_of(request, chosen), request, output_dir)
    return 0 if perform(run, request) else 2


_SAME = ((".md", ".markdown"), (".html", ".htm"))
"""endings of one format"""


class AnnotatedFile(NamedTuple):
    """A file with its comments, and how many there are."""

    data: bytes
    comments: int


class AnnotateRun:
    """One run over many files, each of which is written whole or not at all."""

    def __init__(self, session: Session, request: Request, folder: str | None) -> None:
        self.session, self.request, self.lang, self.folder = session, request, request.lang, folder
        self.files = self.failed = self.comments = 0
        self.skipped: list[str] = []
        self.names = FolderNames()
        self.when = datetime.now(UTC)

    def choose(self, found: Sequence[Job]) -> list[Job]:
        """The files without those that their settings exclude."""
        return [job for job in found if job.named or not self.session.excludes(self._path(job))]

    def _path(self, job: Job) -> Path:
        return path_of(job, self.request.stdin_name)

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Annotate all files; one that takes no comments is said, and the others go on."""
        if not self.folder and len(found) > 1:
            say("one-output", self.lang, n=len(found))
            raise UnwritableError
        if not self.folder and found and (ending := self._other_ending(self._name(found[0]))):
            say("other-ending", self.lang, path=self.request.output, ending=ending)
            raise UnwritableError
        for job in found:
            made = self._made(job)
            if made and self._written(job, made.data, out):
                self.files += 1
                self.comments += made.comments

    def _other_ending(self, name: str) -> str:
        """The ending of a file where that of its copy says another format; "" where it says the same, or nothing."""
        own, given = (Path(path or "").suffix.lower() for path in (name, self.request.output))
        alike = own == given or any({own, given} <= {*endings} for endings in _SAME)
        return "" if alike or not (own and given) else own

    def _made(self, job: Job) -> AnnotatedFile | None:
        """What comes of a file; None for one that is no report, or takes no comments, which is said."""
        try:
            return self._annotated(job)
        except UnreadableError as error:
            if error.problem == "no-report" and not job.named:
                self.skipped.append(job.path)
                return None
            why = PROBLEM[error.problem][self.lang].format(detail=error.detail)
        except OSError as error:
            why = reason(error, self.lang)
        say("not-annotated", self.lang, path=job.path, reason=why)
        self.failed += 1
        return None

    def _annotated(self, job: Job) -> AnnotatedFile:
        """A file with its comments. Raises `OSError` and `UnreadableError`."""
        data = job_bytes(job)
        source = self.session.read(data, self._name(job))
        if source.text is None:
            raise UnreadableError(source.problem or "", source.detail)
        result = self.session.check(source, self._path(job), self.request.options)
        if not result.is_report:
            raise UnreadableError("no-report")
        written = self.session.annotated(data, result, self.lang, self.when)
        return AnnotatedFile(written, len(result.findings))

    def _name(self, job: Job) -> str:
        return (self.request.stdin_name or "-") if job.path == "-" else job.path

    def _written(self, job: Job, data: bytes, out: IO[str]) -> bool:
        """Write a file; whether it could be. Raises `UnwritableError` for what hinders all others, too."""
        if self.folder is None:
            if out.isatty():
                raise FaultError(BINARY)
            out.buffer.write(data)  # type: ignore[attr-defined]  # a text file over one of bytes
            return True
        name = self._name(job)
        path = Path(self.folder) / self.names.of(name, Path(name).suffix)
        made_ready(path, job.file, self.lang)
        try:
            replace(str(path), data)
        except OSError as error:
            say("unwritable", self.lang, path=str(path), reason=reason(error, self.lang))
            self.failed += 1
            return False
        return True

    def summarise(self) -> None:
        """How many comments there are in how many files, on standard error."""
        line = SAID["annotated"][self.lang].format(files=self.files, n=self.comments)
        told(line + skipped(self.skipped, self.lang))
