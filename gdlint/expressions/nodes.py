"""Typed nodes of an expression, and their form as JSON for the compiled catalogue."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from gdlint.model.fast import new
from gdlint.scopes.context import PER_CALL


class Literal(NamedTuple):
    """A number (as printed), a text, or a truth value."""

    kind: str
    value: str | bool


class NameNode(NamedTuple):
    """A fact, a field of the case, a figure of the row or column, or a value of `let`."""

    name: str


class LabelNode(NamedTuple):
    """An official label in corner brackets, standing for its key."""

    text: str


class CellNode(NamedTuple):
    """`table[row, column]`."""

    table: str
    row: "NameNode | LabelNode"
    column: "NameNode | LabelNode"


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


Node = Literal | NameNode | LabelNode | CellNode | Call | Operation | Items

_KINDS: tuple[type[Any], ...] = (Literal, NameNode, LabelNode, CellNode, Call, Operation, Items)


def to_data(node: Any) -> Any:
    """A node as lists and scalars: the number of its kind, and its fields."""
    if type(node) in _KINDS:
        return [_KINDS.index(type(node)), *(to_data(field) for field in node)]
    return [to_data(item) for item in node] if isinstance(node, tuple) else node


def from_data(data: Any) -> Any:
    """The node that `to_data` was given."""
    # Nearly all that a start makes of its bundle are nodes: `new`, lists and exact types take half the time.
    if type(data) is not list:
        return data
    if data and type(data[0]) is int:
        return new(_KINDS[data[0]], [item if type(item) is str else from_data(item) for item in data[1:]])
    return tuple([from_data(item) for item in data])


def names_in(*nodes: Any) -> set[str]:
    """All names and labels that stand in some nodes; `table[…]` counts as the name of the table."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, NameNode):
            found.add(node.name)
        elif isinstance(node, LabelNode):
            found.add(node.text)
        elif isinstance(node, tuple) and not isinstance(node, Literal):
            found |= {node.table} if isinstance(node, CellNode) else set()
            found |= names_in(*node)
    return found


def all_of(node: Node) -> "list[Node]":
    """The nodes that must all be true for a node to be true."""
    found, waiting = list[Node](), [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Operation) and part.operator == "and":
            waiting += reversed(part.operands)
        else:
            found.append(part)
    return found


def steps_of(*nodes: "Node | None") -> int:
    """What it costs to work out some nodes, apart from the texts that they look at."""
    steps, waiting = 0, [node for node in nodes if node is not None]
    while waiting:
        node = waiting.pop()
        steps += PER_CALL if isinstance(node, Call) else 1
        waiting += _inner(node)
    return steps


def calls_in(node: "Node") -> Iterator[Call]:
    """All calls inside a node."""
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, Call):
            yield inner
        waiting += _inner(inner)


def depth_of(node: Node) -> int:
    """How many nodes lie inside each other at most, found without recursion."""
    depth, level = 0, [node]
    while level:
        depth += 1
        level = [inner for outer in level for inner in _inner(outer)]
    return depth


def _inner(node: Node) -> list[Node]:
    fields = (inner for field in node for inner in (field if type(field) is tuple else (field,)))
    return [inner for inner in fields if isinstance(inner, Node)]
