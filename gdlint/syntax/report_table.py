"""The table that lark makes of `grammars/report.lark`. Lark takes as long to load as a report to read, and is needed only where the
table was not made beforehand."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from gdlint.data import builtin

GRAMMAR = "report.lark"


class GrammarRule(NamedTuple):
    """A rule of a grammar: its name, the node that is made of what it holds ("" where its rule holds that itself), its symbols,
    and whether one of these is a rule that holds several itself."""

    name: str
    node: str
    symbols: Sequence[str]
    nested: bool


class GrammarTable(NamedTuple):
    """The table of a grammar: where it begins and ends, and for each state by the token or the rule that comes, the state that
    follows; a number below zero is the rule that is complete, counted backwards. `openers` are the tokens with which sections
    begin."""

    start: int
    end: int
    states: Sequence[Mapping[str, int]]
    rules: Sequence[GrammarRule]
    openers: frozenset[str]


@cache
def table() -> GrammarTable:
    """The table of the grammar of reports."""
    found = builtin.parser_table(GRAMMAR)
    if not found:
        from gdlint.syntax.parser_tables import lalr_table

        found = lalr_table(GRAMMAR, "report")
    start, end, states, rules = found
    named = [
        GrammarRule(name, node, symbols, any(symbol[0] == "_" for symbol in symbols))
        for name, node, symbols in rules
    ]
    return GrammarTable(
        start, end, states, named, frozenset(r.symbols[0] for r in named if r.node == "section")
    )
