"""A row of a table that a page breaks is one row, and a figure that had no room in its first half is whole or unknown."""

import pytest

from gdlint.readers.drawn.blocks import PageBox, RuledCell, RuledTable
from gdlint.readers.drawn.joining import joined
from gdlint.readers.drawn.lattice import Area
from gdlint.readers.drawn.sheet import Box

SPOT = PageBox(1, Box(0, 0, 1, 1))


def table(*rows: tuple[str, ...]) -> RuledTable:
    """Texts row by row in, a table with a column for each out."""
    cells = [
        RuledCell(Area(n, m, 1, 1), text, SPOT) for n, row in enumerate(rows) for m, text in enumerate(row)
    ]
    return RuledTable(tuple(100.0 * m for m in range(len(rows[0]) + 1)), len(rows), tuple(cells))


@pytest.mark.parametrize(
    ("upper", "lower", "row"),
    [
        (("一、本年新收", "3", "14", "1655"), ("申请数量", "", "", "9"), ("一、本年新收申请数量", "3", "14", "16559")),
        (("一、本年新收", "3", "14", "1655"), ("", "", "", "9"), ("一、本年新收", "3", "14", "16559")),
        (("一、本年新收", "3", "1400", "1655"), ("", "", "", "9"), ("一、本年新收", "3", "1400", "16559")),
        (("一、本年新收", "3", "14000", "1655"), ("", "", "", "9"), ("一、本年新收", "3", "14000", "1655\n9")),
        (("一、本年新收", "3", "14", "16"), ("", "", "", "9"), ("一、本年新收", "3", "14", "16\n9")),
        (("一、本年新收", "3", "14", "16"), ("", "5", "9", "9"), ("一、本年新收", "3\n5", "14\n9", "16\n9")),
    ],
)  # fmt: skip
def test_a_broken_row_is_one(upper: tuple[str, ...], lower: tuple[str, ...], row: tuple[str, ...]) -> None:
    whole = joined(table(upper), table(lower))
    assert whole is not None
    assert (whole.rows, tuple(cell.text for cell in whole.cells)) == (1, row)


@pytest.mark.parametrize(
    "lower",
    [
        ("二、上年结转", "1", "2", "3"),
        ("", "", "", ""),
        ("（二）部分公开", "", "", "9"),
    ],
)
def test_a_row_of_its_own_stays_one(lower: tuple[str, ...]) -> None:
    whole = joined(table(("一、本年新收", "3", "", "1655")), table(lower, ("三、结转", "1", "2", "3")))
    assert whole is not None
    assert whole.rows == 3
