"""The grammar of expressions, `grammars/expression.lark`, and the nodes that it makes."""

from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, v_args

from gdlint.lang.nodes import Call, Cell, Items, Label, Literal, Name, Node, Operation
from gdlint.syntax import tables
from gdlint.syntax.tables import Grammar


def parse(text: str) -> Node:
    """The nodes of an expression.

    Raises `lark.UnexpectedInput` where it does not follow the grammar.
    """
    node: Node = _parser().parse(text)  # type: ignore[assignment]
    return node


@v_args(inline=True)
class _ToNodes(Transformer[Token, Node]):
    def number(self, token: Token) -> Node:
        return Literal("number", str(token))

    def text(self, token: Token) -> Node:
        return Literal("text", str(token)[1:-1])

    def true(self) -> Node:
        return Literal("truth", True)

    def false(self) -> Node:
        return Literal("truth", False)

    def name(self, token: Token) -> Node:
        return Name(str(token))

    def label(self, token: Token) -> Node:
        return Label(str(token)[1:-1])

    def call(self, name: Token, *arguments: Node | None) -> Node:
        return Call(str(name), tuple(item for item in arguments if item is not None))

    def cell(self, table: Token, row: Any, column: Any) -> Node:
        return Cell(str(table), row, column)

    def list(self, *items: Node | None) -> Node:
        return Items(tuple(item for item in items if item is not None))

    def either(self, left: Node, right: Node) -> Node:
        return Operation("or", (left, right))

    def both(self, left: Node, right: Node) -> Node:
        return Operation("and", (left, right))

    def not_(self, operand: Node) -> Node:
        return Operation("not", (operand,))

    def comparison(self, left: Node, operator: Token, right: Node) -> Node:
        return Operation(str(operator), (left, right))

    def is_in(self, left: Node, right: Node) -> Node:
        return Operation("in", (left, right))

    def is_not_in(self, left: Node, right: Node) -> Node:
        return Operation("not", (Operation("in", (left, right)),))

    def total(self, left: Node, operator: Token, right: Node) -> Node:
        return Operation(str(operator), (left, right))

    product = total

    def signed(self, operator: Token, operand: Node) -> Node:
        return Operation("neg", (operand,)) if operator == "-" else operand


GRAMMAR = Grammar("expression.lark", "start", _ToNodes)


@cache
def _parser() -> Lark:
    return tables.parser(GRAMMAR)
