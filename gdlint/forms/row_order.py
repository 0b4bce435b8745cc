"""The official order of rows: those of one part of a table, in a template, and which of them are missing."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

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


def lost_below(
    form: TableForm, keys: Sequence[str | None], n: int, template: Template | None
) -> tuple[str, ...]:
    """The official rows between a printed row and the next one that is known, as far as no label of no row may be theirs; `keys`
    are those of the printed rows (None: a label of no row, "": no label)."""
    official = official_rows(form, keys[n], template)
    if keys[n] not in official:
        return ()
    there = set(keys)
    lost = tuple(takewhile(lambda key: key not in there, official[official.index(keys[n]) + 1 :]))
    unknown = sum(key is None for key in takewhile(lambda key: not key, keys[n + 1 :]))
    return lost[: max(len(lost) - unknown, 0)]
