"""Standard output while code of plugins runs. That of a command is its own: what a plugin prints goes to standard error.

A program that uses gdlint as a library owns its streams itself, and may run it in threads: there, nothing is changed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_owned: list[TextIO] = []


@contextmanager
def owned() -> Iterator[None]:
    """A command runs, and standard output is its own."""
    _owned.append(sys.stdout)
    try:
        yield
    finally:
        _owned.pop()


@contextmanager
def lent() -> Iterator[None]:
    """Code of a plugin runs: it finds standard error in the place of standard output, and so does a program that it starts."""
    if not _owned or sys.stdout is not _owned[-1]:
        yield
        return
    ours, sys.stdout = sys.stdout, sys.stderr
    number = _redirected(ours)
    try:
        yield
    finally:
        sys.stdout = ours
        if number is not None:
            os.dup2(number, ours.fileno())
            os.close(number)


def _redirected(ours: TextIO) -> int | None:
    """Lead the file of a stream to standard error; a number that keeps it, or None where one of them has no file."""
    with suppress(OSError, ValueError):
        number = os.dup(ours.fileno())
        try:
            os.dup2(sys.stderr.fileno(), ours.fileno())
        except (OSError, ValueError):
            os.close(number)
            raise
        return number
    return None
