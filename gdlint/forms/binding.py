"""The printed tables bound to the official ones: which row and column each figure belongs to, and what stayed open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, filterfalse
from operator import attrgetter, itemgetter

from gdlint.forms.litigation_row import bind_one_row
from gdlint.forms.row_entries import bind_rows
from gdlint.forms.table_parts import SortedTables, with_headers
from gdlint.forms.values import NO_VALUES, PAGE_MARK, ROW_NUMBER, Ragged, is_ragged
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import NUMBERED_ROWS, Cell, Grid, Part, Stray
from gdlint.model.form import Forms, TableForm, Template, layouts
from gdlint.model.report import Entry, Loose, Table

_TEXT = itemgetter(0)
"""the text of a cell"""
_PROBLEM, _GROUP = attrgetter("problem"), attrgetter("group")
_ROW_KEY, _UNPLACED = attrgetter("label.key"), attrgetter("unplaced")
"""of an entry"""
_LABEL_KEY = attrgetter("key")
_NO_CELL = Cell("", 0, 0)
_BLANK = frozenset({"short", NO_VALUES})


def bind_tables(found: SortedTables, forms: Forms, template: Template | None) -> dict[str, Table]:
    """The tables that are there, by key. `template` decides between two official wordings of one label."""
    ragged = cache(lambda: is_ragged(chain.from_iterable(found.parts.values())))
    tables = {
        key: _best(
            bind_table(
                layout,
                found.parts.get(key, ()),
                found.strays.get(key, ()),
                found.words.get(key, ()),
                template,
                ragged,
            )
            for layout in _layouts(form, template)
        )
        for key, form in forms.tables.items()
        if found.parts.get(key) or found.strays.get(key)
    }
    marks = _by_table(found.marks, tables)
    return {key: _with_marks(table, marks.get(key, ())) for key, table in tables.items()}


def _layouts(form: TableForm, template: Template | None) -> Iterable[TableForm]:
    """The table with the columns that it has in each form, first those of one."""
    known = layouts(form)
    own = [known[template]] if template is not None and template in known else []
    return dict.fromkeys([*own, *known.values()])


def _best(tables: Iterable[Table]) -> Table:
    """Of one table bound to the columns of each form in turn the first in which all is assigned, else the one that leaves least
    over."""
    found: list[tuple[int, int]] = []
    bound: list[Table] = []
    for table in tables:
        found.append((len(table.loose), list(map(_LABEL_KEY, table.labels)).count(None)))
        bound.append(table)
        if found[-1] == (0, 0):
            break
    return bound[found.index(min(found))]


def _by_table(
    marks: Mapping[str, Sequence[Cell]], tables: Mapping[str, Table]
) -> Mapping[str, Sequence[Cell]]:
    """Page marks by tables that are there: those of a section that has another table than its own go to the first of all."""
    if not tables or marks.keys() <= tables.keys():
        return marks
    first = next(iter(tables))
    placed: dict[str, list[Cell]] = defaultdict(list)
    for key, cells in marks.items():
        placed[key if key in tables else first] += cells
    return placed


def _told_blank(entries: Sequence[Entry], strays: Sequence[Stray]) -> list[Entry]:
    """Rows without a value have blank cells only where no value of the table may be theirs; where the whole table has none, it
    does not matter which of their blank cells are those of the columns."""
    if _BLANK.isdisjoint(map(_PROBLEM, entries)):
        return list(entries)
    if not strays and not any(map(_holds_value, entries)):
        return [entry._replace(problem=NO_VALUES) if entry.problem == "short" else entry for entry in entries]
    free = strays or any(_holds_value(entry) for entry in entries if entry.problem and not entry.group)
    return [
        entry._replace(problem="short" if entry.width else "no-columns")
        if free and entry.problem == NO_VALUES
        else entry
        for entry in entries
    ]


def _holds_value(entry: Entry) -> bool:
    return any(map(_TEXT, entry.cells))


def _with_marks(table: Table, marks: Sequence[Cell]) -> Table:
    """A table with the page marks of its section."""
    if not marks:
        return table
    loose = (Loose(table.key, None, (mark.text,), mark.start, mark.end, PAGE_MARK) for mark in marks)
    return table._replace(loose=(*table.loose, *loose))


def bind_table(
    form: TableForm,
    parts: Sequence[Part],
    strays: Sequence[Stray],
    words: Sequence[Cell],
    template: Template | None,
    ragged: Ragged,
) -> Table:
    """One table from its parts, in the order of the text; `words` are what may be pieces of its header."""
    loose = [Loose(form.key, None, (stray.text,), stray.start, stray.end, "joined") for stray in strays]
    if form.one_row:
        entries, labels = bind_one_row(form, parts, ragged)
    else:
        parts, numbers = _rows_put_together(parts)
        sections = list(with_headers(form, parts, words, template))
        entries = bind_rows(form, sections, template, ragged)
        labels = [label for section in sections for label in section.header.labels]
        loose += [_number(form.key, cell) for cell in (*numbers, *_counters(parts, entries))]
    entries, copy = _told_blank(entries, strays), None
    if _come_again(entries):
        from gdlint.forms.copies import count_copies, without_copy

        entries = count_copies(entries)
        labels, copy = without_copy(entries, labels)
    joined = any(row.grid is Grid.JOINED for part in parts for row in part.rows)
    if joined or any(map(_PROBLEM, entries)) or any(map(_UNPLACED, entries)):
        from gdlint.forms.unassigned_rows import unassigned

        loose += unassigned(entries, joined=joined)
    rows = {entry.label.key: entry.figures for entry in entries if entry.label.key and not entry.problem}
    start, end = _extent(parts, strays)
    return Table(form.key, tuple(entries), tuple(labels), rows, tuple(loose), start, end, copy)


def _come_again(entries: Sequence[Entry]) -> bool:
    """Some row stands more than once."""
    keys = list(filter(None, map(_ROW_KEY, filterfalse(_GROUP, entries))))
    return len(set(keys)) < len(keys)


def _rows_put_together(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Cell]]:
    """The parts of a table whose first figures stand in a row without a label with the rows that they belong to, and the numbers
    of rows between these."""
    rows = ([cell.text for cell in row.cells if cell.text] for part in parts for row in part.rows)
    first = next((texts for texts in rows if any(map(is_figure, texts))), [""])
    numbers: Sequence[Cell] = ()
    if first == ["1"]:
        from gdlint.forms.numbered_rows import without_numbers

        parts, numbers = without_numbers(parts)
    if is_figure(first[0]) and not numbers:
        from gdlint.forms.lines_of_values import with_labels

        parts = with_labels(parts)
    return parts, numbers


def _number(table: str, cell: Cell) -> Loose:
    return Loose(table, None, (cell.text,), cell.start, cell.end, ROW_NUMBER)


def _counters(parts: Sequence[Part], entries: Sequence[Entry]) -> Iterator[Cell]:
    """The numbers of rows that stand before them in a cell of their own."""
    firsts = (
        row.cells[0] if row.cells[0][0] else next(filter(_TEXT, row.cells), _NO_CELL)
        for part in parts
        for row in (*part.heads, *part.rows)
        if row.grid in NUMBERED_ROWS
    )
    numbers = [cell for cell in firsts if is_figure(cell[0])]
    if numbers:
        taken = {cell.start for entry in entries for cell in (*entry.cells, *entry.unplaced)}
        yield from (number for number in numbers if number.start not in taken)


def _extent(parts: Sequence[Part], strays: Sequence[Stray]) -> tuple[int, int]:
    starts = [(part.heads or part.rows)[0].start for part in parts]
    ends = [(part.rows or part.heads)[-1].end for part in parts]
    return min(starts + [stray.start for stray in strays]), max(ends + [stray.end for stray in strays])
