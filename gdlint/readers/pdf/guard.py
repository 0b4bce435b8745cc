"""What a PDF file unpacks to and draws, before PDFium is asked to do so: it bounds neither memory nor how often streams are drawn."""

import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from gdlint.model.page import UnreadableError

MOST_BYTES = 60_000_000
"""of all streams but pictures unpacked; fonts take most of it"""
MOST_NESTED = 10_000
"""times that a form may be drawn by forms within forms"""
MOST_DRAWN = 150_000
"""lines and words that one page may draw; letter by letter it has some thousands"""
_WORD = re.compile(rb"stream")
_END = b"end"
_RETURN = ord("\r")
_LINE_ENDS = (b"\n", b"\r\n")
_NUMBER = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+\Z")
_FORM = re.compile(rb"/[^\s/]{1,100}[\s\0]+Do\b")
_OPERATOR = re.compile(rb"[\s\0\])>](?:[SsfFBb]\*?|T[jJ]|['\"])(?=[\s\0\[(</%]|\Z)")
"""what makes an object of a page"""
_SEGMENT = re.compile(rb"\s(?:[mlcvy]|re)(?=\s)")
"""what makes a segment of a path"""
_SEGMENTS = 8
"""take as much memory as an object"""
_SHORTEST = 6
"""bytes of a segment"""
_LARGE = 1_000_000
_OF_OPERATORS = b"SsfFBbT'\""
_SEVERAL = re.compile(rb"\[[\d\sR]*\]")
"""the streams that a page draws one after another, or other objects"""
_REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+R")
_HEAD = 600
_LONGEST = 40


class _Stream(NamedTuple):
    number: int
    head: bytes
    start: int
    end: int


Count = Callable[[bytes], int]


def check(data: bytes) -> None:
    """Raise `UnreadableError` for a file that unpacks to more than any report, or draws more."""
    # Few files need the second way of counting, which is slow.
    if not any(_is_little(data, *counts) for counts in ((_letters, _names), (_operators, _forms))):
        raise UnreadableError("large-report")


def _is_little(data: bytes, count: Count, count_forms: Count) -> bool:
    """No page draws more than any of a report, as far as is counted how many objects and forms a stream draws."""
    together = _SEVERAL.findall(data)
    objects, forms = Counter[int](), Counter[int]()
    nested, largest = 1, 0
    for number, head, content in _contents(data):
        drawn, inner = count(content), count_forms(content)
        objects[number] = max(objects[number], drawn)
        if b"/Form" in head:
            nested *= max(inner, 1)
            largest = max(largest, drawn)
        else:
            forms[number] = max(forms[number], inner)
        if b"/ObjStm" in head:
            together += _SEVERAL.findall(content)
        if nested > MOST_NESTED:
            return False
    pages = [[number] for number in objects] + [list(map(int, _REFERENCE.findall(each))) for each in together]
    # An object of a form is drawn, at most, as often as forms are.
    return all(
        sum([objects[n] for n in page]) + sum([forms[n] for n in page]) * nested * largest <= MOST_DRAWN
        for page in pages
    )


def _letters(content: bytes) -> int:
    """At least as many objects as a stream draws: all letters of which their operators are made, also those in fonts."""
    segments = len(content) // _SHORTEST if len(content) > _LARGE else 0
    return len(content) - len(content.translate(None, _OF_OPERATORS)) + segments // _SEGMENTS


def _names(content: bytes) -> int:
    """At least as many forms as a stream draws."""
    return content.count(b"Do")


def _forms(content: bytes) -> int:
    return len(_FORM.findall(content))


def _operators(content: bytes) -> int:
    segments = _count(_SEGMENT, content, MOST_DRAWN * _SEGMENTS) if len(content) > _LARGE else 0
    return _count(_OPERATOR, content, MOST_DRAWN) + segments // _SEGMENTS


def _count(pattern: re.Pattern[bytes], content: bytes, most: int) -> int:
    """How often a pattern is found, up to once more than there may be."""
    return sum(1 for _ in islice(pattern.finditer(content), most + _SEGMENTS))


def _contents(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The number of each stream but pictures, what is said of it, and what it holds. Raises `UnreadableError` for more than any
    report has."""
    unpacked = read = 0
    for number, head, start, end in _streams(data):
        read += end - start
        if read > 3 * len(data):
            raise UnreadableError("damaged")
        if b"/Image" in head and b"/Form" not in head:
            continue
        content = _content(data[start:end], head, MOST_BYTES - unpacked)
        unpacked += len(content)
        if unpacked > MOST_BYTES:
            raise UnreadableError("unpacked", f"> {MOST_BYTES // 1_000_000} MB")
        yield number, head, content


def _streams(data: bytes) -> Iterator[_Stream]:
    begins: list[tuple[int, int]] = []
    ends: list[int] = []
    for found in _WORD.finditer(data):
        start, end = found.span()
        if data.endswith(_END, 0, start):
            ends.append(start - len(_END))
        elif data.startswith(_LINE_ENDS, end):
            begins.append((start, end + 1 + (data[end] == _RETURN)))
    for word, start in begins:
        n = bisect_left(ends, start)
        before, _, head = data[max(word - _HEAD, 0) : word].rpartition(b"obj")
        number = _NUMBER.search(before[-_LONGEST:])
        yield _Stream(int(number[1]) if number else 0, head, start, ends[n] if n < len(ends) else len(data))


def _content(packed: bytes, head: bytes, most: int) -> bytes:
    """What a stream holds, one byte more than there may be at most."""
    for _ in range(min(max(head.count(b"FlateDecode"), head.count(b"/Fl ")), 3)):
        try:
            packed = zlib.decompressobj().decompress(packed, most + 1)
        except zlib.error:
            break
    return packed
