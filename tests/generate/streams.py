"""Text as it is taken from a PDF in raw order: one cell a line, values now behind their labels, now before them, now in
columns."""

import random
from collections.abc import Iterator
from typing import Final

from .frame import sections_of
from .layout import Grid, Row
from .model import Made
from .prose import chinese_date

_LONG: Final = 14
"""letters; longer labels run over two lines, and are often drawn late"""


def raw(made: Made, rng: random.Random) -> str:
    """A report in, its text as of a PDF in raw order out."""
    blocks = [made.title, made.intro or "统计期限为全年。"]
    for section, grid in sections_of(made):
        blocks += [section.heading, *section.paragraphs]
        if grid:
            blocks += _table(grid, section.key, rng)
    if made.signature:
        body, day = made.signature
        blocks += [body, chinese_date(day)]
    return "\n\n".join(blocks) + "\n"


def _table(grid: Grid, table: str, rng: random.Random) -> Iterator[str]:
    style = rng.choice(("in order", "late labels", "columns", "values first"))
    rows = list(grid)
    while rows:
        size = rng.randint(3, 12)
        page, rows = rows[:size], rows[size:]
        yield from _page(page, style if table == "applications" or rng.random() < 0.5 else "in order", rng)


def _page(rows: list[Row], style: str, rng: random.Random) -> Iterator[str]:
    late: list[str] = []
    data = [row for row in rows if row.kind == "data"]
    if style == "columns" and len(data) > 2 and len({len(_values(row)) for row in data}) == 1:
        for row in rows:
            if row.kind != "data":
                yield from _texts(row)
        yield from ("\n".join(column) for column in zip(*map(_values, data), strict=True))
        for row in data:
            yield from map(_broken, _labels(row))
        return
    for row in rows:
        if row.kind != "data":
            yield from _texts(row)
            continue
        labels, values = [_broken(label) for label in _labels(row)], _values(row)
        if style == "late labels" and any(len(label) > _LONG for label in labels):
            late += labels
            yield from values
        elif style == "values first" and rng.random() < 0.5:
            yield from (*values, *labels)
        else:
            yield from (*labels, *values)
    yield from late


def _texts(row: Row) -> list[str]:
    return [cell for cell in row.cells if isinstance(cell, str) and cell]


def _labels(row: Row) -> list[str]:
    return [cell for cell in row.cells[: row.labels] if isinstance(cell, str) and cell]


def _values(row: Row) -> list[str]:
    return [cell for cell in row.cells[row.labels :] if isinstance(cell, str)]


def _broken(label: str) -> str:
    return label if len(label) <= _LONG else f"{label[:_LONG]}\n{label[_LONG:]}"
