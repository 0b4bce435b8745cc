"""Cells that are drawn apart from each other make the same table as cells that share their rules."""

from itertools import product

import pytest

from gdlint.readers.drawn.lattice import Lattice, lattices
from gdlint.readers.drawn.sheet import Box, RulingLine
from gdlint.readers.drawn.spacing import spacing

COLUMNS, ROWS = 4, 3
Rules = tuple[list[RulingLine], list[RulingLine]]


def drawn(*boxes: Box) -> Rules:
    """Boxes in, the rules around each of them out."""
    across = [RulingLine(at, box.left, box.right) for box in boxes for at in (box.top, box.bottom)]
    down = [RulingLine(at, box.top, box.bottom) for box in boxes for at in (box.left, box.right)]
    return across, down


def cells(apart: float, width: float = 60, height: float = 20) -> list[Box]:
    """How far cells are apart, how wide and high they are, in, the boxes of a table's cells out."""
    places = product(range(ROWS), range(COLUMNS))
    corners = [(50 + column * (width + apart), 50 + row * (height + apart)) for row, column in places]
    return [Box(left, top, left + width, top + height) for left, top in corners]


def framed(boxes: list[Box], apart: float) -> list[Box]:
    """Boxes in, the same and a frame around them out."""
    first, last = boxes[0], boxes[-1]
    return [
        *boxes,
        Box(first.left - apart, first.top - apart, last.right + apart, last.bottom + apart),
    ]


def only(rules: Rules) -> Lattice:
    """Rules in, the one table that they draw out."""
    (found,) = lattices(*rules)
    return found


@pytest.mark.parametrize("frame", [False, True])
@pytest.mark.parametrize("apart", [0, 2, 3.75, 5.25, 7.5])
def test_cells_apart_are_those_of_one_table(apart: float, frame: bool) -> None:
    boxes = cells(apart)
    table = only(drawn(*(framed(boxes, apart) if frame else boxes)))
    assert (len(table.xs) - 1, len(table.ys) - 1, len(table.areas)) == (COLUMNS, ROWS, COLUMNS * ROWS)


def test_a_cell_over_two_columns_is_one_cell() -> None:
    boxes = cells(5.25)
    merged = Box(boxes[0].left, boxes[0].top, boxes[1].right, boxes[1].bottom)
    table = only(drawn(merged, *boxes[2:]))
    assert [area.columns for area in table.areas][:3] == [2, 1, 1]


@pytest.mark.parametrize(
    ("apart", "width", "height", "expected"),
    [(0, 60, 20, 0), (0, 60, 10, 0), (0, 11, 20, 0), (5.25, 60, 20, 5.25), (13, 60, 20, 0)],
)
def test_low_rows_and_narrow_columns_are_no_space(
    apart: float, width: float, height: float, expected: float
) -> None:
    assert spacing(*drawn(*cells(apart, width, height))) == expected
