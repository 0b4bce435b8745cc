"""Elements and attributes of XML by their names, whatever their namespace: a format may have several for the same."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

Node = Any
"""an element of lxml"""


def local(node: Node) -> str:
    """The name of an element without its namespace."""
    return _without_namespace(node.tag)


@lru_cache(maxsize=1024)
def _without_namespace(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(node: Node, name: str) -> Iterator[Node]:
    """The children of a name."""
    return (child for child in node if local(child) == name)


def child(node: Node | None, *names: str) -> Node | None:
    """The first child of a name, and the first one of the next name in it, and so on."""
    for name in names:
        if node is None:
            return None
        node = next(children(node, name), None)
    return node


def value(node: Node | None, name: str = "val", default: str = "") -> str:
    """An attribute of an element, whatever its namespace."""
    if node is None:
        return default
    plain: str | None = node.get(name)
    if plain is not None:
        return plain
    for key, text in node.items():
        if key.endswith(name) and key.rpartition("}")[2] == name:
            return str(text)
    return default


def number(node: Node | None, name: str = "val", default: int = 0) -> int:
    """The same as a number; the default for what is none, or too long to be meant."""
    text = value(node, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default


def is_on(node: Node | None) -> bool:
    """A property that is there and not switched off."""
    return node is not None and value(node) not in ("0", "false", "off", "none")
