"""What rules are held against: a report, and the cases that each scope yields from it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from gdlint.forms.tables import unreadable
from gdlint.lang.logic import UNKNOWN
from gdlint.model.document import Paragraph, Stray, Subheading
from gdlint.model.finding import Spot
from gdlint.model.form import TableForm
from gdlint.model.report import Entry, Figure, Label, Report, Table


class Context:
    """A report with its figures as numbers; one for each run."""

    __slots__ = ("figures", "is_report", "report", "values")

    def __init__(self, report: Report) -> None:
        self.report = report
        self.figures: dict[tuple[str, str, str], Figure] = {}
        self.values: dict[tuple[str, str, str], Any] = {}
        for key, table in report.tables.items():
            for (row, column), figure in table.figures.items():
                self.figures[key, row, column] = figure
                value = figure.value
                self.values[key, row, column] = (
                    UNKNOWN if value is None else Decimal(value) if isinstance(value, str) else value
                )
        self.is_report = any(heading.rank for heading in report.headings) or bool(report.tables)

    def value(self, table: str, row: str, column: str) -> Any:
        """The number in a cell; unknown where it is blank, unreadable or not there."""
        return self.values.get((table, row, column), UNKNOWN)

    def form(self, table: str) -> TableForm:
        """The official form of a table."""
        return self.report.forms.tables[table]

    def start(self) -> Spot:
        """Where a finding on the whole report is shown: at its title, else at its first character."""
        title = self.report.facts.title
        return Spot(title.start, title.end) if title else Spot(0, 0)


@dataclass(slots=True)
class Case:
    """One case of a rule: the context, what it is about, and where that stands. `lets` are filled in order."""

    context: Context
    subject: tuple[str, ...]
    item: Any
    spots: tuple[Spot, ...]
    table: str | None = None
    row: str | None = None
    column: str | None = None
    lets: dict[str, Any] = field(default_factory=dict)


Cases = Callable[[Context, str | None], Iterator[Case]]


def of_file(context: Context, table: str | None) -> Iterator[Case]:
    """The file itself, readable or not."""
    yield Case(context, (), None, (context.start(),))


def of_report(context: Context, table: str | None) -> Iterator[Case]:
    """The whole report."""
    if context.is_report:
        yield Case(context, (), None, (context.start(),))


def of_sections(context: Context, table: str | None) -> Iterator[Case]:
    """Each of the six sections, whether it is there or not; an absent one is shown at the heading before it."""
    if not context.is_report:
        return
    spot = context.start()
    for form in context.report.forms.sections:
        heading = next((h for h in context.report.headings if h.label.key == form.key), None)
        if heading:
            spot = Spot(heading.label.start, heading.label.end)
        yield Case(context, ("section", form.key), (form, heading), (spot,))


def of_headings(context: Context, table: str | None) -> Iterator[Case]:
    """Each top-level heading that stands for one of the six sections."""
    for heading in context.report.headings:
        if heading.label.key:
            subject = ("heading", str(heading.ordinal))
            yield Case(context, subject, heading, (Spot(heading.label.start, heading.label.end),))


def of_tables(context: Context, table: str | None) -> Iterator[Case]:
    """Each official table, whether it is there or not; an absent one is shown at the heading of its section."""
    if not context.is_report:
        return
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
        yield Case(context, (key,), (form, printed, heading), (spot,), key)


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column as the rules see it: its form, whether it is printed and official for the template."""

    label: str
    present: Any
    expected: bool
    unassigned: int


def of_rows(context: Context, table: str | None) -> Iterator[Case]:
    """The rows of both templates in a table that is there."""
    for key, printed in _printed_tables(context, table):
        form, template = context.form(key), context.report.facts.template
        entries = {e.label.key: e for e in reversed(printed.entries) if e.label.key and not e.group}
        loose = _unassigned(printed)
        for row in dict.fromkeys(row.key for row in form.rows):
            official = form.row(row, template)
            expected = bool(official and template in official.templates)
            entry = entries.get(row)
            if official:
                spot = _label_spot(entry, row) if entry else Spot(printed.start, printed.start)
                line = Line(official.label, entry is not None, expected, loose)
                yield Case(context, (key, row), line, (spot,), key, row)


def of_columns(context: Context, table: str | None) -> Iterator[Case]:
    """The official columns of a table that is there, and printed ones of the other template."""
    for key, printed in _printed_tables(context, table):
        form, template = context.form(key), context.report.facts.template
        labels = {label.key: label for label in reversed(printed.labels) if label.key}
        filled = {column for _, column in printed.figures}
        rows = {entry.label.key for entry in printed.entries if entry.label.key}
        loose = _unassigned(printed)
        for column in dict.fromkeys(column.key for column in form.columns):
            official = form.column(column, template)
            expected = bool(
                official and template in official.templates and _in_parts(form, column, template, rows)
            )
            present = column in labels or column in filled
            if official and (present or expected):
                spot = _span(labels[column]) if column in labels else Spot(printed.start, printed.start)
                line = Line(official.label, present if printed.labels else UNKNOWN, expected, loose)
                yield Case(context, (key, "", column), line, (spot,), key, None, column)


def _in_parts(form: TableForm, column: str, template: int | None, rows: set[str | None]) -> bool:
    """The template has the column in a part of which a row is printed."""
    return not form.parts or any(
        part.template == template and column in part.columns and rows.intersection(part.rows)
        for part in form.parts
    )


def of_cells(context: Context, table: str | None) -> Iterator[Case]:
    """Each value cell that was bound to a row and a column."""
    for key, printed in _printed_tables(context, table):
        for (row, column), figure in printed.figures.items():
            spot = Spot(figure.start, figure.end, row, column)
            yield Case(context, (key, row, column), figure, (spot,), key, row, column)


@dataclass(frozen=True, slots=True)
class Wording:
    """A printed label of a row or column, and which of the two it is."""

    label: Label
    kind: str


def of_labels(context: Context, table: str | None) -> Iterator[Case]:
    """Each printed label of a row or column that stands for an official one."""
    for key, printed in _printed_tables(context, table):
        for entry in printed.entries:
            label = entry.label
            if label.text and label.key and not entry.group and not entry.doubled:
                spot = Spot(label.start, label.end, label.key)
                yield Case(context, (key, label.key), Wording(label, "row"), (spot,), key, label.key)
        for label in printed.labels:
            if label.key:
                spot = Spot(label.start, label.end, None, label.key)
                yield Case(
                    context, (key, "", label.key), Wording(label, "column"), (spot,), key, None, label.key
                )


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A printed row with its official place and the highest place above it."""

    entry: Entry
    rank: int
    after: int


def of_entries(context: Context, table: str | None) -> Iterator[Case]:
    """Each printed row, in the order of the text, bound or not."""
    for key, printed in _printed_tables(context, table):
        form = context.form(key)
        ranks = {row: n for n, row in enumerate(dict.fromkeys(row.key for row in form.rows), 1)}
        after = 0
        for entry in printed.entries:
            row = entry.label.key
            known = row if row and not entry.group else None
            rank = ranks.get(known or "", 0)
            subject = (key, known) if known else (key, f"#{entry.label.text}")
            yield Case(
                context, subject, PrintedRow(entry, rank, after), (_label_spot(entry, known),), key, known
            )
            if not entry.copy:
                after = max(after, rank)


def _printed_tables(context: Context, table: str | None) -> Iterator[tuple[str, Table]]:
    for key, printed in context.report.tables.items():
        if table is None or table == key:
            yield key, printed


def _unassigned(table: Table) -> int:
    return sum(1 for loose in table.loose if unreadable(loose) or loose.reason == "unknown-row")


def _span(label: Label) -> Spot:
    return Spot(label.start, label.end, None, label.key)


def _label_spot(entry: Entry, row: str | None) -> Spot:
    if entry.label.text or not entry.cells:
        return Spot(entry.label.start, entry.label.end, row)
    return Spot(entry.cells[0].start, entry.cells[-1].end, row)


def texts(context: Context, places: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """The texts in which a pattern is searched: (place, text, offset). Places are `source` (the whole file), `text`
    (all prose), `front`, and the keys of sections."""
    report = context.report
    if "source" in places and report.source.text:
        yield "source", report.source.text, 0
    prose = "text" in places
    if prose or "front" in places:
        yield from (("front", b.text, b.start) for b in report.document.front if isinstance(b, _PROSE))
    for section, heading in zip(report.document.sections, report.headings, strict=True):
        key = heading.label.key or ""
        if prose or key in places:
            yield from ((key, b.text, b.start) for b in section.blocks if isinstance(b, _PROSE))


_PROSE = (Paragraph, Subheading, Stray)
