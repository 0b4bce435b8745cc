"""Sorting what a document holds of tables by the official table that its labels belong to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from gdlint.model.document import Block, Cell, Document, Paragraph, Part, Row, Stray, TableBlock
from gdlint.model.form import Forms
from gdlint.model.wording import plain, unnumbered, without_note

_TELLING = 3
_LONGEST_PIECE = 14
"""characters of a line in which pieces of labels stand"""


class SortedTables(NamedTuple):
    """What a document holds of each table, by its key: parts in the order of the text, what could not be cut, and short texts
    of its section, which may be pieces of labels."""

    parts: Mapping[str, Sequence[Part]]
    strays: Mapping[str, Sequence[Stray]]
    words: Mapping[str, Sequence[Cell]] = MappingProxyType({})
    marks: Mapping[str, Sequence[Cell]] = MappingProxyType({})
    """the page marks in the section of each table"""


def find_tables(document: Document, forms: Forms, sections: Sequence[str | None]) -> SortedTables:
    """Sort the tables of a document by the official table that their labels belong to; `sections` are the keys of its
    sections.

    A smaller table with the same labels outside the section of an official one is not that table.
    """
    parts: dict[str, list[Part]] = defaultdict(list)
    away: dict[str, list[Part]] = defaultdict(list)
    strays: dict[str, list[Stray]] = defaultdict(list)
    words: dict[str, list[Cell]] = defaultdict(list)
    keys = {table.section: key for key, table in forms.tables.items()}
    for section, blocks in _blocks(document, sections):
        home = keys.get(section or "")
        for block in blocks:
            if isinstance(block, TableBlock):
                for key, part in _sorted_parts(block, forms, home):
                    (parts if key == home else away)[key].append(part)
            elif isinstance(block, Stray) and home:
                strays[home].append(block)
            elif isinstance(block, Paragraph) and home and len(block.text) <= _LONGEST_PIECE:
                words[home].append(Cell(block.text, block.start, block.end))
    for key, several in away.items():
        if _size(several) >= _size(parts[key]):
            parts[key] = sorted([*parts[key], *several], key=_start)
    return SortedTables(parts, strays, words, _marks(document, [keys.get(key or "") for key in sections]))


def _marks(document: Document, homes: Sequence[str | None]) -> Mapping[str, Sequence[Cell]]:
    """The page marks of a document by the table whose section they stand in."""
    if not document.page_marks:
        return {}
    starts = [section.heading.start for section in document.sections]
    found: dict[str, list[Cell]] = defaultdict(list)
    for mark in document.page_marks:
        place = bisect_right(starts, mark.start) - 1
        home = homes[place] if place >= 0 else None
        if home:
            found[home].append(mark)
    return found


def _size(parts: Sequence[Part]) -> int:
    return sum(len(part.rows) for part in parts)


def _start(part: Part) -> int:
    return (*part.heads, *part.rows)[0].start


def _blocks(
    document: Document, sections: Sequence[str | None]
) -> Iterator[tuple[str | None, Sequence[Block]]]:
    yield None, document.front
    for section, key in zip(document.sections, sections, strict=True):
        yield key, section.blocks


def _sorted_parts(block: TableBlock, forms: Forms, home: str | None) -> Iterator[tuple[str, Part]]:
    """Each part with the table to which most of its labels belong; one without any goes with the part before."""
    key: str | None = None
    for part in block.parts:
        votes = _votes(part.heads, forms) or _votes(part.rows, forms)
        key = max(votes, key=lambda table: votes[table]) if votes else key or home
        if key:
            yield key, part


def _votes(rows: Sequence[Row], forms: Forms) -> dict[str, int]:
    votes: dict[str, int] = {}
    for row in rows:
        for cell in row.cells:
            if len(cell[0]) > 1:
                for table in _tables_of(cell[0], forms):
                    votes[table] = votes.get(table, 0) + 1
    return votes


@lru_cache(maxsize=8192)
def _tables_of(text: str, forms: Forms) -> tuple[str, ...]:
    word = plain(text)
    words = _owners(forms)
    return words.get(word) or words.get(unnumbered(word), ())


@lru_cache(maxsize=4)
def _owners(forms: Forms) -> Mapping[str, tuple[str, ...]]:
    """The tables in which a label stands; words that stand in several do not tell."""
    owners: dict[str, set[str]] = defaultdict(set)
    for table in forms.tables.values():
        labels = [
            *table.heads,
            *(part.clause for part in table.parts),
            *(column.label for column in table.columns),
            *(group.label for group in (*table.row_groups, *table.column_groups)),
            *(text for row in table.rows for text in (row.label, *row.aliases)),
        ]
        for label in labels:
            for word in {plain(label), unnumbered(plain(label)), plain(without_note(label)[0])}:
                owners[word].add(table.key)
    return {
        word: tuple(found) for word, found in owners.items() if len(found) == 1 and len(word) >= _TELLING - 1
    }
