"""Rows of a text without rows: whose the values between two labels are, and where nobody can tell."""

from typing import Final

import pytest

from gdlint.forms.anchors import START, Link, doubtful

WIDTH: Final = 7


def row(place: int | None, values: int = WIDTH) -> Link:
    """A label and how many values follow it."""
    return Link(True, place, values, WIDTH)


def alone(values: int) -> Link:
    """Values behind no label."""
    return Link(False, None, values, WIDTH)


@pytest.mark.parametrize(
    ("links", "first", "doubts"),
    [
        ([], START, []),
        ([row(0), row(1), row(2)], START, [False, False, False]),
        ([row(0, 0), alone(7), row(1)], START, [False, False, False]),
        ([row(0, 3), row(1)], START, [False, False]),
        # Values above the first label of a table are its own, or those of missing rows.
        ([alone(7), row(0)], START, [False, True]),
        ([alone(7), row(1)], START, [False, False]),
        ([alone(14), row(1)], START, [False, True]),
        ([alone(7), row(None)], START, [False, True]),
        # Behind something else they may be what is left of that.
        ([alone(3), row(0)], None, [False, False]),
        ([alone(7), row(0)], None, [False, False]),
        ([alone(8), row(0)], None, [False, True]),
        # More values than a row has are those of missing rows, if there are as many.
        ([row(0), alone(7), row(1)], START, [False, False, True]),
        ([row(0), alone(7), row(2)], START, [False, False, False]),
        ([row(0), alone(7), row(None)], START, [False, False, True]),
        ([row(None), alone(7), row(2)], START, [False, False, True]),
        # Doubt goes on until a label follows on another.
        ([alone(7), row(0), row(1), row(2, 0), row(3)], START, [False, True, True, True, False]),
        # A label that stands twice is that of one row.
        ([row(0, 14), row(1), row(2, 0), row(2), row(3)], START, [False, True, True, True, True]),
        ([row(0), row(1, 0), row(1), row(2)], START, [False, False, False, False]),
        # Where more values stand above than the labels so far have, a label may stand behind its values, too.
        ([alone(14), row(0, 0), row(1), row(2, 0), row(3)], START, [False, True, True, True, False]),
        ([alone(7), row(0, 0), row(1), row(2)], START, [False, True, False, False]),
        ([row(0, 21), row(1, 0), row(2)], START, [False, True, True]),
        # A label whose place its neighbour has may have changed places with it.
        ([row(0, 14), row(2), row(1)], START, [False, True, True]),
        ([row(0, 14), row(2), row(3), row(1, 0)], START, [False, True, True, True]),
        ([row(0, 21), row(3), row(4), row(1, 0)], START, [False, False, False, False]),
        # One out of its order tells nothing about the next.
        ([row(0, 14), row(5, 0), row(2), row(3)], START, [False, True, True, True]),
    ],
)
def test_values_that_nobody_explains_leave_the_next_row_in_doubt(
    links: list[Link], first: int | None, doubts: list[bool]
) -> None:
    assert doubtful(links, first=first) == doubts


@pytest.mark.parametrize(
    ("links", "doubts"),
    [
        pytest.param([row(0), row(2), row(1)], [False, False, False], id="every label is there"),
        pytest.param(
            [row(0), row(2), row(0)], [False, False, True], id="the values may be of the missing row"
        ),
        pytest.param([row(1), row(2)], [False, False], id="labels in order"),
    ],
)
def test_values_behind_a_label_out_of_order_may_be_of_a_row_without_a_label(
    links: list[Link], doubts: list[bool]
) -> None:
    assert doubtful(links, first=START, rows=3) == doubts


def test_a_row_that_stands_elsewhere_is_not_missing() -> None:
    links = [alone(WIDTH), row(1)]
    assert doubtful(links, first=START, rows=2) == [False, False]
    assert doubtful(links, first=START, rows=2, elsewhere={0}) == [False, True]


@pytest.mark.parametrize(
    ("values", "doubts"),
    [
        pytest.param((1, 1), [False, False], id="each has its own"),
        pytest.param((1, 0), [True, False], id="the value may be printed before the second label"),
        pytest.param((0, 1), [False, False], id="nothing stands between both"),
        pytest.param((1, 0, 1), [True, False, False], id="above others"),
    ],
)
def test_where_rows_have_one_value_each_it_may_be_that_of_a_label_without_any(
    values: tuple[int, ...], doubts: list[bool]
) -> None:
    assert doubtful([Link(True, n, number, 1) for n, number in enumerate(values)], first=START) == doubts
