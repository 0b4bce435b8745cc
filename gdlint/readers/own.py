"""The formats that gdlint reads itself beside text, each as a reader like one of a plugin. What a reader needs is imported when
the first file of its format is read."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from gdlint.model.page import Page, UnreadableError
from gdlint.plugins.types import Reader


class Format(NamedTuple):
    """A reader and the library that it needs, which the extra of the reader's name installs."""

    reader: Reader
    needs: str

    @property
    def installed(self) -> bool:
        """The library is there."""
        try:
            return find_spec(self.needs) is not None
        except ValueError:
            return False


def _page(module: str, needs: str, data: bytes, name: str) -> Page:
    """The page that `read` of a module makes. Raises `UnreadableError`."""
    try:
        import_module(needs)
    except ImportError:
        raise UnreadableError("extra", needs) from None
    page: Page = import_module(module).read(data, name)
    return page


def _format(
    name: str, needs: str, suffixes: tuple[str, ...], sniff: Callable[[bytes], bool], module: str
) -> Format:
    return Format(Reader(name, suffixes, partial(_page, module, needs), sniff), needs)


_HTML = (b"<!doctype html", b"<html")
_FRAGMENT = (
    b"<p",
    b"<div",
    b"<table",
    b"<span",
    b"<h1",
    b"<h2",
    b"<article",
    b"<section",
    b"<meta",
    b"<body",
    b"<head",
    b"<td",
)
_BLANK = b"\xef\xbb\xbf \t\r\n"


def is_html(head: bytes) -> bool:
    """A file begins like a web page."""
    return head[:200].lstrip(_BLANK).lower().startswith(_HTML)


def is_fragment(head: bytes) -> bool:
    """A text without a name begins like a part of a web page."""
    return head[:200].lstrip(_BLANK).lower().startswith(_FRAGMENT)


def is_word(head: bytes) -> bool:
    """A zip whose first parts are those of an Office document; a spreadsheet is told when it is opened."""
    return head.startswith(b"PK\x03\x04") and any(
        name in head for name in (b"[Content_Types].xml", b"word/", b"_rels/")
    )


def is_pdf(head: bytes) -> bool:
    """A PDF file, before which some bytes may stand."""
    return b"%PDF-" in head


def is_ofd(head: bytes) -> bool:
    """A zip that begins with the first part of an OFD file."""
    return head.startswith(b"PK\x03\x04") and b"OFD.xml" in head


FORMATS = (
    _format("html", "turbohtml", (".html", ".htm", ".xhtml", ".shtml"), is_html, "gdlint.readers.html.page"),
    _format("docx", "lxml", (".docx", ".docm"), is_word, "gdlint.readers.docx.page"),
    _format("ofd", "lxml", (".ofd",), is_ofd, "gdlint.readers.ofd.page"),
    _format("pdf", "pypdfium2", (".pdf",), is_pdf, "gdlint.readers.pdf.page"),
)


def format_named(name: str) -> Format:
    """The format of a name."""
    return next(each for each in FORMATS if each.reader.name == name)


def sniffed(head: bytes) -> Format | None:
    """The format of a file by its first bytes alone."""
    return next((each for each in FORMATS if each.reader.sniff and each.reader.sniff(head)), None)


def format_of(suffix: str, head: bytes) -> Format | None:
    """The format of a file by its first bytes, else by its ending; None for what is read as text."""
    if found := sniffed(head):
        return found
    if not suffix and is_fragment(head):
        return FORMATS[0]
    return next((each for each in FORMATS if suffix in each.reader.suffixes), None)
