"""Text and Markdown files: the encoding is found, never assumed, and nothing is repaired.

The order is: byte order mark; strict UTF-8; UTF-16 without a mark; UTF-8 with at most 1 % bad bytes; GB18030. The two
guesses (UTF-16 without a mark, GB18030) count only if words that reports use come out of them.
"""

import codecs
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from gdlint.model.page import Page
from gdlint.model.regex import lazy
from gdlint.model.source import Source

LIMIT = 20_000_000
"""bytes; a larger file is refused"""

LINES = 180_000
"""lines that are not blank; a report has some thousands at most, and a line takes memory however short it is"""

BAD_SHARE = 0.01

SUFFIXES = frozenset({".txt", ".md"})

OTHER_FORMATS = frozenset(
    {
        ".htm",
        ".html",
        ".pdf",
        ".ofd",
        ".doc",
        ".docx",
        ".wps",
        ".rtf",
        ".odt",
        ".xls",
        ".xlsx",
        ".zip",
        ".rar",
        ".7z",
    }
)
"""endings of files that are known to be no plain text"""

TELLING = ("公开", "报告", "申请", "政府")
"""words of which a report uses at least one on every page"""

REASONS = (
    "too-large",
    "too-many-lines",
    "large-report",
    "no-access",
    "format",
    "binary",
    "encoding",
    "extra",
    "damaged",
    "encrypted",
    "unpacked",
    "many-files",
    "office",
    "conversion",
    "scan",
    "off-page",
    "reader",
)
"""why a file cannot be read: the values of `Source.problem`"""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_MAGIC = {
    b"PK\x03\x04": "Word/ZIP",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Word (.doc)",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"{\\rtf": "RTF",
}
"""how files of other formats begin"""

_LINE_END = lazy("\r\n|[\r\x85\u2028\u2029]")
_OTHER_LINE_ENDS = "\r\x85\u2028\u2029"
_LINE = lazy("[^\n]+")
_HALF = lazy(r"[\ud800-\udfff]")
_ESCAPED = lazy(r"[\udc80-\udcff]")


def read_path(path: Path, name: str | None = None) -> Source:
    """Read a file; whatever goes wrong is the `problem` of the source, never an exception."""
    shown = name or str(path)
    if path.suffix.lower() in OTHER_FORMATS:
        return _unreadable(shown, "format", path.suffix.lower())
    try:
        size = path.stat().st_size
        if size > LIMIT:
            return _unreadable(shown, "too-large", f"{size / 1_000_000:.1f} MB")
        return read_bytes(beginning(path), shown)
    except OSError as error:
        return _unreadable(shown, "no-access", error.strerror or type(error).__name__)


def beginning(path: Path) -> bytes:
    """The bytes of a file, and of one that never ends (a device) as many as show that it is too large.

    Raises `OSError`.
    """
    with path.open("rb") as stream:
        return stream.read(LIMIT + 1)


def read_bytes(data: bytes, name: str) -> Source:
    """Decode the bytes of one file called `name`."""
    return with_few_lines(_decoded(data, name))


def with_few_lines(source: Source) -> Source:
    """A source, or one that cannot be read where it has more lines than are taken."""
    if len(source.starts) > LINES and (lines := _filled_lines(source.text or "")) > LINES:
        return _unreadable(source.path, "too-many-lines", f"{lines:,}")
    return source


def _filled_lines(text: str) -> int:
    return sum(1 for found in _LINE.finditer(text) if not found[0].isspace())


def _decoded(data: bytes, name: str) -> Source:
    if len(data) > LIMIT:
        return _unreadable(name, "too-large", f"{len(data) / 1_000_000:.1f} MB")
    for magic, format_name in _MAGIC.items():
        if data.startswith(magic):
            return _unreadable(name, "format", format_name)
    for mark, codec, shown in _MARKS:
        if data.startswith(mark):
            return _marked(data, name, codec, shown, len(mark))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, name)
    if "\0" in text:
        return _utf16(data, name) or _unreadable(name, "binary", "")
    return from_text(text, name, "utf-8")


def from_string(text: str, name: str) -> Source:
    """A source from a text that is decoded already; halves of surrogate pairs, which no file can hold, become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = _HALF.sub("\ufffd", text)
    return from_text(text, name)


def from_text(text: str, name: str, encoding: str | None = None, *, escaped: bool = False) -> Source:
    """A source from a decoded text: line ends become line feeds, and bytes that `surrogateescape` kept U+FFFD."""
    if any(mark in text for mark in _OTHER_LINE_ENDS):
        text = _LINE_END.sub("\n", text)
    bad: tuple[int, ...] = ()
    if escaped:
        bad = tuple(found.start() for found in _ESCAPED.finditer(text))
        text = _ESCAPED.sub("\ufffd", text)
    return Source(name, text, encoding, bad=bad, starts=line_starts(text))


def line_starts(text: str) -> Sequence[int]:
    """Where each line of a canonical text begins."""
    # An array: a text may hold more lines than letters, and a tuple of numbers takes ten times as much.
    lengths = [len(line) + 1 for line in text.split("\n")]
    lengths.pop()
    return array("I", accumulate(lengths, initial=0))


def source_of(page: Page, path: str) -> Source:
    """The source of a page that was read from the file of a path."""
    text, grids, origin, facts, encoding, bad, tracked = page
    starts = line_starts(text)
    return Source(path, text, encoding, None, "", bad, starts, grids, origin, facts, tracked)


def _unreadable(name: str, problem: str, detail: str) -> Source:
    return Source(name, None, problem=problem, detail=detail)


def _marked(data: bytes, name: str, codec: str, shown: str, skip: int) -> Source:
    try:
        return from_text(data.decode(codec), name, shown)
    except UnicodeDecodeError:
        if shown == "utf-8":
            return _mostly_utf8(data[skip:], name) or _unreadable(name, "encoding", "")
        return _unreadable(name, "encoding", shown.upper())


def _guessed(data: bytes, name: str) -> Source:
    for attempt in (_utf16 if data.count(b"\0") else _no_source, _mostly_utf8, _gb18030):
        source = attempt(data, name)
        if source is not None:
            return source
    return _unreadable(name, "binary" if b"\0" in data else "encoding", "")


def _no_source(data: bytes, name: str) -> Source | None:
    return None


def _utf16(data: bytes, name: str) -> Source | None:
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _telling(text):
            return from_text(text, name, codec)
    return None


def _mostly_utf8(data: bytes, name: str) -> Source | None:
    """UTF-8 with at most 1 % of bytes that are none: each becomes U+FFFD, and its offset is kept."""
    text = data.decode("utf-8", errors="surrogateescape")
    lost = sum(1 for _ in _ESCAPED.finditer(text))
    return from_text(text, name, "utf-8", escaped=True) if lost <= BAD_SHARE * len(data) else None


def _gb18030(data: bytes, name: str) -> Source | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return from_text(text, name, "gb18030") if "\0" not in text and _telling(text) else None


def _telling(text: str) -> bool:
    return any(word in text for word in TELLING)
