"""PDF files spoilt by chance in what they draw and in their objects."""

import random
import re
from collections.abc import Callable, Sequence
from typing import Final

from support.spoilt_values import spoilt_number

_NUMBER: Final = re.compile(rb"-?\d+(?:\.\d+)?")
_DRAWN: Final = (
    b"q", b"Q", b"BT", b"ET", b"0 0 595 842 re S", b"1e9 0 m 0 1e9 l S", b"/F1 0 Tf", b"/F9 9 Tf", b"/F1 1e9 Tf", b"0 0 0 0 0 0 cm",
    b"-1 0 0 -1 595 842 cm", b"0 1 -1 0 0 0 cm", b"1e30 0 0 1e30 0 0 cm", b"h", b"f", b"B*", b"n W", b"<4E00> Tj", b"<> Tj", b"(0) '",
    b"[<4E00> 9999 <4E01>] TJ", b"3 Tr", b"9999 Tz", b"/X Do", b"BI /W 9 /H 9 ID x EI", b"10 20 30 40 50 60 c S", b"<D800> Tj",
)  # fmt: skip
_SAID: Final = (
    b"/Rotate 90", b"/Rotate 270", b"/Rotate 7", b"/CropBox[100 100 300 300]", b"/MediaBox[0 0 0 0]", b"/MediaBox[595 842 0 0]",
    b"/UserUnit 9", b"/Parent 9 0 R", b"/Kids[2 0 R]", b"/Count -1", b"/Count 9999", b"/Filter/FlateDecode", b"/Filter/LZWDecode",
    b"/Filter/ASCIIHexDecode", b"/Type/Font", b"/Contents[7 0 R 7 0 R]", b"/Contents null", b"/Encrypt 3 0 R", b"<<", b">>", b"[", b"]",
    b"endobj", b"endstream", b"/Length 99999999", b"/Resources null", b"/W[0 99999 1]", b"/DW -9", b"/Prev 9", b"/Root 2 0 R",
)  # fmt: skip
_OBJECT: Final = re.compile(rb"(?s)\d+ 0 obj.*?endobj\n")
_STREAM: Final = re.compile(rb"(?s)(?<=stream\n).*?(?=\nendstream)")

Lines = list[bytes]


def spoilt_drawing(data: bytes, rng: random.Random) -> bytes:
    """Faults in what one page draws."""
    found = rng.choice(list(_STREAM.finditer(data)))
    lines = found[0].split(b"\n")
    for _ in range(rng.choice((1, 2, 4, 16, 64))):
        if lines:
            rng.choice(_CHANGES)(lines, _DRAWN, rng)
    return data[: found.start()] + b"\n".join(lines) + data[found.end() :]


def spoilt_objects(data: bytes, rng: random.Random) -> bytes:
    """Faults in the objects but what they draw: one is missing, twice, another one, or says otherwise."""
    objects = list(_OBJECT.finditer(data))
    found, other = rng.choice(objects), rng.choice(objects)
    said, drawn = found[0].partition(b"stream\n")[::2]
    for _ in range(rng.choice((1, 1, 2, 4))):
        said = rng.choice((_numbered, _said, _cut))(said, rng)
    changed = rng.choice((b"", found[0] * 2, other[0], *[said + (b"stream\n" + drawn if drawn else b"")] * 9))
    return data[: found.start()] + changed + data[found.end() :]


def _numbered(said: bytes, rng: random.Random) -> bytes:
    numbers = list(_NUMBER.finditer(said))
    if not numbers:
        return said
    found = rng.choice(numbers)
    number = spoilt_number(found[0].decode(), rng).encode("utf-8")
    return said[: found.start()] + number + said[found.end() :]


def _said(said: bytes, rng: random.Random) -> bytes:
    places = [found.end() for found in re.finditer(rb"<<", said)] or [len(said)]
    at = rng.choice(places)
    return said[:at] + rng.choice(_SAID) + said[at:]


def _cut(said: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(said) + 1)
    return said[:at] + said[at + rng.choice((1, 5, 40)) :]


def _drop(lines: Lines, junk: Sequence[bytes], rng: random.Random) -> None:
    at = rng.randrange(len(lines))
    del lines[at : at + rng.choice((1, 1, 5, 50))]


def _repeat(lines: Lines, junk: Sequence[bytes], rng: random.Random) -> None:
    at, length = rng.randrange(len(lines)), rng.choice((1, 10, 200))
    lines[at:at] = lines[at : at + length] * rng.choice((1, 1, 4))


def _move(lines: Lines, junk: Sequence[bytes], rng: random.Random) -> None:
    at, length = rng.randrange(len(lines)), rng.choice((1, 10, 200))
    moved = lines[at : at + length]
    del lines[at : at + length]
    to = rng.randrange(len(lines) + 1)
    lines[to:to] = moved


def _insert(lines: Lines, junk: Sequence[bytes], rng: random.Random) -> None:
    at = rng.randrange(len(lines) + 1)
    lines[at:at] = [rng.choice(junk)] * rng.choice((1, 1, 1, 40, 2_000))


def _number(lines: Lines, junk: Sequence[bytes], rng: random.Random) -> None:
    at = rng.randrange(len(lines))
    lines[at] = _numbered(lines[at], rng)


_CHANGES: Final[Sequence[Callable[[Lines, Sequence[bytes], random.Random], None]]] = (
    _drop, _repeat, _move, _insert, _number, _number,
)  # fmt: skip
