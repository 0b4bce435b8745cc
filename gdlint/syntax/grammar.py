"""The grammar of reports: `grammars/report.lark`, its tokens made elsewhere, its rules the nodes of the syntax tree."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from lark import Lark
from lark.lexer import Lexer

from gdlint.model.document import Block, Document, Kind, Part, Section, TableBlock
from gdlint.syntax import parser_tables
from gdlint.syntax.parser_tables import Grammar
from gdlint.syntax.token import Piece


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


class _ToTree:
    """Each rule of the grammar as the node of the same name; a method is given what the rule holds. No `lark.Transformer`:
    what that does for rules without a method takes longer than the nodes themselves."""

    def report(self, held: list[Any]) -> Document:
        front, *sections = held
        return Document(front, tuple(sections))

    def front(self, blocks: list[Piece | TableBlock]) -> tuple[Block, ...]:
        return _items(blocks)

    def section(self, held: list[Any]) -> Section:
        heading, *blocks = held
        return Section(heading.item, _items(blocks))

    def table(self, parts: list[list[Part]]) -> TableBlock:
        return TableBlock(tuple([part for several in parts for part in several]))

    def part(self, rows: list[Piece]) -> list[Part]:
        """The part of the last clause, and before it one for each clause without rows."""
        heads = [row for token in rows if token.type != "ROWS" for row in token.item]
        clauses = [n for n, head in enumerate(heads) if n and head.kind is Kind.CLAUSE]
        parts = [Part(tuple(heads[a:b]), ()) for a, b in pairwise([0, *clauses])]
        last = clauses[-1] if clauses else 0
        below = tuple([row for token in rows if token.type == "ROWS" for row in token.item])
        return [*parts, Part(tuple(heads[last:]), below)]

    cut = part
    tail = part


GRAMMAR = Grammar("report.lark", "report", _ToTree, _Lexer)


@cache
def parser() -> Lark:
    """The parser of reports."""
    return parser_tables.parser(GRAMMAR)
