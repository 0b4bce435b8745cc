"""Shapes that put one cell on a line."""

import random
from typing import NamedTuple

from .frame import Style, random_style, report
from .layout import ABOVE, LEFT, Cell, Grid, Merged, Row
from .model import Made

_LONG_HEADER = 6
_PADS = ("", "", " ", "\xa0", "\u3000", "\u3000 ")


class _TabStyle(NamedTuple):
    """What varies in `tab_cell`: lines for cells merged with the row above, padded values, broken headers."""

    keep_above: bool
    padded: bool
    broken: bool


def tab_cell(made: Made, rng: random.Random) -> str:
    """A report in, text with one cell a line behind a tab and an empty line after each row out."""
    style = _TabStyle(rng.random() < 0.6, rng.random() < 0.5, rng.random() < 0.5)

    def print_table(grid: Grid) -> str:
        rows = ("\n".join("\t" + cell for cell in _tab_cells(row, style, rng)) for row in grid)
        return "\n\n".join(rows)

    return report(made, rng, random_style(rng, snug=True), print_table)


def _tab_cells(row: Row, style: _TabStyle, rng: random.Random) -> list[str]:
    """A row in, what stands behind its tabs out."""
    texts: list[str] = []
    for index, cell in enumerate(row.cells):
        if cell is LEFT or (cell is ABOVE and not style.keep_above):
            continue
        text = "" if isinstance(cell, Merged) else cell
        if row.is_value(index):
            text = _padded(text, rng) if style.padded else text
        elif style.broken and row.kind == "header":
            text = _broken(text)
        texts.append(text)
    return texts


def _padded(text: str, rng: random.Random) -> str:
    """A value in, the same between blanks of some kind out."""
    return rng.choice(_PADS) + text + rng.choice(_PADS)


def _broken(header: str) -> str:
    """A header in, the same over two lines if it is one of the long ones that begin with 本年 out."""
    if not header.startswith("本年") or len(header) < _LONG_HEADER:
        return header
    cut = 3 if header.startswith("本年新") else 4
    return f"{header[:cut]}\n{header[cut:]}"


def blank_cell(made: Made, rng: random.Random) -> str:
    """A report in, text with an empty line between any two cells out; empty cells leave no trace."""

    def print_table(grid: Grid) -> str:
        return "\n\n".join(cell for row in grid for cell in row.cells if isinstance(cell, str) and cell)

    indent = random_style(rng).indent
    return report(made, rng, Style(False, "\n\n", False, indent), print_table)


def line_cell(made: Made, rng: random.Random) -> str:
    """A report in, text with one cell a line and nothing between out; empty cells leave no trace."""

    def print_table(grid: Grid) -> str:
        return "\n".join(cell for row in grid for cell in row.cells if isinstance(cell, str) and cell)

    return report(made, rng, random_style(rng), print_table)


def bar_cell(made: Made, rng: random.Random) -> str:
    """A report in, text with one cell a line that ends in a bar out."""
    return _barred(made, rng, " ")


def bar_own_line(made: Made, rng: random.Random) -> str:
    """A report in, text with one cell a line and its bar on the next line out."""
    return _barred(made, rng, "\n")


def _barred(made: Made, rng: random.Random, between: str) -> str:
    """A report in, text with one cell a line out; `between` parts a cell from its bars."""
    joined, row_gap = rng.random() < 0.5, rng.choice(("\n", "\n\n"))

    def print_table(grid: Grid) -> str:
        rows = (_with_bars(row.cells, joined=joined) for row in grid)
        return row_gap.join(
            "\n".join(f"{text}{between}{bars}".lstrip() for text, bars in row) for row in rows
        )

    return report(made, rng, random_style(rng), print_table)


def _with_bars(cells: tuple[Cell, ...], *, joined: bool) -> list[tuple[str, str]]:
    """Cells in, (text, bars) pairs out; merged-away cells add a bar to the one before or stand alone."""
    pairs: list[tuple[str, str]] = []
    for cell in cells:
        if isinstance(cell, str):
            pairs.append((cell, "|"))
        elif joined and pairs:
            text, bars = pairs[-1]
            pairs[-1] = (text, bars + "|")
        else:
            pairs.append(("", "|"))
    return pairs
