"""Which form a report uses: by what is printed, never by its year. Each form has its votes, however many there are;
the printed columns that not all forms have are its marks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from gdlint.forms.form_error import FormError
from gdlint.forms.labels import Entryway, column_labels, find_exact, row_labels
from gdlint.forms.table_parts import SortedTables
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import Part
from gdlint.model.form import Evidence, Forms, PartForm, TableForm, Template, layouts
from gdlint.model.report import Label, Mark, Table
from gdlint.model.wording import plain
from gdlint.words.fault import fault

Templates = frozenset[Template]
NONE: Templates = frozenset()


class Vote(NamedTuple):
    """A printed label, and the forms that have it."""

    label: str
    templates: Templates


def find_template(found: SortedTables, forms: Forms) -> Template | None:
    """The form that has most of what is printed, by each kind of evidence in turn among those that the kinds before left;
    None where several are left."""
    left = _all_templates(forms)
    for votes, marks in _rounds(found, forms):
        left = _most(votes, left, marks)
        if len(left) == 1:
            return next(iter(left))
    return None


@lru_cache(maxsize=16)
def _all_templates(forms: Forms) -> Templates:
    return frozenset(forms.templates)


def _rounds(found: SortedTables, forms: Forms) -> Iterator[tuple[Sequence[Vote], Sequence[Templates]]]:
    """The votes of each kind of evidence, and the forms of each label that could be printed; last those of columns whatever
    their wording."""
    for table, rows in forms.told_by:
        form, parts = forms.tables[table], found.parts.get(table, ())
        yield (_by_rows if rows else _by_columns)(parts, form), marks_of(form, rows=rows)
    for table, rows in forms.told_by:
        if not rows:
            form, heads = forms.tables[table], _heads(found.parts.get(table, ()))
            yield [Vote(text, having_column(text, form)) for text in heads], marks_of(form, rows=False)


def _most(votes: Sequence[Vote], left: Templates, marks: Sequence[Templates]) -> Templates:
    """The forms with the most votes; of those that the same labels speak for, the ones that lack fewest."""
    telling = [vote for vote in votes if vote.templates and NONE < vote.templates & left < left]
    labels = {each: [vote.label for vote in telling if each in vote.templates] for each in left}
    most = max(map(len, labels.values()))
    best = frozenset(each for each in left if len(labels[each]) == most)
    if not telling or len(best) == 1 or len({tuple(labels[each]) for each in best}) > 1:
        return best
    sizes = {each: sum(each in mark for mark in marks) for each in best}
    return frozenset(each for each in best if sizes[each] == min(sizes.values()))


def _by_columns(parts: Iterable[Part], form: TableForm) -> list[Vote]:
    heads = _heads(parts)
    votes = [_by_column(text, form) for text in heads]
    return votes if form.parts else [*votes, _by_header(heads, form)]


@lru_cache(maxsize=1024)
def _by_column(text: str, form: TableForm) -> Vote:
    return Vote(text, _telling(having_column(text, form), worded(text, form)))


def _by_header(heads: Iterable[str], form: TableForm) -> Vote:
    """The vote of all columns together for the forms that have just these."""
    keys = {find_exact(text, column_labels(form))[0] for text in heads} - {None}
    having = (each for each, own in layouts(form).items() if {column.key for column in own.columns} == keys)
    return Vote("", _some(frozenset(having), form))


def _heads(parts: Iterable[Part]) -> list[str]:
    return [cell.text for part in parts for row in part.heads for cell in row.cells if cell.text]


def _by_rows(parts: Iterable[Part], form: TableForm) -> list[Vote]:
    """The votes of each row once; the label of a row that another form parts into several is no vote where one of these is
    printed."""
    way = row_labels(form)
    texts = {text for part in parts for row in part.rows for text, _, _ in row.cells if len(text) > 1}
    words = sorted(text for text in texts if not is_figure(text))
    keys = {key: text for text in words if (key := find_exact(text, way)[0])}
    return [
        Vote(key, _telling(_rows_of(form).get(key, NONE), _row_wordings(form).get(plain(text), NONE)))
        for key, text in keys.items()
        if not any(other.startswith(f"{key}.") for other in keys)
    ]


def _telling(having: Templates, wording: Templates) -> Templates:
    return having & wording or having or wording


@lru_cache(maxsize=1024)
def having_column(text: str, form: TableForm) -> Templates:
    """The forms that have the column of a label, if not all of them do."""
    key = find_exact(text, column_labels(form))[0]
    return with_column(key, form) if key else NONE


@lru_cache(maxsize=256)
def with_column(column: str, form: TableForm) -> Templates:
    """The forms that have a column, in a table of parts in one of these, if not all of them do."""
    parts = (part.templates for part in form.parts if column in part.columns)
    lines = (line.templates for line in form.columns if line.key == column)
    return _some(frozenset().union(*(parts if form.parts else lines)), form)


@lru_cache(maxsize=1024)
def worded(text: str, form: TableForm) -> Templates:
    """The forms in which a column is worded so, if not all of them do."""
    return _column_wordings(form).get(plain(text), NONE)


@lru_cache(maxsize=16)
def all_of(form: TableForm) -> Templates:
    """The forms that have a table."""
    return frozenset().union(*(row.templates for row in form.rows))


def _some(templates: Templates, form: TableForm) -> Templates:
    return NONE if templates == all_of(form) else templates


@lru_cache(maxsize=16)
def _column_wordings(form: TableForm) -> dict[str, Templates]:
    return _wordings(form, column_labels(form), ((c.label, c.aliases, c.templates) for c in form.columns))


@lru_cache(maxsize=16)
def _row_wordings(form: TableForm) -> dict[str, Templates]:
    return _wordings(form, row_labels(form), ((r.label, r.aliases, r.templates) for r in form.rows))


def _wordings(
    form: TableForm, way: Entryway, lines: Iterable[tuple[str, tuple[str, ...], Templates]]
) -> dict[str, Templates]:
    """The forms of each official wording, of those that not all of them have."""
    found: dict[str, Templates] = {}
    for label, aliases, templates in lines:
        for text in map(plain, (label, *aliases)):
            found[text] = found.get(text, NONE) | templates
    return {text: some for text, templates in found.items() if (some := _some(templates, form))}


@lru_cache(maxsize=16)
def _rows_of(form: TableForm) -> dict[str, Templates]:
    """The forms of each row, of those that not all of them have."""
    found: dict[str, Templates] = {}
    for row in form.rows:
        found[row.key] = found.get(row.key, NONE) | row.templates
    return {key: some for key, templates in found.items() if (some := _some(templates, form))}


def marks_of(form: TableForm, *, rows: bool) -> Sequence[Templates]:
    """The forms of each row or column as it is worded, of those that not all of them have."""
    return tuple((_row_wordings if rows else _column_wordings)(form).values())


def check_told_apart(forms: Forms) -> None:
    """Raises `FormError` for two forms that nothing tells apart which is said to tell forms."""
    for n, one in enumerate(forms.editions):
        for other in forms.editions[n + 1 :]:
            if not any(_tells(evidence, one.template, other.template, forms) for evidence in forms.told_by):
                raise FormError(
                    fault("form-alike", {"one": one.name, "other": other.name}), keys=("told_by",)
                )


def _tells(evidence: Evidence, one: Template, other: Template, forms: Forms) -> bool:
    marks = marks_of(forms.tables[evidence.table], rows=evidence.rows)
    return any((one in mark) != (other in mark) for mark in marks)


def find_marks(tables: Mapping[str, Table], forms: Forms) -> tuple[Mark, ...]:
    """Printed columns, in the tables whose columns tell the form, that only some of the forms have.

    A column that all have is one of these where its wording and the columns beside it are those of some forms. Columns of
    a row that another form abolished as a whole (政府集中采购) are left out: that row is what is wrong.
    """
    found: list[Mark] = []
    for evidence in forms.told_by:
        table, form = tables.get(evidence.table), forms.tables[evidence.table]
        for header in _headers(table) if table and not evidence.rows else ():
            templates = _templates_of(tuple([(label.text, label.key or "") for label in header]), form)
            for label, some in zip(header, templates, strict=True):
                if some:
                    found.append(Mark(label.text, label.start, label.end, some))
    return tuple(found)


def _headers(table: Table) -> Iterator[list[Label]]:
    """The column labels of a table, those between the same rows together, in the order of the text."""
    rows = sorted(entry.label.start for entry in table.entries)
    labels = sorted(table.labels, key=lambda label: label.start)
    for _, header in groupby(labels, key=lambda label: bisect_left(rows, label.start)):
        yield list(header)


@lru_cache(maxsize=256)
def _templates_of(header: tuple[tuple[str, str], ...], form: TableForm) -> tuple[Templates, ...]:
    """The templates that each column of a header, given by text and key, is a mark of."""
    beside = frozenset(key for _, key in header)
    return tuple(_marked(key, form) or _of_part(text, beside, form) for text, key in header)


def _marked(column: str, form: TableForm) -> Templates:
    """The forms that have a column, unless a whole row was abolished with it."""
    kept = any(column in part.columns for part in _kept_parts(form))
    return with_column(column, form) if kept else NONE


def _of_part(text: str, beside: frozenset[str], form: TableForm) -> Templates:
    """The forms that word a column so, if the columns of its header are all of a part of them, or no part of the others has
    them all."""
    templates = worded(text, form)
    mine = [set(part.columns) for part in _kept_parts(form) if part.templates & templates]
    others = [set(part.columns) for part in _kept_parts(form) if part.templates - templates]
    some = any(beside <= part for part in mine) and not any(beside <= part for part in others)
    return templates if some or beside in mine else NONE


@lru_cache(maxsize=16)
def _kept_parts(form: TableForm) -> tuple[PartForm, ...]:
    """The parts with a row that all forms have."""
    kept = {
        key
        for key in {row.key for row in form.rows}
        if all_of(form) == frozenset().union(*(row.templates for row in form.rows if row.key == key))
    }
    return tuple(part for part in form.parts if kept.intersection(part.rows))
