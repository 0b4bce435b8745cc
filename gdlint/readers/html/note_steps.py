"""The steps of a page without those of marks of notes."""

from collections.abc import Iterable, Iterator
from itertools import islice

import turbohtml

from gdlint.readers.html.node import Node
from gdlint.readers.html.styles import look_of
from gdlint.readers.html.walk import Step, is_block
from gdlint.readers.note_marks import is_note_mark

_RAISING = ("<sup", "<SUP", "<Sup", "super")
"""what stands in the file of a page with raised text"""
_MOST_NODES = 8
"""in the mark of a note"""


def has_raised_text(file: str) -> bool:
    """Whether a page may have raised text at all."""
    return any(each in file for each in _RAISING)


def without_note_marks(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps but for those of raised marks and what is in them."""
    before, depth = "", 0
    for step in steps:
        kind, node, _ = step
        if depth or (kind == "open" and _is_note_mark(node, before)):
            depth += (kind == "open") - (kind == "close")
            continue
        if kind == "text":
            before = before if node.data.isspace() else node.data
        elif kind != "comment" and (node.tag == "br" or is_block(node)):
            before = ""
        yield step


def _is_note_mark(node: Node, before: str) -> bool:
    """An element that is the mark of a note; `before` is the last text of its line."""
    if not before or not (node.tag == "sup" or look_of(node.attr("style") or "").raises):
        return False
    within = list(islice(node.descendants, _MOST_NODES + 1))
    texts = "".join(each.data for each in within if isinstance(each, turbohtml.Text))
    return len(within) <= _MOST_NODES and is_note_mark(texts, before)
