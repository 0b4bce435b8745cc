"""Where the elements of an XML part stand in its bytes, so that something can be put between them and all else stays."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.parsers import expat

from gdlint.model.page import UnreadableError

_START_TAG = re.compile(rb"<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?(\s+encoding\s*=\s*[\"']([\w.:-]+)[\"'])")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CDATA = b"<![CDATA["
_TEXT = "t"


class Element(NamedTuple):
    """An element: its name as printed, the number of the one around it (-1: none), where it begins, where its start tag ends and
    its end tag begins, where it ends (the last three are one for an empty tag), and its attributes as printed."""

    name: str
    parent: int
    start: int
    inner: int
    close: int
    end: int
    attributes: Mapping[str, str]

    @property
    def local(self) -> str:
        """Its name without the prefix."""
        return self.name.rpartition(":")[2]

    @property
    def is_empty_tag(self) -> bool:
        """It has no end tag."""
        return self.inner == self.end

    def value(self, name: str) -> str:
        """An attribute, whatever its prefix; "" where there is none."""
        return next((text for key, text in self.attributes.items() if key.rpartition(":")[2] == name), "")


class _Letters(NamedTuple):
    """Letters of a text that stand together: how many stand before them, where they begin in the bytes, and they."""

    before: int
    start: int
    text: str


class Elements(NamedTuple):
    """The elements of a part in its order, and the bytes in which they stand (in UTF-8)."""

    content: bytes
    all: list[Element]
    letters: Mapping[int, list[_Letters]]

    def children(self, number: int) -> Iterator[int]:
        """The numbers of the elements in an element, not those in these."""
        end = self.all[number].end
        for n in range(number + 1, len(self.all)):
            if self.all[n].start >= end:
                return
            if self.all[n].parent == number:
                yield n

    def around(self, number: int) -> Iterator[int]:
        """The element itself, the one around it, and so on."""
        while number >= 0:
            yield number
            number = self.all[number].parent

    def length(self, number: int) -> int:
        """How many letters a text has."""
        return sum(len(run.text) for run in self.letters.get(number, ()))

    def place_in_text(self, number: int, letter: int) -> int | None:
        """Where a letter of a text stands in the bytes, if tags may be put before it."""
        element = self.all[number]
        if self.content.find(_CDATA, element.inner, element.close) >= 0:
            return None
        runs = self.letters.get(number, [])
        run = bisect_right(runs, letter, key=lambda run: run.before) - 1
        if run < 0 or letter >= self.length(number):
            return element.close
        return runs[run].start + len(runs[run].text[: letter - runs[run].before].encode())


def elements(content: bytes) -> Elements:
    """The elements of a part. Raises `UnreadableError` for what is no XML, or declares types."""
    content = _in_utf8(content)
    reader = _Reading(content)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError:
        raise UnreadableError("damaged") from None
    return Elements(content, [each for each in reader.found if each], reader.letters)


class _Reading:
    def __init__(self, content: bytes) -> None:
        self.parser = parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse
        self.found: list[Element | None] = []
        self.letters: dict[int, list[_Letters]] = {}
        self._content = content
        self._open: list[tuple[int, str, int, int, dict[str, str]]] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        tag = _START_TAG.match(self._content, start)
        self._open.append((len(self.found), name, start, tag.end() if tag else start, attributes))
        self.found.append(None)

    def _end(self, name: str) -> None:
        number, _, start, inner, attributes = self._open.pop()
        close = end = inner
        if self._content[inner - 2 : inner] != b"/>":
            close = self.parser.CurrentByteIndex
            end = self._content.index(b">", close) + 1
        parent = self._open[-1][0] if self._open else -1
        self.found[number] = Element(name, parent, start, inner, close, end, attributes)

    def _text(self, text: str) -> None:
        number, name, *_ = self._open[-1]
        if name.rpartition(":")[2] == _TEXT:
            runs = self.letters.setdefault(number, [])
            before = runs[-1].before + len(runs[-1].text) if runs else 0
            runs.append(_Letters(before, self.parser.CurrentByteIndex, text))


def _refuse(*_: object) -> None:
    raise UnreadableError("damaged")


def _in_utf8(content: bytes) -> bytes:
    """The same part in UTF-8, where it is in something else."""
    try:
        if content.startswith(_WIDE):
            content = content.decode("utf-16").encode()
            declared = _DECLARED.match(content)
        elif (declared := _DECLARED.match(content)) and declared[2].lower() not in (b"utf-8", b"us-ascii"):
            content = content.decode(declared[2].decode()).encode()
        else:
            return content
    except (LookupError, UnicodeError):
        raise UnreadableError("damaged") from None
    return content[: declared.start(1)] + content[declared.end(1) :] if declared else content
