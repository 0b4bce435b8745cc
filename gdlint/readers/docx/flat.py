"""Word documents of which all parts stand in one XML file (Word XML, 2007 and later)."""

from gdlint.model.page import Page, UnreadableError
from gdlint.readers.docx.page import page_of
from gdlint.readers.elements import Node, child, children, value
from gdlint.readers.packages import MOST_TAGS, tree_of


def read(data: bytes, name: str) -> Page:
    """The document as it is printed. Raises `UnreadableError`."""
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableError("large-report")
    return page_of(_FlatParts(tree_of(data)))


class _FlatParts:
    """The parts that stand in one element."""

    def __init__(self, whole: Node) -> None:
        self._parts = {value(part, "name").lstrip("/"): part for part in children(whole, "part")}

    def has(self, name: str) -> bool:
        return name in self._parts

    def part(self, name: str) -> Node | None:
        data = child(self._parts.get(name), "xmlData")
        return next(iter(data), None) if data is not None else None
