"""Which elements of a page hold text that its readers see and that is in force: neither hidden, nor struck out, nor the mark of a
note."""

from itertools import islice

import turbohtml

from gdlint.readers.html.node import Node
from gdlint.readers.html.styles import PLAIN, Look, hiding_classes, look_of
from gdlint.readers.note_marks import is_note_mark

SKIPPED = frozenset(
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "select",
        "button",
        "textarea",
        "iframe",
        "svg",
        "nav",
        "footer",
        "del",
        "s",
        "strike",
    }
)
"""elements that hold no text of a report"""
_MOST_NODES = 8
"""in the mark of a note"""


def hidden_classes(document: Node) -> frozenset[str]:
    """The classes that the page's own style sheets hide."""
    return hiding_classes(sheet.text for sheet in document.find_all("style") if not sheet.attr("media"))


def is_shown(node: Node, hidden: frozenset[str] | None, before: str) -> bool:
    """An element whose text a reader of the page takes for its own: `hidden` are classes (None: nothing is), `before` is the text
    before it in its line."""
    if node.tag in SKIPPED:
        return False
    style = node.attr("style")
    look = look_of(style) if style else PLAIN
    is_hidden = hidden is not None and _is_hidden(node, look, hidden)
    return not is_hidden and not _is_note_mark(node, look, before)


def _is_hidden(node: Node, look: Look, classes: frozenset[str]) -> bool:
    if look.hides or (look.is_sizeless and _holds_but_text(node)):
        return True
    return not look.shows and (node.attr("hidden") is not None or bool(classes and _has_class(node, classes)))


def _has_class(node: Node, classes: frozenset[str]) -> bool:
    names = node.attr("class")
    return names is not None and not classes.isdisjoint(names.split())


def _holds_but_text(node: Node) -> bool:
    return all(isinstance(child, turbohtml.Text) for child in node.children)


def _is_note_mark(node: Node, look: Look, before: str) -> bool:
    if not before or not (node.tag == "sup" or look.raises):
        return False
    within = list(islice(node.descendants, _MOST_NODES + 1))
    texts = "".join(each.data for each in within if isinstance(each, turbohtml.Text))
    return len(within) <= _MOST_NODES and is_note_mark(texts, before)
