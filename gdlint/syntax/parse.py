"""The parser: tokens from the shapes, a tree from `grammars/report.lark`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.lexer import Lexer

from gdlint import resources
from gdlint.model.document import (
    Block,
    Document,
    Kind,
    Part,
    Row,
    Section,
    TableBlock,
)
from gdlint.model.vocabulary import Vocabulary
from gdlint.syntax.directives import set_aside, woven
from gdlint.syntax.headings import find_headings
from gdlint.syntax.lines import Line, lines_of
from gdlint.syntax.piece import Piece
from gdlint.syntax.prose import Prose
from gdlint.syntax.shapes import SHAPES, Found, Scan, Shape
from gdlint.syntax.unfold import unfold

_HEADS = (Kind.CLAUSE, Kind.HEADER)


def parse(text: str, vocabulary: Vocabulary) -> Document:
    """The syntax tree of a canonical text. Total: any text has one."""
    document: Document = _parser().parse(tokens(text, vocabulary))  # type: ignore[assignment]
    return document


def tokens(text: str, vocabulary: Vocabulary) -> Iterator[Piece]:
    """The tokens of a text, in its order."""
    lines, directives = set_aside(text, lines_of(text))
    pieces = _pieces(text, unfold(text, lines, vocabulary), vocabulary)
    return woven(pieces, [Piece.of("DIRECTIVE", item) for item in directives]) if directives else pieces


def _pieces(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Piece]:
    """The tokens of lines without comments."""
    headings = find_headings(lines, vocabulary)
    scan = Scan(text, lines, headings, vocabulary)
    prose = Prose(lines, vocabulary)
    tried = dict.fromkeys(SHAPES, 0)
    i = 0
    while i < len(lines):
        rows, end = ([], i) if i in headings or lines[i].blank else _shaped(scan, i, tried)
        if rows or i in headings:
            yield from prose.pieces()
        if rows:
            yield from _of_table(rows)
            i = end
            continue
        if i in headings:
            prose.in_section = True
            yield Piece.of("HEADING", headings[i])
        elif lines[i].content:
            prose.waiting.append(lines[i])
        i += 1
    yield from prose.pieces()


def _of_table(rows: Sequence[Row]) -> Iterator[Piece]:
    """A token for each clause and header row, and one for the rows that follow each other below."""
    below: list[Row] = []
    for row in rows:
        if row.kind in _HEADS:
            if below:
                yield Piece.of("ROWS", below)
                below = []
            yield Piece.of(row.kind.value, row)
        else:
            below.append(row)
    if below:
        yield Piece.of("ROWS", below)


def _shaped(scan: Scan, i: int, tried: dict[Shape, int]) -> Found:
    """The rows of the first shape that reads the lines from i on. What a shape took for no table is not tried again."""
    for shape in SHAPES:
        if i >= tried[shape]:
            found = shape(scan, i)
            if found and found[0]:
                return found
            if found:
                tried[shape] = found[1]
    return [], i


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


@cache
def _parser() -> Lark:
    return Lark(
        resources.grammar("report.lark"),
        start="report",
        parser="lalr",
        lexer=_Lexer,
        transformer=_ToTree(),
        propagate_positions=False,
        maybe_placeholders=False,
    )
