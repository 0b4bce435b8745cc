"""Which of the two forms a report uses: by what is printed, never by its year."""

from collections.abc import Mapping

from gdlint.model.form import TEMPLATES, Forms
from gdlint.model.report import Marks, Table

Mark = tuple[str, int, int]


def find_marks(tables: Mapping[str, Table], forms: Forms) -> Marks:
    """Printed columns of the disclosure table that only one of the two forms has.

    Columns of a row that the other form abolished as a whole (政府集中采购) are left out: that row is what is wrong.
    """
    table, form = tables.get("disclosure"), forms.tables["disclosure"]
    abolished = {row.key for row in form.rows if row.templates == {2019}} - {
        row.key for row in form.rows if 2021 in row.templates
    }
    marks: dict[int, list[Mark]] = {template: [] for template in TEMPLATES}
    for label in sorted(table.labels, key=lambda label: label.start) if table else ():
        for part in form.parts:
            if (
                label.key in part.columns
                and _only_in(label.key, part.template, forms)
                and not abolished >= set(part.rows)
            ):
                marks[part.template].append((label.text, label.start, label.end))
                break
    return Marks(tuple(marks[2019]), tuple(marks[2021]))


def _only_in(column: str, template: int, forms: Forms) -> bool:
    """No part of the other form has this column."""
    parts = forms.tables["disclosure"].parts
    return {part.template for part in parts if column in part.columns} == {template}


def find_template(tables: Mapping[str, Table], forms: Forms) -> int | None:
    """The form of the disclosure table's columns, else that of the 其他处理 rows, else None."""
    votes = dict.fromkeys(TEMPLATES, 0)
    table = tables.get("disclosure")
    for label in table.labels if table else ():
        for template in TEMPLATES:
            if label.key and label.exact and _only_in(label.key, template, forms):
                votes[template] += 1
    if votes[2019] != votes[2021]:
        return max(votes, key=lambda template: votes[template])
    applications = tables.get("applications")
    keys = {entry.label.key for entry in applications.entries} if applications else set()
    if any(key and key.startswith("other_handling.") for key in keys):
        return 2021
    return 2019 if "other_handling" in keys else None
