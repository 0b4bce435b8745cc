"""Where each letter of a text node stands in the file: markup between its letters is passed over, entities are one letter."""

import re
from collections.abc import Iterator
from html import unescape

_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TAG = re.compile(r"<(?:!--|[a-zA-Z/!?])")
_PLAIN = re.compile(r"[^<&]+")

Run = tuple[int, int, int]
"""where a run of letters begins in the node and in the file, and its length"""


def aligned(data: str, file: str, offset: int) -> Iterator[Run]:
    """The runs of letters of a text node that stand together in the file, from `offset` on. Where the file goes on otherwise,
    the rest is one run."""
    at, end = 0, len(data)
    while at < end:
        if offset >= len(file):
            yield at, len(file), end - at
            return
        letter = file[offset]
        plain = _PLAIN.match(file, offset) if letter not in "<&" else None
        if plain:
            length = _common(data, at, plain[0])
            yield at, offset, length or end - at
            if not length:
                return
            at, offset = at + length, offset + len(plain[0])
        elif letter == "<" and _TAG.match(file, offset):
            offset = _behind_tag(file, offset)
        elif (
            letter == "&"
            and (entity := _ENTITY.match(file, offset))
            and (size := _entity_size(entity[0], data, at))
        ):
            yield at, offset, size
            at, offset = at + size, offset + len(entity[0])
        else:
            yield at, offset, 1
            at, offset = at + 1, offset + 1


def _common(data: str, at: int, plain: str) -> int:
    """How much of a stretch of the file the node goes on with; NUL and the like may have become another letter."""
    length = min(len(plain), len(data) - at)
    return length if data.startswith(plain[:length], at) else 0


def _behind_tag(file: str, offset: int) -> int:
    mark = "-->" if file.startswith("<!--", offset) else ">"
    end = file.find(mark, offset)
    return len(file) if end < 0 else end + len(mark)


def _entity_size(entity: str, data: str, at: int) -> int:
    """How many letters an entity stands for in the node."""
    text = unescape(entity)
    return len(text) if data.startswith(text, at) else int(text != entity)
