"""A small writer of OFD files: what is drawn on sheets in, XML in a zip out."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from gdlint.readers.drawn.sheet import Glyph, Sheet

MILLIMETRES: Final = 25.4 / 72
SPACE: Final = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def packed(**parts: str) -> bytes:
    """The parts of a file by their names, in which `_` stands for `/`, in, the file out."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"{name.replace('_', '/')}.xml", content)
    return stream.getvalue()


def ofd(*pages: str, common: str = "", **templates: str) -> bytes:
    """The content of pages and templates in, the file out."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Page{n}.xml"/>' for n in range(len(pages)))
    named = "".join(f'<ofd:TemplatePage ID="{name}" BaseLoc="{name}.xml"/>' for name in templates)
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    return packed(
        OFD=f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        Doc_Document=f"<ofd:Document {SPACE}><ofd:CommonData>{area}{named}{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        **{f"Doc_Page{n}": page for n, page in enumerate(pages)},
        **{f"Doc_{name}": content for name, content in templates.items()},
    )


def content(objects: str, before: str = "") -> str:
    """Objects in, a page with them out."""
    return f"<ofd:Page {SPACE}>{before}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"


def text(letters: str, x: float, y: float, size: float, more: str = "", code: str = "") -> str:
    """Letters, where the first one stands, and how large they are, in, a text object out."""
    return (
        f'<ofd:TextObject Boundary="{x:.3f} {y - size:.3f} 200 {size:.3f}" Font="1" Size="{size:.3f}" {more}>'
        f'<ofd:TextCode X="0" Y="{0.88 * size:.3f}" {code}>{escape(letters)}</ofd:TextCode></ofd:TextObject>'
    )


def line(x: float, y: float, x1: float, y1: float) -> str:
    """From where to where in, a path object out."""
    return (
        f'<ofd:PathObject Boundary="{x:.3f} {y:.3f} {x1 - x:.3f} {y1 - y:.3f}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x:.3f} {y1 - y:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def from_sheets(sheets: Sequence[Sheet], *, by_letter: bool = False) -> bytes:
    """What is drawn on sheets, and whether each letter is an object of its own, in, the same as a file out."""
    return ofd(*(content("".join((*_texts(each.glyphs, by_letter), *_rules(each)))) for each in sheets))


def _texts(glyphs: Sequence[Glyph], by_letter: bool) -> Iterator[str]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (by_letter or not _follows(run[-1], glyph)):
            yield _text_object(run)
            run = []
        run.append(glyph)
    if run:
        yield _text_object(run)


def _follows(left: Glyph, right: Glyph) -> bool:
    """Two letters stand in one line, and less than a letter apart."""
    size = left.box.bottom - left.box.top
    level = max(abs(left.box.top - right.box.top), abs(left.box.bottom - right.box.bottom)) < 0.01
    return level and -0.1 * size < right.box.left - left.box.right < size


def _text_object(run: Sequence[Glyph]) -> str:
    """Letters of one line; a single one says how wide it is, others how far each stands from the next one."""
    edges = (run[0].box.left, run[0].box.top, run[-1].box.right, run[0].box.bottom)
    left, top, right, bottom = (edge * MILLIMETRES for edge in edges)
    steps = [(b.box.left - a.box.left) * MILLIMETRES for a, b in pairwise(run)] or [right - left]
    return (
        f'<ofd:TextObject Boundary="{left:.3f} {top:.3f} {right - left:.3f} {bottom - top:.3f}" Font="1" '
        f'Size="{bottom - top:.3f}"><ofd:TextCode X="0" Y="{0.88 * (bottom - top):.3f}" '
        f'DeltaX="{" ".join(f"{step:.3f}" for step in steps)}">{escape("".join(each.text for each in run))}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def _rules(sheet: Sheet) -> list[str]:
    return [
        *(_rule(rule.start, rule.at, rule.end, rule.at) for rule in sheet.across),
        *(_rule(rule.at, rule.start, rule.at, rule.end) for rule in sheet.down),
    ]


def _rule(*edges: float) -> str:
    return line(*(edge * MILLIMETRES for edge in edges))
