"""The figures of tables that nobody took, as what could not be assigned."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from gdlint.forms.leftover import Region, Span
from gdlint.forms.values import LEFT_OVER
from gdlint.lexicon.table_cells import figures_in
from gdlint.model.document import Document
from gdlint.model.regex import lazy
from gdlint.model.report import Entry, Label, Loose, Table

_AMONG_WORDS = lazy(r"(?<![^\s|｜│┃])[-+−]?\d[\d.,]*(?![^\s|｜│┃])|(?<!\d)\d{5,}")
"""what is a figure even in the text of a label"""
_AT_END = lazy(r"(?<![\d.,])\d[\d.,]*$")
_NUMBER = lazy(r"[1-9]\.?|[1-9]\d\.")
"""what before the words of a label is its number"""
_BETWEEN = lazy(r"[^\S\n]*(?:[|｜│┃][^\S\n]*)*")


def with_figures(
    tables: dict[str, Table], regions: Sequence[Region], document: Document, known: Container[int], text: str
) -> dict[str, Table]:
    """The tables, with the figures of regions that stand in no cell of them; `known` are the places where cells begin."""
    covered = merged([*_taken(tables, document, text), *(span for each in regions for span in each.prose)])
    left: dict[str, list[Span]] = defaultdict(list)
    for region in regions:
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
            yield from _without_figures(entry.label, text, lacks_one=_lacks_one(entry))
        yield from (span for label in table.labels for span in _without_figures(label, text))
        # Several texts are cells of an entry; what stands between them was not taken.
        yield from ((loose.start, loose.end) for loose in table.loose if len(loose.texts) == 1)
    yield from ((mark.start, mark.end) for mark in document.page_marks)
    yield from ((comment.start, comment.end) for comment in document.directives)
    yield from document.notes


def _lacks_one(entry: Entry) -> bool:
    """A row may have another figure than those in its cells."""
    return entry.problem in ("short", "no-columns") or not all(cell.text for cell in entry.cells)


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
