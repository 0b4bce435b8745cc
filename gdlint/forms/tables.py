"""The printed tables bound to the official ones: which row and column each figure belongs to, and what stayed open."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.columns import Header, column_types, label_of, simple_header
from gdlint.forms.figures import read_figures
from gdlint.forms.grouped import grouped_header
from gdlint.forms.joined import cut_entries
from gdlint.forms.labels import align, find_exact, group_labels, row_labels
from gdlint.forms.litigation import bind_one_row
from gdlint.forms.printed import Printed, printed_rows
from gdlint.forms.values import JOINED, Strip, place
from gdlint.model.document import Block, Cell, Document, Kind, Part, Row, Stray, TableBlock
from gdlint.model.form import Forms, TableForm
from gdlint.model.report import Entry, Figure, Label, Loose, Table
from gdlint.model.wording import plain, unnumbered, without_note

_TELLING = 3
_UNREADABLE = frozenset({"short", "long", "no-columns", "no-label", "joined"})


class Section(NamedTuple):
    """One part of a table with its header, and the columns of its rows (none: those that the form gives each row)."""

    part: Part
    header: Header
    columns: tuple[str, ...]


class Found(NamedTuple):
    """What a document holds of each table, by its key: parts in the order of the text, and what could not be cut."""

    parts: Mapping[str, Sequence[Part]]
    strays: Mapping[str, Sequence[Stray]]


def find_tables(document: Document, forms: Forms, sections: Sequence[str | None]) -> Found:
    """Sort the tables of a document by the official table that their labels belong to; `sections` are the keys of its
    sections.

    A smaller table with the same labels outside the section of an official one is not that table.
    """
    parts: dict[str, list[Part]] = defaultdict(list)
    away: dict[str, list[Part]] = defaultdict(list)
    strays: dict[str, list[Stray]] = defaultdict(list)
    keys = {table.section: key for key, table in forms.tables.items()}
    for section, blocks in _blocks(document, sections):
        home = keys.get(section or "")
        for block in blocks:
            if isinstance(block, TableBlock):
                for key, part in _sorted_parts(block, forms, home):
                    (parts if key == home else away)[key].append(part)
            elif isinstance(block, Stray) and home:
                strays[home].append(block)
    for key, several in away.items():
        if _size(several) >= _size(parts[key]):
            parts[key] = sorted([*parts[key], *several], key=_start)
    return Found(parts, strays)


def _size(parts: Sequence[Part]) -> int:
    return sum(len(part.rows) for part in parts)


def _start(part: Part) -> int:
    return (*part.heads, *part.rows)[0].start


def bind_tables(found: Found, forms: Forms, template: int | None) -> dict[str, Table]:
    """The tables that are there, by key. `template` decides between two official wordings of one label."""
    return {
        key: bind_table(form, found.parts.get(key, ()), found.strays.get(key, ()), template)
        for key, form in forms.tables.items()
        if found.parts.get(key) or found.strays.get(key)
    }


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


def bind_table(
    form: TableForm, parts: Sequence[Part], strays: Sequence[Stray], template: int | None
) -> Table:
    """One table from its parts, in the order of the text."""
    loose = [Loose(form.key, None, (stray.text,), stray.start, stray.end, "joined") for stray in strays]
    if form.one_row:
        entries, labels = bind_one_row(form, parts)
    else:
        sections = list(_with_headers(form, parts, template))
        entries = _bind_rows(form, sections, template)
        labels = [label for section in sections for label in section.header.labels]
    entries = _count_copies(entries)
    loose += [_loose(entry) for entry in entries if entry.problem or entry.unread]
    rows = {entry.label.key: entry.figures for entry in entries if entry.label.key and not entry.problem}
    labels, copy = _without_copy(entries, labels)
    start, end = _extent(parts, strays)
    return Table(form.key, tuple(entries), tuple(labels), rows, tuple(loose), start, end, copy)


def _without_copy(entries: Sequence[Entry], labels: list[Label]) -> tuple[list[Label], int | None]:
    """The column labels of the first copy of a table, and where a second one begins."""
    doubled = [entry for entry in entries if entry.doubled]
    if not doubled:
        return labels, None
    kept = [entry for entry in entries if not entry.doubled]
    last = max((e.cells[-1].start if e.cells else e.label.end for e in kept), default=doubled[0].label.start)
    copied = [label.start for label in labels if label.start > last]
    return [label for label in labels if label.start <= last], min([*copied, doubled[0].label.start])


def _extent(parts: Sequence[Part], strays: Sequence[Stray]) -> tuple[int, int]:
    places: list[Row | Stray] = [row for part in parts for row in (*part.heads, *part.rows)]
    places += strays
    return min(place.start for place in places), max(place.end for place in places)


def _with_headers(form: TableForm, parts: Sequence[Part], template: int | None) -> Iterator[Section]:
    """Each part with its columns; one without a header goes on under the header before."""
    last = Header((), (), None)
    clause = ""
    for part in parts:
        heads = [row for row in part.heads if row.kind is Kind.HEADER]
        clauses = [
            cell.text for row in part.heads if row.kind is Kind.CLAUSE for cell in row.cells if cell.text
        ]
        if clauses:
            clause = clauses[0]
        if form.parts:
            if heads:
                last = simple_header(heads, form, _expected(form, part, clause, heads, template), template)
            elif clauses:
                last = Header((), (), None)
        elif heads:
            found = grouped_header(heads, form)
            last = found if found.columns else last
        header = last if heads or not form.parts else last._replace(labels=())
        yield Section(part, header, _columns(form, part, header))


def _expected(
    form: TableForm, part: Part, clause: str, heads: Sequence[Row], template: int | None
) -> tuple[str, ...]:
    """The columns that a part of the disclosure table should have: those of the official part most like it."""
    words = tuple(cell.text for row in heads for cell in row.cells if cell.text)
    names = tuple(cell.text for row in part.rows for cell in row.cells if len(cell.text) > 1)
    return _most_like(form, words, names, clause, template)


@lru_cache(maxsize=1024)
def _most_like(
    form: TableForm, heads: tuple[str, ...], names: tuple[str, ...], clause: str, template: int | None
) -> tuple[str, ...]:
    words = {plain(text) for text in heads}
    way = row_labels(form)
    keys = {find_exact(text, way)[0] for text in names}
    wanted = plain(clause)

    def score(item: int) -> tuple[int, int, int]:
        official = form.parts[item]
        alike = len(words & _part_words(form, item)) + len(keys.intersection(official.rows))
        return alike, int(plain(official.clause) == wanted), int(official.template == template)

    return form.parts[max(range(len(form.parts)), key=score)].columns


@lru_cache(maxsize=64)
def _part_words(form: TableForm, item: int) -> frozenset[str]:
    """The compared labels of the columns of a part, with and without the bracket at their end."""
    part = form.parts[item]
    labels = [c.label for c in form.columns if c.key in part.columns and part.template in c.templates]
    return frozenset(plain(text) for label in labels for text in (label, without_note(label)[0]))


def _bind_rows(form: TableForm, sections: Sequence[Section], template: int | None) -> list[Entry]:
    printed = [(section, row) for section in sections for row in printed_rows(section.part.rows, form)]
    keys, notes = _row_keys(form, [row for _, row in printed])
    groups = group_labels(form)
    strips: list[Strip] = []
    chosen: list[tuple[Section, Printed, str | None, bool, tuple[str, ...]]] = []
    depths = _depths(form)
    three = any(key and key.startswith("other_handling.") for key in keys)
    for (section, row), key in zip(printed, keys, strict=True):
        word = plain(row.label.text)
        group = word in groups and (key is None or (three and key == "other_handling"))
        if not row.valued and (group or key is None):
            continue
        shown = key if not group else groups[word]
        columns = section.columns or (form.columns_of(shown, template) if shown and template else ())
        printed_row, first = row.row, section.header.first
        depth = depths.get(key, 0)
        strips.append(
            Strip(printed_row.cells, row.at, depth, len(columns), printed_row.grid, printed_row.run, first)
        )
        chosen.append((section, row, shown, group, columns))
    placed = place(strips)
    entries = [
        _entry(form, row, key, group, columns, cells, notes.get(row.label.start, ""), template)
        for (_, row, key, group, columns), cells in zip(chosen, placed, strict=True)
    ]
    return (
        cut_entries(form, entries, [item[-1] for item in chosen], template) if JOINED in placed else entries
    )


@lru_cache(maxsize=16)
def _depths(form: TableForm) -> dict[str | None, int]:
    """How many groups a row lies in."""
    return {row.key: len(row.path) for row in form.rows}


def _row_keys(form: TableForm, printed: Sequence[Printed]) -> tuple[list[str | None], dict[int, str]]:
    """The key of each row, and the bracketed notes behind labels by their place."""
    way = row_labels(form)
    groups = group_labels(form)
    found: list[str | None] = []
    notes: dict[int, str] = {}
    for row in printed:
        key, note = find_exact(row.label.text, way)
        found.append(key)
        if note:
            notes[row.label.start] = note
    texts = [
        "" if plain(row.label.text) in groups or not row.label.text else row.label.text for row in printed
    ]
    return align(texts, found, way), notes


def _columns(form: TableForm, part: Part, header: Header) -> tuple[str, ...]:
    """The columns of a part: those that its header names; a header that names too few is only believed where the rows
    are as short."""
    if form.parts:
        return header.columns
    official = tuple(column.key for column in form.columns)
    if not header.columns or len(header.columns) == len(official):
        return header.columns or official
    counts = Counter(sum(1 for cell in row.cells if cell.text.isdigit()) for row in part.rows)
    usual = counts.most_common(1)[0][0] if counts else 0
    lost_a_label = usual == len(official) and [key for key in official if key in header.columns] == list(
        header.columns
    )
    return official if lost_a_label else header.columns


def _entry(
    form: TableForm,
    row: Printed,
    key: str | None,
    group: bool,
    columns: tuple[str, ...],
    cells: Sequence[Cell] | str,
    note: str,
    template: int | None,
) -> Entry:
    label = _row_label(form, row.label, key, group, note, template)
    behind = row.row.cells[row.at + 1 :]
    problem = cells if isinstance(cells, str) else None
    if not columns:
        problem = "no-columns"
    if not label.text:
        problem = "no-label"
    elif group:
        problem = "group-row"
    elif key is None:
        problem = "unknown-row"
    figures: dict[str, Figure] = {}
    if not isinstance(cells, str) and columns:
        kinds = column_types(form, columns, template)
        figures = read_figures(columns, kinds, cells)
        figures.pop("", None)
    shown = tuple(cells) if not isinstance(cells, str) and columns else behind
    stated = row.row.grid == "stated"
    return Entry(form.key, label, shown, figures, len(columns), stated, group, problem)


def _row_label(
    form: TableForm, cell: Cell, key: str | None, group: bool, note: str, template: int | None
) -> Label:
    if group or key is None:
        official = tuple(item.label for item in form.row_groups if plain(item.label) == plain(cell.text))
        return label_of(cell, key, official, note)
    return label_of(cell, key, row_wordings(form, key, template), note)


@lru_cache(maxsize=512)
def row_wordings(form: TableForm, key: str, template: int | None) -> tuple[str, ...]:
    """The official labels of a row, those of a template where the two differ."""
    rows = [row for row in form.rows if row.key == key]
    fitting = [row for row in rows if template in row.templates] or rows
    return tuple(text for row in fitting for text in (row.label, *row.aliases))


def _count_copies(entries: list[Entry]) -> list[Entry]:
    """Number the rows of one key; where most of the table comes again, the whole table stands twice."""
    keys = [entry.label.key for entry in entries if entry.label.key and not entry.group]
    if len(set(keys)) == len(keys):
        return entries
    counts: Counter[str] = Counter()
    counted = []
    for entry in entries:
        key = entry.label.key if not entry.group else None
        copy = counts[key] if key else 0
        if key:
            counts[key] += 1
        problem = entry.problem
        if copy and problem not in ("unknown-row", "group-row"):
            problem = "duplicate"
        counted.append(entry._replace(copy=copy, problem=problem) if copy else entry)
    twice = sum(1 for number in counts.values() if number > 1)
    if not twice or twice * 2 < len(counts):
        return counted
    first = next(n for n, entry in enumerate(counted) if entry.copy)
    while first and counted[first - 1].label.key is None:
        # A misprinted label of the copy cannot be told from the first copy's own; it stands before its first known row.
        first -= 1
    return [
        entry._replace(doubled=True, problem="duplicate-table") if n >= first and _again(entry) else entry
        for n, entry in enumerate(counted)
    ]


def _again(entry: Entry) -> bool:
    """A row behind the begin of a second copy that belongs to it: one that came before, or none of the form."""
    return bool(entry.copy) or entry.label.key is None or entry.group


def _loose(entry: Entry) -> Loose:
    texts = tuple(cell.text for cell in entry.cells) if entry.figures else tuple(c.text for c in entry.filled)
    first = next((cell for cell in entry.cells if cell.text), None)
    start, end = (first.start, entry.cells[-1].end) if first else (entry.label.start, entry.label.end)
    return Loose(
        entry.table, entry.label.key, texts, start, end, entry.problem or JOINED, entry.stated, entry.width
    )


def unreadable(loose: Loose) -> bool:
    """Values are there, but cannot be cut or assigned with certainty."""
    return loose.reason in _UNREADABLE
