"""Whether a file leaves any number of blank cells around values."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from gdlint.lexicon.table_figures import is_figure
from gdlint.model.document import Cell, Grid, Part, Row

_SEVERAL = 3
"""fewer figures do not tell a row of values"""
_TEXT = itemgetter(0)


def is_ragged(parts: Iterable[Part]) -> bool:
    """Rows with one count of figures, and labels in one place, differ in length."""
    rows = [row for part in parts for row in part.rows if row.grid is Grid.ROWS]
    lengths: dict[tuple[int, int, int], int] = {}
    for row in rows if _differ(rows) else ():
        if found := _values(row.cells):
            length = len(row.cells)
            if lengths.setdefault((row.run, *found), length) != length:
                return True
    return False


def _differ(rows: Sequence[Row]) -> bool:
    """Not all rows of a run have one length."""
    return len({(row.run, len(row.cells)) for row in rows}) > len({row.run for row in rows})


def _values(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The place of the last label and the number of values; None unless those stand side by side."""
    texts = list(map(_TEXT, cells))
    figures = [n for n, text in enumerate(texts) if is_figure(text)]
    if len(figures) < _SEVERAL or figures[-1] - figures[0] + 1 != len(figures):
        return None
    first = figures[0]
    return (next((n for n in range(first - 1, -1, -1) if texts[n]), -1), len(figures))
