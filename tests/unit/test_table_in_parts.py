"""A table whose columns stand in two parts one below the other is one table."""

from typing import Final

import pytest

from gdlint import api

HEADING: Final = "三、收到和处理政府信息公开申请情况\n\n"
LEFT: Final = (
    "| | 自然人 | 法人或其他组织 | | |\n|---|---|---|---|---|\n| | | 商业企业 | 科研机构 | 社会公益组织 |\n"
    "| 一、本年新收政府信息公开申请数量 | 11 | 12 | 13 | 14 |\n| 二、上年结转政府信息公开申请数量 | 1 | 2 | 3 | 4 |\n\n"
)
RIGHT: Final = (
    "| | | | 总计 |\n|---|---|---|---|\n| | 法律服务机构 | 其他 | |\n"
    "| 一、本年新收政府信息公开申请数量 | 15 | 16 | 81 |\n| 二、上年结转政府信息公开申请数量 | 5 | 6 | 21 |\n"
)


def read(text: str) -> dict[str, list[str | None]]:
    """A text in, the texts of the cells of its table by row, in the order of the form, out."""
    rows = api.parse(HEADING + text).tables["applications"].rows
    columns = [column.key for column in api.forms().tables["applications"].columns]
    return {key: [row[column].text for column in columns if column in row] for key, row in rows.items()}


def test_rows_in_two_parts_are_one() -> None:
    assert read(LEFT + RIGHT) == {
        "new": ["11", "12", "13", "14", "15", "16", "81"],
        "carried_in": ["1", "2", "3", "4", "5", "6", "21"],
    }
    assert not {"GD303", "GD308", "GD309", "GD320"} & {
        f.code for f in api.lint(HEADING + LEFT + RIGHT).findings
    }


@pytest.mark.parametrize(
    ("second", "new"),
    [
        pytest.param(RIGHT.replace("其他", "商业企业"), [], id="a column that stands in the first part"),
        pytest.param(RIGHT.replace("其他", "外籍人士"), ["15", "81"], id="a column of no form"),
        pytest.param(RIGHT.replace("法律服务机构", ""), ["16", "81"], id="a column without a label"),
    ],
)
def test_of_a_second_part_is_read_what_stands_below_missing_columns(second: str, new: list[str]) -> None:
    assert read(LEFT + second)["new"] == ["11", "12", "13", "14", *new]
    assert {"GD320", "GD321", "GD309"} & {
        finding.code for finding in api.lint(HEADING + LEFT + second).findings
    }
