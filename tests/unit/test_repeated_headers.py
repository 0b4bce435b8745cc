"""Headers that a page break or a converter prints again, and signs that part cells otherwise than usual."""

from typing import Final

from gdlint import api

TITLE: Final = "清河县人民政府2023年政府信息公开工作年度报告\n\n"
THIRD: Final = f"{TITLE}三、收到和处理政府信息公开申请情况\n\n"
INNER: Final = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
NEW: Final = "一、本年新收政府信息公开申请数量"
OLD: Final = "二、上年结转政府信息公开申请数量"
VALUES: Final = ("11", "12", "13", "14", "15", "16", "81")
HEADER: Final = (("自然人", "法人或其他组织", "总计"), INNER)


def shown(text: str, table: str = "applications") -> dict[str, tuple[str, ...]]:
    """A report in, the texts of the cells of each row of a table out."""
    rows = api.parse(text).tables[table].rows
    return {row: tuple(str(figure.text) for figure in cells.values()) for row, cells in rows.items()}


def tabs(*rows: tuple[str, ...], sign: str = "\t") -> str:
    """Rows of cells in, lines of cells between tabs out."""
    return "\n".join(sign.join(row) for row in rows)


def test_the_last_row_of_a_header_may_come_again() -> None:
    text = THIRD + tabs(*HEADER, (NEW, *VALUES), INNER, (OLD, *VALUES))
    assert shown(text) == {"new": VALUES, "carried_in": VALUES}


def test_a_row_of_other_labels_is_not_the_header_above() -> None:
    swapped = (INNER[1], INNER[0], *INNER[2:])
    assert shown(THIRD + tabs(*HEADER, (NEW, *VALUES), swapped, (OLD, *VALUES))) == {"new": VALUES}


def test_a_clause_may_have_its_header_twice() -> None:
    lines = ["第二十条第（六）项", "信息内容", "本年处理决定数量", "- 2 -", "信息内容", "本年处理决定数量"]
    text = f"{TITLE}二、主动公开政府信息情况\n\n" + "\n".join([*lines, "行政处罚", "12", "行政强制", "13"])
    assert shown(text, "disclosure") == {"penalties": ("12",), "coercion": ("13",)}


def test_two_tabs_may_part_all_cells() -> None:
    assert shown(THIRD + tabs(*HEADER, (NEW, *VALUES), (OLD, *VALUES), sign="\t\t")) == {
        "new": VALUES,
        "carried_in": VALUES,
    }


def test_a_blank_value_is_no_second_tab() -> None:
    row = (NEW, "11", "", "13", "14", "15", "16", "81")
    assert shown(THIRD + tabs(*HEADER, row, (OLD, *VALUES)))["new"] == row[1:]


def test_a_table_may_be_quoted() -> None:
    rows = [("", "自然人", *INNER, "总计"), ("---",) * 8, (NEW, *VALUES)]
    text = "\n".join("> | " + " | ".join(row) + " |" for row in rows)
    assert shown(THIRD + text) == {"new": VALUES}
