"""Which elements of a page hold text that its readers see and that is in force: neither hidden nor struck out."""

from collections.abc import Sequence

import turbohtml

from gdlint.readers.html.node import Node
from gdlint.readers.html.selectors import Selectors
from gdlint.readers.html.styles import PLAIN, Look, hiding_selectors, look_of

SKIPPED = frozenset(
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "button",
        "iframe",
        "svg",
        "nav",
        "footer",
        "del",
        "s",
        "strike",
        "rp",
        "rt",
    }
)
"""elements that hold no text of a report"""


def hidden_elements(document: Node) -> Selectors:
    """The elements that the page's own style sheets hide."""
    return hiding_selectors(sheet.text for sheet in document.find_all("style") if not sheet.attr("media"))


def is_shown(node: Node, around: Sequence[Node], hidden: Selectors | None) -> bool:
    """An element whose text a reader of the page takes for its own, with those that it stands in. `hidden` are elements (None:
    nothing is)."""
    if node.tag in SKIPPED:
        return False
    if hidden is None:
        return True
    style = node.attr("style")
    look = look_of(style) if style else PLAIN
    return not (_is_hidden(node, look) or (hidden and not look.shows and hidden.name(node, around)))


def _is_hidden(node: Node, look: Look) -> bool:
    if look.hides or (look.is_sizeless and _holds_but_text(node)):
        return True
    return not look.shows and node.attr("hidden") is not None


def _holds_but_text(node: Node) -> bool:
    return all(isinstance(child, turbohtml.Text) for child in node.children)
