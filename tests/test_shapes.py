"""One report, nine physical shapes: the same tables, and nothing to complain of."""

import pytest

from generate import SHAPES
from support.generated import REPORTS, complaints, differences, made_from, printed

CHUNK = 20


@pytest.mark.parametrize("first", range(0, REPORTS, CHUNK))
@pytest.mark.parametrize("shape", SHAPES)
def test_every_cell_is_read(shape: str, first: int) -> None:
    wrong = {}
    for seed in range(first, first + CHUNK):
        made = made_from(seed)
        if found := differences(made, printed(made, shape, seed)):
            wrong[seed] = found[:5]
    assert wrong == {}


@pytest.mark.parametrize("first", range(0, REPORTS, CHUNK))
@pytest.mark.parametrize("shape", SHAPES)
def test_a_right_report_has_no_errors_and_no_warnings(shape: str, first: int) -> None:
    found = {
        seed: said
        for seed in range(first, first + CHUNK)
        if (said := complaints(printed(made_from(seed), shape, seed)))
    }
    assert found == {}
