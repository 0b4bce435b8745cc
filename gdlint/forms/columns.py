"""Which columns a header names, in the order in which their values stand."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple, TypeVar

from gdlint.forms.labels import (
    align,
    among,
    column_labels,
    find_exact,
    likenesses,
    row_labels,
    wording_is_official,
)
from gdlint.forms.values import HeaderPlace
from gdlint.forms.wrapped import HeadCell, head_cells
from gdlint.lexicon.likeness import is_head as is_like_head
from gdlint.lexicon.likeness import likeness, one_edit_apart
from gdlint.lexicon.table_cells import heads_numbers
from gdlint.model.document import STATED_ROWS, Cell, Row
from gdlint.model.fast import new
from gdlint.model.form import TableForm, Template, Type
from gdlint.model.report import Label
from gdlint.model.wording import plain, without_note

T = TypeVar("T")


class Header(NamedTuple):
    """The value columns of a part: their keys in the order of the values ("" for one that no form has, or one of several
    under the same label), the printed labels, the place of the first column in the header row (None where the columns do
    not stand side by side in one row), and whether the header tells the order of its columns. `at` are the columns of a stated
    grid over which the labels stand, each right of the one before; none where the header does not tell them. Where `width` is
    not 0, values belong to these places alone, in rows of a grid so wide. `spare` is how many cells head no official column."""

    columns: tuple[str, ...]
    labels: tuple[Label, ...]
    first: HeaderPlace | None
    ordered: bool = True
    at: tuple[int, ...] = ()
    width: int = 0
    spare: int = 0


def stated_columns(heads: Sequence[HeadCell], rows: Sequence[Row]) -> tuple[int, ...]:
    """The columns of a stated grid in which the cells of a header stand; none where they do not rise."""
    if not all(row.columns for row in rows):
        return ()
    rising = all(one.at < other.at for one, other in pairwise(heads))
    return tuple(head.at for head in heads) if rising else ()


@lru_cache(maxsize=16)
def head_words(form: TableForm) -> frozenset[str]:
    """Compared words of a header that head no column: the corner, 信息内容, 申请人情况."""
    return frozenset(plain(text) for text in form.heads)


def is_head(text: str, form: TableForm) -> bool:
    """A word of a header that heads no column of values, or a misprint of one; also what holds no word at all (a stray mark, a
    number)."""
    word = plain(text)
    return (
        not word
        or word.isdigit()
        or heads_numbers(text)
        or word in head_words(form)
        or _resembles_head(text, form)
    )


@lru_cache(maxsize=1024)
def _resembles_head(text: str, form: TableForm) -> bool:
    if find_exact(text, column_labels(form))[0]:
        return False
    word = plain(without_note(text)[0])
    column = max(likenesses(text, column_labels(form)).values(), default=0.0)
    return any(
        is_like_head(likeness(word, head), column) or (one_edit_apart(word, head) and not column)
        for head in head_words(form)
    )


def simple_header(
    rows: Sequence[Row],
    form: TableForm,
    expected: Sequence[str],
    template: Template | None,
    pieces: Sequence[Row] = (),
) -> Header:
    """A header of one row without groups: every cell but the stub heads a column. In `pieces` labels may go on."""
    stubs = [
        n for n, row in enumerate(rows) if any(plain(cell.text) in head_words(form) for cell in row.cells)
    ]
    rows = rows[stubs[-1] :] if stubs else rows
    heads = printed_once(head_cells(rows, partial(_known, form), pieces), lambda head: head.cell.text)
    cells = [head for head in heads if not is_head(head.cell.text, form)]
    labels = told_apart(bind_labels([head.cell for head in cells], form, expected, template))
    if may_have_moved(labels, expected) and rows[0].grid not in STATED_ROWS:
        return Header((), tuple(labels), None, ordered=False)
    at = stated_columns(cells, rows)
    return Header(columns_of(labels), tuple(labels), _first(cells, rows), ordered=bool(cells), at=at)


def printed_once(heads: Sequence[T], said: Callable[[T], str]) -> Sequence[T]:
    """The cells of a header that is printed twice, as behind a page break, once; `said` is what is compared of each."""
    half = len(heads) // 2
    texts = list(map(said, heads))
    return heads[half:] if half > 1 and texts[:half] == texts[half:] else heads


def _known(form: TableForm, text: str) -> bool:
    return find_exact(text, column_labels(form))[0] is not None or plain(text) in head_words(form)


def _first(cells: Sequence[HeadCell], rows: Sequence[Row]) -> HeaderPlace | None:
    if not cells or len({head.row for head in cells}) > 1 or rows[0].columns:
        return None
    first = cells[0]
    side_by_side = len(cells) == cells[-1].at - first.at + 1
    return HeaderPlace(first.at, len(rows[first.row].cells)) if side_by_side else None


def told_apart(labels: Sequence[Label]) -> list[Label]:
    """Labels of columns; of several under one label nobody knows which of them it is, so that none has its key."""
    counts = Counter(label.key for label in labels)
    return [label._replace(key=None) if counts[label.key] > 1 else label for label in labels]


def may_have_moved(labels: Sequence[Label], expected: Sequence[str]) -> bool:
    """One label stands twice and another one nowhere, and those between stand one too far: where labels do not stand over their
    columns, they may as well be those of the values beside theirs."""
    texts = [plain(label.text) for label in labels if label.key is None]
    if len(set(texts)) == len(texts):
        return False
    return any(label.key not in (None, own) for label, own in zip(labels, expected, strict=False))


def columns_of(labels: Sequence[Label]) -> tuple[str, ...]:
    """The keys of columns, "" for one that no form has."""
    return tuple(label.key or "" for label in labels)


def bind_labels(
    cells: Sequence[Cell], form: TableForm, expected: Sequence[str], template: Template | None
) -> list[Label]:
    """Header cells in the order of their columns as labels; a label without a key heads no official column."""
    texts = tuple(cell.text for cell in cells)
    read = _read_labels(texts, form, tuple(expected), template)
    return [new(Label, cell + rest) for cell, rest in zip(cells, read, strict=True)]


@lru_cache(maxsize=2048)
def _read_labels(
    texts: tuple[str, ...], form: TableForm, expected: tuple[str, ...], template: Template | None
) -> list[tuple[str | None, str | None, bool, str]]:
    """Key, official label, whether it is worded officially, and note of each label: the rest of a `Label`."""
    way = column_labels(form)
    found = [find_exact(text, way) for text in texts]
    keys = [key for key, _ in found]
    if None in keys and not set(expected) <= set(keys):
        keys = align(texts, keys, among(way, expected), short=True)
    read = []
    for text, key, (_, note) in zip(texts, keys, found, strict=True):
        official = column_wordings(form, key, template)
        exact = bool(official) and wording_is_official(text, official)
        read.append((key, official[0] if official else None, exact, note))
    return read


@lru_cache(maxsize=512)
def column_wordings(form: TableForm, key: str | None, template: Template | None) -> tuple[str, ...]:
    """The official labels of a column, those of a template where the two differ."""
    columns = [column for column in form.columns if column.key == key]
    fitting = [column for column in columns if template in column.templates] or columns
    wordings = (text for column in fitting for text in (column.label, *column.aliases))
    return (*wordings, *(group + column.label for column in fitting for group in column.path))


@lru_cache(maxsize=1024)
def expected_columns(
    form: TableForm, heads: tuple[str, ...], names: tuple[str, ...], clause: str, template: Template | None
) -> tuple[str, ...]:
    """The columns of the official part that is most like a printed one: by the texts of its header and of its rows, and its clause."""
    words = {plain(text) for text in heads}
    way = row_labels(form)
    keys = {find_exact(text, way)[0] for text in names}
    wanted = plain(clause)

    def score(item: int) -> tuple[int, int, int]:
        official = form.parts[item]
        alike = len(words & _part_words(form, item)) + len(keys.intersection(official.rows))
        return alike, int(plain(official.clause) == wanted), int(template in official.templates)

    return form.parts[max(range(len(form.parts)), key=score)].columns


@lru_cache(maxsize=64)
def _part_words(form: TableForm, item: int) -> frozenset[str]:
    """The compared labels of the columns of a part, with and without the bracket at their end."""
    part = form.parts[item]
    labels = [c.label for c in form.columns if c.key in part.columns and part.templates & c.templates]
    return frozenset(plain(text) for label in labels for text in (label, without_note(label)[0]))


@lru_cache(maxsize=512)
def column_types(form: TableForm, columns: tuple[str, ...], template: Template | None) -> tuple[Type, ...]:
    """The types of the figures in some columns."""
    found = (form.column(column, template) for column in columns)
    return tuple(column.type if column else "count" for column in found)
