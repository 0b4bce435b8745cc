"""Cells of a PDF that came in disorder, in pieces or twice: what may be another row's is bound to none."""

from typing import Final

import pytest

from gdlint import api
from support.findings import told

APPLICATIONS: Final = "三、收到和处理政府信息公开申请情况\n\n"
WORDS: Final = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
LINES: Final = "\n".join(WORDS) + "\n"
BLANKS: Final = "  ".join(["", *WORDS]) + "\n"
LITIGATION: Final = "四、政府信息公开行政复议、行政诉讼情况\n\n"
ZEROS: Final = "  0  0  0  0  0  0  0\n"
ONE: Final = "  1  0  0  0  0  0  1\n"
CELLS: Final = "0\n" * 7


def rows(text: str, table: str = "applications") -> dict[str, str]:
    """A text in, the figures of each row of a table as they are printed out."""
    found = api.parse(text).tables.get(table)
    return {
        row: " ".join(figure.text or "?" for figure in figures.values())
        for row, figures in (found.rows if found else {}).items()
    }


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param(
            f"（一）予以公开{ZEROS}{ONE}1.属于国家秘密\n{ZEROS}2.其他法律法规禁止\n7.属于行政执法案卷{ZEROS}",
            {"granted", "denied.enforcement_file"},
            id="figures above their labels",
        ),
        pytest.param(
            f"（一）予以公开{ZEROS}1.属于国家秘密\n2.其他法律法规禁止\n{ONE}7.属于行政执法案卷{ZEROS}",
            {"granted", "denied.enforcement_file"},
            id="a misprinted label between a label and figures",
        ),
        pytest.param(
            f"（一）予以公开{ZEROS}1.属于国家秘密\n三\n{ONE}7.属于行政执法案卷{ZEROS}",
            {"granted", "denied.state_secret", "denied.enforcement_file"},
            id="a glyph of the margin between a label and figures",
        ),
    ],
)
def test_figures_alone_are_of_the_label_above_where_no_other_may_own_them(text: str, known: set[str]) -> None:
    assert rows(APPLICATIONS + BLANKS + text).keys() == known


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            f"{LINES}（一）予以公开\n{CELLS}1.属于国家秘密\n{CELLS}7.属于行政执法案卷\n{CELLS}",
            {},
            id="in order",
        ),
        pytest.param(
            f"{LINES}（一）予以公开\n{CELLS * 2}1.属于国家秘密\n{CELLS}7.属于行政执法案卷\n{CELLS}",
            {"granted": "long", "denied.state_secret": "order", "denied.enforcement_file": "order"},
            id="values of another row behind a row",
        ),
        pytest.param(
            f"{BLANKS}（一）予以公开{ZEROS}{ONE}{ONE}", {None: "no-label"}, id="rows of figures alone"
        ),
    ],
)
def test_what_nobody_can_tell_stays_loose_with_the_reason(text: str, reasons: dict[str | None, str]) -> None:
    table = api.parse(APPLICATIONS + text).tables["applications"]
    assert {loose.row: loose.reason for loose in table.loose} == reasons


def test_values_below_a_group_label_may_be_of_a_row_without_any() -> None:
    text = f"（五）不予处理\n0\n0\n0\n0\n0\n0\n0\n2.重复申请\n（七）总计\n{'0 ' * 7}\n".replace(" ", "\n")
    codes = {finding.code for finding in api.lint(APPLICATIONS + LINES + text).findings if finding.table}
    assert "GD320" in codes
    assert "GD405" not in codes


OUTCOMES: Final = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
FIFTEEN: Final = "\n".join("100012000234005") + "\n"


@pytest.mark.parametrize(
    ("header", "read"),
    [
        pytest.param(
            f"行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n{OUTCOMES * 3}", True, id="in order"
        ),
        pytest.param(
            f"行政诉讼\n行政复议\n未经复议直接起诉\n复议后起诉\n{OUTCOMES * 3}", False, id="suits first"
        ),
        pytest.param(
            f"行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n{OUTCOMES * 2}总计\n结果维持\n",
            False,
            id="total before",
        ),
        pytest.param("", False, id="no header"),
    ],
)
def test_values_of_section_four_are_those_behind_a_header_in_order(header: str, read: bool) -> None:
    assert bool(rows(LITIGATION + header + FIFTEEN, "litigation")) is read


def test_pieces_of_a_header_are_no_values() -> None:
    header = f"|行政复|议|{'|' * 13}\n|{'---|' * 15}\n|{'结果|结果|其他结|尚未||' * 3}\n|{'维持|纠正|果|审结|总计|' * 3}\n"
    values = f"|{'|'.join('100010000000000')}|\n"
    assert rows(LITIGATION + header + values, "litigation") == {
        "reconsideration": "1 0 0 0 1",
        "direct_suit": "0 0 0 0 0",
        "suit_after_reconsideration": "0 0 0 0 0",
    }


def test_merged_cells_that_a_converter_wrote_again_are_one_cell() -> None:
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    header = [
        f"|{corner}|Col2|Col3|申请人情况|Col5|Col6|Col7|Col8|Col9|Col10|",
        f"|{'---|' * 10}",
        f"|{f'{corner}|' * 3}自然人|{'法人或其他组织|' * 5}总计|",
        f"|{f'{corner}|' * 3}自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|",
    ]
    new = f"|{'一、本年新收政府信息公开申请数量|' * 3}3|0|0|0|0|1|4|"
    granted = "|三、本年度办理结果|（一）予以公开|（一）予以公开|2|0|0|0|0|1|3|"
    assert rows(APPLICATIONS + "\n".join([*header, new, granted])) == {
        "new": "3 0 0 0 0 1 4",
        "granted": "2 0 0 0 0 1 3",
    }


@pytest.mark.parametrize(
    ("labels", "read"),
    [
        pytest.param("（二）部分公开\n", True, id="in its place"),
        pytest.param("三、本年度办理结果\n（二）部分公开\n", True, id="below a label over it"),
        pytest.param("（三）不予公开\n（二）部分公开\n", False, id="below one over later rows"),
    ],
)
def test_a_label_that_may_have_changed_places_with_one_over_rows_gets_no_values(
    labels: str, read: bool
) -> None:
    text = f"{APPLICATIONS}{LINES}（一）予以公开\n{CELLS}{labels}{CELLS}1.属于国家秘密\n{CELLS}"
    assert ("partial" in rows(text)) is read


def test_a_row_of_figures_is_no_heading() -> None:
    text = f"二、主动公开政府信息情况\n3.补正后申请内容仍不明 0 0 0 0 0 0 0\n{LITIGATION}"
    assert [heading.label.key for heading in api.parse(text).headings] == ["disclosure", "litigation"]


def test_one_row_of_other_handling_does_not_make_a_2021_form_old() -> None:
    text = (
        "某某县人民政府2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n"
        f"行政许可\n7\n{APPLICATIONS}（六）其他处理\n0\n0\n0\n0\n0\n0\n0\n（七）总计\n0\n0\n0\n0\n0\n0\n0\n"
    )
    result = api.lint(text)
    assert result.report.facts.template == 2021
    assert [line for line in told(result) if line.startswith("GD201")] == []


def test_joined_figures_are_not_cut_by_a_header_that_lacks_columns() -> None:
    header = "申请人情况\n自然人法人或其他组织总计\n"
    text = f"{APPLICATIONS}{header}一、本年新收政府信息公开申请数量1000001\n（一）予以公开1200003\n"
    assert rows(text) == {"new": "1 0 0 0 0 0 1", "granted": "1 2 0 0 0 0 3"}


def test_labels_over_two_lines_that_end_a_table_belong_to_it() -> None:
    labels = "5.要求行政机关确认或重新出\n具已获取信息\n1.申请人无正当理由逾期不补\n正、行政机关不再处理其政府信息公开申请\n"
    table = api.parse(f"{APPLICATIONS}（七）总计\n{CELLS}{labels}\n{LITIGATION}").tables["applications"]
    assert [entry.label.key for entry in table.entries] == [
        "total",
        "not_processed.reconfirm",
        "other_handling.overdue_correction",
    ]
