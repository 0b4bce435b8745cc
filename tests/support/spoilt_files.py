"""Files of other formats, spoilt by chance: in their bytes, and in their structure, which gets further."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from generate import Made
from generate.markup import MARKUPS, page
from generate.sheets import sheets
from generate.word import word
from support import ofd, pdf
from support.spoilt_pdf import spoilt_drawing, spoilt_objects
from support.spoilt_trees import with_spoilt_parts

from .stated import report_of

REPORTS: Final = 6
_PIECE: Final = re.compile(r"<[^<>]*>|[^<>]+")
_NUMBER: Final = re.compile(r"\d+")
_HTML: Final = (
    "<table>", "</table>", "<tr>", "</td>", "<td rowspan=999999999>", '<td colspan="0">', "<p>", "<br>", "<!--", "-->",
    "<script>", "</body>", "<div hidden>", "&nbsp;", "&#0;", "\x00", "\ufeff", "<svg>", "<template>", "</html>", "<li>",
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


@cache
def _printed() -> tuple[bytes, ...]:
    return tuple(pdf.from_sheets(sheets(_short(report_of(seed))), packed=False) for seed in range(REPORTS))


@cache
def _packed() -> tuple[bytes, ...]:
    reports = [sheets(_short(report_of(seed))) for seed in range(REPORTS)]
    return tuple(ofd.from_sheets(each, by_letter=n == 0) for n, each in enumerate(reports))


def _short(made: Made) -> Made:
    """A report with a paragraph a section: its tables are what can be spoilt, and letters are what costs."""
    return replace(
        made, sections=tuple(each._replace(paragraphs=each.paragraphs[:1]) for each in made.sections)
    )


def spoilt_page(rng: random.Random) -> bytes:
    """A web page with some faults."""
    text = _spoilt_markup(rng.choice(_pages()), _HTML, rng)
    data = text.encode(rng.choice(("utf-8", "gb18030", "utf-16")), "replace")
    return _spoilt_bytes(data, rng) if rng.random() < 0.4 else data


def spoilt_document(rng: random.Random) -> bytes:
    """A Word document with some faults."""
    data = rng.choice(_documents())
    names = ("word/document.xml",)
    return _spoilt_bytes(data, rng) if rng.random() < 0.1 else with_spoilt_parts(data, names, rng)


def spoilt_sheets(rng: random.Random) -> bytes:
    """A PDF file with some faults."""
    data = rng.choice(_printed())
    spoil = rng.choice((_spoilt_bytes, spoilt_objects, spoilt_objects, *[spoilt_drawing] * 4))
    return spoil(data, rng)


def spoilt_ofd(rng: random.Random) -> bytes:
    """An OFD file with some faults."""
    data = rng.choice(_packed())
    names = ("Doc/Page0.xml", "Doc/Page1.xml", "Doc/Document.xml")
    return _spoilt_bytes(data, rng) if rng.random() < 0.1 else with_spoilt_parts(data, names, rng)


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


READERS: Final[dict[str, Spoil]] = {
    "html": spoilt_page, "docx": spoilt_document, "pdf": spoilt_sheets, "ofd": spoilt_ofd,
}  # fmt: skip
"""what spoils files of a format, by its ending"""
