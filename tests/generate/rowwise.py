"""Shapes that put one row on a line (bars and Markdown); for tabs see tabbed.py."""

import random

from .frame import random_style, report
from .layout import Grid, Row
from .model import Made


def pipe(made: Made, rng: random.Random) -> str:
    """A report in, Markdown with rectangular pipe tables out."""

    def print_table(grid: Grid) -> str:
        lines = [f"| {' | '.join(_texts(row, keep=True))} |" for row in grid]
        return "\n".join((lines[0], "|" + "---|" * len(grid[0].cells), *lines[1:]))

    return report(made, rng, random_style(rng, markdown=True), print_table)


def bar_padded(made: Made, rng: random.Random) -> str:
    """A report in, text with rows such as `a | b | c` out."""
    return _bars(made, rng, "", " | ")


def bar_bare(made: Made, rng: random.Random) -> str:
    """A report in, text with rows such as `a|b|c` out."""
    return _bars(made, rng, "", "|")


def bar_leading(made: Made, rng: random.Random) -> str:
    """A report in, text with rows such as `| a | b | c` out."""
    return _bars(made, rng, "| ", " | ")


def _bars(made: Made, rng: random.Random, start: str, bar: str) -> str:
    """What begins a row and what parts its cells in, the text (merged cells all kept or all gone) out."""
    keep = rng.random() < 0.5

    def print_table(grid: Grid) -> str:
        return "\n".join(start + bar.join(_texts(row, keep=keep)) for row in grid)

    return report(made, rng, random_style(rng), print_table)


def _texts(row: Row, *, keep: bool) -> list[str]:
    """A row in, its texts, with or without "" for merged-away cells, out."""
    return [cell if isinstance(cell, str) else "" for cell in row.cells if keep or isinstance(cell, str)]
