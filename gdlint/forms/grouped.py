"""A header over several rows with one group of columns in it (法人或其他组织), whose columns stand below its label.

Merged cells come in one of a few orders, by how a file was written down: row by row (the columns of the group last), or
column by column (all in the order of their values). A header that comes in none of them does not tell its columns.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from gdlint.forms.columns import (
    Header,
    bind_labels,
    columns_of,
    is_head,
    may_have_moved,
    stated_columns,
    told_apart,
)
from gdlint.forms.group_words import group_words, resembles_group
from gdlint.forms.labels import column_labels, find_exact
from gdlint.forms.wrapped import HeadCell, head_cells
from gdlint.model.document import STATED_ROWS, Cell, Grid, Row
from gdlint.model.form import TableForm
from gdlint.model.report import Label
from gdlint.model.wording import plain

_BEGINS = 2


class _Leaf(NamedTuple):
    """A cell that heads a column, and the column."""

    head: HeadCell
    label: Label


def grouped_header(
    rows: Sequence[Row], form: TableForm, before: Sequence[Cell] = (), pieces: Sequence[Row] = ()
) -> Header:
    """The columns of a header in the order of their values; `before` are cells that may belong to it, and in `pieces` its
    labels may go on."""
    heads = [
        head for head in head_cells(rows, partial(_known, form), pieces) if not is_head(head.cell.text, form)
    ]
    group = _group(heads, form)
    leaves = _leaves(heads, group, form)
    if _is_in_pieces(rows, before, leaves, form):
        return Header(_columns(form), (), None)
    if rows[0].grid is Grid.LINES and leaves and _outer_place(leaves[-1], form) == 1:
        # Its columns stand from left to right already, with the label of the group before them.
        group = None
    official, spare = _without_spare(leaves, _columns(form), rows[0].cells[0])
    stated = rows[0].grid in STATED_ROWS
    # Where a file does not state rows, the levels of a header may come in one.
    ordered = (stated and _complete_row(official, _columns(form))) or _ordered(official, group, form, stated)
    if not ordered:
        return Header((), tuple(leaf.label for leaf in leaves), None, ordered=False)
    if spare:
        ordered = (
            _ordered([leaf for leaf in leaves if leaf in official or leaf in spare], group, form, stated)
            or ordered
        )
    shown = tuple(told_apart([leaf.label for leaf in ordered]))
    if group and tuple(label.key for label in shown) == tuple(_outer_places(form)):
        # The label of the group stands for its columns, none of which is named.
        return Header(_columns(form), shown, None)
    if may_have_moved(shown, _columns(form)) and not (stated and len({len(row.cells) for row in rows}) == 1):
        return Header((), shown, None, ordered=False)
    at = stated_columns([leaf.head for leaf in ordered], rows)
    beside = tuple(leaf.label for leaf in spare if leaf not in ordered)
    return Header(columns_of(shown), shown + beside, None, at=at, spare=len(spare))


def _leaves(heads: Sequence[HeadCell], group: HeadCell | None, form: TableForm) -> list[_Leaf]:
    """The cells that head a column: all but the label of the group."""
    columns = [head for head in heads if not _is_group_label(head, group, form)]
    labels = bind_labels([head.cell for head in columns], form, _columns(form), None)
    return [_Leaf(head, label) for head, label in zip(columns, labels, strict=True)]


def _is_in_pieces(
    rows: Sequence[Row], before: Sequence[Cell], leaves: Sequence[_Leaf], form: TableForm
) -> bool:
    """The labels came in pieces, which are those of the official header, with `before`."""
    if rows[0].grid is not Grid.NONE or {leaf.label.key for leaf in leaves}.issuperset(_columns(form)):
        return False
    from gdlint.forms.broken_header import is_official_in_pieces

    return is_official_in_pieces([*before, *(cell for row in rows for cell in row.cells if cell.text)], form)


def _without_spare(
    leaves: list[_Leaf], expected: Sequence[str], corner: Cell
) -> tuple[list[_Leaf], list[_Leaf]]:
    """The cells that head the official columns, where just these are all there, and the others, which head none, but for the first
    cell of all: it stands over the labels of the rows, whatever it says."""
    known = [leaf for leaf in leaves if leaf.label.key]
    if sorted(leaf.label.key or "" for leaf in known) != sorted(expected):
        return leaves, []
    return known, [leaf for leaf in leaves if not leaf.label.key and leaf.label[:2] != corner[:2]]


@lru_cache(maxsize=16)
def _columns(form: TableForm) -> tuple[str, ...]:
    return tuple(column.key for column in form.columns)


def _known(form: TableForm, text: str) -> bool:
    return find_exact(text, column_labels(form))[0] is not None or plain(text) in group_words(form)


def _group(heads: Sequence[HeadCell], form: TableForm) -> HeadCell | None:
    """The label of the group, or the misprint of it where it does not stand there as well."""
    exact = [head for head in heads if plain(head.cell.text) in group_words(form)]
    like = [head for head in heads if not exact and _may_be_group(head.cell.text, form)]
    return next(iter(exact or like), None)


def _is_group_label(head: HeadCell, group: HeadCell | None, form: TableForm) -> bool:
    """The label of the group, or the same again as converters write it into each merged cell."""
    return head is group or plain(head.cell.text) in group_words(form)


def _may_be_group(text: str, form: TableForm) -> bool:
    """A misprint of the label of a group, or what is left of one that was cut."""
    word = plain(text)
    return any(
        resembles_group(text, official, form)
        or (word[:_BEGINS] == official[:_BEGINS] and find_exact(text, column_labels(form))[0] is None)
        for official in group_words(form)
    )


def _complete_row(leaves: Sequence[_Leaf], expected: Sequence[str]) -> list[_Leaf] | None:
    """The last row of a header where it names all columns by itself, whatever merged cells stand above it."""
    last = max((leaf.head.row for leaf in leaves), default=0)
    row = [leaf for leaf in leaves if leaf.head.row == last][-len(expected) :]
    return row if sorted(leaf.label.key or "" for leaf in row) == sorted(expected) and last else None


def _ordered(
    leaves: Sequence[_Leaf], group: HeadCell | None, form: TableForm, stated: bool
) -> list[_Leaf] | None:
    rows = {leaf.head.row for leaf in leaves}
    if stated and len(rows) > 1 and group:
        return _by_rows(leaves, group, form)
    if stated and len(rows) > 1:
        return _without_group(leaves, form)
    if stated and len(leaves) == len(form.columns) and all(leaf.label.key for leaf in leaves):
        return list(leaves)
    return _by_sequence(leaves, group, form)


def _by_rows(leaves: Sequence[_Leaf], group: HeadCell, form: TableForm) -> list[_Leaf] | None:
    """What stands left of the group comes before its columns, which stand in the rows below, and the rest behind them."""
    above = [leaf for leaf in leaves if leaf.head.row < group.row]
    if any(_outer_place(leaf, form) is None for leaf in above):
        return None
    beside = [leaf for leaf in leaves if leaf.head.row == group.row]
    left = [leaf for leaf in above if _outer_place(leaf, form) == 0]
    left += [leaf for leaf in beside if leaf.head.at < group.at]
    right = [leaf for leaf in beside if leaf.head.at > group.at]
    right += [leaf for leaf in above if _outer_place(leaf, form) == 1]
    if len(left) > _outer_count(form, 0) or len(right) > _outer_count(form, 1):
        return None
    return [*left, *(leaf for leaf in leaves if leaf.head.row > group.row), *right]


def _without_group(leaves: Sequence[_Leaf], form: TableForm) -> list[_Leaf] | None:
    """The outer columns in the first row, those of the group, whose label is missing, in the rows below."""
    first = min(leaf.head.row for leaf in leaves)
    beside = [leaf for leaf in leaves if leaf.head.row == first]
    if [_outer_place(leaf, form) for leaf in beside] != list(_outer_places(form).values()):
        return None
    left = _outer_count(form, 0)
    return [*beside[:left], *(leaf for leaf in leaves if leaf.head.row > first), *beside[left:]]


def _by_sequence(leaves: Sequence[_Leaf], group: HeadCell | None, form: TableForm) -> list[_Leaf] | None:
    """The order of cells that come one behind the other: column by column as they are, row by row with what stands right
    of the group before its columns."""
    places = [_outer_place(leaf, form) for leaf in leaves]
    ends, left = [n for n, place in enumerate(places) if place == 1], _outer_count(form, 0)
    if len(ends) > _outer_count(form, 1) or places[left:].count(0):
        return None
    if not ends:
        return list(leaves) if all(leaf.label.key for leaf in leaves) else None
    end, behind = ends[0], ends[-1] + 1
    if behind - end > len(ends):
        return None
    if behind == len(leaves):
        before = [leaf for leaf in leaves if group and leaf.head[:2] < group[:2]]
        is_whole = len(before) == left or (not before and places[0] is None)
        in_order = tuple(leaf.label.key for leaf in leaves) == _columns(form)
        return list(leaves) if not group or is_whole or in_order else None
    if end > left or (group and not _is_between(group, leaves[:end], leaves[end])):
        return None
    return [*leaves[:end], *leaves[behind:], *leaves[end:behind]]


def _is_between(group: HeadCell, left: Sequence[_Leaf], right: _Leaf) -> bool:
    return all(leaf.head[:2] < group[:2] for leaf in left) and group[:2] < right.head[:2]


def _outer_place(leaf: _Leaf, form: TableForm) -> int | None:
    """0 for a column that officially stands before the group, 1 for one behind it, None for one inside."""
    return _outer_places(form).get(leaf.label.key or "")


@lru_cache(maxsize=16)
def _outer_places(form: TableForm) -> dict[str, int]:
    inside = next((n for n, column in enumerate(form.columns) if column.path), 0)
    return {column.key: int(n > inside) for n, column in enumerate(form.columns) if not column.path}


def _outer_count(form: TableForm, place: int) -> int:
    """How many columns stand before the group (0), or behind it (1)."""
    return list(_outer_places(form).values()).count(place)
