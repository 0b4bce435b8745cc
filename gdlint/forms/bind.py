"""From a syntax tree to a report: facts, the section of each heading, the official table of each part, and what these are bound to.
Of several reports in one file it is the first, which ends where the title of another stands."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from gdlint.forms.binding import bind_tables
from gdlint.forms.facts import find_facts
from gdlint.forms.leftover import with_leftovers
from gdlint.forms.lone_rows import lone_row
from gdlint.forms.second_report import first_report
from gdlint.forms.section_places import own_places, places
from gdlint.forms.table_parts import SortedTables
from gdlint.forms.template import find_marks, find_template
from gdlint.forms.titles import body_kind, is_title
from gdlint.model.document import Block, Cell, Document, Paragraph, Part, Row, Stray, TableBlock
from gdlint.model.fast import Remembered
from gdlint.model.form import Forms, Template
from gdlint.model.report import BoundHeading, Facts, Label, Report, Table, Title
from gdlint.model.source import Source
from gdlint.model.wording import plain, unnumbered, without_note
from gdlint.words.fault import FaultError, fault

_TELLING = 3
_LONGEST_PIECE = 14
"""characters of a line in which pieces of labels stand"""


def section_keys(document: Document, forms: Forms) -> list[str | None]:
    """The key of each section of a document, None for one that is none of the form's."""
    order = [None, *(section.key for section in forms.sections)]
    return [order[section.heading.rank] for section in document.sections]


def bind_headings(
    document: Document, forms: Forms, keys: Sequence[str | None], template: Template | None
) -> tuple[BoundHeading, ...]:
    """The headings with their sections (`keys`), their places in the form, and how often each occurred."""
    counts: Counter[str] = Counter()
    after = 0
    bound = []
    own, known = own_places(forms, template), places(forms, template)
    for ordinal, (section, key) in enumerate(zip(document.sections, keys, strict=True), 1):
        number, title, start, end, _ = section.heading
        label = Label(title, start, end, key, *_official(title, key, forms))
        counts[key or ""] += 1
        place = known.get(key or "", 0)
        bound.append(BoundHeading(label, number, place, ordinal, counts[key or ""], after))
        after = max(after, own.get(key or "", 0))
    return tuple(bound)


@lru_cache(maxsize=1024)
def _official(title: str, key: str | None, forms: Forms) -> tuple[str | None, bool]:
    """The official title of a section, and whether a printed one is that or one that is right, too."""
    form = next((form for form in forms.sections if form.key == key), None)
    titles = (form.title, *form.aliases) if form else ()
    return form.title if form else None, plain(title) in map(plain, titles)


def bind(
    source: Source,
    document: Document,
    forms: Forms,
    *,
    template: Template | None = None,
    year: int | None = None,
    body: str | None = None,
) -> Report:
    """Bind a document to the forms. `template` (or the name of a form), `year` and `body` overrule what the report says of
    itself.

    Raises `ValueError` for a form that there is not.
    """
    facts = find_facts(document, forms, source.facts)
    second: Title | None = None
    if any(section.heading.rank == 1 for section in document.sections[1:]):
        document, second = first_report(document, forms, facts.title)
    if second:
        facts = find_facts(document, forms, source.facts)
    keys = section_keys(document, forms)
    found = find_tables(document, forms, keys)
    template = find_template(found, forms) if template is None else _named(template, forms)
    headings = bind_headings(document, forms, keys, template)
    tables = bind_tables(found, forms, template)
    tables = with_leftovers(tables, found, document, forms, keys, source.text or "")
    traditional: tuple[Label, ...] = ()
    if document.traditional:
        from gdlint.forms.script import as_printed, traditional_labels

        tables = as_printed(tables, source, forms)
        traditional = traditional_labels(source, headings, tables, forms)
    sections = len({key for key in keys if key})
    other = _looks_like(document, forms, facts.title, sections, tables)
    return Report(
        source,
        forms,
        document,
        _overruled(facts._replace(template=template), forms, year, body),
        headings,
        tables,
        find_marks(tables, forms),
        other,
        second,
        traditional,
        other is None,
    )


def _looks_like(
    document: Document, forms: Forms, title: Title | None, sections: int, tables: Mapping[str, Table]
) -> str | None:
    """None for a report, as what has its title and a part of it plainly is, else what the file is (see `looks_like`)."""
    if title and is_title(title.text) and (sections or tables):
        return None
    from gdlint.forms.file_kinds import looks_like

    return looks_like(document, forms, title, sections, tables)


def _named(name: Template, forms: Forms) -> Template:
    if edition := forms.edition(name):
        return edition.template
    known = ", ".join(edition.name for edition in forms.editions)
    raise FaultError(fault("unknown-form", {"name": name, "known": known}))


def _overruled(facts: Facts, forms: Forms, year: int | None, body: str | None) -> Facts:
    """The facts with the year and the body that an option gives."""
    if year:
        facts = facts._replace(year=year, year_inferred="option")
    if body:
        kind, suffix = body_kind(body, forms.bodies)
        facts = facts._replace(body=body, body_kind=kind, body_suffix=suffix, body_inferred="option")
    return facts


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
        last: Part | None = None
        for block in blocks:
            below, last = last, block.parts[-1] if isinstance(block, TableBlock) else None
            if isinstance(block, TableBlock):
                for key, part in _sorted_parts(block, forms, home):
                    (parts if key == home else away)[key].append(part)
            elif isinstance(block, Stray) and home:
                strays[home].append(block)
            elif below and home and (row := lone_row(below, block, forms.tables[home])):
                parts[home].append(row)
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
        key = max(dict.fromkeys(votes), key=votes.count) if votes else key or home
        if key:
            yield key, part


def _votes(rows: Sequence[Row], forms: Forms) -> list[str]:
    """The table that each label in some rows tells."""
    tables = _tables_by_label(forms)
    texts = [text for row in rows for text, _, _ in row.cells if len(text) > 1]
    return [table for text in texts for table in tables[text]]


@lru_cache(maxsize=4)
def _tables_by_label(forms: Forms) -> Mapping[str, tuple[str, ...]]:
    """The tables that a text tells, by that text."""
    return Remembered(partial(_tables_of, forms=forms), 8192)


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
