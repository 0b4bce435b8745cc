"""What is entered in the fields of a page."""

import re

from gdlint.readers.html.node import Node, attribute
from gdlint.readers.html.walk import FIELDS

FIELDS_WITH_VALUES = FIELDS | {"input"}
_TEXT_FIELDS = frozenset({"", "text", "number", "tel"})
_VALUE = re.compile(r"value\s*=\s*[\"']?", re.IGNORECASE)


def entered(node: Node, file: str) -> tuple[str, int]:
    """What a field shows as text, and where that stands in the file: what is entered, or the choice that is made."""
    if node.tag == "input":
        return _input(node, file)
    return _text(node if node.tag == "textarea" else _choice(node))


def _input(node: Node, file: str) -> tuple[str, int]:
    place = node.source_location.attrs.get("value") if node.source_location else None
    if place is None or attribute(node, "type").lower() not in _TEXT_FIELDS:
        return "", 0
    begin = _VALUE.match(file, place.start_offset)
    return attribute(node, "value"), begin.end() if begin else place.start_offset


def _choice(node: Node) -> Node | None:
    """The option that a list shows; None where it shows several."""
    if node.attr("multiple") is not None or attribute(node, "size") not in ("", "0", "1"):
        return None
    options = node.find_all("option")
    return next((each for each in options if each.attr("selected") is not None), next(iter(options), None))


def _text(node: Node | None) -> tuple[str, int]:
    location = node.source_location if node is not None else None
    if node is None or not location or not location.start_tag:
        return "", 0
    return node.text, location.start_tag.end_offset
