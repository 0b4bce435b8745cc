"""A header over several rows with one group of columns in it (法人或其他组织), whose columns stand below its label."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.columns import Header, bind_labels, head_words
from gdlint.forms.labels import column_labels, find_exact
from gdlint.lexicon.likeness import is_group, likeness
from gdlint.model.document import Cell, Grid, Row
from gdlint.model.form import TableForm
from gdlint.model.wording import plain

_BEGINS = 2


class Head(NamedTuple):
    """One cell of a header: its row and its place in that row."""

    row: int
    at: int
    cell: Cell


def grouped_header(rows: Sequence[Row], form: TableForm) -> Header:
    """The columns of a header in the order of their values.

    Where the file states rows, what stands left of the group comes before it and what stands right behind it; where it
    does not, and for labels in other rows than the group, the official place of the outer columns decides.
    """
    heads = list(_joined(list(_heads(rows, form)), form))
    group = next((head for head in heads if _is_group(head.cell.text, form)), None)
    heads = [head for head in heads if head is not group]
    if group is None and len({head.row for head in heads}) < 2:
        ordered = heads
    else:
        ordered = _ordered(heads, group, form, stated=rows[0].grid in (Grid.STATED, Grid.ROWS))
    labels = bind_labels([head.cell for head in ordered], form, [column.key for column in form.columns], None)
    return Header(tuple(label.key or "" for label in labels), tuple(labels), None)


def _heads(rows: Sequence[Row], form: TableForm) -> Iterator[Head]:
    words = head_words(form)
    for n, row in enumerate(rows):
        for at, cell in enumerate(row.cells):
            if cell.text and plain(cell.text) not in words:
                yield Head(n, at, cell)


def _joined(heads: Sequence[Head], form: TableForm) -> Iterator[Head]:
    """The cells, those put together that are one label only as a whole (a line break fell into it)."""
    n = 0
    while n < len(heads):
        head = heads[n]
        whole = head.cell.text + heads[n + 1].cell.text if n + 1 < len(heads) else ""
        if whole and not _known(head.cell.text, form) and _known(whole, form):
            yield head._replace(cell=head.cell._replace(text=whole))
            n += 2
        else:
            yield head
            n += 1


def _known(text: str, form: TableForm) -> bool:
    return find_exact(text, column_labels(form))[0] is not None or plain(text) in _group_words(form)


@lru_cache(maxsize=16)
def _group_words(form: TableForm) -> frozenset[str]:
    return frozenset(plain(group.label) for group in form.column_groups)


def _is_group(text: str, form: TableForm) -> bool:
    """The label of the group, or a misprint of it."""
    word = plain(text)
    if word in _group_words(form):
        return True
    return find_exact(text, column_labels(form))[0] is None and any(
        word[:_BEGINS] == official[:_BEGINS] or is_group(likeness(word, official))
        for official in _group_words(form)
    )


def _ordered(heads: Sequence[Head], group: Head | None, form: TableForm, *, stated: bool) -> list[Head]:
    last = max(head.row for head in heads) if heads else 0
    below = group.row + 1 if group else last
    flat = below > last
    inner: list[Head] = []
    outer: list[Head] = []
    for head in heads:
        own = _outer_place(head, form) is not None
        under = (
            (not own and (group is None or head[:2] > group[:2]))
            if flat
            else head.row == last or (head.row >= below and not own)
        )
        (inner if under else outer).append(head)
    before: list[Head] = []
    behind: list[Head] = []
    for head in outer:
        place = _outer_place(head, form)
        left = head.at < group.at if group and stated and not flat and head.row == group.row else place == 0
        (before if left else behind).append(head)
    return [*sorted(before, key=_at), *inner, *sorted(behind, key=_at)]


def _at(head: Head) -> int:
    return head.at


def _outer_place(head: Head, form: TableForm) -> int | None:
    """0 for a column that officially stands before the group, 1 for one behind it, None for one inside."""
    key = find_exact(head.cell.text, column_labels(form))[0]
    return _outer_places(form).get(key or "")


@lru_cache(maxsize=16)
def _outer_places(form: TableForm) -> dict[str, int]:
    inside = next((n for n, column in enumerate(form.columns) if column.path), 0)
    return {column.key: int(n > inside) for n, column in enumerate(form.columns) if not column.path}
