"""Which files a call means: named ones, those of folders, and standard input."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gdlint.cli.words import say
from gdlint.model.source import Source
from gdlint.readers.text import LIMIT
from gdlint.reading import read_bytes, read_path, suffixes


class Job(NamedTuple):
    """One file to read: its path as it is shown, and whether the user named it (or it was found in a folder)."""

    path: str
    named: bool


def jobs(paths: Sequence[str], lang: str) -> tuple[list[Job], bool]:
    """The files of a call, each once, and whether every path exists. A missing one is said at once."""
    found: dict[str, Job] = {}
    complete = True
    for path in paths:
        if path == "-":
            found.setdefault(path, Job(path, True))
        elif os.path.isdir(path):
            closed: list[OSError] = []
            for file in _files_below(path, closed):
                found.setdefault(os.path.abspath(file), Job(file, False))
            for error in closed:
                say("no-folder", lang, path=error.filename, reason=error.strerror)
                complete = False
        elif os.path.lexists(path):
            found[os.path.abspath(path)] = Job(path, True)
        else:
            say("not-found", lang, path=path)
            complete = False
    return list(found.values()), complete


def writes_over(output: str | None, found: Sequence[Job]) -> bool:
    """The output would replace one of the inputs."""
    return bool(output) and any(
        job.path != "-" and os.path.exists(output or "") and os.path.samefile(job.path, output or "")
        for job in found
    )


def _files_below(folder: str, closed: list[OSError]) -> Iterator[str]:
    """The text files of a folder in the order of their paths; hidden ones are left out, links to folders not followed;
    folders that cannot be opened are added to `closed`."""
    wanted = suffixes()
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(parent, name)
            if (
                not name.startswith(".")
                and os.path.splitext(name)[1].lower() in wanted
                and not _is_pipe(path)
            ):
                yield path


def _is_pipe(path: str) -> bool:
    """To read it would wait for ever. (A file that is gone by now, or whose link leads nowhere, is told of later.)"""
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)
    except OSError:
        return False


def read(job: Job, stdin_name: str | None) -> Source:
    """The source of a job."""
    if job.path == "-":
        return read_bytes(sys.stdin.buffer.read(LIMIT + 1), stdin_name or "-")
    return read_path(Path(job.path), job.path)
