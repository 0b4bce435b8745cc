"""A header whose labels came in pieces, as in the text of a PDF in raw order: whether the pieces are those of the official
header, and whether anything speaks against the official order of its columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gdlint.model.document import Cell
from gdlint.model.form import TableForm
from gdlint.model.wording import plain


class _Begin(NamedTuple):
    """Where the first piece of a label stands: its line, how many pieces that line holds, and its place there."""

    line: int
    pieces: int
    place: int


def is_official_in_pieces(cells: Sequence[Cell], form: TableForm) -> bool:
    """The cells hold just the letters of the official labels, and their first pieces come in official order wherever they
    tell an order: side by side in one line, or each in a line of its own."""
    heads = [plain(head) for head in form.heads]
    lines = [cell.text.split() for cell in cells if not any(plain(cell.text) in head for head in heads)]
    letters = Counter(letter for line in lines for piece in line for letter in plain(piece))
    if letters != _letters(form):
        return False
    begins = _begins(lines, form)
    return begins is not None and all(_in_order(one, other) for one, other in _to_compare(begins, form))


@lru_cache(maxsize=16)
def _letters(form: TableForm) -> Counter[str]:
    labels = [*(column.label for column in form.columns), *(group.label for group in form.column_groups)]
    return Counter(letter for label in labels for letter in plain(label))


def _begins(lines: Sequence[Sequence[str]], form: TableForm) -> list[_Begin] | None:
    """Where each column's label begins, in official order; None where that is not told."""
    begins = []
    for column in form.columns:
        word = plain(column.label)
        found = [
            _Begin(n, len(line), place)
            for n, line in enumerate(lines)
            for place, piece in enumerate(line)
            if word.startswith(plain(piece)) and len(plain(piece)) > 1
        ]
        if len(found) != 1:
            return None
        begins.append(found[0])
    return begins


def _to_compare(begins: Sequence[_Begin], form: TableForm) -> Iterator[tuple[_Begin, _Begin]]:
    """The labels whose order counts: the outer ones with each other, and those below one group."""
    outer = [begin for begin, column in zip(begins, form.columns, strict=True) if not column.path]
    yield from pairwise(outer)
    inner = [begin for begin, column in zip(begins, form.columns, strict=True) if column.path]
    for n, one in enumerate(inner):
        for other in inner[n + 1 :]:
            yield one, other


def _in_order(one: _Begin, other: _Begin) -> bool:
    if one.line == other.line:
        return one.place < other.place
    return one.line < other.line or one.pieces > 1 or other.pieces > 1
