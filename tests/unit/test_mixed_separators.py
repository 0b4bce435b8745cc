"""Rows whose cells tabs and bars part."""

from gdlint import api

TEXT = (
    "三、收到和处理政府信息公开申请情况\n自然人 | 法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
    "一、本年新收政府信息公开申请数量 | 1\t2\t3\t4\t5\t6\t21\n二、上年结转政府信息公开申请数量\t7\t8\t9\t10\t11 | 12\t57\n"
)


def test_bars_part_cells_between_tabs() -> None:
    rows = api.parse(TEXT).tables["applications"].rows
    assert [[figure.text for figure in row.values()] for row in rows.values()] == [
        ["1", "2", "3", "4", "5", "6", "21"],
        ["7", "8", "9", "10", "11", "12", "57"],
    ]
