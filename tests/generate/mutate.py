"""One deliberate mistake in a report, with the findings that it must lead to.

No mutation touches a cell that the prose repeats, so the text never contradicts the tables. In the shape
`blank_cell` a blank cell leaves no trace: `blank_figure` can be seen there only as a row that is too short.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from .figures import Tables
from .forms import APPLICATIONS, TABLES, columns_of, rows_of
from .identities import Expected, failed
from .model import Made


@dataclass(frozen=True)
class Mutation:
    """A changed report, what was changed in words, and the findings (`Expected`) that must follow."""

    made: Made
    kind: str
    description: str
    expected: frozenset[Expected]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the expected findings."""
        return frozenset(finding.code for finding in self.expected)


def change_figure(made: Made, rng: random.Random, table: str | None = None) -> Mutation:
    """A report in, the same with one other count in `applications` or `litigation` out.

    `table` names one of the two; IndexError if the prose repeats every cell of it.
    """
    names = ("applications", "litigation") if table is None else (table,)
    name, row, column = rng.choice(list(_free_cells(made, names)))
    old = int(made.tables[name][row][column])
    others = (old - 1, old + 1, old + 2, 2 * old, 10 * old + 7)
    new = rng.choice([count for count in others if 0 <= count != old])
    changed = replace(made, tables=_with_cell(made.tables, (name, row, column), str(new)))
    return Mutation(changed, "change_figure", f"{name}.{row}.{column}: {old} -> {new}", failed(changed))


def blank_figure(made: Made, rng: random.Random, table: str | None = None) -> Mutation:
    """A report in, the same with one blank value cell (in the table named, or in any) out."""
    cell = rng.choice(list(_free_cells(made, TABLES if table is None else (table,))))
    changed = replace(made, tables=_with_cell(made.tables, cell, ""))
    finding = Expected("GD310", *cell)
    return Mutation(changed, "blank_figure", f"{'.'.join(cell)}: blank", frozenset({finding}))


def drop_row(made: Made, rng: random.Random, table: str | None = None) -> Mutation:
    """A report in, the same without one row of `disclosure` or `applications` (or the one named) out."""
    names = ("disclosure", "applications") if table is None else (table,)
    told = {(name, row) for name, row, _ in made.told}
    rows = [(name, row) for name in names for row in rows_of(name, made.template) if (name, row) not in told]
    name, row = rng.choice(rows)
    changed = replace(made, dropped=made.dropped | {(name, row)})
    return Mutation(changed, "drop_row", f"{name}.{row}: dropped", frozenset({Expected("GD302", name, row)}))


def swap_labels(made: Made, rng: random.Random) -> Mutation:
    """A report in, the same with the labels of two result rows of one group exchanged out.

    Both rows are parts of the same sum, so no identity fails, only the order; `expected` names the upper row.
    """
    rows = [row for row in APPLICATIONS[made.template] if row.is_result and row.key != "other_handling"]
    pairs = [(a.key, b.key) for a, b in combinations(rows, 2) if a.group == b.group]
    upper, lower = rng.choice(pairs)
    swapped = {("applications", upper): lower, ("applications", lower): upper}
    changed = replace(made, relabelled={**made.relabelled, **swapped})
    finding = Expected("GD307", "applications", upper)
    return Mutation(changed, "swap_labels", f"applications: {upper} <-> {lower}", frozenset({finding}))


def double_table(made: Made, rng: random.Random) -> Mutation:
    """A report in, the same with one table printed twice out."""
    table = rng.choice(TABLES)
    changed = replace(made, doubled=made.doubled | {table})
    return Mutation(changed, "double_table", f"{table}: twice", frozenset({Expected("GD309", table)}))


MUTATIONS: dict[str, Callable[[Made, random.Random], Mutation]] = {
    "change_figure": change_figure,
    "blank_figure": blank_figure,
    "drop_row": drop_row,
    "swap_labels": swap_labels,
    "double_table": double_table,
}


def _free_cells(made: Made, names: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """A report and tables in, the cells out that the prose does not repeat, neither blank nor dropped."""
    for name in names:
        for row in rows_of(name, made.template):
            for column in columns_of(name, row, made.template):
                gone = (name, row) in made.dropped or not made.tables[name][row][column]
                if not gone and (name, row, column) not in made.told:
                    yield name, row, column


def _with_cell(tables: Tables, cell: tuple[str, str, str], text: str) -> Tables:
    """Tables, a place and its new text in, new tables out."""
    name, row, column = cell
    return {**tables, name: {**tables[name], row: {**tables[name][row], column: text}}}
