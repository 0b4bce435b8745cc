"""Where output goes: standard output, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from gdlint.cli.words import say


class UnwritableError(Exception):
    """The output file cannot be written; it was said already."""


@contextmanager
def opened(path: str | None, lang: str) -> Iterator[IO[str]]:
    """A text stream in UTF-8. A file takes its place only when all was written.

    Raises `UnwritableError` where the file or its folder cannot be written.
    """
    if path is None or path == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    import tempfile

    try:
        if os.path.isdir(path):
            raise IsADirectoryError(21, "Is a directory")
        folder = os.path.dirname(os.path.abspath(path))
        handle, temporary = tempfile.mkstemp(prefix=".gdlint-", dir=folder)
    except OSError as error:
        say("unwritable", lang, path=path, reason=error.strerror or error)
        raise UnwritableError from None
    try:
        with open(handle, "w", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            yield stream
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            say("unwritable", lang, path=path, reason=error.strerror or error)
            raise UnwritableError from None
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
