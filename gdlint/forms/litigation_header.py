"""The header of the table of section four: three groups of five outcomes, and in which order their values stand."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from gdlint.forms.columns import stated_columns
from gdlint.forms.group_words import resembles_group
from gdlint.forms.labels import align, column_labels, find_exact, wording_is_official
from gdlint.forms.litigation_orders import come_alike
from gdlint.forms.wrapped import HeadCell, head_cells
from gdlint.model.document import STATED_ROWS, Cell, Row
from gdlint.model.form import TableForm
from gdlint.model.report import Label
from gdlint.model.wording import plain

Order = list[tuple[str, str]]
"""(row, column) of each value, in the order in which they are printed; both are "" where no official one heads it"""


class OutcomeHeader(NamedTuple):
    """The order of the values (none where the header does not tell it), the printed labels of groups and outcomes, and the
    columns of a stated grid over which the outcomes stand, as in `Header`."""

    order: Order
    groups: Mapping[str, Label]
    outcomes: tuple[Label, ...]
    at: tuple[int, ...] = ()


def outcome_header(rows: Sequence[Row], form: TableForm) -> OutcomeHeader:
    """What some header rows state."""
    placed = [head for head in head_cells(rows, partial(_known, form)) if plain(head.cell.text)]
    cells = [head.cell for head in placed]
    heads = _head_keys(cells, form)
    rows_of_outcomes = {head.row for head in placed if find_exact(head.cell.text, column_labels(form))[0]}
    words = [head.cell for head in placed if head.row in rows_of_outcomes and head.cell not in heads]
    outcomes = _outcomes(words, form)
    groups: dict[str, Label] = {}
    for cell, key in heads.items():
        if row := form.row(key):
            exact = plain(cell.text) == plain(row.label)
            groups.setdefault(key, Label(*cell, key, row.label, exact))
    if rows[0].grid in STATED_ROWS:
        order = _by_place(form, placed, heads, outcomes) or _order(form, list(heads.items()), outcomes)
    else:
        order = _order(form, list(heads.items()), outcomes)
    starts = {label.start for label in outcomes}
    at = stated_columns([head for head in placed if head.cell.start in starts], rows)
    return OutcomeHeader(order, groups, tuple(outcomes), at if len(at) == len(order) else ())


def _known(form: TableForm, text: str) -> bool:
    return find_exact(text, column_labels(form))[0] is not None or plain(text) in _names(form)


@lru_cache(maxsize=4)
def _names(form: TableForm) -> Mapping[str, str]:
    """The compared labels of groups, and of what stands over two of them -> key ("" for the latter)."""
    return {**{plain(head): "" for head in form.heads}, **{plain(row.label): row.key for row in form.rows}}


def _head_keys(cells: Sequence[Cell], form: TableForm) -> dict[Cell, str]:
    """The cells that are labels of groups; a misprint is one where the official label does not stand there as well."""
    names = _names(form)
    found = {cell: names[plain(cell.text)] for cell in cells if plain(cell.text) in names}
    missing = [name for name in names if name not in {plain(cell.text) for cell in found}]
    for cell in cells:
        likely = [name for name in missing if cell not in found and resembles_group(cell.text, name, form)]
        if len(likely) == 1:
            found[cell] = names[likely[0]]
            missing.remove(likely[0])
    return {cell: found[cell] for cell in cells if cell in found}


def _outcomes(cells: Sequence[Cell], form: TableForm) -> list[Label]:
    """The labels of outcomes, in the order of the text; misprints are found by those around them."""
    size, way = len(form.columns), column_labels(form)
    labels: list[Label] = []
    for begin in range(0, len(cells), size):
        chunk = cells[begin : begin + size]
        found = [find_exact(cell.text, way) for cell in chunk]
        keys = align([cell.text for cell in chunk], [key for key, _ in found], way, short=True)
        for cell, key, (_, note) in zip(chunk, keys, found, strict=True):
            column = form.column(key or "")
            official = column.label if column else None
            exact = column is not None and wording_is_official(cell.text, (column.label,))
            labels.append(Label(*cell, key, official, exact, note))
    return labels


def _by_place(
    form: TableForm, placed: Sequence[HeadCell], heads: Mapping[Cell, str], outcomes: Sequence[Label]
) -> Order:
    """The order of the values where all outcomes stand side by side in one row, and each group over the first of its own."""
    rows = {head.cell.start: head.row for head in placed}
    at = {head.cell.start: head.at for head in placed}
    columns = [at[label.start] for label in outcomes]
    size = len(form.columns)
    groups = (
        sorted((at[cell.start] - columns[0], key) for cell, key in heads.items() if key) if columns else []
    )
    if len({rows[label.start] for label in outcomes}) != 1 or len(groups) != len(form.rows):
        return []
    if columns[-1] - columns[0] != len(columns) - 1 or len(columns) != size * len(groups):
        return []
    if [place for place, _ in groups] != [n * size for n in range(len(groups))]:
        return []
    return _chunked(form, [key for _, key in groups], outcomes)


def _order(form: TableForm, heads: Sequence[tuple[Cell, str]], outcomes: Sequence[Label]) -> Order:
    """The order of the values where the labels come in one of the ways in which they are written down: all groups first, or
    those of the suits behind the outcomes of the reconsiderations."""
    size = len(form.columns)
    keys = list(dict.fromkeys(key for _, key in heads))
    groups = [key for key in keys if key] if len(keys) > 1 else []
    if len(outcomes) != size * len(form.rows) or (groups and len(groups) != len(form.rows)):
        return []
    # The group of all reconsiderations comes first, then the word over the suits.
    if keys and (keys[0] != form.rows[0].key or "" in keys[2:]):
        return []
    if any(sum(1 for label in outcomes if label.start < cell.start) % size for cell, _ in heads):
        return []
    return _chunked(form, groups or [row.key for row in form.rows], outcomes)


def _chunked(form: TableForm, rows: Sequence[str], outcomes: Sequence[Label]) -> Order:
    """The outcomes group by group; none where one stands twice under a group, or more than two have other places than under the
    other groups."""
    size = len(form.columns)
    keys = [label.key or "" for label in outcomes]
    chunks = [keys[n : n + size] for n in range(0, len(keys), size)]
    known = [[key for key in chunk if key] for chunk in chunks]
    if any(len(set(chunk)) != len(chunk) for chunk in known) or not come_alike(chunks):
        return []
    return [(row if key else "", key) for row, chunk in zip(rows, chunks, strict=True) for key in chunk]
