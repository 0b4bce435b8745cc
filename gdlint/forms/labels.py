"""Finding the official row or column of a printed label: by its wording, then by its place among those found."""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from gdlint.lexicon.likeness import is_label, is_label_left, likeness, one_edit_apart
from gdlint.model.fast import Remembered
from gdlint.model.form import TableForm
from gdlint.model.identical import Identical
from gdlint.model.wording import plain, unnumbered, without_note

LONGEST_LABEL = 100
"""characters; a longer text is no misprint of a label"""


class _Entryway(NamedTuple):
    words: tuple[tuple[str, str], ...]
    """(compared official label, key), in official order"""
    exact: Mapping[str, tuple[str, ...]]
    """compared wording, with or without number -> keys"""


class Entryway(Identical, _Entryway):
    """The official labels of a table in their order: wording as compared, key, and the wordings that lead to it. Compared by
    identity."""

    __slots__ = ()


@lru_cache(maxsize=16)
def row_labels(table: TableForm) -> Entryway:
    """The rows of a table."""
    return _entryway((text, row.key) for row in table.rows for text in (row.label, *row.aliases))


@lru_cache(maxsize=16)
def column_labels(table: TableForm) -> Entryway:
    """The columns of a table; the label of a group before its own, with a dash or a blank between, changes nothing."""
    way = _entryway(
        (text, column.key) for column in table.columns for text in (column.label, *column.aliases)
    )
    grouped = {
        plain(group + column.label): (column.key,) for column in table.columns for group in column.path
    }
    return way if grouped.keys() <= way.exact.keys() else Entryway(way.words, {**grouped, **way.exact})


@lru_cache(maxsize=16)
def group_labels(table: TableForm) -> Mapping[str, str | None]:
    """The labels over rows that have no values of their own, and the key of their group."""
    groups = {}
    for group in table.row_groups:
        groups[plain(group.label)] = group.key
        groups.setdefault(unnumbered(plain(group.label)), group.key)
    return groups


class RowLabel(NamedTuple):
    """What a text says as the label of a row: the key and the note that `find_exact` finds, and whether it is the label of a group."""

    key: str | None
    note: str
    is_group: bool


@lru_cache(maxsize=16)
def labels_of_rows(table: TableForm) -> Mapping[str, RowLabel]:
    """What texts say as labels of rows."""
    return Remembered(partial(_row_label, way=row_labels(table), groups=group_labels(table)), 8192)


def _row_label(text: str, way: Entryway, groups: Container[str]) -> RowLabel:
    return RowLabel(*find_exact(text, way), plain(text) in groups)


def _entryway(labels: Iterable[tuple[str, str]]) -> Entryway:
    words, exact = [], dict[str, tuple[str, ...]]()
    for text, key in labels:
        word = plain(text)
        words.append((word, key))
        for wording in dict.fromkeys((word, unnumbered(word), plain(without_note(text)[0]))):
            if key not in exact.get(wording, ()):
                exact[wording] = (*exact.get(wording, ()), key)
    return Entryway(tuple(words), exact)


def among(way: Entryway, keys: Sequence[str]) -> Entryway:
    """The same labels, only those of some keys."""
    return Entryway(tuple((word, key) for word, key in way.words if key in keys), way.exact)


@lru_cache(maxsize=8192)
def find_exact(text: str, way: Entryway) -> tuple[str | None, str]:
    """The key of a label that is worded officially, and its bracketed note; the key is None where none or several fit."""
    keys = way.exact.get(plain(text))
    if keys:
        return (keys[0] if len(keys) == 1 else None), ""
    bare, note = without_note(text)
    if note:
        keys = way.exact.get(plain(bare))
        if keys and len(keys) == 1:
            return keys[0], note
    return None, ""


@lru_cache(maxsize=8192)
def wording_is_official(text: str, official: tuple[str, ...]) -> bool:
    """The label is one of these wordings, apart from its number, punctuation, blanks and a bracket behind it."""
    word = unnumbered(plain(text))
    bare = unnumbered(plain(without_note(text)[0]))
    return any(
        word == unnumbered(plain(label))
        or bare in (unnumbered(plain(label)), unnumbered(plain(without_note(label)[0])))
        for label in official
    )


def align(
    texts: Sequence[str], found: Sequence[str | None], way: Entryway, *, short: bool = False
) -> list[str | None]:
    """Give each label without a key the official one that is missing at its place, where only one fits clearly.

    `found` holds the keys of labels that are worded officially; they are the anchors. Where labels may be as short as two
    letters (`short`), one that is one edit apart from the only official one missing at its place is that. Returns the keys
    of all.
    """
    keys = list(found)
    if not any(text and key is None for text, key in zip(texts, found, strict=True)):
        return keys
    order = {key: n for n, key in enumerate(dict.fromkeys(key for _, key in way.words))}
    taken = {key for key in found if key}
    above = _next_anchors(found, order)
    below = -1
    for i, text in enumerate(texts):
        if keys[i] is None and text and len(taken) < len(order):
            gap = [key for key, n in order.items() if below < n < above[i] and key not in taken]
            rest = gap or [key for key in order if key not in taken]
            in_place = bool(gap) or (short and len(rest) == 1)
            key = _best(text, rest, way, in_place, short)
            if key:
                keys[i] = key
                taken.add(key)
        below = order.get(keys[i] or "", below)
    return keys


def _next_anchors(found: Sequence[str | None], order: Mapping[str, int]) -> list[int]:
    """For each label the official place of the next one behind it that is worded officially."""
    above = []
    anchor = len(order)
    for key in reversed(found):
        above.append(anchor)
        anchor = order.get(key or "", anchor)
    return above[::-1]


def _best(text: str, candidates: Sequence[str], way: Entryway, in_place: bool, short: bool) -> str | None:
    scores = likenesses(text, way)
    best = max(candidates, key=lambda key: scores[key], default=None) if scores else None
    if best is None:
        return None
    runner_up = max((score for key, score in scores.items() if key != best), default=0.0)
    if is_label(scores[best], runner_up):
        return best
    if (numbered := _of_number(text, way)) in candidates:
        return numbered
    if not in_place or len(candidates) > 1:
        return None
    word = plain(without_note(text)[0])
    near = short and any(key == best and one_edit_apart(word, official) for official, key in way.words)
    return best if near or is_label_left(scores[best], runner_up) else None


@lru_cache(maxsize=4096)
def _of_number(text: str, way: Entryway) -> str | None:
    """The key of the only official label of the same number that is one edit apart from it (（七）合计)."""
    word = plain(without_note(text)[0])
    bare = unnumbered(word)
    number = word.removesuffix(bare)
    found = {
        key
        for official, key in way.words
        if number and official == number + unnumbered(official) and one_edit_apart(bare, unnumbered(official))
    }
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def likenesses(text: str, way: Entryway) -> Mapping[str, float]:
    """How much a label resembles each official one, by key; empty where it is too long for a label."""
    bare, note = without_note(text)
    numbered = plain(bare if note else text)
    word = unnumbered(numbered)
    scores: dict[str, float] = {}
    for label, key in way.words if len(word) <= LONGEST_LABEL else ():
        like = max(likeness(word, unnumbered(label)), likeness(numbered, label))
        scores[key] = max(scores.get(key, 0.0), like)
    return scores
