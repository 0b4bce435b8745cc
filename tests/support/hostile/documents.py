"""Files of other formats than text that were written to do harm: each is refused in one line, or read."""

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from support import ofd, pdf
from support.hostile.shape import Content, Hostile
from support.locked import locked_pdf, locked_word, locked_zip
from support.wordxml import document, p, packed, r, tbl, tc, tr

_BOMB: Final = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_ENTITIES: Final = '<!DOCTYPE x [<!ENTITY a0 "a">{}]><x>&{};</x>'
_OUTSIDE: Final = '<!ENTITY a SYSTEM "file:///etc/passwd">'
_MANY: Final = 100_000
_LINE: Final = b"0 0 m 9 9 l S "
_NAMED: Final = "/Resources<</XObject<</F 5 0 R>>>>"
_LETTERS: Final = "/Resources<</Font<</F 5 0 R>>>>"
_FONT: Final = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGE: Final = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{}>>"
_ONE: Final = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
_FORM: Final = ofd.content("", '<ofd:Template TemplateID="Form"/>')


def _pages(count: int, more: str = "", *objects: bytes) -> bytes:
    """So many pages, what else is said of each, and the objects behind them."""
    kids = " ".join(f"{n} 0 R" for n in range(3, 3 + count))
    pages = [_PAGE.format(more)] * count
    return pdf.pdf(pdf.CATALOG, f"<</Type/Pages/Count {count}/Kids[{kids}]>>", *pages, *objects)


def _zipped(content: bytes) -> bytes:
    return pdf.stream(zlib.compress(content), "/Filter/FlateDecode")


def _form(content: bytes) -> bytes:
    return pdf.stream(content, "/Subtype/Form/BBox[0 0 9 9]")


def _drawing(*objects: str | bytes, more: str = "") -> bytes:
    """A page of one stream, and the forms that it draws."""
    return pdf.pdf(pdf.CATALOG, _ONE, _PAGE.format("/Contents 4 0 R" + more), *objects)


def _forms(own: bool) -> bytes:
    """Forms that draw the next one ten times, or themselves."""
    forms = [
        pdf.stream(
            b"/F Do " * 10,
            f"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {n if own else n + 1} 0 R>>>>",
        )
        for n in range(5, 14)
    ]
    return _drawing(pdf.stream(b"/F Do"), *forms, more="/Resources<</XObject<</F 5 0 R>>>>")


_NESTED: Final = b"<style>.z .y b{display:none}</style>"
_WORD_XML: Final = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="urn:p">'
)


def _archive(path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(200_000_000))


_DOCUMENTS: Final[tuple[tuple[str, str, Callable[[], bytes]], ...]] = (
    ("a.html", "nested deep", lambda: b"<div>" * 50_000),
    ("a.html", "nested tables", lambda: b"<table><tr><td>" * 19_000),
    ("a.html", "many columns", lambda: b"<table><tr>" + b"<td>1" * _MANY),
    ("a.html", "spans", lambda: b"<table>" + b"<tr><td rowspan=1000000000 colspan=1000000000>1<td>2" * 9_000),
    ("a.html", "a long line", lambda: b"<p>" + b"1 " * 2_000_000),
    ("a.html", "a long line of words far apart", lambda: b"<p>" + b"1  " * 1_300_000),
    ("a.html", "many fields", lambda: b"<table>" + (b"<tr><td>a<td>" + b"<input value=1>" * 500) * 100),
    ("a.html", "many selectors", lambda: b"<style>" + b".x b{display:none}" * 10_000 + b"</style>" + b"<b>1" * 50_000),
    ("a.html", "selectors of what is nested deep", lambda: _NESTED + b"<i class=y>" * 20_000 + b"<b>1</b>" * 15_000),
    ("a.mht", "many parts", lambda: b"MIME-Version: 1.0\nContent-Type: a; boundary=x\n\n" + b"--x\nA: b\n\n" * 1_000_000),
    ("a.mht", "a page nested deep", lambda: b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + b"<div>" * 50_000),
    ("a.xml", "a document nested deep", lambda: _WORD_XML + b"<a>" * 100_000),
    ("a.xml", "a document of many tags", lambda: _WORD_XML + b"<a/>" * 4_000_000),
    ("a.html", "truncated", lambda: b"<html><table><tr><td rowspan="),
    ("a.html", "a zip by that name", lambda: document(p(r("甲")))),
    ("a.docx", "bomb", lambda: packed(document=" " * 200_000_000)),
    ("a.docx", "entities", lambda: packed(document=_ENTITIES.format(_BOMB, "a9"))),
    ("a.docx", "entities from outside", lambda: packed(document=_ENTITIES.format(_OUTSIDE, "a"))),
    ("a.docx", "nested deep", lambda: document("<w:sdt>" * 50_000)),
    ("a.docx", "many columns", lambda: document(tbl(tr(tc(p()) * _MANY)))),
    ("a.docx", "spans", lambda: document(tbl(tr(tc(p(), properties='<w:gridSpan w:val="1000000000"/>') * 20_000)))),
    ("a.docx", "truncated", lambda: document(p(r("甲")))[:200]),
    ("a.docx", "a PDF by that name", lambda: _pages(1)),
    ("a.docx", "password", locked_word),
    ("a.pdf", "bomb", lambda: _drawing(pdf.stream(zlib.compress(bytes(100_000_000)), "/Filter/FlateDecode"))),
    ("a.pdf", "10,000 pages", lambda: _pages(10_000)),
    ("a.pdf", "pages in themselves", lambda: pdf.pdf(pdf.CATALOG, "<</Type/Pages/Count 1/Kids[2 0 R]>>")),
    ("a.pdf", "forms in forms", lambda: _forms(own=False)),
    ("a.pdf", "forms in themselves", lambda: _forms(own=True)),
    ("a.pdf", "many lines", lambda: _drawing(pdf.stream(_LINE * _MANY))),
    ("a.pdf", "lines by the million", lambda: _drawing(_zipped(_LINE * 4_000_000))),
    ("a.pdf", "words by the million", lambda: _drawing(_zipped(b"BT /F 9 Tf " + b"(a) Tj " * 4_000_000), _FONT, more=_LETTERS)),
    ("a.pdf", "a path of a million points", lambda: _drawing(_zipped(b"0 0 m " + b"9 9 l " * 4_000_000 + b"S"))),
    ("a.pdf", "many lines on each page", lambda: _pages(400, "/Contents 403 0 R", _zipped(_LINE * 90_000))),
    ("a.pdf", "lines drawn again", lambda: _pages(1, f"/Contents[{'4 0 R ' * 300}]", _zipped(_LINE * 70_000))),
    ("a.pdf", "a form drawn again", lambda: _drawing(_zipped(b"/F Do " * _MANY), _form(_LINE * 5_000), more=_NAMED)),
    ("a.pdf", "nested arrays", lambda: pdf.pdf("[" * 50_000)),
    ("a.pdf", "truncated", lambda: _pages(3)[:150]),
    ("a.pdf", "a document by that name", lambda: document(p(r("甲")))),
    ("a.pdf", "password", lambda: locked_pdf(_pages(1), b"a", b"b")),
    ("a.ofd", "bomb", lambda: ofd.packed(OFD=" " * 200_000_000)),
    ("a.ofd", "entities", lambda: ofd.packed(OFD=_ENTITIES.format(_BOMB, "a9"))),
    ("a.ofd", "nested deep", lambda: ofd.ofd(ofd.content("<ofd:PageBlock>" * 50_000))),
    ("a.ofd", "many pages", lambda: ofd.ofd(*[ofd.content("")] * 1_000)),
    ("a.ofd", "a template of many lines", lambda: ofd.ofd(*[_FORM] * 400, Form=ofd.content(ofd.line(0, 0, 9, 0) * 400))),
    ("a.ofd", "a large template", lambda: ofd.ofd(*[_FORM] * 400, Form=ofd.content("<a/>" * 40_000))),
    ("a.ofd", "truncated", lambda: ofd.ofd(ofd.content(""))[:100]),
    ("a.zip", "password", lambda: locked_zip("a.txt", b"1")),
)  # fmt: skip


def _writing(made: Callable[[], bytes]) -> Content:
    def write(path: Path) -> None:
        path.write_bytes(made())

    return write


def _documents() -> Iterator[Hostile]:
    for name, kind, made in _DOCUMENTS:
        yield Hostile(f"document: {name}, {kind}", {name: _writing(made)}, args=(name,))
    yield Hostile("document: a.zip, bomb", {"a.zip": _archive}, args=("a.zip",))


DOCUMENTS: Final = tuple(_documents())
