"""Reports in which no figure stands twice, so that a figure that moved is always noticed."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeVar

from generate import Made, random_report
from generate.figures import Row, Table, Tables
from generate.forms import (
    APPLICANTS,
    APPLICATION_COLUMNS,
    APPLICATIONS,
    DISCLOSURE,
    LITIGATION_COLUMNS,
    LITIGATION_GROUPS,
    OUTCOMES,
    result_rows,
)

_LEAST: Final = 9
"""smaller numbers stand in labels and page marks"""
EXTRA: Final = "866"
"""a figure that no report has"""
_YEARS: Final = range(2000, 2100)
_MOST: Final = (99, 999, 999, 4999)
Figures = TypeVar("Figures")


class Pool:
    """Numbers that were not given out before; where a share is given, zeros but for that share."""

    def __init__(self, rng: random.Random, share: float = 1.0, most: int = 0) -> None:
        self.rng, self.share, self.most = rng, share, most
        self.used = {*_YEARS, int(EXTRA)}

    def draw(self, most: int | None = None) -> int:
        """A new number (up to a bound), or zero, out."""
        if self.rng.random() >= self.share:
            return 0
        while True:
            number = self.rng.randint(_LEAST, most or self.most or self.rng.choice(_MOST))
            if number not in self.used:
                self.used.add(number)
                return number

    def take(self, numbers: list[int]) -> bool:
        """Sums in, whether all of them are new (they are used then) out; among zeros, sums need not be new."""
        if self.share < 1:
            return min(numbers) >= 0
        new = set(numbers)
        if len(new) < len(numbers) or new & self.used or min(numbers) < _LEAST:
            return False
        self.used |= new
        return True


@lru_cache(maxsize=512)
def unique_report(seed: int, template: int) -> Made:
    """A number and a template in, a report without blanks whose figures all differ out; in every fourth, no sum holds."""
    rng = random.Random(f"{template} {seed}")
    fill = free_tables if seed % 4 == 3 else balanced_tables
    made = random_report(rng, template)
    return replace(made, tables=fill(Pool(rng), template), told=frozenset())


@lru_cache(maxsize=512)
def sparse_report(seed: int, template: int) -> Made:
    """A number and a template in, a report with few figures but zeros, and with sums that hold, out: where cells run
    together, no other can be read."""
    rng = random.Random(f"sparse {template} {seed}")
    made = random_report(rng, template)
    tables = balanced_tables(Pool(rng, share=0.08, most=99), template)
    return replace(made, tables=tables, told=frozenset())


def balanced_tables(pool: Pool, template: int) -> Tables:
    """Figures whose sums hold."""
    return {
        "disclosure": _disclosure(pool, template),
        "applications": _until_new(pool, lambda: _applications(pool, template)),
        "litigation": {group: _until_new(pool, lambda: _group(pool)) for group in LITIGATION_GROUPS},
    }


def free_tables(pool: Pool, template: int) -> Tables:
    """Figures of which no sum holds."""
    return {
        "disclosure": _disclosure(pool, template),
        "applications": {row.key: _drawn(pool, APPLICATION_COLUMNS) for row in APPLICATIONS[template]},
        "litigation": {group: _drawn(pool, LITIGATION_COLUMNS) for group in LITIGATION_GROUPS},
    }


def _drawn(pool: Pool, columns: tuple[str, ...]) -> Row:
    return {column: str(pool.draw()) for column in columns}


def _disclosure(pool: Pool, template: int) -> Table:
    return {
        row: {column: _figure(pool, column) for column, _ in clause.columns}
        for clause in DISCLOSURE[template]
        for row, _ in clause.rows
    }


def _figure(pool: Pool, column: str) -> str:
    if column == "amount":
        return f"{pool.draw()}.{pool.rng.randint(11, 98)}"
    number = pool.draw(99 if column == "change" else None)
    return str(-number if column == "change" and pool.rng.random() < 0.5 else number)


def _until_new(pool: Pool, make: Callable[[], Figures | None]) -> Figures:
    """What is made first of numbers that are all new; numbers of a vain attempt are given back."""
    while True:
        before = set(pool.used)
        made = make()
        if made is not None:
            return made
        pool.used = before


def _group(pool: Pool) -> Row | None:
    counts = [pool.draw() for _ in OUTCOMES]
    total = sum(counts)
    return _row(LITIGATION_COLUMNS, [*counts, total]) if pool.take([total]) else None


def _applications(pool: Pool, template: int) -> Table | None:
    """Section three from its result rows: the other rows follow from them, the totals from the columns."""
    rows = {
        key: [pool.draw() for _ in APPLICANTS]
        for key in (*result_rows(template), "carried_in", "carried_out")
    }
    results = [rows[key] for key in result_rows(template)]
    rows["total"] = [sum(column) for column in zip(*results, strict=True)]
    moved = zip(rows["total"], rows["carried_out"], rows["carried_in"], strict=True)
    rows["new"] = [total + left - before for total, left, before in moved]
    sums = [sum(row) for row in rows.values()]
    if not pool.take([*rows["total"], *rows["new"], *sums]):
        return None
    return {
        row.key: _row(APPLICATION_COLUMNS, [*rows[row.key], sum(rows[row.key])])
        for row in APPLICATIONS[template]
    }


def _row(columns: tuple[str, ...], numbers: list[int]) -> Row:
    return {column: str(number) for column, number in zip(columns, numbers, strict=True)}
