"""Which files a call means: named ones, those of folders, and standard input; and which of them are passed over."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gdlint.cli.jobs import Inside, Job
from gdlint.cli.stderr import reason, say
from gdlint.config.errors import SettingPlace
from gdlint.config.select import covers
from gdlint.model.page import UnreadableError
from gdlint.readers.archive import SUFFIX, Archives
from gdlint.readers.text import OTHER_FORMATS
from gdlint.reporters.own_output import HEAD, is_own_output

if TYPE_CHECKING:
    from gdlint.cli.gitignore import Patterns

PICTURES = frozenset({".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
UNREAD = OTHER_FORMATS | PICTURES
"""endings of what may be a report and cannot be read here; a reader of a plugin may change that"""

Wanted = Callable[[str], bool]
"""whether files of an ending, in small letters, are looked for in folders"""


class FileScope(NamedTuple):
    """Which files of folders a call looks for (empty: those that can be read), and what it leaves out; whether named files are
    treated like those of folders."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force: bool = False


class FoundFiles(NamedTuple):
    """The files of a call: those to read, those in formats that cannot be read here, gdlint's own output, and those that the call
    excludes; whether every path exists; what a repository leaves out."""

    jobs: list[Job]
    unread: list[Job]
    own: list[Job]
    excluded: list[Job]
    complete: bool
    ignored: tuple[str, ...] = ()


def find(paths: Sequence[str], scope: FileScope, output: str | None, wanted: Wanted, lang: str) -> FoundFiles:
    """The files of a call, each once, however often and through whatever link it is reached; of folders, those with the endings
    that are `wanted`. A missing one is said at once."""
    search = _Search({}, [], [], Archives())
    missing = False
    for path in paths:
        expanded = _expanded(path)
        for each in expanded:
            _add(each, search, named=not scope.force)
        if not expanded:
            from gdlint.cli.missing import say_missing

            say_missing(path, paths, lang)
            missing = True
    for error in search.closed:
        say("no-folder", lang, path=error.filename, reason=reason(error, lang))
    complete = not (missing or search.closed)
    found = _sorted_out(search.files.values(), scope, wanted, _targets(output), complete=complete)
    return found._replace(ignored=_wanted(sorted(search.ignored), wanted))


def _wanted(ignored: Sequence[str], wanted: Wanted) -> tuple[str, ...]:
    """Of what a repository leaves out, folders and files that would have been read: the others nobody misses."""
    return tuple(path for path in ignored if os.path.isdir(path) or wanted(os.path.splitext(path)[1].lower()))


def _expanded(path: str) -> list[str]:
    """A path that is there, or all that it means as a pattern: where it was quoted, or the shell expands none (Windows)."""
    if path == "-" or os.path.lexists(path):
        return [path]
    if not any(letter in path for letter in "*?["):
        return []
    from glob import glob

    return sorted(glob(path, recursive=True))


class _Search(NamedTuple):
    """What was met so far: files by what they are known by, folders that cannot be opened, and what a repository leaves out; and
    what opens archives."""

    files: dict[str, Job]
    closed: list[OSError]
    ignored: list[str]
    archives: Archives


def _add(path: str, search: _Search, *, named: bool) -> None:
    if path == "-":
        search.files.setdefault(path, Job(path, True))
    elif os.path.isdir(path):
        for file, key in _files_below(path, search):
            _put(key, Job(file, False, True), search)
    else:
        key = os.path.normcase(os.path.realpath(path))
        search.files.pop(key, None)
        _put(key, Job(path, named), search)


def _put(key: str, job: Job, search: _Search) -> None:
    """Add a file, or what an archive holds: it is a folder."""
    files, archives, path = search.files, search.archives, Path(job.path)
    if path.suffix.lower() != SUFFIX or not path.is_file():
        files.setdefault(key, job)
        return
    try:
        if archives.is_document(path):
            files.setdefault(key, job)
            return
        for member in archives.members(path):
            inside = Inside(archives, path, member)
            shown = f"{path}/{member.name}"
            files.setdefault(f"{key}/{member.name}", Job(shown, named=False, in_folder=True, inside=inside))
    except UnreadableError as error:
        files.setdefault(key, job._replace(problem=(error.problem, error.detail)))
    except OSError as error:
        files.setdefault(key, job._replace(problem=("no-access", error.strerror or type(error).__name__)))


def _files_below(folder: str, search: _Search) -> Iterator[tuple[str, str]]:
    """The files of a folder in the order of their paths, each with what it is known by whatever leads to it; hidden ones are
    left out, links to folders not followed; what cannot be opened or a repository leaves out is noted."""
    from gdlint.cli.gitignore import patterns_above, patterns_in

    above = {os.path.normpath(folder): patterns_above(folder)}
    for parent, folders, files in os.walk(folder, onerror=search.closed.append):
        patterns = patterns_in(parent, above.pop(os.path.normpath(parent), ()))
        folders[:] = _left(parent, folders, patterns, search.ignored, folder=True)
        above |= {os.path.normpath(os.path.join(parent, name)): patterns for name in folders}
        real = os.path.realpath(parent)
        for name in _left(parent, files, patterns, search.ignored):
            path = os.path.join(parent, name)
            key = os.path.realpath(path) if os.path.islink(path) else os.path.join(real, name)
            yield path, os.path.normcase(key)


def _left(
    parent: str, names: list[str], patterns: "Patterns", ignored: list[str], *, folder: bool = False
) -> list[str]:
    """The names in a folder that are looked at, in their order."""
    from gdlint.cli.gitignore import is_left_out

    seen = sorted(name for name in names if not name.startswith((".", "~$")))
    out = {name for name in seen if is_left_out(os.path.join(parent, name), patterns, folder=folder)}
    ignored += [os.path.join(parent, name) for name in seen if name in out]
    return [name for name in seen if name not in out]


def _sorted_out(
    files: Iterable[Job],
    scope: FileScope,
    wanted: Wanted,
    targets: Sequence[os.stat_result],
    *,
    complete: bool,
) -> FoundFiles:
    """The files by what becomes of them."""
    found = FoundFiles([], [], [], [], complete)
    kinds = {"read": found.jobs, "unread": found.unread, "own": found.own, "excluded": found.excluded}
    for job in files:
        kind = _kind(job, scope, wanted, targets)
        if kind:
            kinds[kind].append(job)
    return found


def _kind(job: Job, scope: FileScope, wanted: Wanted, targets: Sequence[os.stat_result]) -> str:
    """What becomes of a file; "" where nobody need hear of it."""
    if job.path == "-":
        return "read"
    if job.problem:
        return "unread" if job.in_folder else "read"
    if not job.named and _fits(scope.exclude, job.path):
        return "excluded"
    if job.in_folder:
        suffix = os.path.splitext(job.path)[1].lower()
        if scope.include and not _fits(scope.include, job.path):
            return ""
        if not scope.include and not wanted(suffix):
            return "unread" if suffix in UNREAD else ""
    if job.inside:
        return "read"
    state = _state(job.path)
    if state and not stat.S_ISREG(state.st_mode):
        return "" if job.in_folder else "read"
    return "own" if state and _is_own(job.path, state, targets) else "read"


def _state(path: str) -> os.stat_result | None:
    """None where a file is gone by now, or a link leads nowhere: that is told when it is read."""
    try:
        return os.stat(path)
    except OSError:
        return None


def _is_own(path: str, state: os.stat_result, targets: Sequence[os.stat_result]) -> bool:
    """A file holds gdlint's own output, or is empty and about to receive it."""
    if not state.st_size:
        return any(os.path.samestat(state, target) for target in targets)
    try:
        with open(path, "rb") as stream:
            return is_own_output(stream.read(HEAD))
    except OSError:
        return False


def _targets(output: str | None) -> list[os.stat_result]:
    """The files that this call writes: the output, and what the shell has put in the place of standard output and error."""
    states = [_state(output)] if output and output != "-" else []
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            states.append(os.fstat(stream.fileno()))
    return [state for state in states if state and stat.S_ISREG(state.st_mode)]


def _fits(globs: Sequence[str], path: str) -> bool:
    """A glob of the call fits a path."""
    return any(covers(glob, SettingPlace(), Path(os.path.abspath(path))) for glob in globs)


def writes_over(output: str | None, found: Sequence[Job]) -> bool:
    """The output would replace one of the inputs."""
    return bool(output) and any(
        job.path != "-" and os.path.exists(output or "") and os.path.samefile(job.file, output or "")
        for job in found
    )
