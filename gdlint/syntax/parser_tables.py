"""What lark makes of the grammars: tables, which are worked out when the bundle is made, and the parser that follows one."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef, Token

from gdlint.data import builtin, resources


class Grammar(NamedTuple):
    """A file of `grammars/`, its first rule, and what makes nodes of its rules."""

    file: str
    start: str
    transformer: Callable[[], Any]


class _NoLexer(Lexer):
    """For a grammar whose tokens are made elsewhere."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, *_: object) -> Iterator[Token]:
        return iter(())


_LEXER = "basic"
"""one scanner for all states, so that `count index` is not read as `count in dex`, nor `or` as a name"""


def parser(grammar: Grammar) -> Lark:
    """The parser of a grammar, from the bundle where this release of lark wrote the table."""
    saved = builtin.parser_table(grammar.file)
    table = json.loads(saved, object_hook=_with_numbers) if saved else {}
    if table.get("lark") != lark.__version__:
        return _made(grammar.file, grammar.start, grammar.transformer())
    table["data"]["options"] |= {"lexer": _LEXER, "transformer": grammar.transformer()}
    table["data"]["parser"]["lexer_conf"]["lexer_type"] = _LEXER
    return Lark.load(table)


def table(grammar: Grammar) -> str:
    """The table of the parser of a grammar as JSON, without what is code."""
    data, memo = _serialized(_made(grammar.file, grammar.start, grammar.transformer()))
    data["options"] |= {"lexer": None, "transformer": None}
    data["parser"]["lexer_conf"]["lexer_type"] = None
    return json.dumps({"lark": lark.__version__, "data": data, "memo": memo})


def lalr_table(file: str, start: str) -> list[Any]:
    """The table of a grammar whose tokens are made elsewhere, as `gdlint.syntax.tree` follows it: start, end, states, rules."""
    data, memo = _serialized(_made(file, start, None, _NoLexer))
    found = data["parser"]["parser"]
    names = found["tokens"]
    states = [
        {names[token]: ~step["@"] if reduces else step for token, (reduces, step) in steps.items()}
        for _, steps in sorted(found["states"].items())
    ]
    rules = [_rule(memo[number]) for number in sorted(memo) if memo[number]["__type__"] == "Rule"]
    return [found["start_states"][start], found["end_states"][start], states, rules]


def _rule(rule: dict[str, Any]) -> tuple[str, str, list[str]]:
    """A rule with its node; those whose names begin with a line are none."""
    name = rule["origin"]["name"]
    node = "" if name[0] == "_" else rule["alias"] or name
    return name, node, [symbol["name"] for symbol in rule["expansion"]]


def _serialized(made: Lark) -> tuple[dict[str, Any], dict[Any, Any]]:
    data, memo = made.memo_serialize([TerminalDef, Rule])
    return data, memo


def _made(file: str, start: str, transformer: Any, lexer: Any = _LEXER) -> Lark:
    return Lark(
        resources.grammar(file),
        start=start,
        parser="lalr",
        lexer=lexer,
        transformer=transformer,
        propagate_positions=False,
        maybe_placeholders=False,
    )


def _with_numbers(data: dict[str, Any]) -> dict[Any, Any]:
    """JSON has texts for keys where lark has numbers."""
    numbered = next(iter(data), "").isdigit()
    return {int(key): value for key, value in data.items()} if numbered else data
