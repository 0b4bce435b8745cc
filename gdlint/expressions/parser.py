"""From the text of an expression to its nodes, by `grammars/expression.lark`."""

from functools import lru_cache
from itertools import accumulate

from gdlint.data import builtin
from gdlint.expressions.nodes import Node, depth_of, from_data
from gdlint.matching.expression_error import ExpressionError

LONGEST = 2000
DEEPEST = 40
"""operators, calls and brackets inside each other"""


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Node:
    """The nodes of an expression; those of the built-in rules were parsed when the bundle was made.

    Raises `ExpressionError` with the column of the first character that does not fit.
    """
    bundled = builtin.expressions()
    if text in bundled:
        known: Node = from_data(bundled[text])
        return known
    if len(text) > LONGEST:
        raise ExpressionError("expression-too-long", LONGEST, limit=LONGEST)
    # What is shorter than this cannot be too deep.
    may_be_deep = len(text) > DEEPEST
    if may_be_deep and _deepest_bracket(text) > DEEPEST:
        raise ExpressionError("brackets-too-deep", 1, limit=DEEPEST)
    from lark import UnexpectedInput, UnexpectedToken

    from gdlint.expressions.grammar import parse

    try:
        node = parse(text)
    except UnexpectedInput as error:
        ends = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        column = len(text) + 1 if ends or not isinstance(error.column, int) else max(error.column, 1)
        raise _unexpected(text, column) from None
    if may_be_deep and depth_of(node) > DEEPEST:
        raise ExpressionError("too-deep", 1, limit=DEEPEST)
    return node


def _deepest_bracket(text: str) -> int:
    return max(accumulate((letter in "([") - (letter in ")]") for letter in text), default=0)


def _unexpected(text: str, column: int) -> ExpressionError:
    rest = text[column - 1 :].split(maxsplit=1)
    if rest:
        return ExpressionError("unexpected", column, text=repr(rest[0]))
    return ExpressionError("ends-early", column)
