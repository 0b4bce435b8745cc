"""What the edge of a printed page says, between the rows of a table, is no figure of it."""

from typing import Final

import pytest

from gdlint import api

TITLE: Final = "青石县2023年政府信息公开工作年度报告\n"
TEXT: Final = "本年度工作正常开展，各项制度得到落实。\n" * 22
TABLE: Final = (
    "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
    "规章\t4\t5\t6\n{}\n行政规范性文件\t7\t8\t9\n"
)


@pytest.mark.parametrize(
    "mark",
    [
        "青石县2023年政府信息公开工作年度报告",
        "2023 年政府信息公开工作年度报告          5",
        "青石县2023年政府信息公开工作年度报告    第 5 页",
        "打印时间：2024-01-20 10:32",
        "- 5 -",
        "Page 1 of 5",
    ],
)
def test_page_marks_between_rows_are_unassigned_as_such(mark: str) -> None:
    report = api.parse(TITLE + TEXT + TABLE.format(mark))
    table = report.tables["disclosure"]
    assert [(loose.texts, loose.reason) for loose in table.loose] == [((mark,), "page-mark")]
    assert len(table.figures) == 6
    assert report.facts.title
    assert report.facts.title.text == TITLE.strip()


@pytest.mark.parametrize("line", ["2023年制发规章10件，见上一年度报告 5", "2024-01-20"])
def test_other_lines_with_figures_are_no_page_marks(line: str) -> None:
    table = api.parse(TITLE + TEXT + TABLE.format(line)).tables["disclosure"]
    assert "page-mark" not in {loose.reason for loose in table.loose}
