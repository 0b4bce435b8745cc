"""A command's work over all files of a request, from finding them to its last line."""

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import IO, Protocol

from gdlint.cli.files import FoundFiles, find, writes_over
from gdlint.cli.jobs import Job
from gdlint.cli.options import Request
from gdlint.cli.output import NothingDoneError, UnwritableError, opened
from gdlint.cli.overrides import say_without_effect
from gdlint.cli.stderr import named, say, say_old_words
from gdlint.readers.read_file import is_looked_for
from gdlint.session import Session


class FileWork(Protocol):
    """The work of one command in a session, and how many files it did and could not do."""

    session: Session
    files: int
    failed: int

    def choose(self, found: Sequence[Job]) -> Sequence[Job]:
        """The files that are to be done, of those that were found."""

    def all(self, found: Sequence[Job], out: IO[str]) -> None:
        """Do all files."""

    def summarise(self) -> None:
        """Say on standard error what was done."""


def perform(run: FileWork, request: Request) -> bool:
    """Do the files of a request; whether there were any and all could be done. What is amiss is said."""
    wanted = cache(partial(is_looked_for, plugins=run.session.plugins))
    found = find(request.paths, request.scope, request.output, wanted, request.lang)
    left, unread = run.choose(found.jobs), run.choose(found.unread)
    say_without_effect(run.session, request.lang)
    excluded = len(found.excluded) + len(found.jobs) - len(left)
    if writes_over(request.output, left):
        say("same-file", request.lang, path=request.output)
        return False
    run.session.conversions.announce([Path(job.path) for job in left if not job.inside])
    try:
        with opened(request.output, request.lang) as out:
            run.all(left, out)
            # A full disk or a closed pipe is said before, and not behind, what was done.
            out.flush()
            if not run.files:
                raise NothingDoneError
    except UnwritableError:
        return False
    except NothingDoneError:
        if found.complete and not run.failed:
            _say_nothing_done(found, excluded, request)
    if not request.quiet:
        run.summarise()
        say_old_words(run.session.old_words, request.lang)
        _say_left_out(found, excluded if run.files else 0, request.lang)
    if unread:
        say("unread", request.lang, n=len(unread), paths=named([job.path for job in unread], request.lang))
    done = run.files or (request.scope.force and not unread)
    return bool(found.complete and done and not run.failed)


def _say_nothing_done(found: FoundFiles, excluded: int, request: Request) -> None:
    """Why there was nothing to do. A hook is often called for files of which none is a report, and output of our own is said."""
    if excluded:
        say("all-excluded", request.lang, n=excluded)
    elif request.scope.include and not found.jobs:
        say("none-included", request.lang)
    elif not request.scope.force and (found.jobs or not found.own):
        say("no-files", request.lang)


def _say_left_out(found: FoundFiles, excluded: int, lang: str) -> None:
    """Files that nobody expects to be checked."""
    if found.own:
        say("own-output", lang, paths=named([job.path for job in found.own], lang))
    if found.ignored:
        say("ignored", lang, n=len(found.ignored), paths=named(found.ignored, lang))
    if excluded:
        say("excluded", lang, n=excluded)
