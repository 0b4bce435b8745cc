"""The official order of rows: those of one part of a table, in a template."""

from functools import lru_cache

from gdlint.model.form import TableForm, Template


@lru_cache(maxsize=256)
def rank_of(form: TableForm, key: str | None, template: Template | None) -> int | None:
    """The place of a row among those of its part in a template, from 0."""
    rows = official_rows(form, key, template)
    return rows.index(key) if key in rows else None


def official_rows(form: TableForm, key: str | None, template: Template | None) -> tuple[str, ...]:
    """The rows of the part of a row in a template."""
    for part in form.parts:
        if template in part.templates and key in part.rows:
            return part.rows
    return tuple(dict.fromkeys(row.key for row in form.rows if template in row.templates))
