"""A command's work over all files of a request, from finding them to its last line."""

from collections.abc import Sequence
from typing import IO, Protocol

from gdlint.cli.files import Job, jobs, writes_over
from gdlint.cli.options import Request
from gdlint.cli.output import NothingDoneError, UnwritableError, opened
from gdlint.cli.words import say


class Run(Protocol):
    """The work of one command, and how many files it did and could not do."""

    files: int
    failed: int

    def choose(self, found: Sequence[Job]) -> Sequence[Job]:
        """The files that are to be done, of those that were found."""

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Do all files."""

    def summarise(self) -> None:
        """Say on standard error what was done."""


def perform(run: Run, request: Request) -> bool:
    """Do the files of a request; whether there were any and all could be done. What is amiss is said."""
    files, complete = jobs(request.paths, request.lang)
    found = run.choose(files)
    if writes_over(request.output, found):
        say("same-file", request.lang, path=request.output)
        return False
    try:
        with opened(request.output, request.lang) as out:
            run.all(found, out)
            # A full disk or a closed pipe is said before, and not behind, what was done.
            out.flush()
            if not run.files:
                raise NothingDoneError
    except UnwritableError:
        return False
    except NothingDoneError:
        if complete and not run.failed:
            say("no-files", request.lang)
    run.summarise()
    return bool(complete and run.files and not run.failed)
