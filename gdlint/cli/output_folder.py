"""Files in a folder of output: one a report, called as the report."""

import os
from pathlib import Path, PurePath

from gdlint.cli.output import UnwritableError
from gdlint.cli.stderr import reason, say
from gdlint.reporters.paths import relative_path


class FolderNames:
    """The names that reports get in a folder."""

    def __init__(self, *taken: str) -> None:
        self._taken = {os.path.normcase(name) for name in taken}

    def of(self, path: str, suffix: str) -> str:
        """The name of a report with another ending, in its folder where that lies below that of the call; one that is taken
        keeps its own ending, too, or gets a number."""
        there = PurePath(relative_path(path))
        inside = PurePath(there.name) if there.is_absolute() else there
        names = [str(inside.with_suffix(suffix)), f"{inside}{suffix}"]
        numbered = (f"{inside}.{n}{suffix}" for n in range(2, len(self._taken) + 3))
        name = next(each for each in (*names, *numbered) if os.path.normcase(each) not in self._taken)
        self._taken.add(os.path.normcase(name))
        return name


def made_ready(path: Path, source: str, lang: str) -> None:
    """Make the folder of a file that comes of another one.

    Raises `UnwritableError` where it cannot be made, and where the two are one file, which is said.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        say("unwritable", lang, path=str(path.parent), reason=reason(error, lang))
        raise UnwritableError from None
    if path.exists() and os.path.exists(source) and path.samefile(source):
        say("same-file", lang, path=str(path))
        raise UnwritableError
