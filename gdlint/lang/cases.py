"""What rules are held against: a report, and the cases that each scope yields from it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from gdlint.forms.tables import unreadable
from gdlint.lang.logic import UNKNOWN, exact
from gdlint.model.document import Paragraph, Stray, Subheading
from gdlint.model.finding import Spot
from gdlint.model.form import TableForm
from gdlint.model.report import Entry, Figure, Label, Report, Table


class Context:
    """A report as rules look at it, with what several of them need worked out once; one for each run."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.template = report.facts.template
        self.cells: dict[str, Mapping[str, Mapping[str, Figure]]] = {
            key: report.tables[key].rows if key in report.tables else {} for key in report.forms.tables
        }
        self.is_report = any(heading.rank for heading in report.headings) or bool(report.tables)
        self.facts: dict[str, Any] = {}
        self.possible: dict[tuple[str, ...], bool] = {}
        self.cell_classes: list[CellClass] = []
        self.alternatives: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def value(self, table: str, row: str | None, column: str | None) -> Any:
        """The number in a cell; unknown where it is blank, unreadable or not there."""
        cells = self.cells[table].get(row or "")
        return number_of(cells.get(column or "") if cells else None)

    def form(self, table: str) -> TableForm:
        """The official form of a table."""
        return self.report.forms.tables[table]

    def start(self) -> Spot:
        """Where a finding on the whole report is shown: at its title, else at its first character."""
        title = self.report.facts.title
        return Spot(title.start, title.end) if title else Spot(0, 0)


def number_of(figure: Figure | None) -> Any:
    """The number of a figure; unknown where there is none."""
    value = None if figure is None else figure.value
    if value is None:
        return UNKNOWN
    return value if type(value) is int else exact(value)


class Case:
    """One case of a rule: the context, what it is about (`item`, `table`, `row`, `column`), and values of `let`."""

    __slots__ = ("column", "context", "item", "lets", "row", "table")

    def __init__(
        self,
        context: Context,
        item: Any,
        table: str | None = None,
        row: str | None = None,
        column: str | None = None,
    ) -> None:
        self.context = context
        self.item = item
        self.table = table
        self.row = row
        self.column = column
        self.lets: dict[str, Any] = NO_LETS

    @property
    def subject(self) -> tuple[str, ...]:
        """What the case is about, from the whole report () down to a cell (table, row, column)."""
        if self.table is None:
            return ()
        if self.row is None and self.column is None:
            return (self.table,)
        return (self.table, self.row or "", self.column) if self.column else (self.table, self.row or "")

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it stands: at the title, unless a kind of case knows better."""
        return (self.context.start(),)


class PlacedCase(Case):
    """A case whose subject and spots are known when it is made."""

    __slots__ = ("_spots", "_subject")

    def __init__(
        self, context: Context, item: Any, subject: tuple[str, ...], spot: Spot, table: str | None = None
    ) -> None:
        super().__init__(context, item, table)
        self._subject = subject
        self._spots = (spot,)

    @property
    def subject(self) -> tuple[str, ...]:
        """As given."""
        return self._subject

    @property
    def spots(self) -> tuple[Spot, ...]:
        """As given."""
        return self._spots


class LineCase(Case):
    """A row or column: its official label, whether it is printed, whether the template has it, how many rows of its
    table could not be assigned. `item` is its first printed entry or label, or None."""

    __slots__ = ("expected", "label", "present", "unassigned")

    def __init__(
        self, context: Context, item: Entry | Label | None, table: str, row: str | None, column: str | None
    ) -> None:
        super().__init__(context, item, table, row, column)
        self.label = ""
        self.present: Any = False
        self.expected = False
        self.unassigned = 0

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of its label, or the begin of its table."""
        if self.item is None:
            start = self.context.report.tables[self.table or ""].start
            return (Spot(start, start),)
        return (
            _entry_spot(self.item, self.row)
            if isinstance(self.item, Entry)
            else _label_spot(self.item, self),
        )


class CellCase(Case):
    """A value cell. `item` is a `Figure`."""

    __slots__ = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of the cell."""
        return (Spot(self.item.start, self.item.end, self.row, self.column),)


class LabelCase(Case):
    """A printed label of a row or column. `item` is a `Label`."""

    __slots__ = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of the label."""
        return (_label_spot(self.item, self),)


class EntryCase(Case):
    """A printed row, its official place, and the highest place above it. `item` is an `Entry`."""

    __slots__ = ("after", "rank")

    def __init__(
        self, context: Context, item: Entry, table: str, row: str | None, rank: int, after: int
    ) -> None:
        super().__init__(context, item, table, row)
        self.rank = rank
        self.after = after

    @property
    def subject(self) -> tuple[str, ...]:
        """The row, by its key or else by what is printed."""
        return (self.table or "", self.row or f"#{self.item.label.text}")

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of its label, or of its cells where it has none."""
        return (_entry_spot(self.item, self.row),)


def _label_spot(label: Label, case: Case) -> Spot:
    return Spot(label.start, label.end, case.row, case.column)


def _entry_spot(entry: Entry, row: str | None) -> Spot:
    if entry.label.text or not entry.cells:
        return Spot(entry.label.start, entry.label.end, row)
    return Spot(entry.cells[0].start, entry.cells[-1].end, row)


NO_LETS: dict[str, Any] = {}

Cases = Callable[[Context], Iterator[Case]]


def of_nothing(context: Context) -> Iterator[Case]:
    """No cases: those of `find` are its matches."""
    yield from ()


def of_file(context: Context) -> Iterator[Case]:
    """The file itself, readable or not."""
    yield Case(context, None)


def of_report(context: Context) -> Iterator[Case]:
    """The whole report."""
    if context.is_report:
        yield Case(context, None)


def of_sections(context: Context) -> Iterator[Case]:
    """Each of the six sections, whether it is there or not; an absent one is shown at the heading before it."""
    if not context.is_report:
        return
    spot = context.start()
    headings = {heading.label.key: heading for heading in reversed(context.report.headings)}
    for form in context.report.forms.sections:
        heading = headings.get(form.key)
        if heading:
            spot = Spot(heading.label.start, heading.label.end)
        yield PlacedCase(context, (form, heading), ("section", form.key), spot)


def of_headings(context: Context) -> Iterator[Case]:
    """Each top-level heading that stands for one of the six sections."""
    for heading in context.report.headings:
        if heading.label.key:
            subject = ("heading", str(heading.ordinal))
            yield PlacedCase(context, heading, subject, Spot(heading.label.start, heading.label.end))


def of_tables(context: Context) -> Iterator[Case]:
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
        yield PlacedCase(context, (form, printed, heading), (key,), spot, key)


@lru_cache(maxsize=32)
def _form_rows(form: TableForm, template: int | None) -> tuple[tuple[str, str, bool], ...]:
    """Key, label in the wording of the template, and whether the template has it, for each row of both templates."""
    keys = dict.fromkeys(row.key for row in form.rows)
    rows = [(key, form.row(key, template)) for key in keys]
    return tuple((key, row.label, template in row.templates) for key, row in rows if row)


@lru_cache(maxsize=32)
def _form_columns(form: TableForm, template: int | None) -> tuple[tuple[str, str, bool], ...]:
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
def _columns_of(form: TableForm, template: int | None, rows: frozenset[str | None]) -> frozenset[str]:
    """The columns that the template has in parts of which a row is printed."""
    if not form.parts:
        return frozenset(column.key for column in form.columns)
    parts = (part for part in form.parts if part.template == template and rows.intersection(part.rows))
    return frozenset(column for part in parts for column in part.columns)


def of_cells(context: Context, table: str | None = None) -> Iterator[Case]:
    """Each value cell that was bound to a row and a column, of one table or of all."""
    for key in context.report.tables if table is None else [table]:
        for row, cells in context.cells[key].items():
            for column, figure in cells.items():
                yield CellCase(context, figure, key, row, column)


class CellClass(NamedTuple):
    """Cells with equal content in columns of one type: a case that stands for all, how many, and what they share."""

    example: Case
    number: int
    text: str | None
    type: str


def cell_classes(context: Context, table: str | None) -> list[CellClass]:
    """The cells of a table (or of all) by their content. Most cells of a report are one class: a 0."""
    if not context.cell_classes:
        for key, printed in context.report.tables.items():
            for (text, kind), number in _counted(context, key, printed).items():
                example = next(_cells_like(context, key, text, kind))
                context.cell_classes.append(CellClass(example, number, text, kind))
    return [found for found in context.cell_classes if table in (None, found.example.table)]


def _counted(context: Context, table: str, printed: Table) -> Counter[tuple[str | None, str]]:
    types = _types(context.form(table), context.template)
    if len(set(types.values())) == 1:
        kind = next(iter(types.values()))
        counts = Counter([figure.text for cells in printed.rows.values() for figure in cells.values()])
        return Counter({(text, kind): number for text, number in counts.items()})
    return Counter(
        [(figure.text, types[column]) for cells in printed.rows.values() for column, figure in cells.items()]
    )


def members(context: Context, found: CellClass) -> Iterator[Case]:
    """The cases of all cells of a class."""
    return _cells_like(context, found.example.table or "", found.text, found.type)


def _cells_like(context: Context, table: str, text: str | None, kind: str) -> Iterator[Case]:
    types = _types(context.form(table), context.template)
    return (
        CellCase(context, figure, table, row, column)
        for row, cells in context.cells[table].items()
        for column, figure in cells.items()
        if figure.text == text and types[column] == kind
    )


@lru_cache(maxsize=32)
def _types(form: TableForm, template: int | None) -> Mapping[str, str]:
    """The type of each column of a table."""
    keys = dict.fromkeys(column.key for column in form.columns)
    columns = [form.column(key, template) for key in keys]
    return {column.key: column.type for column in columns if column}


def cell_type(case: Case) -> str:
    """The type of the column of a cell: count, signed, amount."""
    return _types(case.context.form(case.table or ""), case.context.template)[case.column or ""]


def of_labels(context: Context) -> Iterator[Case]:
    """Each printed label of a row or column that stands for an official one."""
    for key, printed in context.report.tables.items():
        for entry in printed.entries:
            label = entry.label
            if label.text and label.key and not entry.group and not entry.doubled:
                yield LabelCase(context, label, key, label.key)
        for label in printed.labels:
            if label.key:
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
    return sum(1 for loose in table.loose if unreadable(loose) or loose.reason == "unknown-row")


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


def encoded(context: Context, places: tuple[str, ...]) -> bytes:
    """All texts of some places as lines of UTF-8."""
    lines = "\n".join(text for _, text, _ in texts(context, places))
    return lines.encode("utf-8", "surrogatepass")
