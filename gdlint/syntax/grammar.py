"""The grammar of reports: `grammars/report.lark`, its tokens made elsewhere, its rules the nodes of the syntax tree.

The table of the parser is worked out when the bundle is made: to load it takes a tenth of the time.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import lark
from lark import Lark, Token, Transformer, v_args
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from gdlint import builtin, resources
from gdlint.model.document import Block, Document, Kind, Part, Section, TableBlock
from gdlint.syntax.piece import Piece


@cache
def parser() -> Lark:
    """The parser, from the bundle where this release of lark wrote the table."""
    saved = builtin.parser_table()
    if saved is None or saved["lark"] != lark.__version__:
        return made()
    table = _with_numbers(saved)
    options, lexer = table["data"]["options"], table["data"]["parser"]["lexer_conf"]
    options |= {"lexer": _Lexer, "transformer": _ToTree()}
    lexer["lexer_type"] = _Lexer
    return Lark.load(table)


def made() -> Lark:
    """The parser, made from the grammar."""
    return Lark(
        resources.grammar("report.lark"),
        start="report",
        parser="lalr",
        lexer=_Lexer,
        transformer=_ToTree(),
        propagate_positions=False,
        maybe_placeholders=False,
    )


def table() -> dict[str, Any]:
    """The table of the parser as JSON, without what is code."""
    data, memo = made().memo_serialize([TerminalDef, Rule])
    for name in ("lexer", "transformer"):
        del data["options"][name]
    data["parser"]["lexer_conf"]["lexer_type"] = None
    return {"lark": lark.__version__, "data": data, "memo": memo}


def _with_numbers(data: Any) -> Any:
    """JSON has texts for keys where lark has numbers."""
    if isinstance(data, dict):
        return {int(key) if key.isdigit() else key: _with_numbers(value) for key, value in data.items()}
    return [_with_numbers(item) for item in data] if isinstance(data, list) else data


class _Lexer(Lexer):
    """The tokens are made before lark sees them."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, data: Iterator[Piece]) -> Iterator[Piece]:  # type: ignore[override]
        return data


def _items(blocks: Iterable[Piece | TableBlock]) -> tuple[Block, ...]:
    """Paragraphs, subheadings and strays are their tokens' items; tables are nodes already."""
    items: list[Block] = []
    for block in blocks:
        if not isinstance(block, Piece):
            items.append(block)
        elif block.type == "TEXT":
            items += block.item
        else:
            items.append(block.item)
    return tuple(items)


@v_args(inline=True)
class _ToTree(Transformer[Token, Any]):
    """Each rule of the grammar as the node of the same name."""

    def report(self, front: tuple[Block, ...], *sections: Section) -> Document:
        return Document(front, sections)

    def front(self, *blocks: Piece | TableBlock) -> tuple[Block, ...]:
        return _items(blocks)

    def section(self, heading: Piece, *blocks: Piece | TableBlock) -> Section:
        return Section(heading.item, _items(blocks))

    def table(self, *parts: list[Part]) -> TableBlock:
        return TableBlock(tuple(part for several in parts for part in several))

    def part(self, *rows: Piece) -> list[Part]:
        """The part of the last clause, and before it one for each clause without rows."""
        heads = [token.item for token in rows if token.type != "ROWS"]
        clauses = [n for n, head in enumerate(heads) if n and head.kind is Kind.CLAUSE]
        parts = [Part(tuple(heads[a:b]), ()) for a, b in pairwise([0, *clauses])]
        last = clauses[-1] if clauses else 0
        below = tuple(row for token in rows[len(heads) :] for row in token.item)
        return [*parts, Part(tuple(heads[last:]), below)]

    cut = part
    tail = part
