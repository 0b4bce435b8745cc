"""A word in the place of a value, where blanks part the cells: it costs no figure of another row."""

from typing import Final

import pytest

from gdlint import api

TITLE: Final = "清河县人民政府2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
HEADER: Final = (
    "                      自然人   法人或其他组织                              总计\n"
    "                               商业企业   科研机构   社会公益组织   法律服务机构   其他\n"
)
WRAPPED: Final = """{header}
        3.要求提供公开出版物      1   2   3   4   5   6   21
        5.要求行政机关确认或重新出具已获取
                           {values}
        信息
        1.申请人无正当理由逾期不补正、行政
                           31   32   33   34   35   36   201
        机关不再处理其政府信息公开申请
"""


def read(values: str) -> dict[str, list[str | None]]:
    """The values of a row in, the figures of all rows out."""
    found = api.parse(TITLE + WRAPPED.format(header=HEADER, values=values)).tables["applications"].rows
    return {row: [figure.text for figure in figures.values()] for row, figures in found.items()}


@pytest.mark.parametrize(
    "values",
    [
        "11   12   13   14   15   16   81",
        "11   12   13   14   15   16   详见附件",
        "11   12   13   若干   15   16   81",
        "11   12   13   14   若干   16   81",
    ],
)
def test_the_rows_around_it_are_read(values: str) -> None:
    figures = read(values)
    assert figures["not_processed.publication"] == ["1", "2", "3", "4", "5", "6", "21"]
    assert figures["other_handling.overdue_correction"] == ["31", "32", "33", "34", "35", "36", "201"]


def test_it_is_the_text_of_its_cell() -> None:
    assert read("11   12   13   14   15   16   详见附件")["not_processed.reconfirm"][-1] == "详见附件"


def test_a_word_beside_one_blank_is_no_cell() -> None:
    assert "not_processed.reconfirm" not in read("11   12   13   14   15   16 详见附件")
