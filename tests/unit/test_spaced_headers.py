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
