"""Where the cells of a row stand together, also beside a blank one that began in a row above."""

import pytest

from gdlint.model.document import Cell, extent_of

ABOVE = Cell("", 5, 5)


@pytest.mark.parametrize(
    ("cells", "extent"),
    [
        ([Cell("1", 20, 21), Cell("2", 22, 23)], (20, 23)),
        ([Cell("1", 20, 21), ABOVE], (20, 21)),
        ([ABOVE, Cell("1", 20, 21), Cell("", 22, 22)], (20, 21)),
        ([Cell("", 20, 20), ABOVE], (5, 20)),
    ],
)
def test_a_blank_cell_counts_only_beside_blank_ones(cells: list[Cell], extent: tuple[int, int]) -> None:
    assert extent_of(cells) == extent
