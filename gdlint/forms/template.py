"""Which of the two forms a report uses: by what is printed, never by its year."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from gdlint.forms.found import Found
from gdlint.forms.labels import column_labels, find_exact, row_labels
from gdlint.model.form import TEMPLATES, Forms, TableForm
from gdlint.model.report import Marks, Table
from gdlint.model.wording import plain

Mark = tuple[str, int, int]


def find_marks(tables: Mapping[str, Table], forms: Forms) -> Marks:
    """Printed columns of the disclosure table that only one of the two forms has.

    Columns of a row that the other form abolished as a whole (政府集中采购) are left out: that row is what is wrong.
    """
    table, form = tables.get("disclosure"), forms.tables["disclosure"]
    marks: dict[int, list[Mark]] = {template: [] for template in TEMPLATES}
    for label in sorted(table.labels, key=lambda label: label.start) if table else ():
        template = _marked(label.key or "", form)
        if template:
            marks[template].append((label.text, label.start, label.end))
    return Marks(tuple(marks[2019]), tuple(marks[2021]))


@lru_cache(maxsize=64)
def _marked(column: str, form: TableForm) -> int | None:
    """The only template that has a column, unless a whole row was abolished with it."""
    kept = {row.key for row in form.rows if 2021 in row.templates}
    for part in form.parts:
        if column in part.columns and kept.intersection(part.rows) and _only_in(column, part.template, form):
            return part.template
    return None


@lru_cache(maxsize=256)
def _only_in(column: str, template: int, form: TableForm) -> bool:
    """No part of the other form has this column."""
    return {part.template for part in form.parts if column in part.columns} == {template}


def find_template(found: Found, forms: Forms) -> int | None:
    """The form of the disclosure table's columns, else that in which they are worded so, else that of the 其他处理 rows,
    else None."""
    form, parts = forms.tables["disclosure"], found.parts.get("disclosure", ())
    heads = [cell.text for part in parts for row in part.heads for cell in row.cells if cell.text]
    by_columns = _most(_template_of(text, form) for text in heads)
    return by_columns or _most(_worded(text, form) for text in heads) or _by_handling(found, forms)


def _most(votes: Iterable[int | None]) -> int | None:
    """The form with the most votes, None where both have as many."""
    counts = Counter(votes)
    if counts[2019] == counts[2021]:
        return None
    return max(TEMPLATES, key=lambda template: counts[template])


def _by_handling(found: Found, forms: Forms) -> int | None:
    """The form of the 其他处理 rows."""
    way = row_labels(forms.tables["applications"])
    rows = (row for part in found.parts.get("applications", ()) for row in part.rows)
    keys = {find_exact(cell.text, way)[0] or "" for row in rows for cell in row.cells if len(cell.text) > 1}
    if any(key.startswith("other_handling.") for key in keys):
        return 2021
    return 2019 if "other_handling" in keys else None


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
