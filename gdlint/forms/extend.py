"""Further wordings of the official forms that are right, too, from YAML files of plugins.

```yaml
sections: {problems: [存在的不足及改进措施]}
tables: {applications: {partial: [（二）部分予以公开]}}
bodies: [{ending: 管委会, kind: other, suffix: 管委会}]
```
"""

from collections.abc import Mapping, Sequence
from typing import Any

from gdlint.model.form import BodyForm, ColumnForm, Forms, RowForm, TableForm


def extended(forms: Forms, data: Any) -> Forms:
    """The forms with the wordings of one file.

    Raises `ValueError` for keys and words that the forms do not have.
    """
    _known(data, ("sections", "tables", "bodies"))
    sections = data.get("sections", {})
    _known(sections, [section.key for section in forms.sections])
    tables = data.get("tables", {})
    _known(tables, forms.tables)
    bodies = [BodyForm(item["ending"], item.get("kind"), item["suffix"]) for item in data.get("bodies", ())]
    return forms._replace(
        sections=tuple(
            form._replace(aliases=(*form.aliases, *sections.get(form.key, ()))) for form in forms.sections
        ),
        tables={key: _table(form, tables.get(key, {})) for key, form in forms.tables.items()},
        bodies=(*bodies, *forms.bodies),
    )


def _table(form: TableForm, words: Mapping[str, Sequence[str]]) -> TableForm:
    _known(words, [*(row.key for row in form.rows), *(column.key for column in form.columns)])
    return form._replace(rows=_with(form.rows, words), columns=_with_columns(form.columns, words))


def _with(rows: Sequence[RowForm], words: Mapping[str, Sequence[str]]) -> tuple[RowForm, ...]:
    return tuple(row._replace(aliases=(*row.aliases, *words.get(row.key, ()))) for row in rows)


def _with_columns(
    columns: Sequence[ColumnForm], words: Mapping[str, Sequence[str]]
) -> tuple[ColumnForm, ...]:
    return tuple(column._replace(aliases=(*column.aliases, *words.get(column.key, ()))) for column in columns)


def _known(data: Any, known: Any) -> None:
    if not isinstance(data, dict):
        raise ValueError("expected a mapping")
    for key in data:
        if key not in known:
            raise ValueError(f"unknown key {key!r}")
