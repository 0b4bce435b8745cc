"""A PDF file as a page."""

import pypdfium2 as pdfium
from pypdfium2 import raw

from gdlint.model.page import Page, UnreadableError
from gdlint.readers.drawn.limits import MOST_PAGES, bounded
from gdlint.readers.drawn.page import page_of
from gdlint.readers.drawn.sheet import Sheet
from gdlint.readers.pdf.guard import check
from gdlint.readers.pdf.page_glyphs import Leaf, sheet_of
from gdlint.readers.pdf.polylines import Paths


def read(data: bytes, name: str) -> Page:
    """The page of a file. Raises `UnreadableError`; a file without a text layer is `scan`."""
    check(data)
    document = _opened(data)
    try:
        page = page_of(_sheets(document))
    finally:
        document.close()
    if not page.text.strip():
        raise UnreadableError("scan")
    return page


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise UnreadableError("encrypted" if error.err_code in locked else "damaged") from None


def _sheets(document: pdfium.PdfDocument) -> list[Sheet]:
    if len(document) > MOST_PAGES:
        raise UnreadableError("large-report")
    paths = Paths()
    return bounded(_sheet(document, number, paths) for number in range(len(document)))


def _sheet(document: pdfium.PdfDocument, number: int, paths: Paths) -> Sheet:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        raise UnreadableError("damaged") from None
    try:
        return sheet_of(Leaf(page), paths)
    finally:
        page.close()
