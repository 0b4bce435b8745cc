"""The figures of tables that nobody took: printed in the stretches of the text that are tables, but in no row that was read.

However a line is spoilt, none of its figures is lost: what stands in no cell is unassigned.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from gdlint.forms.labels import Entryway, row_labels
from gdlint.forms.printed_rows import closest
from gdlint.forms.table_parts import SortedTables
from gdlint.forms.values import LEFT_OVER
from gdlint.lexicon.likeness import has_role
from gdlint.lexicon.sentences import MARKS
from gdlint.lexicon.table_cells import figures_in
from gdlint.model.document import Block, Document, Grid, Metadata, Paragraph, Stray, Subheading, TableBlock
from gdlint.model.form import Forms
from gdlint.model.regex import lazy
from gdlint.model.report import Label, Loose, Table

_AMONG_WORDS = re.compile(r"(?<![^\s|｜│┃])[-+−]?\d[\d.,]*(?![^\s|｜│┃])|(?<!\d)\d{5,}")
"""what is a figure even in the text of a label"""
_AT_END = re.compile(r"(?<![\d.,])\d[\d.,]*$")
_NUMBER = re.compile(r"[1-9]\.?|[1-9]\d\.")
"""what before the words of a label is its number"""
_BETWEEN = lazy(r"[^\S\n]*(?:[|｜│┃][^\S\n]*)*")
_MARKS = frozenset(MARKS)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.MULTILINE)
_FIGURES = re.compile(r"[-+−]?\d[-+−\d.,，\s|｜]*")
_LONGEST = 200
"""characters in which a row begins"""

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
    known = {cell[1] for table in tables.values() for entry in table.entries for cell in entry.cells}
    regions = table_regions(document, found, forms, sections, text)
    open_regions = [
        region for region in regions if next(figures_in(text, region.start, region.end, known), None)
    ]
    if not open_regions:
        return tables
    covered = merged(
        [*_taken(tables, document, text), *(span for each in open_regions for span in each.prose)]
    )
    left: dict[str, list[Span]] = defaultdict(list)
    for region in open_regions:
        # A line may hold so many figures that they are not to be listed before it is known which are left.
        figures = figures_in(text, region.start, region.end, known)
        key = region.key if region.key in tables else next(iter(tables))
        left[key] += (rest for figure in figures for rest in uncovered(figure, covered))
    return {
        key: table._replace(loose=(*table.loose, *_loose(key, left.get(key, ()), text)))
        for key, table in tables.items()
    }


def _taken(tables: Mapping[str, Table], document: Document, text: str) -> Iterator[Span]:
    """Where something stands that was taken for a cell, a label or a page mark, or could not be assigned."""
    for table in tables.values():
        for entry in table.entries:
            yield from ((cell.start, cell.end) for cell in (*entry.cells, *entry.unplaced))
            yield from _without_figures(entry.label, text, lacks_one=entry.problem in ("short", "no-columns"))
        yield from (span for label in table.labels for span in _without_figures(label, text))
        # Several texts are cells of an entry; what stands between them was not taken.
        yield from ((loose.start, loose.end) for loose in table.loose if len(loose.texts) == 1)
    yield from ((mark.start, mark.end) for mark in document.page_marks)
    yield from ((comment.start, comment.end) for comment in document.directives)
    yield from document.notes


def _without_figures(label: Label, text: str, *, lacks_one: bool = False) -> Iterator[Span]:
    """Where the words of a label stand: figures may have got among them. That of a row that may lack a value may have it at its
    end (予以公开508)."""
    if lacks_one and not label.exact and (glued := _AT_END.search(text, label.start, label.end)):
        label = label._replace(end=glued.start())
    figures = (
        found.span()
        for found in _AMONG_WORDS.finditer(text, label.start, label.end)
        if found.start() > label.start or not _NUMBER.fullmatch(found.group())
    )
    return uncovered((label.start, label.end), list(figures))


def _loose(key: str, figures: Sequence[Span], text: str) -> Iterator[Loose]:
    """The figures as what could not be assigned, together those of a line with nothing between them."""
    run: list[Span] = []
    for figure in [*figures, None]:
        if run and (figure is None or not _BETWEEN.fullmatch(text, run[-1][1], figure[0])):
            texts = tuple(text[start:end] for start, end in run)
            if any(letter.isdigit() for letter in chain(*texts)):
                yield Loose(key, None, texts, run[0][0], run[-1][1], LEFT_OVER)
            run = []
        if figure:
            run.append(figure)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Stretches in their order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def uncovered(span: Span, covered: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch without some others, which are in order and do not overlap."""
    at, end = span
    n = max(bisect_right(covered, (at, at)) - 1, 0)
    for first, last in map(covered.__getitem__, range(n, len(covered))):
        if first >= end:
            break
        if at < first:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end


def table_regions(
    document: Document, found: SortedTables, forms: Forms, sections: Sequence[str | None], text: str
) -> Iterator[Region]:
    """The stretches that are tables: in the section of a table from the first line of any to the last, elsewhere what was
    taken for the table of another section."""
    homes = {table.section: table for table in forms.tables.values()}
    taken = {id(part): key for key, parts in found.parts.items() for part in parts}
    places = [
        (None, document.front),
        *((key, section.blocks) for key, section in zip(sections, document.sections, strict=True)),
    ]
    for section, blocks in places:
        home = homes.get(section or "")
        if home:
            yield from _of_section(blocks, home.key, row_labels(home), text)
            continue
        for block in blocks:
            parts = block.parts if isinstance(block, TableBlock) else ()
            keys = [taken[id(part)] for part in parts if id(part) in taken]
            if keys:
                yield Region(keys[0], *_extent(block))


def _of_section(blocks: Sequence[Block], home: str, way: Entryway, text: str) -> Iterator[Region]:
    places = [n for n, block in enumerate(blocks) if isinstance(block, (TableBlock, Stray))]
    if not places:
        return
    first, last = places[0], places[-1]
    while first and _adjoins(blocks[first - 1], blocks[first], blocks[first - 1], way, text):
        first -= 1
    while last + 1 < len(blocks) and _adjoins(blocks[last], blocks[last + 1], blocks[last + 1], way, text):
        last += 1
    inside, behind = blocks[first : last + 1], blocks[last + 1 : _last_row(blocks, way) + 1]
    prose = [span for block in inside for span in _prose(block, way, text)]
    prose += [_extent(block) for block in behind if not _is_bare_row(block, way)]
    inside = [*inside, *behind]
    yield Region(home, _extent(inside[0])[0], _end_of(inside[-1], text), tuple(prose))


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
    return (*first.heads, *first.rows)[0].start, (*last.heads, *last.rows)[-1].end


def _end_of(block: Block, text: str) -> int:
    """The end of a block; where its cells are parted by blanks, words that are none may stand in its last line with figures."""
    end = _extent(block)[1]
    rows = [*block.parts[-1].heads, *block.parts[-1].rows] if isinstance(block, TableBlock) else []
    if not rows or rows[-1].grid is not Grid.LINES:
        return end
    line_end = text.find("\n", end)
    return line_end if line_end >= 0 else len(text)
