"""The part of a Word document that holds its text."""

from gdlint.model.page import UnreadableError
from gdlint.readers.elements import Node
from gdlint.readers.packages import Package

_NAMES = ("word/document.xml", "word/document2.xml")


def main_name(package: Package) -> str:
    """The name of the part that holds the text."""
    return next(filter(package.has, _NAMES), _NAMES[0])


def main_part(package: Package) -> Node:
    """The text of the document. Raises `UnreadableError`."""
    found = package.part(main_name(package))
    if found is None:
        raise UnreadableError("damaged")
    return found
