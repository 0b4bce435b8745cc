"""The text of one paragraph as it is printed: changes as accepted, text boxes apart, hidden text not at all."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gdlint.readers.elements import Node, child, children, is_on, local, value

_TEXT = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\ufffc"}
GONE = frozenset({"del", "moveFrom"})
COME = frozenset({"ins", "moveTo"})
_LEFT_OUT = frozenset({"rPr", "pPr", "rt", "instrText", "delText", "delInstrText", "annotationRef"})
_COMMENTS = frozenset({"commentRangeStart", "commentReference"})


class PrintedText(NamedTuple):
    """Text that one element prints; None where no element does."""

    text: str
    node: Node | None = None


class Printed(NamedTuple):
    """What a paragraph prints: its text piece by piece, the contents of the text boxes that hang on it, its references to notes,
    how many changes it tracks, whether its end was deleted, so that the next paragraph goes on with it, and the comments on it."""

    pieces: tuple[PrintedText, ...]
    boxes: tuple[Node, ...]
    notes: tuple[Node, ...]
    changes: int
    goes_on: bool
    comments: tuple[str, ...]


def text_of(pieces: Iterable[PrintedText]) -> str:
    """What pieces print together."""
    return "".join([piece.text for piece in pieces])


class _Collected:
    def __init__(self) -> None:
        self.pieces: list[PrintedText] = []
        self.boxes: list[Node] = []
        self.notes: list[Node] = []
        self.comments: list[str] = []
        self.changes = 0


def printed(paragraph: Node) -> Printed:
    """What a paragraph prints."""
    found = _Collected()
    for node in _walk(paragraph, found):
        name = local(node)
        if name == "footnoteReference":
            found.notes.append(node)
        else:
            text = node.text or "" if name == "t" else _TEXT[name]
            found.pieces.append(PrintedText(text, node))
    mark = child(paragraph, "pPr", "rPr", "del")
    changes = found.changes + (mark is not None)
    hanging = tuple(found.boxes), tuple(found.notes)
    return Printed(tuple(found.pieces), *hanging, changes, mark is not None, tuple(found.comments))


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
        elif name in _COMMENTS:
            found.comments.append(value(each, "id"))
        elif name in _LEFT_OUT or (name == "r" and is_on(child(each, "rPr", "vanish"))):
            continue
        elif name == "t" or name in _TEXT or name == "footnoteReference":
            if name != "br" or value(each, "type") not in ("page", "column"):
                yield each
        else:
            found.changes += name in COME
            yield from _walk(each, found)


def _alternative(node: Node) -> Node:
    choices = (*children(node, "Choice"), *children(node, "Fallback"))
    return next((choice for choice in choices if len(choice)), node)
