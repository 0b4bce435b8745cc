"""The header of table three, whose columns 法人或其他组织 groups, as files print it over several rows."""

from typing import Final

import pytest

from gdlint import api
from gdlint.forms.grouped import grouped_header
from gdlint.model.document import Cell, Grid, Kind, Row

FORM: Final = api.forms().tables["applications"]
KEYS: Final = tuple(column.key for column in FORM.columns)
GROUP: Final = "法人或其他组织"
INNER: Final = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def row(texts: list[str], grid: Grid) -> Row:
    """A row of a header."""
    return Row(Kind.HEADER, tuple(Cell(text, 0, 0) for text in texts), grid, 0, 0, 0)


def keys(*rows: list[str], grid: Grid = Grid.NONE) -> tuple[str, ...]:
    """The rows of a header in, the keys of its columns out."""
    return grouped_header([row(texts, grid) for texts in rows], FORM).columns


@pytest.mark.parametrize(
    "rows",
    [
        [["自然人", GROUP, "总计"], INNER],
        [[GROUP], ["自然人", *INNER, "总计"]],
        [["自然人", GROUP], [*INNER, "总计"]],
        [["自然人", *INNER, "总计"]],
        [["自然人", "法人和其他组织", "总计"], INNER],
        [["自然人", "法人或", "其他组织", "总计"], INNER],
        [["自然人", GROUP, "总计"], ["商业", "企业", "科研", "机构", *INNER[2:]]],
        [["自然人", GROUP, "总计"], [*INNER[:2], "社会公益", "组织", *INNER[3:]]],
    ],
    ids=str,
)
@pytest.mark.parametrize("grid", [Grid.NONE, Grid.LINES])
def test_columns_come_in_the_order_of_their_values(rows: list[list[str]], grid: Grid) -> None:
    assert keys(*rows, grid=grid) == KEYS


def test_where_rows_are_stated_the_place_beside_the_group_counts() -> None:
    rows = [["总计", GROUP, "自然人"], INNER]
    assert keys(*rows, grid=Grid.ROWS) == ("total", *KEYS[1:-1], "natural_person")
    assert keys(*rows, grid=Grid.NONE) == ()


def test_a_label_over_two_lines_behind_tabs_is_one() -> None:
    text = (
        "三、收到和处理政府信息公开申请情况\n\t申请人情况\n\n\t自然\n\t人\n\t法人或其他组织\n\t总计\n\n"
        "\t商业\n\t企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n\t其他\n\n"
        "\t一、本年新收政府信息公开申请数量\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t21\n"
    )
    row = api.parse(text).tables["applications"].rows["new"]
    assert [figure.text for figure in row.values()] == ["1", "2", "3", "4", "5", "6", "21"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["自然人", GROUP], [*INNER[:3], INNER[2], *INNER[3:]]], id="the last one is missing"),
        pytest.param(
            [["自然人", GROUP, "总计"], [INNER[0], *INNER[:3], INNER[4]]], id="one behind it is missing"
        ),
    ],
)
def test_a_label_too_many_and_one_missing_tell_no_columns_where_none_stands_over_its_own(
    rows: list[list[str]],
) -> None:
    assert keys(*rows, grid=Grid.ROWS) == ()
    assert keys([text for texts in rows for text in texts]) == ()


def test_a_label_in_the_place_of_another_one_leaves_all_others_where_they_are() -> None:
    found = keys(["自然人", GROUP, "总计"], [INNER[0], INNER[0], *INNER[2:]], grid=Grid.ROWS)
    assert found == ("natural_person", "", "", *KEYS[3:])
