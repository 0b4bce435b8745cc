"""Files of other formats, spoilt by chance: in their bytes, and in their structure, which gets further."""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from generate.markup import MARKUPS, page
from generate.word import word

from .stated import report_of

REPORTS: Final = 6
_PIECE: Final = re.compile(r"<[^<>]*>|[^<>]+")
_NUMBER: Final = re.compile(r"\d+")
_HTML: Final = (
    "<table>", "</table>", "<tr>", "</td>", "<td rowspan=999999999>", '<td colspan="0">', "<p>", "<br>", "<!--", "-->",
    "<script>", "</body>", "<div hidden>", "&nbsp;", "&#0;", "\x00", "\ufeff", "<svg>", "<template>", "</html>", "<li>",
)  # fmt: skip
_WORD: Final = (
    "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tc>", "<w:p/>", '<w:gridSpan w:val="999999999"/>', '<w:vMerge w:val="restart"/>',
    "<w:vMerge/>", "<w:ins>", "<w:del>", '<w:gridSpan w:val="-1"/>', '<w:ilvl w:val="x"/>', "<w:sdt>", "<w:tab/>", "\ufffe",
)  # fmt: skip

Spoil = Callable[[random.Random], bytes]


@cache
def _pages() -> tuple[str, ...]:
    return tuple(
        page(report_of(seed), markup, random.Random(seed))
        for seed in range(REPORTS)
        for markup in MARKUPS.values()
    )


@cache
def _documents() -> tuple[bytes, ...]:
    return tuple(word(report_of(seed)) for seed in range(REPORTS))


def spoilt_page(rng: random.Random) -> bytes:
    """A web page with some faults."""
    text = _spoilt_markup(rng.choice(_pages()), _HTML, rng)
    data = text.encode(rng.choice(("utf-8", "gb18030", "utf-16")), "replace")
    return _spoilt_bytes(data, rng) if rng.random() < 0.4 else data


def spoilt_document(rng: random.Random) -> bytes:
    """A Word document with some faults."""
    data = rng.choice(_documents())
    return _spoilt_bytes(data, rng) if rng.random() < 0.3 else _with_spoilt_part(data, rng)


def _with_spoilt_part(data: bytes, rng: random.Random) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        spoiling = {"word/document.xml"} if rng.random() < 0.8 else {rng.choice(names)}
        for name in names:
            content = old.read(name)
            if name in spoiling:
                text = _spoilt_markup(content.decode("utf-8", "replace"), _WORD, rng)
                content = text.encode("utf-8", "replace")
            new.writestr(name, content)
    return stream.getvalue()


def _spoilt_markup(text: str, junk: Sequence[str], rng: random.Random) -> str:
    pieces = _PIECE.findall(text)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        if pieces:
            rng.choice(_CHANGES)(pieces, junk, rng)
    return "".join(pieces)


def _drop(pieces: list[str], junk: Sequence[str], rng: random.Random) -> None:
    at = rng.randrange(len(pieces))
    del pieces[at : at + rng.choice((1, 1, 3, 30))]


def _repeat(pieces: list[str], junk: Sequence[str], rng: random.Random) -> None:
    at, length = rng.randrange(len(pieces)), rng.choice((1, 5, 50, 400))
    pieces[at:at] = pieces[at : at + length] * rng.choice((1, 1, 3))


def _move(pieces: list[str], junk: Sequence[str], rng: random.Random) -> None:
    at, length = rng.randrange(len(pieces)), rng.choice((1, 5, 50))
    moved = pieces[at : at + length]
    del pieces[at : at + length]
    to = rng.randrange(len(pieces) + 1)
    pieces[to:to] = moved


def _insert(pieces: list[str], junk: Sequence[str], rng: random.Random) -> None:
    pieces.insert(rng.randrange(len(pieces) + 1), rng.choice(junk) * rng.choice((1, 1, 1, 40, 2_000)))


def _number(pieces: list[str], junk: Sequence[str], rng: random.Random) -> None:
    at = rng.randrange(len(pieces))
    number = rng.choice(("0", "-1", "7", "１２", "99999999999999999999", "一", ""))
    pieces[at] = _NUMBER.sub(number, pieces[at], count=1)


_CHANGES: Final = (_drop, _repeat, _move, _insert, _number)


def _spoilt_bytes(data: bytes, rng: random.Random) -> bytes:
    spoiling = bytearray(data)
    for _ in range(rng.choice((1, 3, 20))):
        at = rng.randrange(len(spoiling))
        spoiling[at] = rng.randrange(256)
    return bytes(spoiling[: rng.randrange(len(spoiling))] if rng.random() < 0.2 else spoiling)


READERS: Final[dict[str, Spoil]] = {"html": spoilt_page, "docx": spoilt_document}
"""what spoils files of a format, by its ending"""
