"""A page as a sequence of steps in its order: elements that begin and end, text, and comments."""

from collections.abc import Iterator
from typing import NamedTuple

import turbohtml

from gdlint.readers.html.node import Node
from gdlint.readers.html.selectors import Selectors
from gdlint.readers.html.styles import look_of
from gdlint.readers.html.visible import is_shown

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot",
     "th", "thead", "tr", "ul"}
)  # fmt: skip
"""elements that stand in lines of their own"""

CELLS = frozenset({"td", "th"})
_ROLES = frozenset({"table", "grid", "row", "rowheader", "columnheader", "cell", "gridcell"})
"""of the parts of a table that is made of other elements"""
FIELDS = frozenset({"select", "textarea"})


class Step(NamedTuple):
    """`open` or `close` of an element, `text` or `comment`; `offset` is where it stands in the file."""

    kind: str
    node: Node
    offset: int


def steps(root: Node, hidden: Selectors | None) -> Iterator[Step]:
    """All of a page but what holds no text of a report, as hidden elements; with None, all that its styles hide, too. Of what is
    in fields, only they themselves. However deep it is nested, the stack of Python is not."""
    stack: list[Iterator[Node]] = [iter(root.children)]
    open_nodes: list[Node] = []
    ends: list[int | None] = []
    offset = 0
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if open_nodes:
                end = ends.pop()
                offset = offset if end is None else end
                yield Step("close", open_nodes.pop(), offset)
        elif isinstance(node, turbohtml.Element):
            begin, offset, end = _tags(node, offset)
            if is_shown(node, open_nodes, hidden):
                yield Step("open", node, begin)
                stack.append(_children(node))
                open_nodes.append(node)
                ends.append(end)
            else:
                offset = offset if end is None else end
        elif isinstance(node, turbohtml.Text):
            yield Step("text", node, offset)
        elif isinstance(node, turbohtml.Comment):
            yield Step("comment", node, offset)


def _children(node: Node) -> Iterator[Node]:
    """What an element shows, in the order in which it does so: the foot of a table may stand before its rows."""
    if node.tag in FIELDS:
        return iter(())
    if node.tag == "table":
        return iter(
            sorted(
                node.children, key=lambda child: isinstance(child, turbohtml.Element) and child.tag == "tfoot"
            )
        )
    return iter(node.children)


def is_block(node: Node) -> bool:
    """An element that stands in lines of its own: by its tag, its role in a table, or its own style."""
    if node.tag in BLOCKS:
        return True
    role, style = node.attr("role"), node.attr("style")
    return role in _ROLES or (style is not None and look_of(style).is_block)


def _tags(node: Node, offset: int) -> tuple[int, int, int | None]:
    """Where the start tag of an element begins and ends, which is `offset` where it has none, and where its end tag ends, if it has
    one. A page has many elements, and asking for their places is dear."""
    location = node.source_location
    if not location:
        return offset, offset, None
    start, end = location.start_tag, location.end_tag
    begin, behind = (start.start_offset, start.end_offset) if start else (offset, offset)
    return begin, behind, end.end_offset if end else None
