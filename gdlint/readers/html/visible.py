"""Which elements of a page hold text that its readers see and that is in force: neither hidden nor struck out."""

import turbohtml

from gdlint.readers.html.node import Node
from gdlint.readers.html.styles import PLAIN, Look, hiding_classes, look_of

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


def hidden_classes(document: Node) -> frozenset[str]:
    """The classes that the page's own style sheets hide."""
    return hiding_classes(sheet.text for sheet in document.find_all("style") if not sheet.attr("media"))


def is_shown(node: Node, hidden: frozenset[str] | None) -> bool:
    """An element whose text a reader of the page takes for its own. `hidden` are classes (None: nothing is)."""
    if node.tag in SKIPPED:
        return False
    if hidden is None:
        return True
    style = node.attr("style")
    return not _is_hidden(node, look_of(style) if style else PLAIN, hidden)


def _is_hidden(node: Node, look: Look, classes: frozenset[str]) -> bool:
    if look.hides or (look.is_sizeless and _holds_but_text(node)):
        return True
    return not look.shows and (node.attr("hidden") is not None or bool(classes and _has_class(node, classes)))


def _has_class(node: Node, classes: frozenset[str]) -> bool:
    names = node.attr("class")
    return names is not None and not classes.isdisjoint(names.split())


def _holds_but_text(node: Node) -> bool:
    return all(isinstance(child, turbohtml.Text) for child in node.children)
