"""Whether a file leaves as many blank cells around the values of a row as around those of the rows like it.

Where it does not, a blank cell at an end of a row may be a value that is missing as well as one of those.
"""

from collections.abc import Iterable, Sequence

from gdlint.model.document import Cell, Grid, Part

_SEVERAL = 3
"""fewer figures do not tell a row of values"""


def is_ragged(parts: Iterable[Part]) -> bool:
    """Rows with one count of figures, and labels in one place, differ in length."""
    lengths: dict[tuple[int, int, int], int] = {}
    for part in parts:
        for row in part.rows:
            if row.grid is Grid.ROWS and (found := _values(row.cells)):
                length = len(row.cells)
                if lengths.setdefault((row.run, *found), length) != length:
                    return True
    return False


def _values(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The place of the last label and the number of values; None unless those stand side by side."""
    figures = [n for n, cell in enumerate(cells) if cell.text.isdigit()]
    if len(figures) < _SEVERAL or figures[-1] - figures[0] + 1 != len(figures):
        return None
    labels = [n for n, cell in enumerate(cells[: figures[0]]) if cell.text]
    return (labels[-1] if labels else -1, len(figures))
