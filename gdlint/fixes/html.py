"""Edits in place in a web page, where what they replace is one stretch of letters in it."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from gdlint.fixes.encoded import Encoded, encoded
from gdlint.model.fix import Edit
from gdlint.model.origin import SourceLines
from gdlint.model.regex import lazy
from gdlint.model.source import Source

_EMPTY_CELL = lazy(r"(<t[dh](?:\s[^<>]*)?>)(\s*(?:&nbsp;|&#160;|\u00a0)?)\s*</t[dh]\s*>")
_ROW_TAG = lazy(r"<tr[\s>]")
_LONGEST_TAG = 500


class PageWriter(NamedTuple):
    """Writes into a web page."""

    file: Encoded
    page: str
    """the file with single line ends"""
    text: str
    origin: SourceLines

    def fits(self, edit: Edit) -> bool:
        """What an edit replaces stands in the page letter by letter, or is an empty cell."""
        return self._in_page(edit) is not None

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The bytes of the page with edits of the canonical text."""
        offset = self.file.offset
        found = [place for edit in edits if (place := self._in_page(edit))]
        return self.file.write([Edit(offset(edit.start), offset(edit.end), edit.text) for edit in found])

    def _in_page(self, edit: Edit) -> Edit | None:
        new = "".join(_written(letter, self.file.codec) for letter in escape(edit.text, quote=False))
        if edit.start == edit.end:
            place = self._place_in_cell(self._offset(edit.start))
            return None if place is None else Edit(place, place, new)
        start = self._offset(edit.start)
        end = start + edit.end - edit.start
        old = self.text[edit.start : edit.end]
        if not edit.text and old.endswith("\n"):
            return self._rows(edit)
        is_one = self.page[start:end] == old and self._offset(edit.end - 1) == end - 1
        return Edit(start, end, new) if is_one and "&" not in old and "<" not in old else None

    def _rows(self, edit: Edit) -> Edit | None:
        """The rows of a table that an edit takes out; None where they do not stand there as one stretch of whole rows."""
        place = self._offset(edit.start)
        start = self.page.rfind("<tr", 0, place + 3)
        end = self.page.find("</tr>", self._offset(edit.end - 1))
        if start < 0 or end < 0 or "</tr>" in self.page[start:place]:
            return None
        stretch = self.page[start : end + len("</tr>")]
        whole = len(_ROW_TAG.findall(stretch)) == stretch.count("</tr>") and "<table" not in stretch
        return Edit(start, start + len(stretch), "") if whole else None

    def _place_in_cell(self, offset: int) -> int | None:
        """The place in an empty cell that an offset means, which may be that of its tag; None where no such cell is there."""
        tag = self.page.rfind("<t", max(0, offset - _LONGEST_TAG), offset + 2)
        found = _EMPTY_CELL.match(self.page, tag) if tag >= 0 else None
        return max(offset, found.end(1)) if found and offset <= found.end(2) else None

    def _offset(self, place: int) -> int:
        return self.origin.offset(place)


def writer(data: bytes, source: Source) -> PageWriter | None:
    """The writer of a page; None where its bytes do not come out again as they are."""
    file = encoded(data, source.encoding or "")
    if file is None or not isinstance(source.origin, SourceLines):
        return None
    from gdlint.readers.html.encoding import decoded

    page = decoded(data).text
    whole = len(page) == len(file.text) - len(file.pairs)
    return PageWriter(file, page, source.text or "", source.origin) if whole else None


def _written(letter: str, codec: str) -> str:
    return letter.encode(codec, "xmlcharrefreplace").decode(codec)
