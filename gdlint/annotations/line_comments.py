"""Markdown with comments: each at the end of the line that a finding is about, so that paragraphs and tables stay what they are."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from gdlint.annotations.notes import Note
from gdlint.fixes.encoded import encoded
from gdlint.fixes.text import TextWriter
from gdlint.model.fix import Edit
from gdlint.model.note_comment import NOTE, WRITTEN, note_comment
from gdlint.model.page import UnreadableError
from gdlint.model.regex import lazy
from gdlint.model.source import Source

_DELIMITER = lazy(r"[ \t|:-]*-[ \t|:-]*")
"""the line below the header of a table"""
_FENCE = lazy(r"[ \t]*(`{3,}|~{3,})")
_TABLE_END = lazy(r"[ \t]*(?<!\\)\|[ \t]*\Z")


def annotated(data: bytes, source: Source, notes: Sequence[Note], when: datetime) -> bytes:
    """A text with a comment for each note, in place of those that gdlint wrote before; every other byte stays. (Comments here have
    no time.)

    Raises `UnreadableError` for bytes that would not come out again as they are.
    """
    file = encoded(data, source.encoding or "")
    if file is None:
        raise UnreadableError("changed")
    lines = (source.text or "").split("\n")
    comments = _by_line(source, lines, notes)
    edits = []
    for number, line in enumerate(lines):
        if number in comments or NOTE in line:
            edits += _edits(source.starts[number], line, comments.get(number, ()))
    return TextWriter(file).write([edit._replace(text=_encodable(edit.text, file.codec)) for edit in edits])


def _by_line(source: Source, lines: Sequence[str], notes: Sequence[Note]) -> dict[int, list[str]]:
    """The comments by the number of their line, each said once."""
    takes = list(_taking(lines))
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes if takes else ():
        line = bisect_right(source.starts, note.start) - 1
        at = bisect_right(takes, line) - 1
        found[takes[max(at, 0)]].append(note_comment(note.code, note.lines))
    return found


def _taking(lines: Sequence[str]) -> Iterator[int]:
    """The lines that take comments: something stands in them, it is not what makes a table of those around it, and no code, in
    which a comment would be shown."""
    fence = ""
    for number, line in enumerate(lines):
        mark = found[1] if (found := _FENCE.match(line)) else ""
        if fence:
            # It is closed by a line of as many of its marks, and nothing else.
            fence = "" if mark.startswith(fence) and not line.strip(f"{mark[0]} \t") else fence
        elif mark:
            fence = mark
        elif line.strip() and not _DELIMITER.fullmatch(line):
            yield number


def _edits(start: int, line: str, comments: Sequence[str]) -> list[Edit]:
    """What makes the comments of a line these."""
    old = list(WRITTEN.finditer(line))
    first = old[0].start() if old else _end(line)
    last = old[-1].end() if old else first
    begin = first - 1 if old and line[first - 1 : first] == " " else first
    kept = WRITTEN.sub("", line[first:last]).strip()
    new = "".join(f" {text}" for text in (*([kept] if kept else []), *comments))
    return [Edit(start + begin, start + last, new)] if new != line[begin:last] else []


def _end(line: str) -> int:
    """Behind the last letter of a line; in a row of a table, of its last cell."""
    found = _TABLE_END.search(line)
    end = len(line.rstrip())
    inner = found.start() if found else end
    return end if not line[:inner].strip() else inner


def _encodable(text: str, codec: str) -> str:
    """A text with ? for what the encoding of the file does not have."""
    return text.encode(codec, "replace").decode(codec)
