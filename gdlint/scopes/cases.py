"""The cases that each scope yields from a report; those of running text depend on the rule, too: on a pattern, a finder, places."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from gdlint.forms.section_places import own_places
from gdlint.forms.unassigned_rows import unreadable
from gdlint.lexicon.sentences import ENDS, LINE
from gdlint.matching import patterns
from gdlint.matching.finders import FINDERS
from gdlint.matching.finders.finder import MOST
from gdlint.model.finding import Spot
from gdlint.model.form import TableForm, Template
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Entry, Table
from gdlint.scopes.case_types import (
    Case,
    CellCase,
    EntryCase,
    LabelCase,
    PlacedCase,
    TextCase,
)
from gdlint.scopes.context import Context
from gdlint.scopes.part_cases import LineCase, SectionCase

Cases = Callable[[Context], Iterator[Case]]

_ELSEWHERE = frozenset({"unknown-row", "unknown-column"})
"""why figures that can be read stand in no official row and column"""


def of_directives(context: Context) -> Iterator[Case]:
    """Each rule that a comment to gdlint names, and each malformed comment."""
    for notice in context.notices:
        start, end = notice.directive.start, notice.directive.end
        yield PlacedCase(context, notice, ("directive", str(start), notice.name), Spot(start, end))


def of_nothing(context: Context) -> Iterator[Case]:
    """No cases: those of texts depend on more than the report (see `gdlint.engine.checks`)."""
    yield from ()


def of_sections(context: Context) -> Iterator[Case]:
    """Each section of the form, whether it is there or not, and those of other forms that are; an absent one is shown at the
    heading before it."""
    spot, before = context.start(), None
    headings = {heading.label.key: heading for heading in reversed(context.report.headings)}
    own = own_places(context.report.forms, context.template)
    for form in context.report.forms.sections:
        heading = headings.get(form.key)
        if heading is None and form.key not in own:
            continue
        if heading:
            spot = Spot(heading.label.start, heading.label.end)
        yield SectionCase(context, form, heading, spot, before)
        before = form if heading else before


def of_headings(context: Context) -> Iterator[Case]:
    """Each top-level heading that stands for one of the six sections."""
    for heading in context.report.headings:
        if heading.label.key:
            subject = ("heading", str(heading.ordinal))
            yield PlacedCase(context, heading, subject, Spot(heading.label.start, heading.label.end))


def of_extra_headings(context: Context) -> Iterator[Case]:
    """Each top-level heading that stands for none of the six sections."""
    for heading in context.report.headings:
        if not heading.label.key:
            subject = ("heading", str(heading.ordinal))
            yield PlacedCase(context, heading, subject, Spot(heading.label.start, heading.label.end))


def of_tables(context: Context) -> Iterator[Case]:
    """Each official table, whether it is there or not; an absent one is shown at the heading of its section."""
    for key, form in context.report.forms.tables.items():
        printed = context.report.tables.get(key)
        heading = next((h for h in context.report.headings if h.label.key == form.section), None)
        spot = (
            Spot(printed.start, printed.start)
            if printed
            else Spot(heading.label.start, heading.label.end)
            if heading
            else context.start()
        )
        yield PlacedCase(context, (form, printed, heading), (key,), spot, key)


@lru_cache(maxsize=32)
def _form_rows(form: TableForm, template: Template | None) -> tuple[tuple[str, str, bool], ...]:
    """Key, label in the wording of the template, and whether the template has it, for each row of both templates."""
    keys = dict.fromkeys(row.key for row in form.rows)
    rows = [(key, form.row(key, template)) for key in keys]
    return tuple((key, row.label, template in row.templates) for key, row in rows if row)


@lru_cache(maxsize=32)
def _form_columns(form: TableForm, template: Template | None) -> tuple[tuple[str, str, bool], ...]:
    """The same for the columns."""
    keys = dict.fromkeys(column.key for column in form.columns)
    columns = [(key, form.column(key, template)) for key in keys]
    return tuple((key, column.label, template in column.templates) for key, column in columns if column)


def of_rows(context: Context) -> Iterator[Case]:
    """The rows of both templates in a table that is there."""
    for key, printed in context.report.tables.items():
        entries = {e.label.key: e for e in reversed(printed.entries) if e.label.key and not e.group}
        loose = _unassigned(printed)
        for row, label, expected in _form_rows(context.form(key), context.template):
            case = LineCase(context, entries.get(row), key, row, None)
            case.label, case.present, case.expected, case.unassigned = label, row in entries, expected, loose
            yield case


def of_columns(context: Context) -> Iterator[Case]:
    """The official columns of a table that is there, and printed ones of the other template."""
    for key, printed in context.report.tables.items():
        form = context.form(key)
        labels = {label.key: label for label in reversed(printed.labels) if label.key}
        filled = {column for cells in printed.rows.values() for column in cells}
        in_parts = _columns_of(
            form, context.template, frozenset(entry.label.key for entry in printed.entries)
        )
        loose = _unassigned(printed)
        for column, label, official in _form_columns(form, context.template):
            expected = official and column in in_parts
            present = column in labels or column in filled
            if present or expected:
                case = LineCase(context, labels.get(column), key, None, column)
                case.label, case.expected, case.unassigned = label, expected, loose
                case.present = present if printed.labels else UNKNOWN
                yield case


@lru_cache(maxsize=256)
def _columns_of(form: TableForm, template: Template | None, rows: frozenset[str | None]) -> frozenset[str]:
    """The columns that the template has in parts of which a row is printed."""
    if not form.parts:
        return frozenset(column.key for column in form.columns)
    parts = (part for part in form.parts if template in part.templates and rows.intersection(part.rows))
    return frozenset(column for part in parts for column in part.columns)


def of_cells(context: Context, table: str | None = None) -> Iterator[Case]:
    """Each value cell that was bound to a row and a column, of one table or of all."""
    for key in context.report.tables if table is None else [table]:
        for row, cells in context.cells[key].items():
            for column, figure in cells.items():
                yield CellCase(context, figure, key, row, column)


def of_labels(context: Context) -> Iterator[Case]:
    """Each printed label of a row or column that stands for an official one."""
    for key, printed in context.report.tables.items():
        for entry in printed.entries:
            label = entry.label
            if label.text and label.key and not (entry.group or entry.doubled or _is_piece(entry)):
                yield LabelCase(context, label, key, label.key)
        for label in printed.labels:
            if label.key:
                yield LabelCase(context, label, key, None, label.key)


def _is_piece(entry: Entry) -> bool:
    """A piece of an official label, or one that a figure ran into, of a row whose cells could not be told: neither can where its
    label begins and ends."""
    label = entry.label
    if entry.stated or not entry.problem or label.exact:
        return False
    return label.text in (label.official or "") or label.text[-1:].isdigit()


def of_headers(context: Context) -> Iterator[Case]:
    """Each printed label over a column of values, whether it stands for an official one or not."""
    for key, printed in context.report.tables.items():
        for label in printed.labels:
            yield LabelCase(context, label, key, None, label.key)


def of_entries(context: Context) -> Iterator[Case]:
    """Each printed row, in the order of the text, bound or not."""
    for key, printed in context.report.tables.items():
        ranks = {row: n for n, (row, _, _) in enumerate(_form_rows(context.form(key), None), 1)}
        after = 0
        for entry in printed.entries:
            row = entry.label.key
            known = row if row and not entry.group else None
            rank = ranks.get(known or "", 0)
            yield EntryCase(context, entry, key, known, rank, after)
            if not entry.copy:
                after = max(after, rank)


def _unassigned(table: Table) -> int:
    return sum(1 for loose in table.loose if unreadable(loose) or loose.reason in _ELSEWHERE)


def of_pattern(context: Context, find: str, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each match of a pattern; `item` is the match."""
    wanted = patterns.pattern(find)
    if not wanted.possible(context.prose(places)):
        return
    passages = context.passages(places)
    matches = (
        TextCase(context, passages, nth, match.start, match.end, match)
        for nth, passage in enumerate(passages)
        if wanted.possible(passage.text)
        for match in patterns.each_match(find, passage.text)
    )
    yield from islice(matches, MOST)


def of_finder(context: Context, finder: str, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each thing that a finder finds; `item` holds its values."""
    passages = context.passages(places)
    key = (finder, places)
    if key not in context.found:
        context.found[key] = list(islice(FINDERS[finder].find(passages), MOST))
    for found in context.found[key]:
        yield TextCase(context, passages, found.nth, found.start, found.end, found.values)


def of_paragraphs(context: Context, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each paragraph."""
    passages = context.passages(places)
    for nth, passage in enumerate(passages):
        yield TextCase(context, passages, nth, 0, len(passage.text))


def of_sentences(context: Context, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each sentence, with the mark at its end."""
    passages = context.passages(places)
    for nth, passage in enumerate(passages):
        start = 0
        for end, letter in enumerate(passage.text, 1):
            if letter in ENDS + LINE or end == len(passage.text):
                if passage.text[start:end].strip():
                    yield TextCase(context, passages, nth, start, end)
                start = end
