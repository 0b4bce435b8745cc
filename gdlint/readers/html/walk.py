"""A page as a sequence of steps in its order: elements that begin and end, text, and comments."""

from collections.abc import Iterator
from typing import NamedTuple

import turbohtml

from gdlint.readers.html.node import Node
from gdlint.readers.html.visible import is_shown

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot",
     "th", "thead", "tr", "ul"}
)  # fmt: skip
"""elements that stand in lines of their own"""

CELLS = frozenset({"td", "th"})
LINES = BLOCKS | {"br"}
"""what ends a line"""


class Step(NamedTuple):
    """`open` or `close` of an element, `text` or `comment`; `offset` is where it stands in the file."""

    kind: str
    node: Node
    offset: int


def steps(root: Node, hidden: frozenset[str] | None = frozenset()) -> Iterator[Step]:
    """All of a page but what holds no text of a report, as elements of hidden classes; with None, all that
    its styles hide, too. However deep it is nested, the stack of Python is not."""
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
            if is_shown(node, hidden):
                yield Step("open", node, _begin(node, offset))
                stack.append(iter(node.children))
                open_nodes.append(node)
            else:
                offset = _end(node, offset)
        elif isinstance(node, turbohtml.Text):
            yield Step("text", node, offset)
        elif isinstance(node, turbohtml.Comment):
            yield Step("comment", node, offset)


def _begin(node: Node, offset: int) -> int:
    location = node.source_location
    return int(location.start_tag.start_offset) if location and location.start_tag else offset


def _after_tag(node: Node, offset: int) -> int:
    location = node.source_location
    return int(location.start_tag.end_offset) if location and location.start_tag else offset


def _end(node: Node, offset: int) -> int:
    location = node.source_location
    return int(location.end_tag.end_offset) if location and location.end_tag else offset
