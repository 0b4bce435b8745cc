"""What `--fix` would do about a finding, as data and in words."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import PurePath
from typing import Any

from gdlint.model.finding import Finding
from gdlint.model.origin import Located
from gdlint.model.source import Source
from gdlint.reporters.safe import masked
from gdlint.words.finding_text import COMMA, FIX, INSERTED, MORE_EDITS, REMOVED, REPLACED

SHOWN = 3
"""edits of a fix that are told in words"""

_WEB_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_LONGEST = 40
_BEFORE, _BEHIND = 1, 2


def fix_data(finding: Finding, source: Source) -> dict[str, Any] | None:
    """The fix of a finding as JSON has it: whether it is safe, and each edit with its place, the old and the new text."""
    fix = finding.fix
    if fix is None:
        return None
    text = source.text or ""
    edits = [
        {
            **_place(source, edit.start, edit.end),
            "old": masked(text[edit.start : edit.end]),
            "new": masked(edit.text),
        }
        for edit in fix.edits
    ]
    return {"safe": fix.safe, "edits": edits}


def fix_words(finding: Finding, source: Source, language: str) -> str:
    """What would be done, in words, and by which option; "" where nothing would, and for a file that cannot be written."""
    fix = finding.fix
    if fix is None or not _can_be_written(source):
        return ""
    told = COMMA[language].join(dict.fromkeys(_edits(finding, source, language)))
    more = len(fix.edits) - SHOWN
    if more > 0:
        told += MORE_EDITS[language].format(n=len(fix.edits) if language == "zh" else more)
    return FIX[language].format(option="--fix" if fix.safe else "--fix --unsafe-fixes", edits=told)


def _can_be_written(source: Source) -> bool:
    """`--fix` writes into text, web pages and Word documents; what others look like is read, and never made."""
    suffix = PurePath(source.path).suffix.lower()
    if isinstance(source.origin, Located):
        return suffix == ".docx"
    return source.origin is None or suffix in _WEB_PAGES


def _edits(finding: Finding, source: Source, language: str) -> Iterator[str]:
    text = source.text or ""
    for edit in finding.fix.edits[:SHOWN] if finding.fix else ():
        old = text[edit.start : edit.end]
        words = REPLACED if old and edit.text else INSERTED if edit.text else REMOVED
        before, behind = ("", "") if words is not REPLACED else _beside(text, edit.start, edit.end)
        yield words[language].format(
            old=_short(before + old + behind), new=_short(before + edit.text + behind)
        )


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters right before and behind a place: what is changed is read as part of a word."""
    before = takewhile(str.isalpha, reversed(text[max(start - _BEFORE, 0) : start]))
    behind = takewhile(str.isalpha, text[end : end + _BEHIND])
    return "".join(before)[::-1], "".join(behind)


def _short(text: str) -> str:
    text = masked(text.strip("\n").replace("\n", " "))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _place(source: Source, start: int, end: int) -> dict[str, Any]:
    """From where to where an edit reaches, as for a finding."""
    location = source.location(start)
    if location:
        return dict.fromkeys(("line", "column", "end_line", "end_column")) | {"origin": location.data()}
    return {**source.place(start, end)._asdict(), "origin": None}
