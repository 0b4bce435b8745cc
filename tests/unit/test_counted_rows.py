"""Values of a text in raw order: those beside a label that are its own by their number, too."""

from typing import Final

import pytest

from gdlint.forms.anchors import Link
from gdlint.forms.counted_rows import counted

WIDTH: Final = 7


def row(place: int | None, values: int = WIDTH, *, broken: bool = False) -> Link:
    """A label and how many values follow it."""
    return Link(True, place, values, WIDTH, broken)


def alone(values: int) -> Link:
    """Values behind no label, or behind the label of a group."""
    return Link(False, None, values, WIDTH)


EARLY: Final = [alone(7), row(0), row(1), row(2, 0)]
"""three labels behind their values"""


@pytest.mark.parametrize(
    ("links", "starts"),
    [
        pytest.param([row(0), row(1), row(2)], [0, 7, 14], id="behind their labels"),
        pytest.param([row(0), row(1, 14), row(2, 0)], [0, 7, None], id="two labels may have changed places"),
        pytest.param(EARLY, [None, 0, 7, 14], id="before their labels"),
        pytest.param([*EARLY, row(3, 14), row(4, 0)], [None, 0, 7, 14, 21, 28], id="before and behind"),
        pytest.param(
            [alone(21), row(0, 0), row(1, 0), row(2, 0)], [None] * 4, id="late, or by columns: nobody knows"
        ),
        pytest.param([*EARLY, row(4), row(3)], [None, 0, 7, 14, None, None], id="labels out of their order"),
        pytest.param(
            [*EARLY, row(5, 14), row(3), row(4, 0)], [None, 0, 7, 14, None, None, None], id="far away"
        ),
        pytest.param([*EARLY, row(3), row(3, 0)], [None, 0, 7, 14, 21, None], id="one label twice"),
        pytest.param([*EARLY, row(3), row(4), row(3, 0)], [None, 0, 7, 14, None, None, None], id="far apart"),
        pytest.param([*EARLY, row(3, 21), row(4, 0)], [None, 0, 7, 14, None, None], id="three rows together"),
        pytest.param([*EARLY, row(3, 14), row(5, 0)], [None, 0, 7, 14, None, None], id="of another row"),
        pytest.param([*EARLY, row(3, 0), alone(7)], [None, 0, 7, 14, None, None], id="behind a group"),
        pytest.param(
            [*EARLY, row(5, 0), row(3), row(4), row(None)],
            [None, 0, 7, 14, None, 21, 28, None],
            id="the next label above a row before both",
        ),
        pytest.param([*EARLY, row(None)], [None, 0, 7, 14, None], id="a label of no row"),
    ],
)
def test_the_values_beside_a_label_are_its_own_if_as_many_rows_stand_before_them(
    links: list[Link], starts: list[int | None]
) -> None:
    assert counted(links, sum(link.values for link in links) // WIDTH) == starts


def test_few_labels_behind_their_values_may_have_changed_places_with_late_ones() -> None:
    links = [row(0, 14), row(1), row(2, 0, broken=True)]
    assert counted(links, 3) == [0, None, None]


@pytest.mark.parametrize(
    ("damaged", "starts"),
    [
        pytest.param(6, [0, 7, None, 20, 27], id="one is missing"),
        pytest.param(8, [0, 7, None, 22, 29], id="one too many"),
        pytest.param(0, [None] * 5, id="a whole row is missing"),
        pytest.param(14, [None] * 5, id="a whole row too many"),
    ],
)
def test_around_a_row_with_another_number_of_values_they_are_counted_from_both_ends(
    damaged: int, starts: list[int | None]
) -> None:
    assert counted([row(0), row(1), row(2, damaged), row(3), row(4)], 5) == starts


def test_where_rows_have_one_value_each_one_too_many_may_be_that_of_any_label() -> None:
    assert counted([Link(True, 0, 2, 1), Link(True, 1, 1, 1)], 2) == [None, None]


@pytest.mark.parametrize(
    "links",
    [
        pytest.param([], id="no rows"),
        pytest.param([Link(True, 0, 2, 0), Link(True, 1, 2, 0)], id="no columns"),
        pytest.param([Link(True, 0, 3, 3), Link(True, 1, 1, 1)], id="rows of two widths"),
    ],
)
def test_without_one_width_nothing_is_counted(links: list[Link]) -> None:
    assert counted(links, 2) == [None] * len(links)
