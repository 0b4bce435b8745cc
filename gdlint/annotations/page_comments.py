"""Web pages with comments: each before the text or in the cell that a finding is about, so that no text is parted."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from gdlint.annotations.notes import Note
from gdlint.fixes.html import PageWriter, writer
from gdlint.model.fix import Edit
from gdlint.model.note_comment import WRITTEN, note_comment
from gdlint.model.page import UnreadableError
from gdlint.model.regex import lazy
from gdlint.model.source import Source
from gdlint.readers.html.page import read

_CELL = lazy(r"<t[dh](?:\s[^<>]*)?>", re.IGNORECASE)
_RAW = lazy(r"<(?:title|textarea|script|style|noscript|iframe|xmp|plaintext)\b[^<>]*>\Z", re.IGNORECASE)
"""behind these a comment is text"""
_LONGEST_TAG = 500


def annotated(data: bytes, source: Source, notes: Sequence[Note], when: datetime) -> bytes:
    """A page with a comment for each note, in place of those that gdlint wrote before; every other byte stays. (Comments here have
    no time.)

    Raises `UnreadableError` for bytes that would not come out again as they are.
    """
    page = _writer(data, source)
    old = [Edit(each.start(), each.end(), "") for each in WRITTEN.finditer(page.page)]
    if old:
        page = _writer(_written(page, old), source)
    comments: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        comments[_place(page.origin.offset(note.start), page.page)].append(
            note_comment(note.code, note.lines)
        )
    return _written(page, [Edit(place, place, "".join(comments[place])) for place in sorted(comments)])


def _writer(data: bytes, source: Source) -> PageWriter:
    """What writes into a page with the text of a source."""
    read_again = read(data, source.path)
    made = writer(data, source._replace(origin=read_again.origin))
    if made is None or read_again.text != source.text:
        raise UnreadableError("changed")
    return made


def _written(page: PageWriter, edits: Sequence[Edit]) -> bytes:
    offset = page.file.offset
    return page.file.write(
        [Edit(offset(edit.start), offset(edit.end), _encodable(edit.text, page.file.codec)) for edit in edits]
    )


def _place(place: int, page: str) -> int:
    """Where a comment on a letter goes: before the text in which it stands, or into the cell in which nothing is printed; never into
    a tag, nor where it would be text itself."""
    tag = page.rfind("<", max(0, place - _LONGEST_TAG), place + 1)
    behind = page.rfind(">", 0, place) + 1
    if tag < behind:
        raw = _RAW.search(page, max(0, behind - _LONGEST_TAG), behind)
        return raw.start() if raw else behind
    cell = _CELL.match(page, tag)
    return cell.end() if cell else tag


def _encodable(text: str, codec: str) -> str:
    return text.encode(codec, "xmlcharrefreplace").decode(codec)
