"""The printed columns that not all forms have: by them a form is told, and a mixture of forms is seen."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from gdlint.forms.template import NONE, Templates, all_of, with_column, worded
from gdlint.model.form import Forms, PartForm, TableForm
from gdlint.model.report import Label, Mark, Table


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
