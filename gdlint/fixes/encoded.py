"""The text of a file and its bytes, where every character that is not edited is to keep its bytes."""

import codecs
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from gdlint.model.fix import Edit, applied
from gdlint.model.regex import lazy

_MARKS = {
    "utf-8": ((codecs.BOM_UTF8, "utf-8"),),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
}
_PAIR = lazy("\r\n")


class Encoded(NamedTuple):
    """A file: the byte order mark, the encoding behind it, its text with its own line ends, and where each line feed of two
    characters stands in the text in which it is one."""

    mark: bytes
    codec: str
    text: str
    pairs: Sequence[int]

    def offset(self, place: int) -> int:
        """Where a character of the text with single line ends stands in that of the file."""
        return place + bisect_right(self.pairs, place - 1)

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The bytes with edits of the text of the file."""
        made = applied(self.text, edits)
        return self.mark + made.encode(self.codec, "surrogateescape" if self.codec == "utf-8" else "strict")


def encoded(data: bytes, encoding: str) -> Encoded | None:
    """The file of some bytes; None where its text would not become the same bytes again."""
    mark, codec = next(
        ((mark, codec) for mark, codec in _MARKS.get(encoding, ()) if data.startswith(mark)), (b"", encoding)
    )
    errors = "surrogateescape" if codec == "utf-8" else "strict"
    content = data[len(mark) :]
    try:
        text = content.decode(codec, errors)
        if text.encode(codec, errors) != content:
            return None
    except UnicodeError:
        return None
    pairs = [found.start() - n for n, found in enumerate(_PAIR.finditer(text))]
    return Encoded(mark, codec, text, pairs)
