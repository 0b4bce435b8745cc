"""The bytes of a file that somebody else may have written: a regular file, no larger than what its reader takes."""

import os
import stat
from pathlib import Path

from gdlint.words.fault import FaultError, Words, fault
from gdlint.words.system_errors import system_words

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""a pipe that took the place of a file since it was looked at is not waited for"""


class FileError(FaultError):
    """A file that is not read, in zh and en, without its name; `too_large` tells the one of which there is too much."""

    def __init__(self, words: Words, *, too_large: bool = False) -> None:
        super().__init__(words)
        self.too_large = too_large


def file_bytes(path: Path, most: int, *, own: bool = False, cut: bool = False) -> bytes:
    """The bytes of a file.

    Raises `FileError` for one that cannot be opened, that is no regular file (a folder, a device, a pipe), for one of more than
    `most` bytes, of which no more are read (they are given where the file may be `cut`), and where that is wanted for one that
    is not this user's `own`.
    """
    try:
        _check(_status(path), most, cut)
        with open(os.open(path, _FLAGS), "rb") as stream:
            status = os.fstat(stream.fileno())
            _check(status, most, cut)
            if own and not _is_own(status):
                raise FileError(fault("not-own", {}))
            raw = stream.read(most + 1)
    except OSError as error:
        raise FileError(fault("unreadable", {"reason": system_words(error)})) from None
    if len(raw) > most and not cut:
        raise too_large(len(raw), most)
    return raw[:most]


def _status(path: Path) -> os.stat_result:
    try:
        return os.stat(path)
    except ValueError:
        raise FileError(fault("no-path", {})) from None


def _check(status: os.stat_result, most: int, cut: bool) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise FileError(fault("no-regular-file", {}))
    if status.st_size > most and not cut:
        raise too_large(status.st_size, most)


def _is_own(status: os.stat_result) -> bool:
    """Nobody else may have written it; on a system without such owners, its folder tells."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def too_large(size: int, most: int) -> FileError:
    """What is said of so many bytes, where so many are taken at most."""
    return FileError(fault("too-many-bytes", {"size": size, "limit": most}), too_large=True)
