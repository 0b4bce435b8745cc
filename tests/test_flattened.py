"""Generated reports as they come out of PDF files and web pages: nothing is misread, and nothing wrongly complained of."""

import pytest

from generate import FLATTENED
from support.flattened import REPORTS, read

LEAST = {"layout": 1.0, "raw": 0.5, "folded": 0.85}
"""the share of all cells that is read; what is lost in raw order and in joined cells nobody can know"""


@pytest.mark.parametrize("shape", FLATTENED)
def test_no_cell_is_misread_and_no_error_is_false(shape: str) -> None:
    result = read(shape, REPORTS)
    assert result.misread == []
    assert result.complaints == []


@pytest.mark.parametrize("shape", FLATTENED)
def test_most_cells_are_read(shape: str) -> None:
    result = read(shape, REPORTS)
    assert result.read / result.cells >= LEAST[shape]
