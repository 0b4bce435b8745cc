"""One deliberate mistake in the text of a real report, with what a linter must then say.

The places of figures and labels come from gdlint's own reading of the untouched seed (`test_seeds.py` checks that);
what must be said comes from the careful reader's truth and from the printed text.
"""

import random
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from gdlint.model.report import Entry
from generate.forms import APPLICATIONS, DISCLOSURE, FULL_WIDTH_ROWS, rows_of

from .extent import extent
from .findings import Fact
from .oracle import broken_sums
from .samples import Cells, Seed, Where, bound
from .strips import position_is_certain

PER_KIND: Final = extent(50, 3)
_BLANKS: Final = ("", "", " ", "\xa0", "\u3000")


@dataclass(frozen=True)
class Edit:
    """An edited text; every fact of `must` has to be said of it, or for a figure all of `instead`, and of `may` any."""

    text: str
    what: str
    must: frozenset[Fact]
    touched: frozenset[Where]
    may: frozenset[Fact] = frozenset()
    instead: frozenset[Fact] = field(default=frozenset())


def change_figure(seed: Seed, rng: random.Random) -> Edit:
    """A seed in, the same with one other count out."""
    place, value = rng.choice([(p, v) for p, v in _known(seed).items() if isinstance(v, int)])
    others = (value + 1, value + 2, 2 * value, 10 * value + 7, value - 1)
    new = rng.choice([count for count in others if 0 <= count != value])
    cells = _with(seed.cells, place, new)
    return Edit(
        _with_figure(seed, place, str(new)),
        f"{'.'.join(place)}: {value} -> {new}",
        _new_sums(seed, cells),
        frozenset({place}),
    )


def blank_figure(seed: Seed, rng: random.Random) -> Edit:
    """A seed in, the same with one value left blank out.

    Where the row by itself, and the rows above and below it, allow several places for its values, a finding that
    says so may stand instead.
    """
    place = rng.choice([place for place, value in _known(seed).items() if value != ""])
    text = _with_figure(seed, place, rng.choice(_BLANKS))
    certain = position_is_certain(seed, place)
    return Edit(
        text,
        f"{'.'.join(place)}: blank",
        frozenset({Fact("GD310", *place)}),
        frozenset({place}),
        instead=frozenset() if certain else frozenset({Fact("GD320", place.table, _row_of(place))}),
    )


def drop_row(seed: Seed, rng: random.Random) -> Edit:
    """A seed in, the same without one row of sections two or three, with all its printed lines, out."""
    entry = rng.choice(
        [entry for name in ("disclosure", "applications") for entry in _bound_rows(seed, name)]
    )
    key, table = str(entry.label.key), entry.table
    start, end = _row_lines(seed, entry)
    return Edit(
        seed.text[:start] + seed.text[end:],
        f"{table}.{key}: dropped",
        _unless_unreadable(seed, Fact("GD302", table, key)),
        frozenset(Where(table, key, column) for column in seed.cells[table][key]),
    )


def swap_labels(seed: Seed, rng: random.Random) -> Edit:
    """A seed in, the same with the labels of two rows exchanged out.

    Both are worded officially, stand in one piece, and are of one kind: below the same clause of section two, or
    alike in section three (over the whole width, results without a group, or results in a group).
    """
    table, upper, lower = rng.choice(_pairs(seed))
    one, other = (_entry(seed, table, key).label for key in (upper, lower))
    text = seed.text
    text = text[: one.start] + other.text + text[one.end : other.start] + one.text + text[other.end :]
    cells = deepcopy(seed.cells)
    cells[table][upper], cells[table][lower] = cells[table][lower], cells[table][upper]
    order = rows_of(table, seed.template)
    between = order[order.index(upper) + 1 : order.index(lower)]
    return Edit(
        text,
        f"{table}: {upper} <-> {lower}",
        _new_sums(seed, cells) | _unless_unreadable(seed, Fact("GD307", table, upper)),
        frozenset(Where(table, key, column) for key in (upper, lower) for column in cells[table][key]),
        may=frozenset(Fact("GD307", table, key) for key in between),
    )


def double_table(seed: Seed, rng: random.Random) -> Edit:
    """A seed in, the same with one table printed twice, the copy right below it or at the end of its section, out."""
    name = rng.choice(sorted(seed.report.tables))
    table = seed.report.tables[name]
    start = seed.text.rfind("\n", 0, table.start) + 1
    end = _line_end(seed.text, table.end)
    copy = seed.text[start:end].rstrip("\n")
    gap = "\n" * rng.randint(2, 4)
    return Edit(
        seed.text[:end].rstrip("\n") + gap + copy + "\n" + seed.text[end:],
        f"{name}: twice, {len(gap) - 1} blank lines between",
        frozenset({Fact("GD309", name)}),
        frozenset(),
    )


EDITS: Final[dict[str, Callable[[Seed, random.Random], Edit]]] = {
    "change_figure": change_figure,
    "blank_figure": blank_figure,
    "drop_row": drop_row,
    "swap_labels": swap_labels,
    "double_table": double_table,
}


def _known(seed: Seed) -> dict[Where, float | str]:
    """A seed in, the cells that gdlint reads with their true values out."""
    return {place: seed.cells[place.table][place.row][place.column] for place in bound(seed.report)}


def _with(cells: Cells, place: Where, value: int | str) -> Cells:
    """Cells, a place and a new value in, new cells out."""
    new = deepcopy(cells)
    new[place.table][place.row][place.column] = value
    return new


def _with_figure(seed: Seed, place: Where, printed: str) -> str:
    """A seed, a place and what to print there in, the text out."""
    figure = bound(seed.report)[place]
    return seed.text[: figure.start] + printed + seed.text[figure.end :]


def _new_sums(seed: Seed, cells: Cells) -> frozenset[Fact]:
    """A seed and changed cells in, the sums that broke out."""
    return broken_sums(cells, seed.template) - broken_sums(seed.cells, seed.template)


def _unless_unreadable(seed: Seed, fact: Fact) -> frozenset[Fact]:
    """A fact about the rows of a table in; it, or nothing where the table has rows that cannot be read, out.

    GD302 and GD307 yield to GD320, which stands there before and after the edit.
    """
    return frozenset() if fact.table in {table for table, _ in seed.short_rows} else frozenset({fact})


def _row_of(place: Where) -> str:
    """The row that a finding about an unreadable row names: section four is one row without a name."""
    return "" if place.table == "litigation" else place.row


def _entry(seed: Seed, table: str, key: str) -> Entry:
    """The printed row of a key."""
    return next(entry for entry in seed.report.tables[table].entries if entry.label.key == key)


def _bound_rows(seed: Seed, table: str) -> list[Entry]:
    """The printed rows whose cells are all known."""
    return [entry for entry in seed.report.tables[table].entries if entry.label.key in seed.cells[table]]


def _row_lines(seed: Seed, entry: Entry) -> tuple[int, int]:
    """A printed row in, the start and end of all its lines out, with the second half of a label that was cut in two."""
    text = seed.text
    start = text.rfind("\n", 0, entry.label.start) + 1
    while not _tabular(text, start):
        before = text.rfind("\n", 0, start - 1) + 1
        if not text[before:start].strip("\n"):
            break
        start = before
    end = _line_end(text, max([entry.label.end, *(figure.end for figure in entry.figures.values())]))
    following = re.match(r"\n*\t+[^\t\n\d]+\t*\n", text[end:]) if _tabular(text, start) else None
    return start, end + (following.end() if following else 0)


def _tabular(text: str, start: int) -> bool:
    """The line that begins here holds several cells."""
    return "\t" in text[start : _line_end(text, start)].strip()


def _line_end(text: str, at: int) -> int:
    """A place in, the place behind the end of its line out."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _pairs(seed: Seed) -> list[tuple[str, str, str]]:
    """A seed in, every (table, upper row, lower row) whose labels can be exchanged out."""
    kinds: dict[str, list[tuple[str, ...]]] = {
        "disclosure": [tuple(key for key, _ in clause.rows) for clause in DISCLOSURE[seed.template]],
        "applications": _alike(seed.template),
    }
    pairs = []
    for table, groups in kinds.items():
        fit = {entry.label.key for entry in _bound_rows(seed, table) if _in_one_piece(seed, entry)}
        for group in groups:
            keys = [key for key in group if key in fit]
            pairs += [(table, upper, lower) for i, upper in enumerate(keys) for lower in keys[i + 1 :]]
    return pairs


def _alike(template: int) -> list[tuple[str, ...]]:
    """A template in, the rows of section three by the place of their labels out."""
    rows = APPLICATIONS[template]
    return [
        tuple(row.key for row in rows if row.key in FULL_WIDTH_ROWS),
        tuple(row.key for row in rows if row.key not in FULL_WIDTH_ROWS and row.group is None),
        tuple(row.key for row in rows if row.group is not None),
    ]


def _in_one_piece(seed: Seed, entry: Entry) -> bool:
    """The label is worded officially, and no page break cuts it."""
    label = entry.label
    return label.exact and not label.note and seed.text[label.start : label.end] == label.text
