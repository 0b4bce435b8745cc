"""A small writer of PDF files: objects, or what is drawn on sheets, in, the file out."""

import zlib
from collections.abc import Sequence
from typing import Final

from gdlint.readers.drawn.sheet import Glyph, Sheet

CATALOG: Final = "<</Type/Catalog/Pages 2 0 R>>"
_FONT: Final = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    "/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
    "/CapHeight 880/StemV 80>>",
)
"""objects 3 to 5: a font that each program has, for letters by their code"""


def pdf(*objects: str | bytes, more: str = "") -> bytes:
    """The objects of a file, of which the first is its catalogue, and what else its trailer says, in, the file out."""
    parts = [each.encode("latin-1") if isinstance(each, str) else each for each in objects]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, each) for n, each in enumerate(parts, 1))
    trailer = f"trailer\n<</Root 1 0 R/Size {len(parts) + 1}{more}>>\nstartxref\n0\n%%EOF"
    return b"%PDF-1.7\n" + body + trailer.encode("latin-1")


def stream(content: bytes, more: str = "") -> bytes:
    """The content of a stream, and what else is said of it, in, the object out."""
    return f"<<{more}/Length {len(content)}>>stream\n".encode("latin-1") + content + b"\nendstream"


def from_sheets(sheets: Sequence[Sheet], *, packed: bool = True) -> bytes:
    """What is drawn on sheets in, the same as a file out."""
    first = 3 + len(_FONT)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(sheets)))
    objects: list[str | bytes] = [CATALOG, f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>", *_FONT]
    for n, sheet in enumerate(sheets):
        content = _content(sheet).encode("ascii")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Contents {first + 2 * n + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(stream(zlib.compress(content), "/Filter/FlateDecode") if packed else stream(content))
    return pdf(*objects)


def _content(sheet: Sheet) -> str:
    down = [
        f"{at:.2f} {sheet.height - a:.2f} m {at:.2f} {sheet.height - b:.2f} l S" for at, a, b in sheet.down
    ]
    across = [
        f"{a:.2f} {sheet.height - at:.2f} m {b:.2f} {sheet.height - at:.2f} l S" for at, a, b in sheet.across
    ]
    letters = [_letter(glyph, sheet.height) for glyph in sheet.glyphs]
    return "\n".join((".5 w", *across, *down, "BT", *letters, "ET"))


def _letter(glyph: Glyph, height: float) -> str:
    left, top, _, bottom = glyph.box
    size = bottom - top
    code = glyph.text.encode("utf-16-be").hex()
    return f"/F1 {size:.2f} Tf 1 0 0 1 {left:.2f} {height - bottom + 0.12 * size:.2f} Tm <{code}> Tj"
