"""The table of section four where it is not one row under the official header: groups in another order, a table, block or row for
each group, a row for each value.

Only labels that are worded officially count, and only where all of them together give each cell of the table one figure: there is
no more to go by than what stands before which figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.labels import column_labels, find_exact, wording_is_official
from gdlint.forms.litigation_orders import PrintedLabel, order_of
from gdlint.forms.values import Ragged
from gdlint.lexicon.table_cells import is_figure, is_mark
from gdlint.model.document import STATED_ROWS, UNSTATED_ROWS, Cell, Grid, Part, Row
from gdlint.model.form import TableForm
from gdlint.model.report import Label
from gdlint.model.wording import at_dash, plain

Place = tuple[str, str]
"""(row, column) of a value"""


class Layout(NamedTuple):
    """The cell of each value, the printed labels of groups by their keys, and those of outcomes."""

    cells: Mapping[Place, Cell]
    groups: Mapping[str, Label]
    outcomes: tuple[Label, ...]


def other_layout(form: TableForm, parts: Sequence[Part], ragged: Ragged) -> Layout | None:
    """The table as its labels tell it, whatever its layout; None where they leave any doubt."""
    rows = [row for part in parts for row in (*part.heads, *part.rows)]
    if any(row.grid is Grid.JOINED for row in rows):
        return None
    tokens = [token for n, row in enumerate(rows) for token in _tokens(row, n, form)]
    cells = _by_place(form, rows, tokens) or _one_after_the_other(form, rows, tokens)
    if cells is None or len(cells) != len(form.rows) * len(form.columns):
        return None
    if not all(cell.text for cell in cells.values()) and ragged():
        return None
    groups = {token.key: _label(token, form) for token in reversed(tokens) if token.group and token.key}
    return Layout(cells, groups, tuple(_label(token, form) for token in tokens if not token.group))


def _label(token: PrintedLabel, form: TableForm) -> Label:
    official = form.row(token.key) if token.group else form.column(token.key)
    wording = official.label if official else ""
    exact = wording_is_official(token.cell.text, (wording,)) or bool(at_dash(token.cell.text)[1])
    return Label(*token.cell, token.key, wording, exact)


def _tokens(row: Row, n: int, form: TableForm) -> Iterator[PrintedLabel]:
    """The labels in a row before its first figure."""
    for at, cell in row.placed():
        if is_figure(cell.text):
            return
        group = _group(cell.text, form) if cell.text else None
        outcome = find_exact(cell.text, column_labels(form))[0] if cell.text and group is None else None
        if group is not None:
            yield PrintedLabel(cell, n, at, group, group=True)
        elif outcome:
            yield PrintedLabel(cell, n, at, outcome, group=False)


@lru_cache(maxsize=1024)
def _group(text: str, form: TableForm) -> str | None:
    """The key of a label of a group, "" for the word over two of them; None for anything else."""
    names = {**{plain(head): "" for head in form.heads}, **{plain(row.label): row.key for row in form.rows}}
    above, label = at_dash(text)
    inside = plain(label) if names.get(plain(above)) == "" else ""
    return names.get(plain(text), names.get(inside))


def _values(row: Row) -> list[Cell] | None:
    """The figures of a row side by side to its end, and what stands in the place of one (—, nothing in a grid); none where there is
    no figure, None where anything else stands among them."""
    texts = [cell.text for cell in row.cells]
    first = next((n for n, text in enumerate(texts) if is_figure(text)), len(texts))
    while 0 < first < len(texts) and is_mark(texts[first - 1]):
        first -= 1
    stated = row.grid in STATED_ROWS
    values = list(row.cells[first:])
    return (
        values
        if all(is_figure(text) or is_mark(text) or (stated and not text) for text in texts[first:])
        else None
    )


def _one_after_the_other(
    form: TableForm, rows: Sequence[Row], tokens: Sequence[PrintedLabel]
) -> dict[Place, Cell] | None:
    """The values below, or behind, the labels that tell what they are; None where a row does not go by its labels."""
    cells: dict[Place, Cell] = {}
    before: list[PrintedLabel] = []
    ahead: list[Place] = []
    last = _Last("", ())
    for n, row in enumerate(rows):
        before += [token for token in tokens if token.row == n]
        values = _values(row)
        if values is None:
            return None
        if not values:
            continue
        if before:
            ahead, last = _told(form, before, len(values), last, row.grid)
        places, ahead, before = ahead[: len(values)], ahead[len(values) :], []
        if len(places) != len(values) or (ahead and len(values) % len(form.columns)) or cells.keys() & places:
            return None
        cells |= dict(zip(places, values, strict=True))
    return None if before or ahead else cells


class _Last(NamedTuple):
    """The group of the values above, and the outcomes over the last five of one group."""

    group: str
    outcomes: tuple[str, ...]


def _told(
    form: TableForm, tokens: Sequence[PrintedLabel], values: int, last: _Last, grid: Grid
) -> tuple[list[Place], _Last]:
    """What some labels say of the values behind them, and what they say of those to come; no places where they do not tell."""
    groups = [token.key for token in tokens if token.group and token.key]
    outcomes = tuple(token.key for token in tokens if not token.group)
    size = len(form.columns)
    if len(outcomes) > size:
        return order_of(tokens, form, read_by_rows=grid not in UNSTATED_ROWS), _Last("", ())
    group = groups[0] if groups else last.group
    under = outcomes or last.outcomes
    known = _Last(group, under if len(under) == size else last.outcomes)
    if len(groups) > 1 or not group or len(under) != values or len(set(under)) != len(under):
        return [], known
    return [(group, outcome) for outcome in under], known


def _by_place(
    form: TableForm, rows: Sequence[Row], tokens: Sequence[PrintedLabel]
) -> dict[Place, Cell] | None:
    """The values of one row below outcomes, each below a group at or left of it, in a grid that states places."""
    valued = [row for row in rows if any(is_figure(cell.text) for cell in row.cells)]
    stated = all(row.columns for row in rows) or len({len(row.cells) for row in rows}) == 1
    if len(valued) != 1 or not stated or any(row.grid in (*UNSTATED_ROWS, Grid.CELLS) for row in rows):
        return None
    starts = sorted((token.at, token.key) for token in tokens if token.group and token.key)
    over = {token.at: token.key for token in tokens if not token.group}
    outcomes = [token for token in tokens if not token.group]
    if sorted(key for _, key in starts) != sorted(row.key for row in form.rows) or len(over) != len(outcomes):
        return None
    order = {
        at: (next((key for start, key in reversed(starts) if start <= at), ""), key)
        for at, key in over.items()
    }
    if any(not group for group, _ in order.values()) or len(set(order.values())) != len(order):
        return None
    cells = {at: cell for at, cell in valued[0].placed() if at in order or is_figure(cell.text)}
    return {order[at]: cell for at, cell in cells.items()} if cells.keys() == order.keys() else None
