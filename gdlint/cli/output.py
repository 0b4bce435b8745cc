"""Where output goes: standard output, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from gdlint.cli.words import say


class UnwritableError(Exception):
    """The output file cannot be written; it was said already."""


class NothingDoneError(Exception):
    """There is nothing to write; an output file that is there stays as it is."""


@contextmanager
def opened(path: str | None, lang: str) -> Iterator[IO[str]]:
    """A text stream in UTF-8. A regular file takes its place only when all was written.

    Raises `UnwritableError` where the file or its folder cannot be written; passes on what is raised inside.
    """
    if path is None or path == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    try:
        special = os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)
        with _direct(path) if special else _whole(path) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        say("unwritable", lang, path=path, reason=error.strerror or error)
        raise UnwritableError from None


@contextmanager
def _direct(path: str) -> Iterator[IO[str]]:
    """A pipe or device, which cannot be replaced."""
    with open(path, "w", encoding="utf-8", newline="", errors="backslashreplace") as stream:
        yield stream


@contextmanager
def _whole(path: str) -> Iterator[IO[str]]:
    """A file beside the one that is meant, which it replaces at the end."""
    import tempfile

    if os.path.isdir(path):
        raise IsADirectoryError(21, os.strerror(21))
    folder = os.path.dirname(os.path.abspath(path))
    handle, temporary = tempfile.mkstemp(prefix=".gdlint-", dir=folder)
    try:
        with open(handle, "w", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            yield stream
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
