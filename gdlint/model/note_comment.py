"""Findings written into a text as comments: how such a comment looks, so that nobody takes it for part of the report or for a word
to gdlint."""

import re
from collections.abc import Iterable

from gdlint.model.regex import lazy

_BEGIN = lazy(r"\s*gdlint\s*[:：]\s*note\[", re.IGNORECASE)
NOTE = "<!-- gdlint: note["
"""how one begins"""
WRITTEN = lazy(r"<!-- gdlint: note\[[^\[\]<>\n]{0,40}\] [^<>\n]*-->")
"""a whole one; no `<`, `>` or `--` is in it"""
_INSTEAD = (("<", "＜"), (">", "＞"), ("|", "｜"), ("--", "－－"))
"""what would end a comment, begin one, or part cells of a table"""


def bare(text: str) -> str:
    """A text without findings that were written into it."""
    return WRITTEN.sub("", text.replace(f" {NOTE}", NOTE)) if NOTE in text else text


def is_note(content: str) -> bool:
    """What stands between the marks of a comment is a finding that was written into the file."""
    return _BEGIN.match(content) is not None


def note_comment(code: str, lines: Iterable[str]) -> str:
    """The comment for a finding, in one line."""
    text = "；".join(" ".join(line.split()) for line in lines)
    for old, new in _INSTEAD:
        text = text.replace(old, new)
    return f"<!-- gdlint: note[{code}] {text} -->"
