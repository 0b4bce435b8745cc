"""The physical shapes of a table in a text file, one module each: runs of lines in, rows out.

A shape takes the lines from an index on and answers with the rows that it read and the index behind them, or with
None where no line of its shape begins there. Shapes know labels only as words of the vocabulary.
"""

from gdlint.syntax.shapes.barred import barred
from gdlint.syntax.shapes.joined import joined
from gdlint.syntax.shapes.plain import plain_cells
from gdlint.syntax.shapes.scan import Found, Scan, Shape
from gdlint.syntax.shapes.spaced import spaced
from gdlint.syntax.shapes.tabbed import tabbed

SHAPES: tuple[Shape, ...] = (tabbed, barred, spaced, plain_cells, joined)

__all__ = ["SHAPES", "Found", "Scan", "Shape", "shapes_in"]


def shapes_in(scan: Scan) -> list[Shape]:
    """The shapes that tables of a text may have: those whose separators stand in it, and those without any."""
    there: dict[Shape, bool] = {tabbed: scan.tabbed, barred: scan.barred, spaced: scan.spaced}
    return [shape for shape in SHAPES if there.get(shape, True)]
