"""Paths that do not exist, and what was likely meant by them."""

import os
from collections.abc import Sequence
from contextlib import suppress

from gdlint.cli.names import COMMANDS
from gdlint.cli.stderr import told
from gdlint.lexicon.suggestions import nearest
from gdlint.reporters.safe import shown
from gdlint.words.commands import SAID
from gdlint.words.fault import NEAR

MOST_BLANKS = 4
"""a name with so many blanks is recognised where it was not quoted"""
MOST_HINTED = 100
"""of so many paths, what was meant is looked for"""


def say_missing(path: str, paths: Sequence[str], lang: str) -> None:
    """Say that a path does not exist, and what was likely meant: a name with blanks that was not quoted, a file with a name
    like it, or a command."""
    said = SAID["not-found"][lang].format(path=shown(path))
    near = _meant(path, paths) if len(paths) <= MOST_HINTED else None
    told(said + (NEAR[lang].format(near=shown(near)) if near else ""))


def _meant(path: str, paths: Sequence[str]) -> str | None:
    at = paths.index(path)
    for first in range(max(0, at - MOST_BLANKS), at + 1):
        for last in range(max(at + 1, first + 2), min(len(paths), at + MOST_BLANKS) + 1):
            whole = " ".join(paths[first:last])
            if os.path.lexists(whole):
                return f'"{whole}"'
    folder, name = os.path.split(path)
    # Compared without their endings, which make any two names alike.
    names = {} if folder else {command: command for command in COMMANDS}
    with suppress(OSError):
        names |= {os.path.splitext(file)[0]: file for file in os.listdir(folder or ".")}
    near = nearest(os.path.splitext(name)[0], names)
    return os.path.join(folder, names[near]) if near else None
