"""Typed nodes of an expression, and their form as JSON for the compiled catalogue."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Literal:
    """A number (as printed), a text, or a truth value."""

    kind: str
    value: str | bool


@dataclass(frozen=True, slots=True)
class Name:
    """A fact, a field of the case, a figure of the row or column, or a value of `let`."""

    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """An official label in corner brackets, standing for its key."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`table[row, column]`."""

    table: str
    row: "Name | Label"
    column: "Name | Label"


@dataclass(frozen=True, slots=True)
class Call:
    """A built-in function with its arguments."""

    function: str
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator (`+ - * / == != < <= > >= and or not in`, `neg`) with its operands."""

    operator: str
    operands: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: "tuple[Node, ...]"


Node = Literal | Name | Label | Cell | Call | Operation | Items

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Literal, Name, Label, Cell, Call, Operation, Items)
}


def to_data(node: Any) -> Any:
    """A node as lists and scalars."""
    if isinstance(node, tuple):
        return [to_data(item) for item in node]
    if type(node).__name__ in _KINDS:
        return {type(node).__name__: [to_data(getattr(node, name)) for name in node.__slots__]}
    return node


def from_data(data: Any) -> Any:
    """The node that `to_data` was given."""
    if isinstance(data, dict):
        ((kind, fields),) = data.items()
        return _KINDS[kind](*(from_data(field) for field in fields))
    if isinstance(data, list):
        return tuple(from_data(item) for item in data)
    return data


def names_in(*nodes: Any) -> set[str]:
    """All names and labels that stand in some nodes; `table[…]` counts as the name of the table."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Name):
            found.add(node.name)
        elif isinstance(node, Label):
            found.add(node.text)
        elif isinstance(node, tuple):
            found |= names_in(*node)
        elif type(node).__name__ in _KINDS and not isinstance(node, Literal):
            found |= {node.table} if isinstance(node, Cell) else set()
            found |= names_in(*(getattr(node, field) for field in node.__slots__))
    return found
