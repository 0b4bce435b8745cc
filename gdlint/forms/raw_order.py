"""The rows of a text without rows, each with the values that are its own: text taken from a PDF in raw order prints some values
before their label, or far behind it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, dropwhile, groupby
from operator import itemgetter
from typing import NamedTuple

from gdlint.forms.anchors import START, Link, doubtful
from gdlint.forms.counted_rows import counted
from gdlint.forms.labels import group_labels
from gdlint.forms.printed_rows import PrintedRow
from gdlint.forms.row_order import official_rows, rank_of
from gdlint.forms.table_parts import HeadedPart
from gdlint.model.document import Cell, Grid
from gdlint.model.form import TableForm, Template
from gdlint.model.wording import plain


class Settled(NamedTuple):
    """A row with its part and its key, and whether its values may be those of another row."""

    section: HeadedPart
    row: PrintedRow
    key: str | None
    doubted: bool


class _Linked(NamedTuple):
    """A row with its part and its key, its values, what it is among the others, whether those seem to be others', and whether its
    label may have changed places with one over rows."""

    section: HeadedPart
    row: PrintedRow
    key: str | None
    values: Sequence[Cell]
    link: Link
    doubted: bool = False
    strayed: bool = False


def settled(
    form: TableForm,
    printed: Sequence[tuple[HeadedPart, PrintedRow]],
    keys: Sequence[str | None],
    template: Template | None,
) -> list[Settled]:
    """The rows of a table with their keys. Where a text without rows does not print all values behind their labels, only those
    labels are certain that have the values beside them that are their own by number, too."""
    rows = [Settled(*pair, key, False) for pair, key in zip(printed, keys, strict=True)]
    if not any(row.row.grid is Grid.NONE for _, row in printed):
        return rows
    found: list[Settled] = []
    for official, stretches in groupby(_stretches(form, rows, template), key=itemgetter(0)):
        linked = [item for _, stretch in stretches for item in stretch]
        found += (
            _settled(linked, len(official)) if any(item.doubted for item in linked) else map(_as_is, linked)
        )
    return found


def _as_is(item: _Linked) -> Settled:
    return Settled(item.section, item.row, item.key, item.doubted)


def _stretches(
    form: TableForm, rows: Sequence[Settled], template: Template | None
) -> Iterator[tuple[tuple[str, ...], list[_Linked]]]:
    """The rows below each header, with the official ones of that part of the table: a part without a header goes on with the one
    before."""
    begins = [bool(row.section.part.heads) and row.section is not last for row, last in _with_last(rows)]
    every = {row.key for row in rows}
    for _, several in groupby(zip(rows, accumulate(begins), strict=True), key=itemgetter(1)):
        stretch = [row for row, _ in several if row.key or row.row.valued]
        if not stretch:
            continue
        section = stretch[0].section
        linked = [_linked(form, row, len(section.columns), template) for row in stretch]
        own = [row.key for row in stretch if row.key]
        official = official_rows(form, own[0] if own else None, template)
        doubts = doubtful(
            [item.link for item in linked],
            first=START if section.part.heads else None,
            rows=len(official),
            elsewhere={official.index(key) for key in every - {*own} if key in official},
        )
        if any(doubts) and _is_whole(form, linked, len(official)):
            doubts = [False] * len(doubts)
        yield (
            official,
            [
                item._replace(doubted=True) if doubt or item.strayed else item
                for item, doubt in zip(linked, doubts, strict=True)
            ],
        )


def _is_whole(form: TableForm, rows: Sequence[_Linked], official: int) -> bool:
    """All official rows stand there in their order, some labels of groups right above their first rows, each with one row of
    values behind it."""
    places = [item.link.place for item in rows if item.link.labelled]
    if places != list(range(official)) or any(item.link.values != item.link.width for item in rows):
        return False
    following = [*rows[1:], None]
    return all(
        item.link.labelled or (below and _first_in_group(form, item.row.label.text) == below.key)
        for item, below in zip(rows, following, strict=True)
    )


def _first_in_group(form: TableForm, label: str) -> str:
    """The key of the first row in a group; "" where the label is that of none."""
    word = plain(label)
    return next((row.key for row in form.rows if word and word in map(plain, row.path)), "")


def _with_last(rows: Sequence[Settled]) -> Iterator[tuple[Settled, HeadedPart | None]]:
    """Each row with the part of the one before."""
    return zip(rows, [None, *(row.section for row in rows)], strict=False)


def _linked(form: TableForm, item: Settled, width: int, template: Template | None) -> _Linked:
    section, row, key, _ = item
    values = [cell for cell in row.row.cells[row.at + 1 :] if cell.text]
    labelled = bool(row.label.text) and (key is not None or plain(row.label.text) not in group_labels(form))
    broken = row.label.end - row.label.start > len(row.label.text)
    link = Link(labelled, rank_of(form, key, template), len(values), width, broken)
    return _Linked(section, row, key, values, link, strayed=_follows_later_group(form, row, key))


def _follows_later_group(form: TableForm, row: PrintedRow, key: str | None) -> bool:
    """Right behind a label over rows that all come later: the two may have changed places."""
    if not row.groups or key is None:
        return False
    before = set(map(plain, row.groups))
    below = dropwhile(lambda other: other.key != key, form.rows)
    own = next(below).path
    return any(plain(group) in before and group not in own for other in below for group in other.path)


def _settled(rows: Sequence[_Linked], official: int) -> Iterator[Settled]:
    """The rows with the values that are their own, and what is left of values as rows without a label."""
    counts = counted([item.link for item in rows], official)
    starts = [None if item.strayed else start for item, start in zip(rows, counts, strict=True)]
    width = rows[0].link.width
    values = [cell for item in rows for cell in item.values]
    taken = {cell for start in starts if start is not None for cell in values[start : start + width]}
    for item, start in zip(rows, starts, strict=True):
        rest = [cell for cell in item.values if cell not in taken]
        if start is not None:
            yield Settled(item.section, item.row.with_values(values[start : start + width]), item.key, False)
            if rest:
                yield Settled(item.section, item.row.without_label(rest), None, False)
        elif len(rest) == len(item.values):
            doubted = item.link.labelled if len(rest) == width else item.doubted
            yield Settled(item.section, item.row, item.key, doubted)
        elif rest or item.key:
            yield Settled(item.section, item.row.with_values(rest), item.key, item.link.labelled)
