"""Headers of tables whose columns blanks part: a misprint, a note or a column that no form has costs nothing but itself."""

from typing import Final

import pytest

from gdlint import api

TITLE: Final = "清河县人民政府2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
NEW: Final = "  一、本年新收政府信息公开申请数量   11   12   13   14   15   16   81\n"
KEYS: Final = ("natural_person", "business", "research", "social", "legal", "other", "total")
READ: Final = dict(zip(KEYS, ("11", "12", "13", "14", "15", "16", "81"), strict=True))


def shown(*header: str) -> dict[str, str]:
    """The lines of a header in, the cells of the row below it out."""
    text = TITLE + "\n\n".join(" " * 30 + line for line in header) + f"\n\n{NEW}"
    found = api.parse(text).tables["applications"].rows.get("new", {})
    return {key: str(figure.text) for key, figure in found.items()}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "自然人   法人或其他组织   总计",
            "         商业企业   科硏机构   社会公益组织   法律服务机构   其他",
        ),
        (
            "自然人   法人或其他组织   总计",
            "         商业企业   科研机构   社会公益性组织   法律服务机枃   其他",
        ),
        (
            "自然人（个）   法人或其他组织   总计",
            "         商业企业   科研机构   社会公益组织   法律服务机构   其他",
        ),
        (
            "自然人   法人或其他组织   总计   备注",
            "         商业企业   科研机构   社会公益组织   法律服务机构   其他",
        ),
    ],
)
def test_the_other_columns_are_read(first: str, second: str) -> None:
    assert shown("申请人情况", first, second) == READ


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("自然人   法人或其他组织   总计", "         商业企业   无关文字   另外文字   不明文字   其他"),
        ("自然人   法人或其他组织   总计", "         商业企业   社会公益组织   法律服务机构   其他"),
        (
            "自然人   法人或其他组织   总计   总计",
            "         商业企业   科研机构   社会公益组织   法律服务机构   其他",
        ),
    ],
)
def test_what_the_header_does_not_tell_is_unassigned(first: str, second: str) -> None:
    assert shown("申请人情况", first, second) == {}


OUTCOMES: Final = (
    "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议                            行政诉讼\n\n"
    "                                    未经复议直接起诉                      复议后起诉\n"
    "                  尚未审结\n结果维持  结果纠正  其他结果        总计\n{}"
    "                                    结果维持  结果纠正  其他结果  尚未审结  总计  "
    "结果维持  结果纠正  其他结果  尚未审结  总计\n\n"
    "1    2     3     4     10       5    6    7    8    26     9    1    2    3    15\n"
)


@pytest.mark.parametrize("below", ["", "                  ①\n"])
@pytest.mark.parametrize("behind", ["", "\n                        5\n"], ids=["", "a page number"])
def test_a_label_that_stands_higher_than_those_beside_it_keeps_its_column(below: str, behind: str) -> None:
    row = api.parse(OUTCOMES.format(below) + behind).tables["litigation"].rows["reconsideration"]
    assert {key: figure.text for key, figure in row.items()} == {
        "upheld": "1",
        "corrected": "2",
        "other": "3",
        "pending": "4",
        "total": "10",
    }


IN_PIECES: Final = (
    "四、政府信息公开行政复议、行政诉讼情况\n  行政复议                           行政诉讼\n\n"
    "                                     未经复议直接起诉                   复议后起诉\n\n"
    "  结果   结果   其他   尚未   总计   结果   结果   其他   尚未   总计   结果   结果   其他   尚未   总计\n\n"
    "  维持   纠正   结果   审结          维持   纠正   结果   审结          维持   纠正   结果   审结\n\n"
    "  1      2      3      4      10     5      6      7      8      26     9      1      2      3      15\n"
)


def test_labels_in_pieces_are_put_together_where_wide_letters_count_as_two_columns() -> None:
    table = api.parse(IN_PIECES).tables["litigation"]
    values = [figure.text for row in table.rows.values() for figure in row.values()]
    assert values == ["1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "9", "1", "2", "3", "15"]


CORNER: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def test_the_levels_of_a_header_are_no_rows_of_it_where_another_line_stands_over_it() -> None:
    over = f"三、收到和处理政府信息公开申请情况\n{CORNER}{CORNER}   申请人情况\n"
    levels = "自然人   其中法人或其他组织   总计\n商业企业   科研机构   社会公益组织   法律服务机构   其他\n"
    row = api.parse(f"{over}{levels}{NEW}").tables["applications"].rows["new"]
    assert {key: figure.text for key, figure in row.items()} == READ
