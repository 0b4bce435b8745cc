"""What a repository leaves out (.gitignore) is left out in its folders. See https://git-scm.com/docs/gitignore."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"
LARGEST = 1_000_000
"""bytes of such a file that are read"""

Patterns = tuple[tuple[str, Any], ...]
"""folders with their patterns, the innermost first: that one has the last word"""


def patterns_above(folder: str) -> Patterns:
    """The patterns that hold in a folder because of those above it, up to the root of the repository; none where they leave out
    the folder itself, since whoever names it wants it read."""
    path = Path(os.path.abspath(folder))
    inside = [parent for parent in (path, *path.parents) if (parent / ".git").exists()]
    if not inside:
        return ()
    root = inside[0]
    found: Patterns = ()
    for parent in reversed(path.parents):
        if parent.is_relative_to(root):
            found = patterns_in(str(parent), found)
    return () if _leaves_out_part_of(path, root, found) else found


def _leaves_out_part_of(path: Path, root: Path, patterns: Patterns) -> bool:
    folders = [each for each in (path, *path.parents) if each.is_relative_to(root) and each != root]
    return any(is_left_out(str(each), patterns, folder=True) for each in folders)


def patterns_in(folder: str, above: Patterns) -> Patterns:
    """The patterns that hold in a folder: those above, and its own."""
    path = os.path.join(folder, NAME)
    if not os.path.isfile(path):
        return above
    return ((os.path.abspath(folder), _read(path)), *above)


def is_left_out(path: str, patterns: Patterns, *, folder: bool = False) -> bool:
    """A file, or a folder, is left out: the innermost patterns that speak of it decide."""
    if not patterns:
        return False
    place = os.path.abspath(path)
    for home, spec in patterns:
        relative = os.path.relpath(place, home).replace(os.sep, "/")
        verdict = spec.check_file(relative + "/" * folder).include
        if verdict is not None:
            return bool(verdict)
    return False


def _read(path: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    with open(path, encoding="utf-8", errors="replace") as stream:
        return GitIgnoreSpec.from_lines(stream.read(LARGEST).splitlines())
