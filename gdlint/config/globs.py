"""Patterns of paths: `*` and `?` within a folder, `**` across folders, `[ab]` one of these.

A pattern without a slash fits the name of a file in any folder, or of any folder above it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

Problem = dict[str, str]

_BALANCED = re.compile(r"(?:[^\[\]]|\[[^\[\]]+\])*+")
"""brackets hold something, and no brackets"""


def problem_of(glob: str) -> Problem | None:
    """What is wrong with a pattern, in zh and en, or None."""
    if not glob.strip():
        return {"zh": "不能为空", "en": "it is empty"}
    if glob.startswith("!"):
        return {"zh": "不能用 ! 表示除外", "en": "a glob cannot be negated with !"}
    if glob.startswith(("/", "~")) or ":\\" in glob:
        return {"zh": "要相对于配置文件所在的文件夹", "en": "it must be relative to the folder of its file"}
    if "\\" in glob:
        return {"zh": "文件夹之间用 /", "en": "folders are parted by /"}
    if ".." in glob.split("/"):
        return {"zh": "不能用 .. 指向上级文件夹", "en": "it cannot lead to a folder above with .."}
    if not _BALANCED.fullmatch(glob):
        return {"zh": "方括号不成对", "en": "a bracket is not closed"}
    if "***" in glob:
        return {"zh": "星号过多", "en": "there are too many stars"}
    return None if _compiled(glob) else {"zh": "方括号中的范围不对", "en": "a range in brackets is none"}


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
