"""An OFD file as a page."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from gdlint.model.page import Page, UnreadableError
from gdlint.readers.drawn.limits import MOST_PAGES, bounded
from gdlint.readers.drawn.page import page_of
from gdlint.readers.drawn.sheet import Sheet
from gdlint.readers.elements import Node, child, children, value
from gdlint.readers.ofd.numbers import POINTS, numbers
from gdlint.readers.ofd.page_objects import PageObjects
from gdlint.readers.packages import Package

_SIZE = (210.0, 297.0)
"""millimetres of a page that does not say its size"""


def read(data: bytes, name: str) -> Page:
    """The page of a file. Raises `UnreadableError`; a file without a text layer is `scan`, one of which no page shows its text
    `off-page`."""
    package = Package(data)
    if package.part("Encryptions.xml") is not None:
        raise UnreadableError("encrypted")
    objects = PageObjects()
    page = page_of(bounded(_sheets(package, objects)))
    if not page.text.strip():
        raise UnreadableError("off-page" if objects.off_page else "scan")
    return page


def _sheets(package: Package, objects: PageObjects) -> Iterator[Sheet]:
    """The pages of all documents that the file holds."""
    root = _part(package, "OFD.xml")
    for body in children(root, "DocBody"):
        where = child(body, "DocRoot")
        name = _resolved("", (where.text or "") if where is not None else "")
        yield from _document(package, name, objects)


def _document(package: Package, name: str, objects: PageObjects) -> Iterator[Sheet]:
    document = _part(package, name)
    common = child(document, "CommonData")
    size = _size(child(common, "PageArea"), _SIZE)
    templates = {
        value(each, "ID"): _resolved(name, value(each, "BaseLoc"))
        for each in (children(common, "TemplatePage") if common is not None else ())
    }
    pages = child(document, "Pages")
    for n, page in enumerate(children(pages, "Page") if pages is not None else ()):
        if n >= MOST_PAGES:
            raise UnreadableError("large-report")
        part = _part(package, _resolved(name, value(page, "BaseLoc")))
        yield _sheet(package, part, templates, size, objects)


def _sheet(
    package: Package, page: Node, templates: dict[str, str], size: tuple[float, float], objects: PageObjects
) -> Sheet:
    """What is drawn on a page, and on the templates below it."""
    for each in children(page, "Template"):
        if found := templates.get(value(each, "TemplateID")):
            objects.layers(child(_part(package, found), "Content"))
    objects.layers(child(page, "Content"))
    return objects.sheet(*(length * POINTS for length in _size(child(page, "Area"), size)))


def _size(area: Node | None, otherwise: tuple[float, float]) -> tuple[float, float]:
    box = child(area, "PhysicalBox")
    found = numbers(box.text) if box is not None else ()
    return (found[2], found[3]) if len(found) == 4 and min(found[2:]) > 0 else otherwise


def _part(package: Package, name: str) -> Node:
    found = package.part(name)
    if found is None:
        raise UnreadableError("damaged")
    return found


def _resolved(base: str, name: str) -> str:
    """The name of a part that is named in another one."""
    return normpath(join("/", dirname(base), name)).lstrip("/")
