"""Shapes that put one row on a line (bars, blanks and Markdown); for tabs see tabbed.py."""

import random

from .frame import random_style, report
from .layout import Grid, Row
from .model import Made


def pipe(made: Made, rng: random.Random) -> str:
    """A report in, Markdown with rectangular pipe tables out."""

    def print_table(grid: Grid) -> str:
        return _piped([_texts(row, keep=True) for row in grid])

    return report(made, rng, random_style(rng, markdown=True), print_table)


def pipe_blank(made: Made, rng: random.Random) -> str:
    """A report in, Markdown as converters write it, with a blank first row above each table, out."""

    def print_table(grid: Grid) -> str:
        return _piped([[""] * len(grid[0].cells), *(_texts(row, keep=True) for row in grid)])

    return report(made, rng, random_style(rng, markdown=True), print_table)


def _piped(rows: list[list[str]]) -> str:
    """Rows of cells in, a pipe table whose first row is the head out."""
    lines = [f"| {' | '.join(texts)} |" for texts in rows]
    return "\n".join((lines[0], "|" + "---|" * len(rows[0]), *lines[1:]))


def spaced(made: Made, rng: random.Random) -> str:
    """A report in, text with rows such as `a   b   c` out; empty cells leave no trace."""
    gap = " " * rng.randint(2, 6)

    def print_table(grid: Grid) -> str:
        return "\n".join(gap.join(filter(None, _texts(row, keep=False))) for row in grid)

    return report(made, rng, random_style(rng), print_table)


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
