"""How far a comment to gdlint reaches in a report: the next block, inside a table the next row, a section, the file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from gdlint.model.document import Directive, TableBlock
from gdlint.model.report import Report

Stretch = tuple[int, int]
NOTHING: Stretch = (1, 0)


class Stretches(NamedTuple):
    """Stretches in the order of the text, and behind each the furthest end so far: what the first one that ends behind a place
    is told by."""

    all: Sequence[Stretch]
    ends: Sequence[int]

    @classmethod
    def of(cls, stretches: Iterable[Stretch]) -> "Stretches":
        """Made from stretches in the order of the text."""
        found = list(stretches)
        return cls(found, list(accumulate((end for _, end in found), max)))

    def first(self, place: int) -> int:
        """The index of the first stretch that ends at a place or behind it; their number where there is none."""
        return bisect_left(self.ends, place)


class BlockLayout(NamedTuple):
    """Where the blocks of a report stand, the tables among them by index, and its headings."""

    report: Report
    blocks: Stretches
    tables: Mapping[int, TableBlock]
    headings: Sequence[int]


def layout_of(report: Report) -> BlockLayout:
    """The layout of a report."""
    tables: dict[int, TableBlock] = {}
    blocks = Stretches.of(_blocks(report, tables))
    return BlockLayout(
        report, blocks, tables, [section.heading.start for section in report.document.sections]
    )


def reaches(directives: Iterable[Directive], layout: BlockLayout) -> list[Stretch]:
    """The stretch of text (end inclusive) that each comment covers; `NOTHING` where nothing stands behind it."""
    rows: dict[int, Stretches] = {}
    return [_reach(directive, layout, rows) for directive in directives]


def _reach(directive: Directive, layout: BlockLayout, rows: dict[int, Stretches]) -> Stretch:
    text = layout.report.source.text or ""
    if directive.verb == "ignore-file":
        return 0, len(text)
    if directive.verb == "ignore-section":
        return _section(directive, layout.headings, len(text))
    line, _ = _line(directive.start, layout.report)
    at = layout.blocks.first(line)
    if at == len(layout.blocks.all):
        return NOTHING
    start, end = layout.blocks.all[at]
    if at in layout.tables and start < line:
        if at not in rows:
            rows[at] = Stretches.of(_rows(layout.tables[at]))
        start, end = rows[at].all[rows[at].first(line)]
    return _line(start, layout.report)[0], _line(end, layout.report)[1]


def _section(directive: Directive, headings: Sequence[int], length: int) -> Stretch:
    """From the heading above a comment (or in its line) to the next one."""
    above, below = bisect_left(headings, directive.end), bisect_right(headings, directive.end)
    begin = headings[above - 1] if above else 0
    return begin, (headings[below] if below < len(headings) else length + 1) - 1


def _blocks(report: Report, tables: dict[int, TableBlock]) -> Iterator[Stretch]:
    """Headings and blocks in their order; tables are noted by their index."""
    document = report.document
    parts = [(None, document.front), *((section.heading, section.blocks) for section in document.sections)]
    at = 0
    for heading, blocks in parts:
        if heading:
            yield heading.start, heading.end
            at += 1
        for block in blocks:
            if isinstance(block, Directive):
                continue
            if isinstance(block, TableBlock):
                rows = list(_rows(block))
                yield rows[0][0], rows[-1][1]
                tables[at] = block
            else:
                yield block.start, block.end
            at += 1


def _rows(table: TableBlock) -> Iterator[Stretch]:
    return ((row.start, row.end) for part in table.parts for row in (*part.heads, *part.rows))


def _line(offset: int, report: Report) -> Stretch:
    """Where the line around an offset begins and ends."""
    starts = report.source.starts
    line = bisect_right(starts, offset)
    return starts[line - 1], starts[line] - 1 if line < len(starts) else len(report.source.text or "")
