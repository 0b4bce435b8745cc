"""The stretches of a text that are tables: where in a section its table begins and ends, what of it is prose, and whether figures are
left over there that nobody took.

However a line is spoilt, none of its figures is lost: what stands in no cell is unassigned.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from gdlint.forms.labels import Entryway, row_labels
from gdlint.forms.printed_rows import closest
from gdlint.forms.table_parts import SortedTables
from gdlint.lexicon.likeness import has_role
from gdlint.lexicon.sentences import MARKS
from gdlint.lexicon.table_cells import figures_in
from gdlint.model.document import Block, Document, Grid, Metadata, Paragraph, Stray, Subheading, TableBlock
from gdlint.model.form import Forms
from gdlint.model.regex import lazy
from gdlint.model.report import Table

_START = itemgetter(1)
"""where a cell begins"""
_MARKS = frozenset(MARKS)
_ADDRESS = lazy(r"(?:https?://|www\.)\S+$", re.MULTILINE)
_FIGURES = lazy(r"[-+−]?\d[-+−\d.,，\s|｜]*")
_LONGEST = 200
"""characters in which a row begins"""
_MOSTLY = 2
"""of so many letters one is a digit in a row of values with a word among them"""

Span = tuple[int, int]
"""where a stretch begins and ends"""


class Region(NamedTuple):
    """A stretch of a text that is a table: its key, where it begins and ends, and the prose inside."""

    key: str
    start: int
    end: int
    prose: tuple[Span, ...] = ()


def with_leftovers(
    tables: dict[str, Table],
    found: SortedTables,
    document: Document,
    forms: Forms,
    sections: Sequence[str | None],
    text: str,
) -> dict[str, Table]:
    """The tables, with the figures in their regions that stand in no cell of them; `sections` are the keys of the sections."""
    if not tables:
        return tables
    cells = chain.from_iterable([entry.cells for table in tables.values() for entry in table.entries])
    known = set(map(_START, cells))
    regions = _table_regions(document, found, forms, sections, text)
    open_regions = [
        region for region in regions if next(figures_in(text, region.start, region.end, known), None)
    ]
    if not open_regions:
        return tables
    from gdlint.forms.leftover_figures import with_figures

    return with_figures(tables, open_regions, document, known, text)


def _table_regions(
    document: Document, found: SortedTables, forms: Forms, sections: Sequence[str | None], text: str
) -> Iterator[Region]:
    """The stretches that are tables: in the section of a table from the first line of any to the last, elsewhere what was
    taken for the table of another section."""
    homes = {table.section: table for table in forms.tables.values()}
    taken = {id(part): key for key, parts in found.parts.items() for part in parts}
    starts = [section.heading.start for section in document.sections]
    places = zip(
        [None, *sections],
        [document.front, *(section.blocks for section in document.sections)],
        [*starts, len(text)],
        strict=True,
    )
    for section, blocks, end in places:
        home = homes.get(section or "")
        if home:
            yield from _of_section(blocks, home.key, row_labels(home), text, end)
            continue
        for block in blocks:
            parts = block.parts if isinstance(block, TableBlock) else ()
            keys = [taken[id(part)] for part in parts if id(part) in taken]
            if keys:
                yield Region(keys[0], *_extent(block))


def _of_section(
    blocks: Sequence[Block], home: str, way: Entryway, text: str, section_end: int
) -> Iterator[Region]:
    places = [n for n, block in enumerate(blocks) if isinstance(block, (TableBlock, Stray))]
    if not places:
        return
    first, last = places[0], places[-1]
    while first and _adjoins(blocks[first - 1], blocks[first], blocks[first - 1], way, text):
        first -= 1
    while last + 1 < len(blocks) and _adjoins(blocks[last], blocks[last + 1], blocks[last + 1], way, text):
        last += 1
    last += last + 1 < len(blocks) and _are_values(blocks[last], blocks[last + 1])
    inside, behind = blocks[first : last + 1], blocks[last + 1 : _last_row(blocks, way) + 1]
    prose = [span for block in inside for span in _prose(block, way, text)]
    prose += [_extent(block) for block in behind if not _is_bare_row(block, way)]
    inside = [*inside, *behind]
    # A line may hold the heading of the next section, too.
    end = min(_end_of(inside[-1], text), section_end)
    yield Region(home, _extent(inside[0])[0], end, tuple(prose))


def _last_row(blocks: Sequence[Block], way: Entryway) -> int:
    """The number of the last block that is a row by itself, of a table that was not read as a whole; -1 where there is none."""
    return next((n for n in range(len(blocks) - 1, -1, -1) if _is_bare_row(blocks[n], way)), -1)


def _is_bare_row(block: Block, way: Entryway) -> bool:
    """A text of a label and nothing but figures behind it."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return False
    figure = next(figures_in(block.text, 0, len(block.text)), None)
    if not figure or not figure[0] or not _FIGURES.fullmatch(block.text, figure[0]):
        return False
    return has_role(closest(block.text[: figure[0]], way))


def _adjoins(above: Block, below: Block, outer: Block, way: Entryway, text: str) -> bool:
    """The outer one of two blocks goes on with the table: it is a row by itself, or stands in the same line and is no
    sentence."""
    if not isinstance(outer, (Paragraph, Subheading)):
        return False
    in_line = "\n" not in text[_extent(above)[1] : _extent(below)[0]]
    return _is_row(outer.text, way) or (in_line and _MARKS.isdisjoint(outer.text))


def _are_values(above: Block, block: Block) -> bool:
    """A text of figures, among which a word may stand, right below a header without any row."""
    rows_above = above.parts[-1].rows if isinstance(above, TableBlock) else above
    if rows_above or not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return False
    digits = sum(end - start for start, end in figures_in(block.text, 0, len(block.text)))
    return _MARKS.isdisjoint(block.text) and digits * _MOSTLY >= len("".join(block.text.split()))


def _prose(block: Block, way: Entryway, text: str) -> Iterator[Span]:
    """Where a block that holds a sentence has lines that are no rows; what a portal says, and web addresses, are none."""
    if isinstance(block, (TableBlock, Stray)):
        return
    if isinstance(block, Metadata) or _ADDRESS.match(text, block.start):
        yield block.start, block.end
        return
    at = block.start
    for line in text[block.start : block.end].split("\n") if not _MARKS.isdisjoint(block.text) else ():
        if not _is_row(line.strip(), way):
            yield at, at + len(line)
        at += len(line) + 1


def _is_row(text: str, way: Entryway) -> bool:
    """A text with figures behind what is like the label of a row, or one that begins and ends with a figure."""
    figure = next(figures_in(text[:_LONGEST], 0, _LONGEST), None)
    if figure is None:
        return False
    head, rest = text[: figure[0]], text[figure[0] :]
    if head:
        return _MARKS.isdisjoint(rest) and has_role(closest(head, way))
    return text[-1].isdigit() and _MARKS.isdisjoint(rest)


def _extent(block: Block) -> Span:
    if not isinstance(block, TableBlock):
        return block.start, block.end
    first, last = block.parts[0], block.parts[-1]
    return (first.heads or first.rows)[0].start, (last.rows or last.heads)[-1].end


def _end_of(block: Block, text: str) -> int:
    """The end of a block; where its cells are parted by blanks, words that are none may stand in its last line with figures."""
    end = _extent(block)[1]
    last = block.parts[-1] if isinstance(block, TableBlock) else None
    if last is None or (last.rows or last.heads)[-1].grid is not Grid.LINES:
        return end
    line_end = text.find("\n", end)
    return line_end if line_end >= 0 else len(text)
