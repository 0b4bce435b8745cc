"""What stands behind `each: claim of`: the cells that a claim must speak of."""

from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.groups import keys_in, members
from gdlint.lexicon.suggestions import nearest
from gdlint.model.claim import Claim
from gdlint.model.form import Forms, TableForm


class Topic(NamedTuple):
    """A table, the names of rows and of columns that a claim may have (None: any), and whether it must have all those rows."""

    table: str
    rows: frozenset[str] | None
    columns: frozenset[str] | None
    together: bool = False


@lru_cache(maxsize=256)
def topic(text: str, forms: Forms) -> Topic:
    """What `TABLE`, `TABLE.ROW` or `TABLE.ROW.COLUMN` names; `a+b` is both rows together, and groups of the form are their members.

    Raises `KeyError` for a table that does not exist.
    """
    table, *rest = text.strip().split(".")
    form = forms.tables[table]
    column = rest.pop() if len(rest) > 1 and _is_column(form, rest[-1]) else None
    row = ".".join(rest)
    if "+" in row:
        return Topic(table, frozenset(row.split("+")), _members(form, column or "", rows=False), True)
    return Topic(table, _members(form, row, rows=True), _members(form, column or "", rows=False))


def known_topic(text: str, forms: Forms) -> bool:
    """The table, the rows and the column of a topic exist."""
    table, *rest = text.strip().split(".")
    form = forms.tables.get(table)
    if form is None:
        return False
    column = rest.pop() if len(rest) > 1 and _is_column(form, rest[-1]) else None
    names = ".".join(rest).split("+") if rest else []
    return all(keys_in(form, (name,), rows=True, there=()) for name in names) and (
        column is None or bool(keys_in(form, (column,), rows=False, there=()))
    )


def near_topic(text: str, forms: Forms) -> str:
    """The topic that resembles one that does not exist; "" where there is none. What stands before a slip counts as it is."""
    table, *rest = text.strip().split(".")
    form = forms.tables.get(table)
    if form is None:
        near = nearest(table, forms.tables)
        return ".".join((near, *rest)) if near and known_topic(".".join((near, *rest)), forms) else near or ""
    columns = [column.key for column in form.columns]
    for at in range(len(rest), 0, -1):
        known = [*_row_names(form), *columns] if at == 1 else columns
        before = ".".join((table, *rest[: at - 1]))
        if known_topic(before, forms) and (near := nearest(".".join(rest[at - 1 :]), known)):
            return f"{before}.{near}"
    return ""


def _row_names(form: TableForm) -> list[str]:
    keys = [row.key for row in form.rows]
    return list(dict.fromkeys((*keys, *(key.partition(".")[0] for key in keys), *form.sums)))


def _is_column(form: TableForm, name: str) -> bool:
    return name in form.sums or any(column.key == name for column in form.columns)


def _members(form: TableForm, name: str, *, rows: bool) -> frozenset[str] | None:
    """A name with all names of rows (or columns) that stand for a part of it, in whatever form."""
    if not name:
        return None
    keys = _every(form, name, rows)
    named = {*form.sums, *(key.rpartition(".")[0] for key in keys)} - {""}
    return frozenset({*keys, *(other for other in named if _every(form, other, rows) <= keys), name})


def _every(form: TableForm, name: str, rows: bool) -> set[str]:
    """The keys that a name stands for, all alternatives together."""
    own = [item.key for item in (form.rows if rows else form.columns)]
    alternatives = (text for texts in members(form, name, rows) or () for text in texts)
    texts = [part for text in alternatives for part in text.split("+")]
    return {
        key for text in texts for key in own if key == text or (text[-1] == "*" and key.startswith(text[:-1]))
    }


def is_of(claim: Claim, wanted: Topic) -> bool:
    """A claim speaks of cells of a topic."""
    cells = claim.cells
    table, rows, columns, together = wanted
    return (
        cells is not None
        and cells.table == table
        and (rows is None or (rows == set(cells.rows) if together else rows.issuperset(cells.rows)))
        and (columns is None or columns.issuperset(cells.columns))
    )
