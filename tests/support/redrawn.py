"""What PDF files draw, drawn again as OFD."""

import pypdfium2

from gdlint.readers.pdf.page_glyphs import Leaf, sheet_of

from .ofd import from_sheets


def redrawn(data: bytes, *, by_letter: bool = False) -> bytes:
    """A PDF file, and whether each letter becomes an object of its own, in, an OFD file out."""
    document = pypdfium2.PdfDocument(data)
    try:
        return from_sheets([sheet_of(Leaf(page)) for page in document], by_letter=by_letter)
    finally:
        document.close()
