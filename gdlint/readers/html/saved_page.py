"""Pages that browsers and Word save with their pictures in one file (MHTML, also with the ending .doc): the page in it. Places are
those in the page, as the file holds it encoded."""

import binascii
import re
from collections.abc import Iterator, Mapping

from gdlint.model.page import Page, UnreadableError
from gdlint.readers.html.page import read as read_page

_BOUNDARY = re.compile(rb'boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_LARGEST_HEAD = 4_000
_MOST_PARTS = 1_000
_PAGE = b"text/html"


def read(data: bytes, name: str) -> Page:
    """The report in the first page of a file. Raises `UnreadableError`."""
    for fields, content in _parts(data):
        if fields.get(b"content-type", b"").lower().startswith(_PAGE):
            return read_page(_decoded(content, fields.get(b"content-transfer-encoding", b"")), name)
    raise UnreadableError("damaged")


def _parts(data: bytes) -> Iterator[tuple[Mapping[bytes, bytes], bytes]]:
    """The parts of a file, their fields by lower-case names and what they hold, one alone where it has no parts."""
    fields, content = _split(data)
    found = _BOUNDARY.search(fields.get(b"content-type", b""))
    if found is None:
        yield fields, content
        return
    _, *parts = content.split(b"--" + (found[1] or found[2]), _MOST_PARTS)
    yield from map(_split, parts)


def _split(part: bytes) -> tuple[Mapping[bytes, bytes], bytes]:
    """The fields of a part, and what stands behind them."""
    part = part.lstrip(b"\xef\xbb\xbf\r\n")
    end = _HEAD_END.search(part, 0, _LARGEST_HEAD)
    head = part[: end.start()] if end else b""
    lines = (line.partition(b":") for line in _FOLDED.sub(b" ", head).splitlines())
    fields = {name.strip().lower(): value.strip() for name, _, value in lines}
    return fields, part[end.end() :] if end else part


def _decoded(content: bytes, encoding: bytes) -> bytes:
    """What a part holds, by the name of its encoding. Raises `UnreadableError`."""
    try:
        match encoding.lower():
            case b"quoted-printable":
                return binascii.a2b_qp(content)
            case b"base64":
                return binascii.a2b_base64(content)
    except binascii.Error:
        raise UnreadableError("damaged") from None
    return content
