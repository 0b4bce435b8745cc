"""The official forms as data: sections, tables, rows, columns, groups and the sums that must hold."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from gdlint.model.identical import Identical

Type = Literal["count", "signed", "amount"]
Template = int | str
"""which form: its name, or a number where its `form.yaml` states one (`template`); JSON and CSV show it as it is"""


class SectionForm(NamedTuple):
    """A section: key, number in the oldest form that has it, title, other titles that are right, too, the forms that have it, and
    the phrases by which a list of the parts of a report names it."""

    key: str
    number: str
    title: str
    aliases: tuple[str, ...] = ()
    templates: frozenset[Template] = frozenset()
    outline: tuple[str, ...] = ()


class ColumnForm(NamedTuple):
    """A value column: key, official label, type of its figures, the templates that have it, labels of groups above it."""

    key: str
    label: str
    type: Type
    templates: frozenset[Template]
    path: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    unit: str | None = None


class RowForm(NamedTuple):
    """A value row: key, official label, labels of the groups above it (outermost first), the templates that have it."""

    key: str
    label: str
    templates: frozenset[Template]
    path: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class GroupForm(NamedTuple):
    """A label that heads rows or columns and has no values of its own."""

    key: str | None
    label: str
    templates: frozenset[Template]


class PartForm(NamedTuple):
    """A clause of the disclosure table with the rows and columns that stand below it."""

    clause: str
    templates: frozenset[Template]
    rows: tuple[str, ...]
    columns: tuple[str, ...]


class Identity(NamedTuple):
    """Two sums that must be equal in each row or column; members are keys or names of groups."""

    key: str
    each: Literal["row", "column"]
    left: tuple[str, ...]
    right: tuple[str, ...]


class _TableForm(NamedTuple):
    key: str
    section: str
    name: Mapping[str, str]
    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]
    row_groups: tuple[GroupForm, ...] = ()
    column_groups: tuple[GroupForm, ...] = ()
    parts: tuple[PartForm, ...] = ()
    heads: tuple[str, ...] = ()
    one_row: bool = False
    sums: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """named groups of row or column keys; `a|b.*+c` stands for the alternative that is printed, one for each form"""
    identities: tuple[Identity, ...] = ()
    corner: str = ""
    """what stands in the corner of a header; it is one of `heads`"""


class TableForm(Identical, _TableForm):
    """One of the three tables, with what any form has in it. Compared by identity, like `Forms`."""

    __slots__ = ()

    @property
    def templates(self) -> frozenset[Template]:
        """The templates of the forms that have it."""
        return frozenset().union(*(row.templates for row in self.rows))

    def row(self, key: str, template: Template | None = None) -> RowForm | None:
        """The row of a key (of that template, where templates word it differently), or None."""
        found = [row for row in self.rows if row.key == key]
        fitting = [row for row in found if template is None or template in row.templates]
        return next(iter(fitting or found), None)

    def column(self, key: str, template: Template | None = None) -> ColumnForm | None:
        """The column of a key (of that template, where templates word it differently), or None."""
        found = [column for column in self.columns if column.key == key]
        fitting = [column for column in found if template is None or template in column.templates]
        return next(iter(fitting or found), None)

    def columns_of(self, row: str, template: Template) -> tuple[str, ...]:
        """The columns that a row has in a template; empty where the template lacks the row."""
        if self.parts:
            fitting = (part.columns for part in self.parts if template in part.templates and row in part.rows)
            return next(fitting, ())
        form = self.row(row, template)
        if form is None or template not in form.templates:
            return ()
        return tuple(column.key for column in self.columns if template in column.templates)


@lru_cache(maxsize=64)
def layouts(form: TableForm) -> Mapping[Template, TableForm]:
    """A table with the columns of one form alone, by its template; forms with the same columns share one. It is the table itself
    where all have the same columns, and where it has parts, which name their own."""
    templates = sorted(form.templates, key=str)
    if form.parts or all(column.templates.issuperset(templates) for column in form.columns):
        return dict.fromkeys(templates, form)
    made: dict[tuple[ColumnForm, ...], TableForm] = {}
    found: dict[Template, TableForm] = {}
    for template in templates:
        columns = tuple(column for column in form.columns if template in column.templates)
        groups = tuple(group for group in form.column_groups if template in group.templates)
        made.setdefault(columns, form._replace(columns=columns, column_groups=groups))
        found[template] = made[columns]
    return found


class BodyForm(NamedTuple):
    """How the end of a name tells the kind of body: ending as printed, kind or None, and the suffix to report."""

    ending: str
    kind: str | None
    suffix: str


class Edition(NamedTuple):
    """One form as a whole: its template and name, what it is called, the reporting years that it is for (None: open), the
    document that sets it ("" for none), and the names of forms whose rules hold for it as well."""

    template: Template
    name: str
    label: Mapping[str, str]
    first: int
    last: int | None = None
    document: str = ""
    rules_of: frozenset[str] = frozenset()
    sample: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """paragraphs of a right report, by section"""
    usual: bool = False
    """examples that name no form are of this one"""
    hints: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """what is to be written, by section, for those who begin with an empty form"""

    @property
    def usual_year(self) -> int:
        """A reporting year that it is for: the second, if it serves as many."""
        return self.first if self.last == self.first else self.first + 1

    def serves(self, year: int) -> bool:
        """It is the form, or one of several, for a reporting year."""
        return self.first <= year and (self.last is None or year <= self.last)


class Evidence(NamedTuple):
    """Printed labels by which forms are told apart: those of the columns or of the rows of a table."""

    table: str
    rows: bool


class DocumentForm(NamedTuple):
    """A document that sets the form: its number, and the first and last reporting year that it is for (None: open)."""

    number: str
    first: int
    last: int | None = None


class FileForm(NamedTuple):
    """What a file is that is no annual report: its key and name, and the patterns of how its heading begins and ends, and of
    what the heading holds ("" where it does not matter). One with `begins` is about a report, whose title may follow."""

    key: str
    name: Mapping[str, str]
    ends: str = ""
    holds: str = ""
    begins: str = ""


class _Forms(NamedTuple):
    sections: tuple[SectionForm, ...]
    tables: Mapping[str, TableForm]
    bodies: tuple[BodyForm, ...]
    portal: Mapping[str, str] = MappingProxyType({})
    """labels of the lines that a portal sets before a text -> title, body, published, dated or other"""
    files: tuple[FileForm, ...] = ()
    traditional: Mapping[int, str] = MappingProxyType({})
    """code points of traditional characters -> simplified ones, for `str.translate`; the first stands in every report"""
    editions: tuple[Edition, ...] = ()
    """each form, the oldest first"""
    told_by: tuple[Evidence, ...] = ()
    """what tells which form a report uses, the weightiest first"""
    claims: tuple[str, ...] = ()
    """the words of guests' forms by which text is read, each as JSON"""


class Forms(Identical, _Forms):
    """All that `rules/forms` says. Compared by identity, so that what is derived from it can be kept."""

    __slots__ = ()

    @property
    def templates(self) -> tuple[Template, ...]:
        """The template of each form, the oldest first."""
        return tuple(edition.template for edition in self.editions)

    @property
    def usual(self) -> Edition:
        """The form of examples that name none."""
        return next((edition for edition in self.editions if edition.usual), self.editions[-1])

    @property
    def documents(self) -> tuple[DocumentForm, ...]:
        """The documents that set the forms, the oldest first."""
        return tuple(DocumentForm(e.document, e.first, e.last) for e in self.editions if e.document)

    def sections_of(self, template: Template | None) -> tuple[SectionForm, ...]:
        """The sections of a form; where it is not known, those that all have."""
        wanted = {template} if template is not None else set(self.templates)
        return tuple(section for section in self.sections if wanted <= section.templates)

    def edition(self, name: Template | None) -> Edition | None:
        """The form of a name, or of a template; None where there is none."""
        return next((edition for edition in self.editions if str(name) == edition.name), None)

    def edition_for(self, year: int) -> Edition | None:
        """The newest form that is for a reporting year."""
        return next((edition for edition in reversed(self.editions) if edition.serves(year)), None)
