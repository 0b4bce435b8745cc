"""Which of the two forms a report uses: by what is printed, never by its year."""

from collections.abc import Mapping
from functools import lru_cache

from gdlint.forms.found import Found
from gdlint.forms.labels import column_labels, find_exact, row_labels
from gdlint.model.form import TEMPLATES, Forms, TableForm
from gdlint.model.report import Marks, Table

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
    """The form of the disclosure table's columns, else that of the 其他处理 rows, else None."""
    form = forms.tables["disclosure"]
    votes = dict.fromkeys(TEMPLATES, 0)
    for part in found.parts.get("disclosure", ()):
        for row in part.heads:
            for cell in row.cells:
                template = _template_of(cell.text, form) if cell.text else None
                if template:
                    votes[template] += 1
    if votes[2019] != votes[2021]:
        return max(votes, key=lambda template: votes[template])
    way = row_labels(forms.tables["applications"])
    rows = (row for part in found.parts.get("applications", ()) for row in part.rows)
    keys = {find_exact(cell.text, way)[0] or "" for row in rows for cell in row.cells if len(cell.text) > 1}
    if any(key.startswith("other_handling.") for key in keys):
        return 2021
    return 2019 if "other_handling" in keys else None


@lru_cache(maxsize=1024)
def _template_of(text: str, form: TableForm) -> int | None:
    """The only template that has a column with this label."""
    key = find_exact(text, column_labels(form))[0]
    return next((template for template in TEMPLATES if key and _only_in(key, template, form)), None)
