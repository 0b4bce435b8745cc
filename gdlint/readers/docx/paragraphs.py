"""The text of one paragraph as it is printed: changes as accepted, text boxes apart, hidden text not at all."""

from collections.abc import Iterator
from typing import NamedTuple

from gdlint.readers.docx.names import Node, child, children, is_on, local, value

_TEXT = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
GONE = frozenset({"del", "moveFrom"})
COME = frozenset({"ins", "moveTo"})
_LEFT_OUT = frozenset({"rPr", "pPr", "rt", "instrText", "delText", "delInstrText", "annotationRef"})


class Printed(NamedTuple):
    """What a paragraph prints: its text, the contents of the text boxes that hang on it, the notes that it refers to, how many
    changes it tracks, and whether its end was deleted, so that the next paragraph goes on with it."""

    text: str
    boxes: tuple[Node, ...]
    notes: tuple[str, ...]
    changes: int
    goes_on: bool


class _Collected:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[Node] = []
        self.notes: list[str] = []
        self.changes = 0


def printed(paragraph: Node) -> Printed:
    """What a paragraph prints."""
    found = _Collected()
    for node in _walk(paragraph, found):
        name = local(node)
        if name == "t":
            found.parts.append(node.text or "")
        elif name == "footnoteReference":
            found.notes.append(value(node, "id"))
        elif name == "sym":
            found.parts.append("\ufffc")
        else:
            found.parts.append(_TEXT.get(name, ""))
    mark = child(paragraph, "pPr", "rPr", "del")
    changes = found.changes + (mark is not None)
    return Printed("".join(found.parts), tuple(found.boxes), tuple(found.notes), changes, mark is not None)


def _walk(node: Node, found: _Collected) -> Iterator[Node]:
    """The elements of a paragraph that print something; the depth is that of the tree, which the parser bounds."""
    for each in node:
        name = local(each)
        if name in GONE:
            found.changes += 1
        elif name == "AlternateContent":
            # The same twice: for programs that know text boxes of today, and for others.
            yield from _walk(_alternative(each), found)
        elif name == "txbxContent":
            found.boxes.append(each)
        elif name in _LEFT_OUT or (name == "r" and is_on(child(each, "rPr", "vanish"))):
            continue
        elif name == "t" or name in _TEXT or name in ("footnoteReference", "sym"):
            if name != "br" or value(each, "type") not in ("page", "column"):
                yield each
        else:
            found.changes += name in COME
            yield from _walk(each, found)


def _alternative(node: Node) -> Node:
    choices = (*children(node, "Choice"), *children(node, "Fallback"))
    return next((choice for choice in choices if len(choice)), node)
