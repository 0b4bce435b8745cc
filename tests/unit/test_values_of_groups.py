"""Groups of rows that have values of their own, where each cell has its line: all other values stay where they are."""

from typing import Final

import pytest

from gdlint import api
from generate import grid, tables
from support.edited.unique import unique_report

MADE: Final = unique_report(0, 2021)
TABLE: Final = "applications"
GROUPS: Final = ("（三）不予公开", "（四）无法提供", "（五）不予处理")
OWN: Final = [str(90_000 + n) for n in range(7)]
"""values that stand nowhere else"""
CELLS: Final = [cell for row in grid(MADE, TABLE) for cell in row.cells if isinstance(cell, str) and cell]
TRUTH: Final = {row: tuple(map(str, cells.values())) for row, cells in tables(MADE)[TABLE].items()}


def read(cells: list[str]) -> dict[str, tuple[str | None, ...]]:
    """Cells in, the figures of each row that is bound out."""
    text = (
        "三、收到和处理政府信息公开申请情况\n"
        + "\n".join(cells)
        + "\n四、政府信息公开行政复议、行政诉讼情况\n"
    )
    found = api.parse(text).tables[TABLE].rows
    return {row: tuple(figure.text for figure in figures.values()) for row, figures in found.items()}


def with_values(cells: list[str], label: str) -> list[str]:
    """Cells in, the same with a row of values behind a label out."""
    at = cells.index(label) + 1
    return [*cells[:at], *OWN, *cells[at:]]


@pytest.mark.parametrize("group", GROUPS)
def test_all_rows_are_read(group: str) -> None:
    assert read(with_values(CELLS, group)) == TRUTH


def test_so_they_are_where_all_groups_have_some() -> None:
    cells = CELLS
    for group in GROUPS:
        cells = with_values(cells, group)
    assert read(cells) == TRUTH


@pytest.mark.parametrize(
    "label", [cell for cell in CELLS if cell in ("2.重复申请", "（一）予以公开", "（七）总计")]
)
@pytest.mark.parametrize("group", GROUPS)
def test_where_a_label_is_missing_no_value_is_bound_to_another_row(group: str, label: str) -> None:
    found = read([cell for cell in with_values(CELLS, group) if cell != label])
    assert {row: cells for row, cells in found.items() if cells != TRUTH[row]} == {}


@pytest.mark.parametrize("group", GROUPS)
def test_behind_a_label_that_stands_elsewhere_they_may_be_those_of_a_row(group: str) -> None:
    at = CELLS.index(group)
    moved = [*CELLS[:at], CELLS[at + 1], group, *CELLS[at + 2 :]]
    found = read(with_values(moved, CELLS[at + 1]))
    assert {row: cells for row, cells in found.items() if cells not in (TRUTH[row], tuple(OWN))} == {}
