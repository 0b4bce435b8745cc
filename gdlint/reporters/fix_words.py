"""What `--fix` would do about a finding, as data and in words."""

from collections.abc import Iterator
from typing import Any

from gdlint.model.finding import Finding
from gdlint.model.source import Source
from gdlint.reporters.safe import masked
from gdlint.words.finding_text import COMMA, FIX, INSERTED, MORE_EDITS, REMOVED, REPLACED

SHOWN = 3
"""edits of a fix that are told in words"""

_LONGEST = 40


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
    """What would be done, in words, and by which option; "" where nothing would."""
    fix = finding.fix
    if fix is None:
        return ""
    told = COMMA[language].join(dict.fromkeys(_edits(finding, source, language)))
    more = len(fix.edits) - SHOWN
    if more > 0:
        told += MORE_EDITS[language].format(n=len(fix.edits) if language == "zh" else more)
    return FIX[language].format(option="--fix" if fix.safe else "--fix --unsafe-fixes", edits=told)


def _edits(finding: Finding, source: Source, language: str) -> Iterator[str]:
    text = source.text or ""
    for edit in finding.fix.edits[:SHOWN] if finding.fix else ():
        old = text[edit.start : edit.end]
        words = REPLACED if old and edit.text else INSERTED if edit.text else REMOVED
        yield words[language].format(old=_short(old), new=_short(edit.text))


def _short(text: str) -> str:
    text = masked(text.strip("\n").replace("\n", " "))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _place(source: Source, start: int, end: int) -> dict[str, Any]:
    """From where to where an edit reaches, as for a finding."""
    location = source.location(start)
    if location:
        return dict.fromkeys(("line", "column", "end_line", "end_column")) | {"origin": location.data()}
    return {**source.place(start, end)._asdict(), "origin": None}
