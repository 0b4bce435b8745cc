"""The grammar of expressions, `grammars/expression.lark`, and the nodes that it makes."""

from functools import cache
from typing import Any

from lark import Lark

from gdlint.expressions.nodes import Call, CellNode, Items, LabelNode, Literal, NameNode, Node, Operation
from gdlint.syntax import parser_tables
from gdlint.syntax.parser_tables import Grammar


def parse(text: str) -> Node:
    """The nodes of an expression.

    Raises `lark.UnexpectedInput` where it does not follow the grammar.
    """
    node: Node = _parser().parse(text)  # type: ignore[assignment]
    return node


Held = list[Any]
"""what a rule of the grammar holds: nodes, and tokens that are kept"""


class _ToNodes:
    """Each rule of the grammar as a node. No `lark.Transformer`: see `gdlint.syntax.parse`."""

    def number(self, held: Held) -> Node:
        return Literal("number", str(held[0]))

    def text(self, held: Held) -> Node:
        return Literal("text", held[0][1:-1])

    def true(self, _: Held) -> Node:
        return Literal("truth", True)

    def false(self, _: Held) -> Node:
        return Literal("truth", False)

    def name(self, held: Held) -> Node:
        return NameNode(str(held[0]))

    def label(self, held: Held) -> Node:
        return LabelNode(held[0][1:-1])

    def call(self, held: Held) -> Node:
        name, *arguments = held
        return Call(str(name), tuple(arguments))

    def cell(self, held: Held) -> Node:
        table, row, column = held
        return CellNode(str(table), row, column)

    def list(self, held: Held) -> Node:
        return Items(tuple(held))

    def either(self, held: Held) -> Node:
        return Operation("or", tuple(held))

    def both(self, held: Held) -> Node:
        return Operation("and", tuple(held))

    def not_(self, held: Held) -> Node:
        return Operation("not", tuple(held))

    def comparison(self, held: Held) -> Node:
        left, operator, right = held
        return Operation(str(operator), (left, right))

    def is_in(self, held: Held) -> Node:
        return Operation("in", tuple(held))

    def is_not_in(self, held: Held) -> Node:
        return Operation("not", (Operation("in", tuple(held)),))

    total = product = comparison

    def signed(self, held: Held) -> Node:
        operator, operand = held
        return Operation("neg", (operand,)) if operator == "-" else operand


GRAMMAR = Grammar("expression.lark", "start", _ToNodes)


@cache
def _parser() -> Lark:
    return parser_tables.parser(GRAMMAR)
