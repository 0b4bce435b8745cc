"""In which order the values of the table of section four stand below labels of groups and outcomes that come one after the other."""

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from gdlint.forms.columns import printed_once
from gdlint.model.document import Cell
from gdlint.model.form import TableForm

_EXCHANGED = 2


class PrintedLabel(NamedTuple):
    """A label: its cell, its row and place there, and its key ("" for the word over two groups)."""

    cell: Cell
    row: int
    at: int
    key: str
    group: bool


def order_of(tokens: Sequence[PrintedLabel], form: TableForm, *, read_by_rows: bool) -> list[tuple[str, str]]:
    """The (row, column) of each value in their order; none where the labels do not tell it. Where they are `read_by_rows`, those of
    a row come from left to right."""
    tokens = printed_once(tokens, attrgetter("key"))
    size = len(form.columns)
    outcomes = [token.key for token in tokens if not token.group]
    chunks = [outcomes[n : n + size] for n in range(0, len(outcomes), size)]
    groups = _groups(tokens, form, len(chunks), read_by_rows)
    if len(chunks) != len(groups) or any(len(set(chunk)) != size for chunk in chunks):
        return []
    if not come_alike(chunks):
        return []
    if groups[0] != form.rows[0].key and any(chunk != chunks[0] for chunk in chunks):
        # The outcomes of the groups need not come in the order of these.
        return []
    return [(group, key) for group, chunk in zip(groups, chunks, strict=True) for key in chunk]


def come_alike(chunks: Sequence[Sequence[str]]) -> bool:
    """The outcomes of all groups, "" for one that is not known, come in one order, but for two that are exchanged: where more
    stand elsewhere, a label is missing here and one too many there."""
    others = (
        sum(1 for pair in zip(*two, strict=False) if "" not in pair and len({*pair}) > 1)
        for two in pairwise(chunks)
    )
    return all(number <= _EXCHANGED for number in others)


def _groups(tokens: Sequence[PrintedLabel], form: TableForm, number: int, read_by_rows: bool) -> list[str]:
    """The groups in the order of their values, of which there are so many; none where that is not told."""
    size, first = len(form.columns), form.rows[0].key
    placed = [
        (token, sum(1 for other in tokens[:n] if not other.group))
        for n, token in enumerate(tokens)
        if token.group
    ]
    named = [(token.key, before) for token, before in placed if token.key]
    keys = [key for key, _ in named]
    if any(before % size for _, before in placed) or len(set(keys)) != len(keys):
        return []
    suits = [key for key in keys if key != first]
    if len(suits) != len(form.rows) - 1:
        return []
    befores = [before for _, before in named]
    if befores == [n * size for n in range(number)] or (
        first not in keys and number == len(keys) and not any(befores)
    ):
        return keys
    if first not in keys:
        # Outcomes at the very begin, with nothing over them, are those of the group whose label is missing.
        bare = not tokens[0].group and tokens[0].row == tokens[0].at == 0
        return [first, *suits] if bare and befores == [size] * len(suits) else []
    over = next((n for n, (token, _) in enumerate(placed) if not token.key), None)
    begin = next(n for n, (token, _) in enumerate(placed) if token.key == first)
    if keys[0] == first and (over is None or over > begin):
        return keys if befores[1:] == [befores[-1]] * len(suits) and befores[-1] in (0, size) else []
    # The word over the suits, or the suits, stand left of the reconsiderations in one row.
    left = 0 if over is None else over
    in_row = left < begin and placed[left][0].row == placed[begin][0].row
    return [*suits, first] if read_by_rows and in_row and not any(befores) else []
