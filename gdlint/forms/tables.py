"""The printed tables bound to the official ones: which row and column each figure belongs to, and what stayed open."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gdlint.forms.columns import Header, grouped_header, label_of, simple_header
from gdlint.forms.figures import read_figure
from gdlint.forms.headings import section_keys
from gdlint.forms.labels import align, find_exact, group_labels, row_labels
from gdlint.forms.litigation import bind_one_row
from gdlint.forms.printed import Printed, printed_rows
from gdlint.forms.values import Strip, place
from gdlint.model.document import Cell, Document, Kind, Part, Row, Stray, TableBlock
from gdlint.model.form import Forms, TableForm
from gdlint.model.report import Entry, Figure, Label, Loose, Table
from gdlint.model.wording import plain, unnumbered, without_note

_TELLING = 3
_UNREADABLE = frozenset({"short", "long", "no-columns", "no-label", "joined"})


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a table with its header, and the place of its clause."""

    part: Part
    header: Header
    clause: str


def bind_tables(document: Document, forms: Forms, template: int | None = None) -> dict[str, Table]:
    """The tables that are there, by key. `template` decides between two official wordings of one label."""
    parts: dict[str, list[Part]] = defaultdict(list)
    strays: dict[str, list[Stray]] = defaultdict(list)
    keys = {table.section: key for key, table in forms.tables.items()}
    for section, blocks in _blocks(document, forms):
        home = keys.get(section or "")
        for block in blocks:
            if isinstance(block, TableBlock):
                for key, part in _sorted_parts(block, forms, home):
                    parts[key].append(part)
            elif isinstance(block, Stray) and home:
                strays[home].append(block)
    return {
        key: bind_table(form, parts[key], strays[key], template)
        for key, form in forms.tables.items()
        if parts[key] or strays[key]
    }


def _blocks(document: Document, forms: Forms) -> Iterator[tuple[str | None, Sequence[object]]]:
    yield None, document.front
    for section, key in zip(document.sections, section_keys(document, forms), strict=True):
        yield key, section.blocks


def _sorted_parts(block: TableBlock, forms: Forms, home: str | None) -> Iterator[tuple[str, Part]]:
    """Each part with the table to which most of its labels belong; one without any goes with the part before."""
    key: str | None = None
    for part in block.parts:
        votes = Counter(
            table
            for row in (*part.heads, *part.rows)
            for cell in row.cells
            if cell.text
            for table in _tables_of(plain(cell.text), forms)
        )
        key = max(votes, key=lambda table: votes[table]) if votes else key or home
        if key:
            yield key, part


def _tables_of(word: str, forms: Forms) -> tuple[str, ...]:
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
    loose += [_loose(entry) for entry in entries if entry.problem]
    figures: dict[tuple[str, str], Figure] = {}
    for entry in entries:
        if entry.label.key and not entry.problem:
            for column, figure in entry.figures.items():
                figures[entry.label.key, column] = figure
    starts = [part.start for part in (*_all_rows(parts), *strays)]
    ends = [part.end for part in (*_all_rows(parts), *strays)]
    copy = next((entry.label.start for entry in entries if entry.doubled), None)
    return Table(form.key, tuple(entries), tuple(labels), figures, tuple(loose), min(starts), max(ends), copy)


def _all_rows(parts: Sequence[Part]) -> list[Row]:
    return [row for part in parts for row in (*part.heads, *part.rows)]


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
            header = grouped_header(heads, form)
            last = header if header.columns else last
        yield Section(part, last if heads or not form.parts else replace(last, labels=()), clause)


def _expected(
    form: TableForm, part: Part, clause: str, heads: Sequence[Row], template: int | None
) -> tuple[str, ...]:
    """The columns that a part of the disclosure table should have: those of the official part most like it."""
    words = {plain(cell.text) for row in heads for cell in row.cells if cell.text}
    names = {
        find_exact(cell.text, row_labels(form))[0] for row in part.rows for cell in row.cells if cell.text
    }

    def score(item: int) -> tuple[int, int, int]:
        official = form.parts[item]
        labels = {
            plain(c.label)
            for c in form.columns
            if c.key in official.columns and official.template in c.templates
        }
        bare = {plain(without_note(c.label)[0]) for c in form.columns if c.key in official.columns}
        return (
            len(words & (labels | bare)) + len(names & set(official.rows)),
            int(plain(official.clause) == plain(clause)),
            int(official.template == template),
        )

    return form.parts[max(range(len(form.parts)), key=score)].columns


def _bind_rows(form: TableForm, sections: Sequence[Section], template: int | None) -> list[Entry]:
    printed = [(section, row) for section in sections for row in printed_rows(section.part.rows, form)]
    keys, notes = _row_keys(form, [row for _, row in printed])
    groups = group_labels(form)
    strips: list[Strip] = []
    chosen: list[tuple[Section, Printed, str | None, bool, tuple[str, ...]]] = []
    three = any(key and key.startswith("other_handling.") for key in keys)
    for (section, row), key in zip(printed, keys, strict=True):
        word = plain(row.label.text)
        group = word in groups and (key is None or (three and key == "other_handling"))
        if not row.valued and (group or key is None):
            continue
        shown = key if not group else groups[word]
        columns = _columns_for(form, section, shown, template)
        depth = len(row_form.path) if key and (row_form := form.row(key)) else 0
        first = section.header.first
        strips.append(Strip(row.row.cells, row.index, depth, len(columns), row.row.grid, row.row.run, first))
        chosen.append((section, row, shown, group, columns))
    placed = place(strips)
    return [
        _entry(form, row, key, group, columns, cells, notes.get(row.label.start, ""), template)
        for (_, row, key, group, columns), cells in zip(chosen, placed, strict=True)
    ]


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


def _columns_for(form: TableForm, section: Section, key: str | None, template: int | None) -> tuple[str, ...]:
    """The columns of a row: those that its header names, else those of the form where no header is there."""
    official = tuple(column.key for column in form.columns)
    columns = section.header.columns
    if not form.parts:
        return columns if len(columns) == len(official) or _shortened(columns, section) else official
    if columns:
        return columns
    return form.columns_of(key, template) if key and template else ()


def _shortened(columns: Sequence[str], section: Section) -> bool:
    """The header lacks a column, and so do the rows."""
    counts = Counter(
        sum(1 for cell in row.cells if cell.text and cell.text.isdigit()) for row in section.part.rows
    )
    return bool(columns) and bool(counts) and counts.most_common(1)[0][0] == len(columns)


def _entry(
    form: TableForm,
    row: Printed,
    key: str | None,
    group: bool,
    columns: Sequence[str],
    cells: list[Cell] | str,
    note: str,
    template: int | None,
) -> Entry:
    label = _row_label(form, row.label, key, group, note, template)
    behind = row.row.cells[row.index + 1 :]
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
        for column, cell in zip(columns, cells, strict=True):
            kind = form.column(column, template)
            figures[column] = read_figure(cell, kind.type if kind else "count")
    shown = tuple(cells) if not isinstance(cells, str) and columns else behind
    stated = row.row.grid == "stated"
    return Entry(form.key, label, shown, figures, len(columns), stated, group, problem)


def _row_label(
    form: TableForm, cell: Cell, key: str | None, group: bool, note: str, template: int | None
) -> Label:
    if group or key is None:
        official = [item.label for item in form.row_groups if plain(item.label) == plain(cell.text)]
        return label_of(cell, key, official, note)
    rows = [row for row in form.rows if row.key == key]
    fitting = [row for row in rows if template is None or template in row.templates] or rows
    return label_of(cell, key, [text for row in fitting for text in (row.label, *row.aliases)], note)


def _count_copies(entries: Iterable[Entry]) -> list[Entry]:
    """Number the rows of one key; where most of the table comes again, the whole table stands twice."""
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
        counted.append(replace(entry, copy=copy, problem=problem))
    twice = sum(1 for number in counts.values() if number > 1)
    if not twice or twice * 2 < len(counts):
        return counted
    return [
        replace(entry, doubled=True, problem="duplicate-table") if entry.copy else entry for entry in counted
    ]


def _loose(entry: Entry) -> Loose:
    texts = tuple(cell.text for cell in entry.cells) if entry.figures else tuple(c.text for c in entry.filled)
    first = next((cell for cell in entry.cells if cell.text), None)
    start, end = (first.start, entry.cells[-1].end) if first else (entry.label.start, entry.label.end)
    return Loose(
        entry.table, entry.label.key, texts, start, end, entry.problem or "", entry.stated, entry.width
    )


def unreadable(loose: Loose) -> bool:
    """Values are there, but cannot be cut or assigned with certainty."""
    return loose.reason in _UNREADABLE
