"""Typed nodes of an expression, and their form as JSON for the compiled catalogue."""

from typing import Any, NamedTuple


class Literal(NamedTuple):
    """A number (as printed), a text, or a truth value."""

    kind: str
    value: str | bool


class Name(NamedTuple):
    """A fact, a field of the case, a figure of the row or column, or a value of `let`."""

    name: str


class Label(NamedTuple):
    """An official label in corner brackets, standing for its key."""

    text: str


class Cell(NamedTuple):
    """`table[row, column]`."""

    table: str
    row: "Name | Label"
    column: "Name | Label"


class Call(NamedTuple):
    """A built-in function with its arguments."""

    function: str
    arguments: "tuple[Node, ...]"


class Operation(NamedTuple):
    """An operator (`+ - * / == != < <= > >= and or not in`, `neg`) with its operands."""

    operator: str
    operands: "tuple[Node, ...]"


class Items(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"


Node = Literal | Name | Label | Cell | Call | Operation | Items

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Literal, Name, Label, Cell, Call, Operation, Items)
}


def to_data(node: Any) -> Any:
    """A node as lists and scalars."""
    if type(node).__name__ in _KINDS:
        return {type(node).__name__: [to_data(field) for field in node]}
    return [to_data(item) for item in node] if isinstance(node, tuple) else node


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
        elif isinstance(node, tuple) and not isinstance(node, Literal):
            found |= {node.table} if isinstance(node, Cell) else set()
            found |= names_in(*node)
    return found


def depth_of(node: Node) -> int:
    """How many nodes lie inside each other at most, found without recursion."""
    depth, level = 0, [node]
    while level:
        depth += 1
        level = [
            inner
            for outer in level
            for field in outer
            for inner in (field if type(field) is tuple else (field,))
            if isinstance(inner, Node)
        ]
    return depth
