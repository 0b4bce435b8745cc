"""What a PDF file unpacks to, before PDFium is asked to do so: it bounds neither memory nor how often forms draw each other."""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from gdlint.model.page import UnreadableError

MOST_BYTES = 60_000_000
"""of all streams but pictures unpacked; fonts take most of it"""
MOST_DRAWN = 10_000
"""times that a form may be drawn by forms within forms"""
_BEGIN = re.compile(rb"(?<!end)stream\r?\n")
_END = re.compile(rb"endstream")
_DRAW = re.compile(rb"/[^\s/]{1,100}\s+Do\b")
_HEAD = 600


class _Stream(NamedTuple):
    head: bytes
    start: int
    end: int


def check(data: bytes) -> None:
    """Raise `UnreadableError` for a file that unpacks to more than any report."""
    unpacked, drawn, read = 0, 1, 0
    for head, start, end in _streams(data):
        read += end - start
        if read > 3 * len(data):
            raise UnreadableError("damaged")
        is_form = b"/Form" in head
        if b"/Image" in head and not is_form:
            continue
        content = _content(data[start:end], head, MOST_BYTES - unpacked)
        unpacked += len(content)
        if unpacked > MOST_BYTES:
            raise UnreadableError("unpacked", f"> {MOST_BYTES // 1_000_000} MB")
        if is_form:
            drawn *= max(len(_DRAW.findall(content)), 1)
        if drawn > MOST_DRAWN:
            raise UnreadableError("large-report")


def _streams(data: bytes) -> Iterator[_Stream]:
    ends = [found.start() for found in _END.finditer(data)]
    for found in _BEGIN.finditer(data):
        n = bisect_left(ends, found.end())
        head = data[max(found.start() - _HEAD, 0) : found.start()].rpartition(b"obj")[2]
        yield _Stream(head, found.end(), ends[n] if n < len(ends) else len(data))


def _content(packed: bytes, head: bytes, most: int) -> bytes:
    """What a stream holds, one byte more than there may be at most."""
    for _ in range(min(max(head.count(b"FlateDecode"), head.count(b"/Fl ")), 3)):
        try:
            packed = zlib.decompressobj().decompress(packed, most + 1)
        except zlib.error:
            break
    return packed
