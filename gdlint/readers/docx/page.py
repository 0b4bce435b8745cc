"""From the bytes of a Word document to a `Page`."""

from gdlint.model.origin import Located
from gdlint.model.page import Page
from gdlint.readers.docx.names import Node, children, value
from gdlint.readers.docx.numbering import Counter, read_numbers
from gdlint.readers.docx.package import Package
from gdlint.readers.docx.writing import Writing


def read(data: bytes, name: str) -> Page:
    """The document as it is printed. Raises `UnreadableError`."""
    package = Package(data)
    writing = written(package, package.main())
    origin = Located(writing.starts, tuple(writing.locations))
    return Page(writing.text, tuple(writing.grids), origin, tracked=writing.changes)


def written(package: Package, main: Node) -> Writing:
    """The text of a document with what stands where, from the tree of its main part."""
    numbers = read_numbers(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    writing = Writing(Counter(numbers), _notes(package.part("word/footnotes.xml")))
    for part in main:
        writing.blocks(part)
    writing.end()
    return writing


def _notes(footnotes: Node | None) -> dict[str, Node]:
    """The footnotes by their number."""
    if footnotes is None:
        return {}
    return {value(note, "id"): note for note in children(footnotes, "footnote") if not value(note, "type")}
