"""From the bytes of a Word document to a `Page`."""

from gdlint.model.origin import Located
from gdlint.model.page import Page, UnreadableError
from gdlint.readers.docx.main_part import main_part
from gdlint.readers.docx.numbering import Counter, read_numbers
from gdlint.readers.docx.paragraphs import printed, text_of
from gdlint.readers.docx.run_styles import read_styles
from gdlint.readers.docx.tables import within
from gdlint.readers.docx.writing import Writing
from gdlint.readers.elements import Node, children, local, value
from gdlint.readers.packages import Package, Parts

_CHUNK = "altChunk"
"""a page in another format that Word reads when it opens the document"""


def read(data: bytes, name: str) -> Page:
    """The document as it is printed. Raises `UnreadableError`."""
    return page_of(Package(data))


def page_of(package: Parts) -> Page:
    """The document that some parts make. Raises `UnreadableError`."""
    main = main_part(package)
    writing = written(package, main)
    if not writing.text.strip() and any(local(node) == _CHUNK for node in main.iter("*")):
        raise UnreadableError("format", _CHUNK)
    origin = Located(writing.starts, tuple(writing.locations))
    return Page(writing.text, tuple(writing.grids), origin, tracked=writing.changes)


def written(package: Parts, main: Node) -> Writing:
    """The text of a document with what stands where, from the tree of its main part."""
    styles = package.part("word/styles.xml")
    numbers = read_numbers(package.part("word/numbering.xml"), styles)
    notes, comments = package.part("word/footnotes.xml"), package.part("word/comments.xml")
    writing = Writing(Counter(numbers), read_styles(styles), _notes(notes), _to_gdlint(comments))
    for part in main:
        writing.blocks(part)
    writing.end()
    return writing


def _notes(footnotes: Node | None) -> dict[str, Node]:
    """The footnotes by their number."""
    if footnotes is None:
        return {}
    return {value(note, "id"): note for note in children(footnotes, "footnote") if not value(note, "type")}


def _to_gdlint(comments: Node | None) -> dict[str, str]:
    """By their number the comments that say what gdlint is to ignore, written as in a text."""
    if comments is None:
        return {}
    texts = {value(each, "id"): _said(each) for each in children(comments, "comment")}
    return {key: f"<!-- {text} -->" for key, text in texts.items() if text.startswith("gdlint:")}


def _said(comment: Node) -> str:
    """A comment in one line, in which nothing ends it."""
    text = " ".join(text_of(printed(each, {}).pieces) for each in within(comment, "p"))
    return " ".join(text.replace("-->", "").replace("<!--", "").split())
