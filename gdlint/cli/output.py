"""Where output goes: standard output, or a file that is written whole or not at all."""

import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any

from gdlint.cli.stderr import reason, say

STANDARD = ("-", "/dev/stdout")
"""names of standard output. (To open the second would empty a file that it is appended to.)"""


_TEXT: Mapping[str, Any] = {"encoding": "utf-8", "newline": "", "errors": "backslashreplace"}


class UnwritableError(Exception):
    """The output file cannot be written; it was said already."""


class NothingDoneError(Exception):
    """There is nothing to write; an output file that is there stays as it is."""


@contextmanager
def opened(path: str | None, lang: str) -> Iterator[IO[str]]:
    """A text stream in UTF-8. A regular file takes its place only when all was written.

    Raises `UnwritableError` where the file or its folder cannot be written; passes on what is raised inside.
    """
    if path is None or path in STANDARD:
        yield sys.stdout
        return
    try:
        special = os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)
        with _direct(path) if special else _whole(path, "x", **_TEXT) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        say("unwritable", lang, path=path, reason=reason(error, lang))
        raise UnwritableError from None


def replace(path: str, data: bytes) -> None:
    """Give a file other bytes, all at once.

    Raises `OSError`.
    """
    with _whole(path, "xb") as stream:
        stream.write(data)


@contextmanager
def _direct(path: str) -> Iterator[IO[str]]:
    """A pipe or device, which cannot be replaced."""
    with open(path, "w", **_TEXT) as stream:
        yield stream


@contextmanager
def _whole(path: str, mode: str, **how: Any) -> Iterator[IO[Any]]:
    """A file beside the one that is meant, which it replaces at the end. A link stays a link: the file that it leads to is meant."""
    target = os.path.realpath(path)
    before = _replaceable(target)
    # Its name is known before it is there, so that no interruption can come between.
    temporary = os.path.join(os.path.dirname(target), f".gdlint-{os.urandom(8).hex()}")
    with _ended_in_order():
        try:
            with open(temporary, mode, opener=_private, **how) as stream:
                yield stream
            _give_permissions(temporary, before)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _replaceable(path: str) -> os.stat_result | None:
    """The state of a file that may be replaced, or None where there is none.

    Raises `OSError` for a folder, and for a file that may not be written. (Only its folder is asked when it is replaced, and
    its own permissions never where the user may do everything.)
    """
    try:
        state = os.stat(path)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not state.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return state


def _give_permissions(path: str, before: os.stat_result | None) -> None:
    """Those of the file that is replaced, and its owner where that can be; those of any new file where there was none."""
    if before is None:
        os.chmod(path, 0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, before.st_uid, before.st_gid)
    os.chmod(path, stat.S_IMODE(before.st_mode))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """A process that is asked to end (SIGTERM, SIGHUP) does so as if the user had interrupted it, and leaves nothing behind."""
    import signal

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    asked = [name for name in names if signal.getsignal(getattr(signal, name)) is signal.SIG_DFL]
    # Only the main thread may say what becomes of a signal.
    with suppress(ValueError):
        for name in asked:
            signal.signal(getattr(signal, name), interrupt)
    try:
        yield
    finally:
        with suppress(ValueError):
            for name in asked:
                signal.signal(getattr(signal, name), signal.SIG_DFL)
