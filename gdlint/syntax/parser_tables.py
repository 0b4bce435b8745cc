"""The parsers of the grammars: their tables are worked out when the bundle is made; to load one takes a tenth of the time."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from gdlint.data import builtin, resources


class Grammar(NamedTuple):
    """A file of `grammars/`, its first rule, what makes nodes of its rules, and its lexer (a class: tokens are made
    elsewhere)."""

    file: str
    start: str
    transformer: Callable[[], Any]
    lexer: Any = "basic"
    """one scanner for all states, so that `count index` is not read as `count in dex`, nor `or` as a name"""


def parser(grammar: Grammar) -> Lark:
    """The parser of a grammar, from the bundle where this release of lark wrote the table."""
    saved = builtin.parser_table(grammar.file)
    table = json.loads(saved, object_hook=_with_numbers) if saved else {}
    if table.get("lark") != lark.__version__:
        return _made(grammar)
    table["data"]["options"] |= {"lexer": grammar.lexer, "transformer": grammar.transformer()}
    table["data"]["parser"]["lexer_conf"]["lexer_type"] = grammar.lexer
    return Lark.load(table)


def table(grammar: Grammar) -> str:
    """The table of the parser of a grammar as JSON, without what is code."""
    data, memo = _made(grammar).memo_serialize([TerminalDef, Rule])
    data["options"] |= {"lexer": None, "transformer": None}
    data["parser"]["lexer_conf"]["lexer_type"] = None
    return json.dumps({"lark": lark.__version__, "data": data, "memo": memo})


def _made(grammar: Grammar) -> Lark:
    return Lark(
        resources.grammar(grammar.file),
        start=grammar.start,
        parser="lalr",
        lexer=grammar.lexer,
        transformer=grammar.transformer(),
        propagate_positions=False,
        maybe_placeholders=False,
    )


def _with_numbers(data: dict[str, Any]) -> dict[Any, Any]:
    """JSON has texts for keys where lark has numbers."""
    numbered = next(iter(data), "").isdigit()
    return {int(key): value for key, value in data.items()} if numbered else data
