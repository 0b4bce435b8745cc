"""The grammar of reports: `grammars/report.lark`, its tokens, each with what it stands for, its rules the nodes of the syntax tree."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from lark import Lark, Token
from lark.lexer import Lexer

from gdlint.model.document import Block, Document, Heading, Kind, Paragraph, Part, Row, Section, TableBlock
from gdlint.syntax import parser_tables
from gdlint.syntax.parser_tables import Grammar


class Piece(Token):
    """A token that carries the row, rows, paragraphs or heading it stands for."""

    __slots__ = ("item",)

    item: Any

    @classmethod
    def of(cls, kind: str, item: Row | Sequence[Row] | Sequence[Paragraph] | Block | Heading) -> "Piece":
        """A token of a kind of the grammar. It is made past the constructor, whose places nobody asks for."""
        token: Piece = str.__new__(cls, "")
        token.type = kind
        token.value = ""
        token.item = item
        return token


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
SEVENTH = "SEVENTH"
"""the token of a section that the grammar does not name"""


@cache
def parser() -> Lark:
    """The parser of reports."""
    return parser_tables.parser(GRAMMAR)


@cache
def openers() -> frozenset[str]:
    """The tokens with which sections begin."""
    return frozenset(rule.expansion[0].name for rule in parser().rules if rule.alias == "section")
