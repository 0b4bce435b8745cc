"""What an expression looks at: the names, cells and groups of cells whose values decide it, and how they are written."""

from collections.abc import Iterator

from gdlint.expressions.functions import OF_CELLS
from gdlint.expressions.nodes import Call, CellNode, Items, LabelNode, Literal, NameNode, Node, Operation
from gdlint.scopes.captures import OF_CAPTURES

_WHOLE = {*OF_CELLS, *OF_CAPTURES, "prose"}
"""functions whose arguments are places or cells, and no values"""


def leaves(node: Node) -> Iterator[Node]:
    """The parts of an expression that are looked at in a report, from left to right. Whole texts are none: they are long."""
    match node:
        case NameNode() | LabelNode() | CellNode():
            yield node
        case Call(function, _) if function in _WHOLE:
            if function != "prose":
                yield node
            if function in OF_CELLS and function != "sum":
                yield from node.arguments
        case Call(_, parts) | Operation(_, parts) | Items(parts):
            for part in parts:
                yield from leaves(part)


def written(node: Node) -> str:
    """A leaf as it stands in a rule."""
    match node:
        case NameNode(text):
            return text
        case LabelNode(text):
            return f"「{text}」"
        case Literal(_, value):
            return str(value)
        case CellNode(table, row, column):
            return f"{table}[{written(row)}, {written(column)}]"
        case Call(function, parts):
            return f"{function}({', '.join(map(written, parts))})"
        case Operation(sign, parts):
            return f" {sign} ".join(map(written, parts))
        case Items(parts):
            return f"[{', '.join(map(written, parts))}]"
