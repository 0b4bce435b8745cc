"""The parser: tokens from the shapes, a tree from `grammars/report.lark`."""

import re
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
    Heading,
    Kind,
    Paragraph,
    Part,
    Row,
    Section,
    Stray,
    Subheading,
    TableBlock,
)
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.directives import set_aside, woven
from gdlint.syntax.headings import find_headings, is_subheading
from gdlint.syntax.lines import Line, cell_at, lines_of, role_of
from gdlint.syntax.portal import metadata_in
from gdlint.syntax.shapes import SHAPES, Found, Scan, Shape
from gdlint.syntax.unfold import unfold

_NUMBERS = re.compile(r"(?<![\d年月第])\d+(?:\.\d+)?(?![\d年月日])")
_SENTENCE = re.compile("[，。；]")
_HEADS = (Kind.CLAUSE, Kind.HEADER)
_MANY_LABELS = 8
_WHOLE_TABLE = 200
"""characters: a shorter sentence does not hold a table of many labels"""
_LEAST_NUMBERS = 2
_OF_FIGURES = "0123456789.,-+ \t\u00a0\u3000"


class Piece(Token):
    """A token that carries the row, rows, paragraph or heading it stands for."""

    item: Any

    @classmethod
    def of(cls, kind: str, item: Row | Sequence[Row] | Block | Heading) -> "Piece":
        """A token of a kind of the grammar. It is made past the constructor, whose places nobody asks for."""
        token: Piece = str.__new__(cls, "")
        token.type = kind
        token.value = ""
        token.item = item
        return token


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
    section = False
    tried = dict.fromkeys(SHAPES, 0)
    i = 0
    while i < len(lines):
        if i in headings:
            section = True
            yield Piece.of("HEADING", headings[i])
        elif not lines[i].blank:
            rows, end = _shaped(scan, i, tried)
            if rows:
                yield from _of_table(rows)
                i = end
                continue
            if lines[i].content:
                yield from _texts(lines[i], vocabulary, section)
        i += 1


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


def _texts(line: Line, vocabulary: Vocabulary, section: bool) -> Iterator[Piece]:
    """What a line without cells is: said by a portal, before the first section, or else text of the report."""
    metadata = [] if section else metadata_in(line, vocabulary)
    for item in metadata:
        yield Piece.of("METADATA", item)
    if not metadata:
        yield _text(line, vocabulary, section)


def _text(line: Line, vocabulary: Vocabulary, section: bool) -> Piece:
    cell = cell_at(line.text, line.start)
    if section and _is_stray(line.content, vocabulary):
        return Piece.of("STRAY", Stray(cell.text, cell.start, cell.end))
    if is_subheading(line):
        return Piece.of("SUBHEADING", Subheading(cell.text, cell.start, cell.end))
    return Piece.of("TEXT", Paragraph(cell.text, cell.start, cell.end))


def _is_stray(content: str, vocabulary: Vocabulary) -> bool:
    """Figures of a table that no shape could cut: behind a label, in a line of their own, or in one long paragraph."""
    if content[-1] == "。" and len(content) < _WHOLE_TABLE:
        return False
    sentence = bool(_SENTENCE.search(content))
    if sentence and (len(content) < _WHOLE_TABLE or not any(head in content for head in vocabulary.heads)):
        return False
    if not sentence and content[-1:].isdigit():
        label = content.rstrip(_OF_FIGURES)
        if not label or role_of(label, vocabulary) & Role.OFFICIAL:
            return bool(label) or len(content.split()) > _LEAST_NUMBERS
    if len(_NUMBERS.findall(content)) < _LEAST_NUMBERS:
        return False
    word = plain(content)
    labels = sum(1 for label in vocabulary.telling if label in word)
    return labels >= _MANY_LABELS or (labels > 0 and not sentence)


class _Lexer(Lexer):
    """The tokens are made before lark sees them."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, data: Iterator[Piece]) -> Iterator[Piece]:  # type: ignore[override]
        return data


def _items(blocks: Iterable[Piece | TableBlock]) -> tuple[Block, ...]:
    """Paragraphs, subheadings and strays are their tokens' items; tables are nodes already."""
    return tuple(block.item if isinstance(block, Piece) else block for block in blocks)


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
