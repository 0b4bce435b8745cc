"""The encoding of a web page: what its bytes prove, then what it says of itself. One bad byte decides nothing."""

import codecs
import re
from typing import NamedTuple

from gdlint.model.page import UnreadableError
from gdlint.readers import text

_HEAD = 4096
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_LOST = "\ufffd"
_BAD_SHARE = 0.02
"""of the bytes that are not ASCII; of those that are, a page has many"""
_FEW = 3
"""what one bad byte may cost in a text that has more letters than a line"""
_LEAST = 60
_WIDE = ("utf-16", "utf-32")


class Decoded(NamedTuple):
    """The text of a file with line feeds for line ends, and its encoding; `lost` tells that some bytes could not be decoded."""

    text: str
    encoding: str
    lost: bool


def decoded(data: bytes) -> Decoded:
    """The text of a page. Raises `UnreadableError`."""
    try:
        return _made(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        source = text.read_bytes(data, "")
        if source.text is None or source.encoding is None or not source.encoding.startswith(_WIDE):
            raise UnreadableError("encoding")
        return Decoded(source.text, source.encoding, bool(source.bad))
    return _with_losses(data)


def _with_losses(data: bytes) -> Decoded:
    foreign = len(_NOT_ASCII.findall(data))
    most = max(_FEW if foreign >= _LEAST else 0, _BAD_SHARE * foreign)
    for encoding in ("utf-8", *_declared(data), "gb18030"):
        found = _made(data.decode(encoding, errors="replace"), encoding)
        if found.text.count(_LOST) <= most:
            return found
    raise UnreadableError("encoding")


def _declared(data: bytes) -> list[str]:
    """The encoding that a page declares, where that is none of the usual two, which its bytes tell better."""
    found = _DECLARED.search(data[:_HEAD])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return []
    return [name] if name.startswith(("big5", "cp950")) else []


def _made(content: str, encoding: str) -> Decoded:
    if "\0" in content:
        raise UnreadableError("binary")
    source = text.from_text(content, "")
    return Decoded(source.text or "", encoding, _LOST in content)
