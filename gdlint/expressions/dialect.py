"""What the rules of one source are written in: the rule language with the functions of plugins, and what of their
expressions was parsed before."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from gdlint.expressions.functions import FUNCTIONS, LanguageFunction
from gdlint.expressions.nodes import Node, from_data
from gdlint.expressions.parser import parse_expression
from gdlint.model.frozen import NOTHING


class Dialect(NamedTuple):
    """Functions beside the built-in ones by name, and expressions as `nodes.to_data` wrote them by their text."""

    added: Mapping[str, LanguageFunction] = NOTHING
    parsed: Mapping[str, Any] = NOTHING

    def parse(self, text: str) -> Node:
        """The nodes of an expression.

        Raises `ExpressionError` as `parse_expression` does.
        """
        if text in self.parsed:
            node: Node = from_data(self.parsed[text])
            return node
        return parse_expression(text)

    def function(self, name: str) -> LanguageFunction | None:
        """The function of a name."""
        return FUNCTIONS.get(name) or self.added.get(name)

    def function_names(self) -> set[str]:
        """The names of all functions of values."""
        return {*FUNCTIONS, *self.added}


PLAIN = Dialect()
"""the rule language as it is without plugins"""
