"""Which of the two forms a report uses: by what is printed, never by its year."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from gdlint.forms.found import Found
from gdlint.forms.labels import column_labels, find_exact, row_labels
from gdlint.model.form import TEMPLATES, Forms, PartForm, TableForm
from gdlint.model.report import Label, Marks, Table
from gdlint.model.wording import plain

Mark = tuple[str, int, int]


def find_marks(tables: Mapping[str, Table], forms: Forms) -> Marks:
    """Printed columns of the disclosure table that only one of the two forms has.

    A column that both have is one of these where its wording and the columns beside it are those of one form. Columns of
    a row that the other form abolished as a whole (政府集中采购) are left out: that row is what is wrong.
    """
    table, form = tables.get("disclosure"), forms.tables["disclosure"]
    marks: dict[int, list[Mark]] = {template: [] for template in TEMPLATES}
    for header in _headers(table) if table else ():
        templates = _templates_of(tuple([(label.text, label.key or "") for label in header]), form)
        for label, template in zip(header, templates, strict=True):
            if template:
                marks[template].append((label.text, label.start, label.end))
    return Marks(tuple(marks[2019]), tuple(marks[2021]))


def _headers(table: Table) -> Iterator[list[Label]]:
    """The column labels of a table, those between the same rows together, in the order of the text."""
    rows = sorted(entry.label.start for entry in table.entries)
    labels = sorted(table.labels, key=lambda label: label.start)
    for _, header in groupby(labels, key=lambda label: bisect_left(rows, label.start)):
        yield list(header)


@lru_cache(maxsize=256)
def _templates_of(header: tuple[tuple[str, str], ...], form: TableForm) -> tuple[int | None, ...]:
    """The template that each column of a header, given by text and key, is a mark of."""
    beside = frozenset(key for _, key in header)
    return tuple(_marked(key, form) or _of_part(text, beside, form) for text, key in header)


def _marked(column: str, form: TableForm) -> int | None:
    """The only template that has a column, unless a whole row was abolished with it."""
    for part in _kept_parts(form):
        if column in part.columns and _only_in(column, part.template, form):
            return part.template
    return None


def _of_part(text: str, beside: frozenset[str], form: TableForm) -> int | None:
    """The only template that words a column so, if the columns of its header are all of a part of that template, or no
    part of the other has them all."""
    template = _worded(text, form)
    mine = [set(part.columns) for part in _kept_parts(form) if part.template == template]
    others = [set(part.columns) for part in _kept_parts(form) if part.template != template]
    some = any(beside <= part for part in mine) and not any(beside <= part for part in others)
    return template if some or beside in mine else None


@lru_cache(maxsize=4)
def _kept_parts(form: TableForm) -> tuple[PartForm, ...]:
    """The parts with a row that was not abolished."""
    kept = {row.key for row in form.rows if 2021 in row.templates}
    return tuple(part for part in form.parts if kept.intersection(part.rows))


@lru_cache(maxsize=256)
def _only_in(column: str, template: int, form: TableForm) -> bool:
    """No part of the other form has this column."""
    return {part.template for part in form.parts if column in part.columns} == {template}


def find_template(found: Found, forms: Forms) -> int | None:
    """The form that has most of the disclosure table's columns or words them so, else that of the 其他处理 rows, else that
    which alone has most of the columns, else None."""
    form, parts = forms.tables["disclosure"], found.parts.get("disclosure", ())
    heads = [cell.text for part in parts for row in part.heads for cell in row.cells if cell.text]
    return (
        _most([_template_of(text, form) or _worded(text, form) for text in heads])
        or _by_handling(found, forms)
        or _most([_template_of(text, form) for text in heads])
    )


def _most(votes: Sequence[int | None]) -> int | None:
    """The form with the most votes, None where both have as many."""
    counts = [votes.count(template) for template in TEMPLATES]
    return None if counts[0] == counts[1] else TEMPLATES[counts.index(max(counts))]


def _by_handling(found: Found, forms: Forms) -> int | None:
    """The form of the 其他处理 rows."""
    way = row_labels(forms.tables["applications"])
    rows = (row for part in found.parts.get("applications", ()) for row in part.rows)
    keys = {find_exact(cell.text, way)[0] or "" for row in rows for cell in row.cells if len(cell.text) > 1}
    if any(key.startswith("other_handling.") for key in keys):
        return 2021
    return 2019 if "other_handling" in keys else None


@lru_cache(maxsize=1024)
def _worded(text: str, form: TableForm) -> int | None:
    """The only template in which a column is worded so."""
    templates = _wordings(form).get(plain(text), frozenset())
    return next(iter(templates)) if len(templates) == 1 else None


@lru_cache(maxsize=4)
def _wordings(form: TableForm) -> dict[str, frozenset[int]]:
    """The templates of each official wording of a column."""
    found: dict[str, frozenset[int]] = {}
    for column in form.columns:
        for text in (column.label, *column.aliases):
            found[plain(text)] = found.get(plain(text), frozenset()) | column.templates
    return found


@lru_cache(maxsize=1024)
def _template_of(text: str, form: TableForm) -> int | None:
    """The only template that has a column with this label."""
    key = find_exact(text, column_labels(form))[0]
    return next((template for template in TEMPLATES if key and _only_in(key, template, form)), None)
