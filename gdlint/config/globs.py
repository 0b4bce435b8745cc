"""Patterns of paths: `*` and `?` within a folder, `**` across folders, `[ab]` one of these.

A pattern without a slash fits the name of a file in any folder, or of any folder above it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from gdlint.model.regex import lazy
from gdlint.words.fault import Words

_BALANCED = lazy(r"(?:[^\[\]]|\[[^\[\]]+\])*+")
"""brackets hold something, and no brackets"""


def problem_of(glob: str) -> Words | None:
    """What is wrong with a pattern, in zh and en, or None."""
    key = _fault_of(glob)
    if key is None:
        return None
    from gdlint.words.setting_faults import GLOB_FAULTS

    return GLOB_FAULTS[key]


def _fault_of(glob: str) -> str | None:
    faults = {
        "empty": not glob.strip(),
        "negated": glob.startswith("!"),
        "absolute": glob.startswith(("/", "~")) or ":\\" in glob,
        "backslash": "\\" in glob,
        "above": ".." in glob.split("/"),
        "bracket": not _BALANCED.fullmatch(glob),
        "stars": "***" in glob,
    }
    found = next((key for key, wrong in faults.items() if wrong), None)
    return found or (None if _compiled(glob) else "range")


@lru_cache(maxsize=4096)
def _compiled(glob: str) -> Any:
    """The pattern, or None for one that RE2 does not take."""
    import re2

    options = re2.Options()
    options.log_errors = False
    glob = glob.removeprefix("./")
    anchored = glob.strip("/") if "/" in glob.strip("/") else f"**/{glob.strip('/')}"
    try:
        return re2.compile(f"{_translated(anchored)}(?:/.*)?", options)
    except re2.error:
        return None


def _translated(glob: str) -> str:
    import re2

    pattern, i = "", 0
    while i < len(glob):
        letter = glob[i]
        if glob.startswith("**/", i):
            pattern, i = pattern + "(?:.*/)?", i + 3
            continue
        if glob.startswith("**", i):
            pattern, i = pattern + ".*", i + 2
            continue
        if letter == "[":
            end = glob.index("]", i)
            inside = glob[i + 1 : end].replace("!", "^", 1).replace("&", "\\&")
            pattern, i = f"{pattern}[{inside}]", end + 1
            continue
        pattern += {"*": "[^/]*", "?": "[^/]"}.get(letter, re2.escape(letter))
        i += 1
    return pattern


def fits(glob: str, parts: Sequence[str]) -> bool:
    """A pattern fits a path, given as its parts below the folder of the pattern's file."""
    # A name that is no text has bytes that fit any letter.
    return bool(_compiled(glob).fullmatch("/".join(parts).encode("utf-8", "replace").decode()))
