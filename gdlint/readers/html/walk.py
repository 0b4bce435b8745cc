"""A page as a sequence of steps in its order: elements that begin and end, text, and comments."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import turbohtml

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
    }
)
"""elements that hold no text of a report"""

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot",
     "th", "thead", "tr", "ul"}
)  # fmt: skip
"""elements that stand in lines of their own"""

CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

Node = Any
"""a node of turbohtml"""


class Step(NamedTuple):
    """`open` or `close` of an element, `text` or `comment`; `offset` is where it stands in the file."""

    kind: str
    node: Node
    offset: int


def steps(root: Node) -> Iterator[Step]:
    """All of a page but what holds no text of a report. However deep it is nested, the stack of Python is not."""
    stack: list[Iterator[Node]] = [iter(root.children)]
    open_nodes: list[Node] = []
    offset = 0
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if open_nodes:
                closed = open_nodes.pop()
                offset = _end(closed, offset)
                yield Step("close", closed, offset)
        elif isinstance(node, turbohtml.Element):
            offset = _after_tag(node, offset)
            if is_shown(node):
                yield Step("open", node, _begin(node, offset))
                stack.append(iter(node.children))
                open_nodes.append(node)
            else:
                offset = _end(node, offset)
        elif isinstance(node, turbohtml.Text):
            yield Step("text", node, offset)
        elif isinstance(node, turbohtml.Comment):
            yield Step("comment", node, offset)


def is_shown(node: Node) -> bool:
    """An element whose text a reader of the page sees."""
    return node.tag not in SKIPPED and not _HIDDEN.search(attribute(node, "style"))


def attribute(node: Node, name: str) -> str:
    """An attribute of an element as text, "" where it has none."""
    attrs: Mapping[str, Any] = node.attrs
    value = attrs.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def _begin(node: Node, offset: int) -> int:
    location = node.source_location
    return int(location.start_tag.start_offset) if location and location.start_tag else offset


def _after_tag(node: Node, offset: int) -> int:
    location = node.source_location
    return int(location.start_tag.end_offset) if location and location.start_tag else offset


def _end(node: Node, offset: int) -> int:
    location = node.source_location
    return int(location.end_tag.end_offset) if location and location.end_tag else offset
