"""One file of a call: a named one, one of a folder or an archive, or standard input; and its text."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gdlint.model.page import UnreadableError
from gdlint.model.source import Source
from gdlint.readers.archive import Archives, Member
from gdlint.readers.text import LIMIT, beginning

if TYPE_CHECKING:
    from gdlint.session import Session


class Inside(NamedTuple):
    """A file in an archive, the archive, and what opens it."""

    archives: Archives
    path: Path
    member: Member

    def read(self) -> bytes:
        """Its content. Raises `UnreadableError`, and `OSError` where the archive is gone."""
        return self.archives.read(self.path, self.member)


class Job(NamedTuple):
    """One file to read: its path as it is shown; whether it is treated as one that the user named; whether it was found in a
    folder or an archive; where in an archive; why it cannot be read, if that is known by now."""

    path: str
    named: bool
    in_folder: bool = False
    inside: Inside | None = None
    problem: tuple[str, str] | None = None

    @property
    def file(self) -> str:
        """The file on the disk: of what lies in an archive, that one."""
        return str(self.inside.path) if self.inside else self.path


def read(job: Job, stdin_name: str | None, session: "Session") -> Source:
    """The source of a job."""
    if job.path == "-":
        return session.read(sys.stdin.buffer.read(LIMIT + 1), stdin_name)
    if job.problem:
        problem, detail = job.problem
        return Source(job.path, None, problem=problem, detail=detail)
    if job.inside:
        return _read_inside(job.path, job.inside, session)
    return session.read(Path(job.path), job.path)


def job_bytes(job: Job) -> bytes:
    """The bytes of a job. Raises `OSError` and `UnreadableError`."""
    if job.path == "-":
        return sys.stdin.buffer.read(LIMIT + 1)
    if job.problem:
        raise UnreadableError(*job.problem)
    return job.inside.read() if job.inside else beginning(Path(job.path))


def _read_inside(path: str, inside: Inside, session: "Session") -> Source:
    """The source of a file in an archive."""
    try:
        return session.read(inside.read(), path)
    except UnreadableError as error:
        return Source(path, None, problem=error.problem, detail=error.detail)
    except OSError as error:
        return Source(path, None, problem="no-access", detail=error.strerror or type(error).__name__)
