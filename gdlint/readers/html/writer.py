"""The text of a page as it is seen, with the place of each of its letters in the file."""

import re
from array import array

from gdlint.model.page import UnreadableError
from gdlint.readers.html.align import aligned

MOST_GAPS = 500_000
"""between words, but for single blanks; a page that is written by hand or by a program has some thousands"""
_GAP = re.compile(r"[\t\n\f][ \t\n\f]*| [ \t\n\f]+")
"""blanks but a single one, which is a blank on the page, too"""
_LINE = re.compile(r"\n|[^\n]+")
_WIDE = 0x2E80


class PageBuilder:
    """Text that grows: blanks are put together as a browser does, blocks stand in lines of their own."""

    def __init__(self, file: str) -> None:
        self.length = 0
        self.starts = array("I", [0])
        self.offsets = array("I", [0])
        self._file = file
        self._parts: list[str] = []
        self._line = 0
        """where the line that grows begins; a break is only made behind it"""
        self._break = False
        self._blank = ""
        """what stands between two words, if another word comes: a line break of the file, or a blank"""
        self._gaps = 0

    @property
    def text(self) -> str:
        """All of it so far."""
        return "".join(self._parts)

    def write(self, data: str, offset: int) -> None:
        """A text node that stands in the file from about `offset` on. Raises `UnreadableError` for more gaps than any page has."""
        for at, place, length in aligned(data, self._file, offset):
            run, last = data[at : at + length], 0
            for gap in _GAP.finditer(run):
                self._words(run[last : gap.start()], place + last)
                self._part_words(gap[0])
                last = gap.end()
            self._words(run[last:], place + last)

    def write_lines(self, data: str, offset: int) -> None:
        """The same, where its lines and blanks are shown as they stand in the file."""
        if self._file.startswith("\n", offset) and not data.startswith("\n"):
            # A parser drops the first line end of such text.
            offset += 1
        for at, place, length in aligned(data, self._file, offset):
            for piece in _LINE.finditer(data, at, at + length):
                self._line_part(piece[0], place + piece.start() - at)

    def _line_part(self, text: str, place: int) -> None:
        self._count_gap()
        if text == "\n":
            self.part()
        elif not text.isspace() or (self.length > self._line and not self._break):
            self._blank = ""
            self._word(text, place)

    def _words(self, text: str, place: int) -> None:
        """Words with single blanks between them, and perhaps before and behind them."""
        words = text.strip(" ")
        if len(words) == len(text):
            if words:
                self._word(words, place)
            return
        if text[0] == " ":
            self._part_words(" ")
        if words:
            self._word(words, place + text.index(words[0]))
            if text[-1] == " ":
                self._part_words(" ")

    def _part_words(self, gap: str) -> None:
        self._blank = "\n" if "\n" in gap else self._blank or " "
        self._count_gap()

    def _count_gap(self) -> None:
        self._gaps += 1
        if self._gaps > MOST_GAPS:
            raise UnreadableError("large-report")

    def mark(self, offset: int) -> None:
        """What is written next, if only a blank cell, stands at `offset` of the file."""
        self._stretch(offset)

    def part(self) -> None:
        """What comes next stands in a line of its own."""
        self._break = True

    def begin(self) -> int:
        """Begin a stretch of lines of their own; where it begins."""
        if self.length > self._line:
            self.end()
        self._line, self._break, self._blank = self.length, False, ""
        return self.length

    def end(self) -> int:
        """End the line and the stretch, even a blank one; where its text ended."""
        end = self.length
        self._add("\n")
        self._line, self._break, self._blank = self.length, False, ""
        return end

    def comment(self, data: str, offset: int) -> None:
        """A comment in a line of its own."""
        self.begin()
        self._stretch(offset)
        self._add(f"<!--{data}-->".replace("\n", " "))
        self.end()

    def _word(self, word: str, place: int) -> None:
        if self.length > self._line:
            if self._break:
                self._add("\n")
                self._line = self.length
            elif self._blank and not self._is_seam(word):
                self._stretch(place - 1)
                self._add(" ")
        self._break, self._blank = False, ""
        self._stretch(place)
        self._add(word)

    def _is_seam(self, word: str) -> bool:
        """A line break of the file between two letters of East Asia parts no words."""
        return self._blank == "\n" and ord(word[0]) >= _WIDE and ord(self._parts[-1][-1]) >= _WIDE

    def _stretch(self, offset: int) -> None:
        if self.offsets[-1] + self.length - self.starts[-1] != offset:
            self.starts.append(self.length)
            self.offsets.append(max(offset, 0))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
