"""Which of the two forms a report uses: by what is printed, never by its year."""

from collections.abc import Mapping

from gdlint.model.form import TEMPLATES, Forms
from gdlint.model.report import Marks, Table
from gdlint.model.wording import plain, without_note

Mark = tuple[str, int, int]


def find_marks(tables: Mapping[str, Table], forms: Forms) -> Marks:
    """Printed rows and columns of the disclosure table that only one of the two forms has."""
    table, form = tables.get("disclosure"), forms.tables["disclosure"]
    if table is None:
        return Marks()
    printed = [label for label in table.labels if label.key] + [e.label for e in table.entries if e.label.key]
    found: dict[int, list[Mark]] = {template: [] for template in TEMPLATES}
    owners = {
        template: {
            plain(wording)
            for item in (*form.columns, *form.rows)
            if item.templates == {template} or _only_in(item.key, template, forms)
            for wording in (item.label, without_note(item.label)[0])
        }
        for template in TEMPLATES
    }
    shared = owners[2019] & owners[2021]
    for label in sorted(printed, key=lambda label: label.start):
        for template in TEMPLATES:
            word = plain(label.text)
            if (word in owners[template] or plain(without_note(label.text)[0]) in owners[template]) and word not in shared:
                found[template].append((label.text, label.start, label.end))
    return Marks(tuple(found[2019]), tuple(found[2021]))


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
