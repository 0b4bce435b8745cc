"""No figure of a table is passed over in silence: what is bound to no cell is spoken of once, in every format, and nothing else is."""

from typing import Final

import pytest

from gdlint import api
from gdlint.model.finding import Finding

HEADING: Final = "三、收到和处理政府信息公开申请情况\n\n"
HEADER: Final = (
    "| | 自然人 | 法人或其他组织 | | | | | 总计 |\n|---|---|---|---|---|---|---|---|\n"
    "| | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
)
NEW: Final = "| 一、本年新收政府信息公开申请数量 | 11 | 12 | 13 | 14 | 15 | 16 | 81 |\n"
ABOUT_ROWS: Final = {"GD304", "GD306", "GD308", "GD309", "GD311", "GD320", "GD321"}


def said(text: str) -> list[Finding]:
    """A text in, what is said of the rows of its tables out."""
    return [finding for finding in api.lint(text).findings if finding.code in ABOUT_ROWS]


def codes(text: str) -> list[str]:
    """A text in, the codes of what is said of the rows of its tables out."""
    return sorted(finding.code for finding in said(text))


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        pytest.param(HEADER + NEW, [], id="all is read"),
        pytest.param(HEADER.replace("科研机构", "") + NEW, ["GD320"], id="a header cell is blank"),
        pytest.param(HEADER.replace("科研机构", "外籍人士") + NEW, ["GD321"], id="a header cell of no form"),
        pytest.param("| | | | | | | | |\n|---|---|---|---|---|---|---|---|\n" + NEW, ["GD320"], id="no header"),
        pytest.param(HEADER + NEW + "| | 21 | 22 | 23 | 24 | 25 | 26 | 141 |\n", ["GD320"], id="a label is blank"),
        pytest.param(HEADER + NEW + "| | | | | | | | |\n", [], id="a blank row"),
        pytest.param(HEADER + NEW + "| 其中：外籍 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", ["GD306"], id="a row of no form"),
        pytest.param(HEADER + NEW + "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | |\n", [],
                     id="a blank cell"),
        pytest.param(HEADER + NEW + "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 7 |\n", ["GD304"],
                     id="a figure more"),
        pytest.param(HEADER + NEW + "| 二、上年结转政府信息公开申请数量 | 1 | 0 2 | | 0 | 0 | 0 | 3 |\n", ["GD320"],
                     id="two figures in a cell before a blank one"),
        pytest.param(HEADER + NEW + "| 二、上年结转政府信息公开申请数量 | 1 | 0\n| 0 | 0 | 0 | 0 | 1 |\n", [],
                     id="a row in two lines"),
        pytest.param(HEADER + NEW + "| 二、上年结转政府信息公开申请数量 | 1 | 0\n| 0 | 0 | 0 | 0 |\n", ["GD304", "GD320"],
                     id="a row in two lines that lacks a figure"),
    ],
)  # fmt: skip
def test_rows_of_a_stated_grid_that_are_bound_to_nothing_are_spoken_of(table: str, wanted: list[str]) -> None:
    assert codes(HEADING + table) == wanted


def test_a_merged_value_leaves_no_row_that_is_too_short() -> None:
    pytest.importorskip("turbohtml")
    rows = (HEADER + NEW + "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 1 |\n").splitlines()
    cells = [[f"<td>{cell}</td>" for cell in row.strip("|").split("|")] for row in rows if "---" not in row]
    cells[2][3] = cells[2][3].replace("<td>", "<td rowspan=2>")
    table = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    page = f"<p>{HEADING}</p><table>{table}</table>".encode()
    found = [finding.code for finding in api.lint(page, name="a.html").findings]
    assert [code for code in found if code in ABOUT_ROWS] == ["GD320"]


def test_what_speaks_of_a_table_counts_the_rows_of_no_form_as_well() -> None:
    rows = "| 其中：外籍 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| | 21 | 22 | 23 | 24 | 25 | 26 | 141 |\n"
    (finding,) = said(HEADING + HEADER + NEW + rows)
    assert (finding.code, len(finding.spots)) == ("GD320", 2)


def test_the_length_of_a_row_is_told_beside_other_rows_that_were_not_read() -> None:
    rows = "| （七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 7 |\n| | 21 | 22 | 23 | 24 | 25 | 26 | 141 |\n"
    assert codes(HEADING + HEADER + NEW + rows) == ["GD304", "GD320"]


def test_every_row_counts_of_a_table_of_which_nothing_was_read() -> None:
    long = "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 7 |\n"
    unnamed = "| | 21 | 22 | 23 | 24 | 25 | 26 | 141 |\n" * 3
    (finding,) = said(HEADING + HEADER + long + unnamed)
    assert (finding.code, len(finding.spots)) == ("GD320", 4)


ROWS: Final = {
    "applications": HEADING + NEW,
    "disclosure": "二、主动公开政府信息情况\n\n第二十条第（一）项\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n",
    "litigation": "四、政府信息公开行政复议、行政诉讼情况\n\n" + "\t".join(["0"] * 15) + "\n",
}


@pytest.mark.parametrize("table", ROWS)
def test_without_a_header_nobody_knows_the_columns(table: str) -> None:
    found = api.lint(ROWS[table])
    assert not found.report.tables[table].rows
    (finding,) = [finding for finding in found.findings if finding.code in {*ABOUT_ROWS, "GD303", "GD403"}]
    assert finding.code == "GD320"
    assert "没有表头" in finding.message["zh"]


def test_a_row_of_one_column_needs_no_header() -> None:
    text = "二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t3\n第二十条第（六）项\n行政处罚\t7\n"
    assert api.parse(text).tables["disclosure"].rows.keys() == {"licensing", "penalties"}


CARRIED: Final = "二、上年结转政府信息公开申请数量"


@pytest.mark.parametrize(
    ("cells", "value", "said"),
    [
        ("| 21 | 1 234 567 | 23 | 24 | 25 | 26 | 141 |", 1234567, []),
        ("| 21 | 0 346 | 23 | 24 | 25 | 26 | 141 |", None, ["GD311"]),
        ("| 21 | 3O | 23 | 24 | 25 | 26 | 141 |", None, ["GD311"]),
        ("| 21 | **22** | 23 | 24 | 25 | 26 | 141 |", 22, []),
        ("| 21 | _22_ | 23 | 24 | 25 | 26 | 141 |", 22, []),
        ("| 21 | **22 | 23 | 24 | 25 | 26 | 141 |", None, ["GD311"]),
    ],
)
def test_what_is_a_number_and_what_is_none(cells: str, value: int | None, said: list[str]) -> None:
    text = f"{HEADING}{HEADER}{NEW}| {CARRIED} {cells}\n"
    assert api.parse(text).tables["applications"].rows["carried_in"]["business"].value == value
    assert codes(text) == said


@pytest.mark.parametrize(
    ("label", "key"), [("（七）合计", "total"), ("（七）总数", "total"), ("合计", None), ("（八）合计", None)]
)
def test_a_row_is_known_by_its_number_where_one_letter_of_the_label_is_another(
    label: str, key: str | None
) -> None:
    rows = (
        api.parse(f"{HEADING}{HEADER}{NEW}| {label} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n")
        .tables["applications"]
        .rows
    )
    assert [row for row in rows if row != "new"] == ([key] if key else [])


FIFTEEN: Final = "| " + "1 | " * 15 + "\n"
BLANK: Final = "| " + " | " * 15 + "\n"
OUTCOMES: Final = (
    "四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 | | | | | 行政诉讼" + " |" * 10 + "\n|" + "---|" * 15 + "\n"
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
    "| | | | | " + "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 " * 2 + "|\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        pytest.param(FIFTEEN, {"1"}, id="one row"),
        pytest.param(BLANK + FIFTEEN, {"1"}, id="a blank row before the values"),
        pytest.param(FIFTEEN + BLANK * 2, {"1"}, id="blank rows behind them"),
        pytest.param(BLANK * 2, {""}, id="nothing but blank rows"),
    ],
)
def test_a_row_in_which_nothing_stands_is_no_copy(rows: str, values: set[str]) -> None:
    table = api.parse(OUTCOMES + rows).tables["litigation"]
    assert {figure.text for figure in table.figures.values()} == values
    assert table.copy_start is None


DISCLOSURE: Final = "二、主动公开政府信息情况\n\n"
ISSUED: Final = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t4\t5\t6\n行政规范性文件\t7\t8\t9\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"{ISSUED}行政处罚，1474\n行政强制，1952\n", {"1474", "1952"}, id="rows behind"),
        pytest.param(f"{ISSUED}说明文字\n全年发文12件\n", set(), id="words behind"),
        pytest.param(f"表1 主动公开政府信息情况统计表\n{ISSUED}", set(), id="a caption"),
        pytest.param(ISSUED.replace("行政规", "https://www.example.cn/t20240118.html\n行政规"), set(), id="an address"),
        pytest.param(ISSUED.replace("文件\t7", "文件7"), {"7", "8", "9"}, id="a figure that ran into a label"),
        pytest.param(ISSUED.replace("文件\t7", "文件7\t7"), set(), id="a note on a label"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_table_is_unassigned_and_nothing_else(text: str, left: set[str]) -> None:
    loose = api.parse(DISCLOSURE + text).tables["disclosure"].loose
    assert {text for each in loose for text in each.texts} == left


def test_a_label_without_its_value_below_a_header_is_a_row_that_was_not_read() -> None:
    text = (
        "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\n"
        "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n"
    )
    found = api.lint(DISCLOSURE + text)
    assert [(loose.row, loose.texts) for loose in found.report.tables["disclosure"].loose] == [
        ("licensing", ())
    ]
    assert {"GD320", "GD302"} & {finding.code for finding in found.findings} == {"GD320"}


def test_a_figure_that_ran_into_a_label_is_no_wording_of_it() -> None:
    glued = api.lint(DISCLOSURE + ISSUED.replace("文件\t7", "文件7"))
    whole = api.lint(DISCLOSURE + ISSUED.replace("行政规范性文件", "规范性文件"))
    assert ["GD305" in {finding.code for finding in found.findings} for found in (glued, whole)] == [
        False,
        True,
    ]


JOINED_OUTCOMES: Final = "结果维持结果纠正其他结果尚未审结总计"
JOINED_HEADER: Final = (
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n"
    f"{JOINED_OUTCOMES}未经复议直接起诉复议后起诉\n{JOINED_OUTCOMES * 2}\n"
)


@pytest.mark.parametrize("values", ["无00000000006800068", "00000068006800006未统计"])
def test_joined_values_with_a_word_among_them_are_unassigned_and_spoken_of(values: str) -> None:
    table = api.parse(JOINED_HEADER + values).tables["litigation"]
    assert [text for each in table.loose for text in each.texts] == [values.strip("无未统计")]
    assert codes(JOINED_HEADER + values) == ["GD320"]


def test_a_day_below_a_header_without_rows_is_no_value() -> None:
    assert not api.parse(JOINED_HEADER + "2024年1月18日").tables["litigation"].loose
