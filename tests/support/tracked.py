"""An own reading of tracked changes: the texts of a Word document once all changes are accepted or rejected, with nothing of
gdlint."""

import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(data: bytes, *, accepted: bool) -> list[str]:
    """The bytes of a document in, the text of each paragraph out."""
    with ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - written by the tests
    gone = f"{_W}del" if accepted else f"{_W}ins"
    rows = [row for row in root.iter(f"{_W}tr") if row.find(f"{_W}trPr/{gone}") is not None]
    out = {paragraph for row in rows for paragraph in row.iter(f"{_W}p")}
    return ["".join(_texts(each, gone)) for each in root.iter(f"{_W}p") if each not in out]


def _texts(node: ET.Element, gone: str) -> list[str]:
    if node.tag == gone:
        return []
    own = [node.text or ""] if node.tag in (f"{_W}t", f"{_W}delText") else []
    return [*own, *(text for child in node for text in _texts(child, gone))]


def authors(data: bytes) -> set[str]:
    """The bytes of a document in, who has changed it out."""
    with ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - written by the tests
    changes = [*root.iter(f"{_W}ins"), *root.iter(f"{_W}del")]
    return {change.get(f"{_W}author", "") for change in changes}


def others(data: bytes) -> dict[str, bytes]:
    """The bytes of a document in, all its parts but the main one out."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "word/document.xml"}


def main_part(data: bytes) -> bytes:
    """The bytes of a document in, its main part out."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def by_libreoffice(content: bytes, *, accepted: bool) -> str:
    """A flat document as LibreOffice writes it in, its text with all changes accepted or rejected out."""
    root = ET.fromstring(content)  # noqa: S314 - written by LibreOffice
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    assert body is not None
    kind = f"{_TEXT}deletion" if accepted else f"{_TEXT}insertion"
    regions = body.iter(f"{_TEXT}changed-region")
    gone = {region.get(f"{_TEXT}id", "") for region in regions if region.find(kind) is not None}
    parts: list[str] = []
    _read(body, parts, gone, set())
    return "".join(parts)


def _read(node: ET.Element, parts: list[str], gone: set[str], within: set[str]) -> None:
    """Collect the texts of a node; `within` are the changes that begin before and end behind the place."""
    prints = node.tag in (f"{_TEXT}p", f"{_TEXT}span", f"{_TEXT}a")
    texts = [node.text or ""]
    for child in node:
        parts += texts if prints and not within & gone else ()
        key = child.get(f"{_TEXT}change-id", "")
        if child.tag == f"{_TEXT}change-start":
            within.add(key)
        within.difference_update({key} if child.tag == f"{_TEXT}change-end" else ())
        if child.tag != f"{_TEXT}tracked-changes":
            _read(child, parts, gone, within)
        texts = [child.tail or ""]
    parts += texts if prints and not within & gone else ()
