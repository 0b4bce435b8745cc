"""The text of a paragraph as it is printed: changes as accepted, text boxes apart, no hidden or struck text, no marks of notes."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from gdlint.readers.docx.run_styles import RunLook, Styles, look_of, paragraph_look
from gdlint.readers.elements import Node, child, children, local, value
from gdlint.readers.note_marks import is_note_mark

_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\ufffc"}
GONE = frozenset({"del", "moveFrom"})
COME = frozenset({"ins", "moveTo"})
_LEFT_OUT = frozenset({"rPr", "pPr", "rt", "instrText", "delText", "delInstrText", "annotationRef"})
_NEAR = 3
"""pieces before a mark of which one has a letter"""
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
    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.pieces: list[tuple[PrintedText, bool]] = []
        """each with whether it is raised"""
        self.boxes: list[Node] = []
        self.notes: list[Node] = []
        self.comments: list[str] = []
        self.changes = 0
        self.fields: list[bool] = []
        """the fields around, each with whether its result is reached; a field within the instruction of another one prints nothing"""


def printed(paragraph: Node, styles: Styles) -> Printed:
    """What a paragraph prints in a document with these styles."""
    found = _Collected(styles)
    for node, is_raised in _walk(paragraph, found, paragraph_look(paragraph, styles)):
        name = local(node)
        if name == "footnoteReference":
            found.notes.append(node)
        else:
            text = node.text or "" if name == "t" else _TEXT[name]
            found.pieces.append((PrintedText(text, node), is_raised))
    mark = child(paragraph, "pPr", "rPr", "del")
    changes = found.changes + (mark is not None)
    hanging = tuple(found.boxes), tuple(found.notes)
    pieces = _without_marks(found.pieces)
    return Printed(pieces, *hanging, changes, mark is not None, tuple(found.comments))


def _without_marks(pieces: list[tuple[PrintedText, bool]]) -> tuple[PrintedText, ...]:
    """Pieces without those that are raised, and together the mark of a note."""
    if not any(is_raised for _, is_raised in pieces):
        return tuple([piece for piece, _ in pieces])
    kept: list[PrintedText] = []
    for is_raised, group in groupby(pieces, lambda each: each[1]):
        together = [piece for piece, _ in group]
        if not (is_raised and is_note_mark(text_of(together), text_of(kept[-_NEAR:]))):
            kept += together
    return tuple(kept)


def _walk(node: Node, found: _Collected, look: RunLook) -> Iterator[tuple[Node, bool]]:
    """The elements of a paragraph that print something, and whether they are raised; the depth is that of the tree, which the
    parser bounds."""
    for each in node:
        name = local(each)
        if name in GONE:
            found.changes += 1
        elif name == "AlternateContent":
            # The same twice: for programs that know text boxes of today, and for others.
            yield from _walk(_alternative(each), found, look)
        elif name == "txbxContent":
            found.boxes.append(each)
        elif name in _COMMENTS:
            found.comments.append(value(each, "id"))
        elif name in _LEFT_OUT:
            continue
        elif name == "fldChar":
            _reach(found.fields, value(each, "fldCharType"))
        elif name == "r":
            own = look_of(each, found.styles, look)
            if not own.unseen:
                yield from _walk(each, found, own)
        elif name == "t" or name in _TEXT or name == "footnoteReference":
            breaks_page = name == "br" and value(each, "type") in ("page", "column")
            if all(found.fields[:-1]) and not breaks_page:
                yield each, look.is_raised
        else:
            found.changes += name in COME
            yield from _walk(each, found, look)


def _reach(fields: list[bool], mark: str) -> None:
    """A field begins, reaches its result, or ends."""
    if mark == "begin":
        fields.append(False)
    elif fields and mark == "separate":
        fields[-1] = True
    elif fields and mark == "end":
        fields.pop()


def _alternative(node: Node) -> Node:
    choices = (*children(node, "Choice"), *children(node, "Fallback"))
    return next((choice for choice in choices if len(choice)), node)
