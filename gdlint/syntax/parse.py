"""The parser: tokens from the shapes, and of them a tree by the grammar `grammars/report.lark`, whose rules are the nodes of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Any

from gdlint.model.document import Block, Directive, Document, Heading, Kind, Part, Row, Section, TableBlock
from gdlint.model.note_comment import NOTE
from gdlint.model.page import StatedGrid
from gdlint.model.vocabulary import Vocabulary
from gdlint.syntax.headings import find_headings
from gdlint.syntax.lines import Line, folded, lines_of, without_page_marks
from gdlint.syntax.prose import Piece, Prose
from gdlint.syntax.report_table import table
from gdlint.syntax.shapes.scan import Found, Scan, Shape
from gdlint.syntax.shapes.tabbed import tabbed
from gdlint.syntax.shapes.without_separators import joined, plain_cells
from gdlint.syntax.split_shared_lines import unfold

if TYPE_CHECKING:
    from gdlint.syntax.stated import Stated

Ends = Callable[[Sequence[Block], Sequence[Block], int], bool]
"""whether a section one that comes again is that of a second report: by the blocks in front of all sections, those right before it,
and the highest section so far"""

_NOTHING: "Stated" = {}
_SEVENTH = "SEVENTH"
_END = Piece("$END", None)
_TOKENS = {Kind.CLAUSE: "CLAUSE", Kind.HEADER: "HEADER"}


def parse(
    text: str,
    vocabulary: Vocabulary,
    ends: Ends | None = None,
    grids: Sequence[StatedGrid] = (),
) -> Document:
    """The syntax tree of a canonical text, and of the tables that its file states. Any text has one, but for one with more in it
    than a report may have: that raises `gdlint.syntax.bounds.TooLargeError`. It goes up to the section one of a second report, if
    `ends` tells one: a yearbook may hold a thousand reports, of which one is read."""
    text = folded(printed := text, vocabulary.traditional)
    lines, notes = lines_of(text), list[tuple[int, int]]()
    if NOTE in text:
        from gdlint.syntax.set_aside import without_notes

        lines, notes = without_notes(text, lines)
    stated: Stated = _NOTHING
    if grids:
        from gdlint.syntax.stated import set_grids_aside

        lines, stated = set_grids_aside(text, lines, grids, vocabulary)
    marks = without_page_marks(lines)
    pieces = _of_lines(text, lines, vocabulary, stated)
    document = tree(_of_first(pieces, ends) if ends else pieces)
    return document._replace(page_marks=tuple(marks), notes=tuple(notes), traditional=text is not printed)


def _of_first(pieces: Iterator[Piece], ends: Ends) -> Iterator[Piece]:
    """The tokens of the first report, with the heading of the second one."""
    front: list[Block] = []
    blocks, highest = front, 0
    for piece in pieces:
        yield piece
        item = piece.item
        if isinstance(item, Heading):
            if item.rank == 1 and highest and ends(front, blocks, highest):
                return
            blocks, highest = [], max(highest, item.rank)
        elif piece.type == "TEXT":
            blocks += item
        elif piece.type in ("SUBHEADING", "METADATA"):
            blocks.append(item)


def _of_lines(text: str, lines: list[Line], vocabulary: Vocabulary, stated: "Stated") -> Iterator[Piece]:
    """The tokens of the lines of a text, in their order."""
    if "<!--" not in text:
        return _pieces(text, unfold(text, lines, vocabulary), vocabulary, stated)
    from gdlint.syntax.set_aside import set_aside, woven

    lines, directives = set_aside(text, lines)
    pieces = _pieces(text, unfold(text, lines, vocabulary), vocabulary, stated)
    return woven(pieces, [Piece("DIRECTIVE", item) for item in directives])


def _pieces(text: str, lines: Sequence[Line], vocabulary: Vocabulary, stated: "Stated") -> Iterator[Piece]:
    """The tokens of lines without comments."""
    tables = {i: stated[line.start] for i, line in enumerate(lines) if line.start in stated} if stated else {}
    headings = find_headings(lines, vocabulary, tables)
    scan = Scan(text, lines, headings, vocabulary, tables)
    prose = Prose(lines, vocabulary, scan.extent)
    tried = dict.fromkeys(_shapes_in(scan), 0)
    i = 0
    while i < len(lines):
        if i in headings:
            yield from prose.pieces()
            prose.in_section = True
            scan.extent.add_headings(1)
            yield _of_heading(headings[i], vocabulary)
        elif i in tables:
            scan.extent.add_table(len(tables[i]), sum([len(row.cells) for row in tables[i]]))
            yield from prose.pieces()
            yield from _of_table(tables[i])
        elif not lines[i].blank:
            rows, end = _shaped(scan, i, tried)
            if rows:
                scan.extent.add_table(len(rows), sum([len(row.cells) for row in rows]))
                yield from prose.pieces()
                yield from _of_table(rows)
                i = end
                continue
            scan.extent.add_line()
            if lines[i].content:
                prose.waiting.append(lines[i])
        i += 1
    yield from prose.pieces()


def _shapes_in(scan: Scan) -> list[Shape]:
    """The shapes that tables of a text may have: those whose separators stand in it, and those without any."""
    found: list[Shape] = [tabbed] if scan.tabbed else []
    if scan.barred:
        from gdlint.syntax.shapes.barred import barred

        found.append(barred)
    if scan.comma_separated:
        from gdlint.syntax.shapes.comma_separated import comma_separated

        found.append(comma_separated)
    if scan.spaced:
        from gdlint.syntax.shapes.spaced import spaced

        found.append(spaced)
    return [*found, plain_cells, joined]


def _of_heading(heading: Heading, vocabulary: Vocabulary) -> Piece:
    """A token of the section's own key; one of a section that is none, or that the grammar does not name, is the seventh."""
    name = vocabulary.sections[heading.rank - 1].upper() if heading.rank else ""
    return Piece(name if name in table().openers else _SEVENTH, heading)


def _of_table(rows: Sequence[Row]) -> Iterator[Piece]:
    """A token for the clauses, for the header rows, and for the other rows that follow each other."""
    for kind, run in groupby(rows, _token):
        yield Piece(kind, list(run))


def _token(row: Row) -> str:
    return _TOKENS.get(row.kind, "ROWS")


def _shaped(scan: Scan, i: int, tried: dict[Shape, int]) -> Found:
    """The rows of the first shape that reads the lines from i on. What a shape took for no table is not tried again."""
    for shape, behind in tried.items():
        if i >= behind:
            found = shape(scan, i)
            if found and found[0]:
                return found
            if found:
                tried[shape] = found[1]
    return [], i


def tree(pieces: Iterable[Piece]) -> Document:
    """The document that the tokens of a report are; any sequence of tokens is one."""
    start, end, states, rules, _ = table()
    way, held = [start], list[Any]()
    for piece in chain(pieces, (_END,)):
        token = piece[0]
        while (step := states[way[-1]][token]) < 0:
            name, node, symbols, nested = rules[~step]
            first = len(held) - len(symbols)
            parts = held[first:]
            if nested:
                parts = _joined(symbols, parts)
            del held[first:], way[first + 1 :]
            held.append(_NODES[node](parts) if node else parts)
            step = states[way[-1]][name]
            way.append(step)
            if step == end and piece is _END:
                break
        way.append(step)
        held.append(piece)
    document: Document = held[0]
    return document


def _joined(symbols: Sequence[str], held: list[Any]) -> list[Any]:
    """What a rule holds: of rules that are no nodes, what these hold."""
    parts: list[Any] = []
    for symbol, value in zip(symbols, held, strict=True):
        if symbol[0] != "_":
            parts.append(value)
        elif parts:
            parts += value
        else:
            parts = value
    return parts


def _items(blocks: Iterable[Piece | TableBlock]) -> Iterator[Block]:
    """Paragraphs, subheadings and strays are their tokens' items; tables are nodes already."""
    for block in blocks:
        if not isinstance(block, Piece):
            yield block
        elif block.type == "TEXT":
            yield from block.item
        else:
            yield block.item


def _report(held: list[Any]) -> Document:
    front, *sections = held
    blocks = chain(front, *(section.blocks for section in sections))
    comments = tuple([block for block in blocks if isinstance(block, Directive)])
    return Document(front, tuple(sections), directives=comments)


def _section(held: list[Any]) -> Section:
    heading, *blocks = held
    return Section(heading.item, tuple(_items(blocks)))


def _table(parts: list[list[Part]]) -> TableBlock:
    return TableBlock(tuple([part for several in parts for part in several]))


def _part(rows: list[Piece]) -> list[Part]:
    """The part of the last clause, and before it one for each clause without rows."""
    heads = [row for token in rows if token.type != "ROWS" for row in token.item]
    clauses = [n for n, head in enumerate(heads) if n and head.kind is Kind.CLAUSE]
    parts = [Part(tuple(heads[a:b]), ()) for a, b in pairwise([0, *clauses])]
    last = clauses[-1] if clauses else 0
    below = tuple([row for token in rows if token.type == "ROWS" for row in token.item])
    return [*parts, Part(tuple(heads[last:]), below)]


_NODES: Mapping[str, Callable[[list[Any]], Any]] = {
    "report": _report,
    "front": lambda blocks: tuple(_items(blocks)),
    "section": _section,
    "table": _table,
    "part": _part,
    "cut": _part,
    "tail": _part,
}
