"""Which columns a header names, in the order in which their values stand."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.labels import align, among, column_labels, find_exact, wording_is_official
from gdlint.model.document import Cell, Row
from gdlint.model.fast import new
from gdlint.model.form import TableForm, Type
from gdlint.model.report import Label
from gdlint.model.wording import plain


class Header(NamedTuple):
    """The value columns of a part: their keys in the order of the values ("" for one that no form has), the printed
    labels, and the index of the cell of the first column in the header row (None where the columns do not stand side
    by side in one row)."""

    columns: tuple[str, ...]
    labels: tuple[Label, ...]
    first: int | None


@lru_cache(maxsize=16)
def head_words(form: TableForm) -> frozenset[str]:
    """Compared words of a header that head no column: the corner, 信息内容, 申请人情况."""
    return frozenset(plain(text) for text in form.heads)


def simple_header(
    rows: Sequence[Row], form: TableForm, expected: Sequence[str], template: int | None
) -> Header:
    """A header of one row without groups: every cell but the stub heads a column."""
    heads = head_words(form)
    stubs = [n for n, row in enumerate(rows) if any(plain(cell.text) in heads for cell in row.cells)]
    rows = rows[stubs[-1] :] if stubs else rows
    cells = [
        (i, cell)
        for row in rows
        for i, cell in enumerate(row.cells)
        if cell.text and plain(cell.text) not in heads
    ]
    labels = bind_labels([cell for _, cell in cells], form, expected, template)
    columns = tuple(label.key or "" for label in labels)
    indices = [i for i, _ in cells]
    side_by_side = bool(cells) and len(cells) == indices[-1] - indices[0] + 1
    return Header(columns, tuple(labels), indices[0] if side_by_side else None)


def bind_labels(
    cells: Sequence[Cell], form: TableForm, expected: Sequence[str], template: int | None
) -> list[Label]:
    """Header cells in the order of their columns as labels; a label without a key heads no official column."""
    texts = tuple(cell.text for cell in cells)
    read = _read_labels(texts, form, tuple(expected), template)
    return [new(Label, cell + rest) for cell, rest in zip(cells, read, strict=True)]


@lru_cache(maxsize=2048)
def _read_labels(
    texts: tuple[str, ...], form: TableForm, expected: tuple[str, ...], template: int | None
) -> list[tuple[str | None, str | None, bool, str]]:
    """Key, official label, whether it is worded officially, and note of each label: the rest of a `Label`."""
    way = column_labels(form)
    found = [find_exact(text, way) for text in texts]
    keys = [key for key, _ in found]
    if None in keys and not set(expected) <= set(keys):
        keys = _last_one(align(texts, keys, among(way, expected)), expected)
    read = []
    for text, key, (_, note) in zip(texts, keys, found, strict=True):
        official = column_wordings(form, key, template)
        exact = bool(official) and wording_is_official(text, official)
        read.append((key, official[0] if official else None, exact, note))
    return read


def _last_one(keys: list[str | None], expected: Sequence[str]) -> list[str | None]:
    """Where all other labels stand in their official places, one or two left over are the columns left over."""
    wrong = [n for n, key in enumerate(keys) if key != expected[n]] if len(keys) == len(expected) else []
    if len(wrong) <= len(keys) // 3 and all(keys[n] is None for n in wrong):
        for n in wrong:
            keys[n] = expected[n]
    return keys


@lru_cache(maxsize=512)
def column_wordings(form: TableForm, key: str | None, template: int | None) -> tuple[str, ...]:
    """The official labels of a column, those of a template where the two differ."""
    columns = [column for column in form.columns if column.key == key]
    fitting = [column for column in columns if template in column.templates] or columns
    return tuple(text for column in fitting for text in (column.label, *column.aliases))


@lru_cache(maxsize=512)
def column_types(form: TableForm, columns: tuple[str, ...], template: int | None) -> tuple[Type, ...]:
    """The types of the figures in some columns."""
    found = (form.column(column, template) for column in columns)
    return tuple(column.type if column else "count" for column in found)
