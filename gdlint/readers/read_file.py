"""Reading files of any format: text, the others that gdlint reads itself, each as a reader like one of a plugin, and those of
plugins. What a reader needs is imported when the first file of its format is read."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from gdlint.model.page import Page, UnreadableError
from gdlint.model.source import Source
from gdlint.plugins.manager import Plugins
from gdlint.plugins.types import Reader
from gdlint.readers import containers, office, text

_HEAD = 200
"""bytes by which a format is told"""


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


def _is_html(head: bytes) -> bool:
    """A file begins like a web page."""
    return head[:200].lstrip(_BLANK).lower().startswith(_HTML)


def _is_fragment(head: bytes) -> bool:
    """A text without a name begins like a part of a web page."""
    return head[:200].lstrip(_BLANK).lower().startswith(_FRAGMENT)


def _is_saved_page(head: bytes) -> bool:
    """A file begins like one in which a browser or Word saves a page with its pictures."""
    return head.lstrip(_BLANK).lower().startswith((b"mime-version:", b"from: <saved by"))


def _is_word(head: bytes) -> bool:
    """A zip whose first parts are those of an Office document; a spreadsheet is told when it is opened."""
    return head.startswith(b"PK\x03\x04") and any(
        name in head for name in (b"[Content_Types].xml", b"word/", b"_rels/")
    )


def _is_flat_word(head: bytes) -> bool:
    """An XML file that says to be a Word document of which all parts stand in it."""
    return (
        head.lstrip(_BLANK).startswith(b"<?xml")
        and b'progid="Word.Document"' in head
        and b"pkg:package" in head
    )


def _is_pdf(head: bytes) -> bool:
    """A PDF file, before which some bytes may stand."""
    return b"%PDF-" in head


def _is_ofd(head: bytes) -> bool:
    """A zip that begins with the first part of an OFD file."""
    return head.startswith(b"PK\x03\x04") and b"OFD.xml" in head


FORMATS = (
    _format("html", "turbohtml", (".html", ".htm", ".xhtml", ".shtml"), _is_html, "gdlint.readers.html.page"),
    _format("mhtml", "turbohtml", (".mht", ".mhtml"), _is_saved_page, "gdlint.readers.html.saved_page"),
    _format("docx", "lxml", (".docx", ".docm"), _is_word, "gdlint.readers.docx.page"),
    _format("wordxml", "lxml", (), _is_flat_word, "gdlint.readers.docx.flat"),
    _format("ofd", "lxml", (".ofd",), _is_ofd, "gdlint.readers.ofd.page"),
    _format("pdf", "pypdfium2", (".pdf",), _is_pdf, "gdlint.readers.pdf.page"),
)


def _format_named(name: str) -> Format:
    """The format of a name."""
    return next(each for each in FORMATS if each.reader.name == name)


def _sniffed(head: bytes) -> Format | None:
    """The format of a file by its first bytes alone."""
    return next((each for each in FORMATS if each.reader.sniff and each.reader.sniff(head)), None)


def format_of(suffix: str, head: bytes) -> Format | None:
    """The format of a file by its first bytes, else by its ending; None for what is read as text."""
    if found := _sniffed(head):
        return found
    if not suffix and _is_fragment(head):
        return FORMATS[0]
    return next((each for each in FORMATS if suffix in each.reader.suffixes), None)


def is_looked_for(suffix: str, plugins: Plugins) -> bool:
    """Files of an ending are looked for in folders: those that can be read here. For text, no library is looked for."""
    if suffix in text.SUFFIXES or suffix in plugins.readers:
        return True
    if suffix in office.SUFFIXES:
        return _format_named("docx").installed and office.program() is not None
    return any(each.installed for each in FORMATS if suffix in each.reader.suffixes)


def read_path(
    path: Path, plugins: Plugins, conversions: office.Conversions, name: str | None = None
) -> Source:
    """Read a file; whatever goes wrong is the `problem` of the source, never an exception."""
    shown = name or str(path)
    try:
        size = path.stat().st_size
        if size > text.LIMIT:
            return Source(shown, None, problem="too-large", detail=f"{size / 1_000_000:.1f} MB")
        data, suffix = text.beginning(path), path.suffix.lower()
        if _is_office(data, suffix, plugins):
            return _read(lambda data, name: _by_office(data, conversions.page, path, name), data, shown)
        return read_bytes(data, shown, plugins, conversions, suffix)
    except OSError as error:
        return Source(shown, None, problem="no-access", detail=error.strerror or type(error).__name__)


def read_bytes(
    data: bytes, name: str, plugins: Plugins, conversions: office.Conversions, suffix: str | None = None
) -> Source:
    """Read the bytes of one file; the ending of its name, or how it begins, tells the format."""
    suffix = Path(name).suffix.lower() if suffix is None else suffix
    if len(data) > text.LIMIT:
        return text.read_bytes(data, name)
    if suffix in plugins.readers:
        return _read_by_guest(data, name, suffix, plugins)
    if _is_office(data, suffix, plugins):
        return _read(
            lambda data, name: _by_office(data, conversions.page_of_bytes, data, suffix, name), data, name
        )
    found = format_of(suffix, data[:_HEAD])
    if found:
        return _read(found.reader.read, data, name)
    if suffix not in text.SUFFIXES and (told := _told_by_guest(data[:_HEAD], plugins)):
        return _read_by_guest(data, name, told, plugins)
    if suffix in text.OTHER_FORMATS:
        return Source(name, None, problem="format", detail=suffix)
    return text.read_bytes(data, name)


def _told_by_guest(head: bytes, plugins: Plugins) -> str | None:
    """The ending of the files that a guest reads and of which, as it says, one begins like this."""
    for suffix, (reader, plugin) in plugins.readers.items():
        if reader.sniff and plugins.guarded(plugin, f"reader {reader.name}", reader.sniff, instead=False)(
            head
        ):
            return suffix
    return None


def _is_office(data: bytes, suffix: str, plugins: Plugins) -> bool:
    """LibreOffice has to convert a file: none that a guest reads, or that is a web page or a new document by another name."""
    return (
        suffix not in text.SUFFIXES
        and suffix not in plugins.readers
        and office.is_office(suffix, data[:_HEAD])
        and not _sniffed(data[:_HEAD])
        and len(data) <= text.LIMIT
    )


def _by_office(data: bytes, page: Callable[..., Page], *of: object) -> Page:
    """The page of a converted document, for which the reader of the new format is needed; of none that has a password."""
    if containers.is_locked(data):
        raise UnreadableError("encrypted")
    docx = _format_named("docx")
    if not docx.installed:
        raise UnreadableError("extra", docx.needs)
    return page(*of)


def _read(read: Callable[[bytes, str], str | Page], data: bytes, name: str) -> Source:
    try:
        return _source(read(data, name), name)
    except UnreadableError as error:
        return Source(name, None, problem=error.problem, detail=error.detail)


def _read_by_guest(data: bytes, name: str, suffix: str, plugins: Plugins) -> Source:
    reader, plugin = plugins.readers[suffix]
    failed = Source(name, None, problem="reader", detail=suffix)
    guarded = plugins.guarded(plugin, f"reader {reader.name}", lambda: _checked(reader, data, name), failed)
    source: Source = guarded()
    return source


def _checked(reader: Reader, data: bytes, name: str) -> Source:
    """What a reader of a plugin makes of a file. Raises `FaultError` for a page that is none, or a reason that is none."""
    from gdlint.plugins.page_contract import check_page, check_reason

    def read(data: bytes, name: str) -> str | Page:
        page = reader.read(data, name)
        if isinstance(page, Page):
            check_page(page)
        return page

    source = _read(read, data, name)
    if source.text is None:
        check_reason(source.problem, text.REASONS)
    return source


def _source(read: str | Page, name: str) -> Source:
    """The source of what a reader handed back. Raises `TypeError` for what is neither."""
    if isinstance(read, str):
        return text.from_string(read, name)
    if not isinstance(read, Page):
        raise TypeError(f"expected Page or str, not {type(read).__name__}")
    return text.with_few_lines(text.source_of(read, name))
