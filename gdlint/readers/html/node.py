"""Nodes of a page, and their attributes as text."""

from collections.abc import Mapping
from typing import Any

Node = Any
"""a node of turbohtml"""


def attribute(node: Node, name: str) -> str:
    """An attribute of an element as text, "" where it has none."""
    attrs: Mapping[str, Any] = node.attrs
    value = attrs.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""
