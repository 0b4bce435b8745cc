"""From the text of an expression to its nodes, by `grammars/expression.lark`."""

from collections.abc import Mapping
from typing import Any

from gdlint.lang.errors import ExpressionError
from gdlint.lang.nodes import Node, from_data

_known: dict[str, Any] = {}

LONGEST = 2000
DEEPEST = 40


def remember(expressions: Mapping[str, Any]) -> None:
    """Expressions that were parsed before, by their text, as `nodes.to_data` wrote them."""
    _known.update(expressions)


def parse_expression(text: str) -> Node:
    """The nodes of an expression.

    Raises `ExpressionError` with the column of the first character that does not fit.
    """
    if text in _known:
        known: Node = from_data(_known[text])
        return known
    if len(text) > LONGEST:
        raise ExpressionError(f"expression longer than {LONGEST} characters", LONGEST)
    _check_depth(text)
    from lark import UnexpectedInput

    from gdlint.lang.grammar import parse

    try:
        return parse(text)
    except UnexpectedInput as error:
        column = error.column if isinstance(error.column, int) and error.column > 0 else len(text) + 1
        raise ExpressionError(_say(text, column), column) from None


def _check_depth(text: str) -> None:
    depth = 0
    for column, letter in enumerate(text, 1):
        depth += (letter in "([") - (letter in ")]")
        if depth > DEEPEST:
            raise ExpressionError(f"brackets nested deeper than {DEEPEST}", column)
    if text.count("not") > DEEPEST or text.count("--") > DEEPEST:
        raise ExpressionError(f"more than {DEEPEST} nested operators", 1)


def _say(text: str, column: int) -> str:
    rest = text[column - 1 :].split(maxsplit=1)
    return f"unexpected {rest[0]!r}" if rest else "the expression ends too early"
