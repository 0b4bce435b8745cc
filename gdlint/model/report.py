"""A report bound to the official form: facts, sections, tables by key, and what stayed open."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from gdlint.model.document import Cell, Document
from gdlint.model.form import Forms, Template
from gdlint.model.source import Source

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


class Figure(NamedTuple):
    """One value cell: what is printed, and what it says. (A tuple, because a report has hundreds.)

    `text` is "" for a blank cell and None where the cell is there but its text cannot be determined. `value` follows the
    type of the column (integer for counts, printed decimal for amounts) and is None for anything else; `number` and
    `unit` are what a cell like `766202元` says all the same. `plain` is false for full-width digits, separators and
    leading zeros. `inferred` says by what a figure was cut from joined cells: digits, row-sum or column-sum.
    """

    text: str | None
    start: int
    end: int
    value: int | str | None = None
    number: "int | Decimal | None" = None
    unit: str | None = None
    plain: bool = True
    inferred: str | None = None

    @property
    def blank(self) -> bool:
        """The cell is there and empty."""
        return self.text == ""


class Label(NamedTuple):
    """A printed label of a row or column, or a heading, held against the official wording.

    `official` is None where nothing official resembles it; `exact` is true for the official wording and its accepted
    aliases; `note` is what stands in brackets behind it.
    """

    text: str
    start: int
    end: int
    key: str | None
    official: str | None
    exact: bool
    note: str = ""


class Entry(NamedTuple):
    """One printed row of a table: its label, its value cells, and the figures they were bound to.

    `problem` says why the cells could not be bound (a key of `forms.values.PROBLEMS`) and is None where they were.
    `copy` is 0 for the first row of a key and counts up for repetitions; `group` is true for a row of a group label.
    """

    table: str
    label: Label
    cells: tuple[Cell, ...]
    figures: Mapping[str, Figure]
    width: int
    stated: bool
    group: bool = False
    problem: str | None = None
    copy: int = 0
    doubled: bool = False
    """part of a whole table that stands twice"""
    unread: bool = False
    """a cell of it is there whose text cannot be determined"""
    unplaced: tuple[Cell, ...] = ()
    """values under headers that name no official column"""
    is_cut: bool = False
    """its figures were cut from joined cells"""

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that are not blank."""
        return tuple(cell for cell in self.cells if cell.text)


class Loose(NamedTuple):
    """Texts of a table that could not be bound to one cell each; `reason` is a key of `forms.values.PROBLEMS`."""

    table: str
    row: str | None
    texts: tuple[str, ...]
    start: int
    end: int
    reason: str
    stated: bool = False
    width: int = 0


class Table(NamedTuple):
    """One official table: its printed rows and column labels, its figures by row and column, and what stayed loose."""

    key: str
    entries: tuple[Entry, ...]
    labels: tuple[Label, ...]
    rows: Mapping[str, Mapping[str, Figure]]
    """the figures that were bound: row key -> column key -> figure"""
    loose: tuple[Loose, ...]
    start: int
    end: int
    copy_start: int | None = None
    """where a second copy of the whole table begins"""

    @property
    def figures(self) -> dict[tuple[str, str], Figure]:
        """The same figures by (row, column)."""
        return {(row, column): figure for row, cells in self.rows.items() for column, figure in cells.items()}


class BoundHeading(NamedTuple):
    """A top-level heading with the section it stands for; `rank` is the place of that in the form (0 for none), `nth` counts
    headings of one key, `after` is the highest rank of the earlier ones (0 for none)."""

    label: Label
    number: str
    rank: int
    ordinal: int
    nth: int
    after: int


class Period(NamedTuple):
    """A statistical period as printed; an end that is not stated, or no possible date, is None.

    `explicit` is true where the sentence says that it is the period of the figures; else it is a whole calendar year
    that stands in the text.
    """

    begin: "date | None"
    finish: "date | None"
    start: int
    end: int
    explicit: bool = True


class Signature(NamedTuple):
    """Body and date at the end of a report; either may be missing."""

    body: str | None
    date: "date | None"
    start: int
    end: int
    date_start: int
    date_end: int


class Publication(NamedTuple):
    """When a portal published the report, as it says itself."""

    date: "date"
    start: int
    end: int


class Title(NamedTuple):
    """The title as printed (several lines joined), the years in it, and where it stands."""

    text: str
    years: tuple[int, ...]
    body: str | None
    start: int
    end: int


class Facts(NamedTuple):
    """What a report says of itself. `year_inferred` and `body_inferred` name where year and body were taken from when the
    title has none."""

    title: Title | None = None
    body: str | None = None
    body_kind: str | None = None
    body_suffix: str | None = None
    year: int | None = None
    year_inferred: str | None = None
    template: Template | None = None
    period: Period | None = None
    signature: Signature | None = None
    body_inferred: str | None = None
    published: Publication | None = None


class Mark(NamedTuple):
    """A printed column that only some forms have, and which."""

    text: str
    start: int
    end: int
    templates: frozenset[Template]


class Report(NamedTuple):
    """All that rules may look at."""

    source: Source
    forms: Forms
    document: Document
    facts: Facts = Facts()
    headings: tuple[BoundHeading, ...] = ()
    tables: Mapping[str, Table] = MappingProxyType({})
    marks: tuple[Mark, ...] = ()
    """printed columns that only some forms have, in the order of the text"""
    looks_like: str | None = "nothing"
    """what a file is that is no annual report of an administrative body (a key of `rules/forms/files.yaml`, or `nothing`);
    None for one that is"""
    second: Title | None = None
    """the title of a second report in the file, which is not read"""
    traditional: tuple[Label, ...] = ()
    """headings and labels that are printed in traditional characters; all was read after folding them"""
    is_report: bool = False
    """it is an annual report of an administrative body"""
