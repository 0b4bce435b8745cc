"""The part of a Word document that holds its text."""

from gdlint.model.page import UnreadableError
from gdlint.readers.elements import Node
from gdlint.readers.packages import Parts

_NAMES = ("word/document.xml", "word/document2.xml")


def main_name(package: Parts) -> str:
    """The name of the part that holds the text."""
    return next(filter(package.has, _NAMES), _NAMES[0])


def main_part(package: Parts) -> Node:
    """The text of the document. Raises `UnreadableError`."""
    found = package.part(main_name(package))
    if found is None:
        raise UnreadableError("damaged")
    return found
