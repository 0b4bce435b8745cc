"""Text that came out of PDF files and web pages: columns parted by blanks, broken paragraphs, lines folded into one."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.forms.anchors import START, Link, doubtful
from gdlint.model.document import Metadata, Paragraph, Stray
from gdlint.model.report import Report
from gdlint.syntax.lines import place_in

HEADING: Final = (
    "三、收到和处理政府信息公开申请情况\n\n"
    "   自然人   商业企业   科研机构   社会公益组织   法律服务机构   其他   总计\n"
)
NEW: Final = "一、本年新收政府信息公开申请数量"
ZEROS: Final = "   0   0   0   0   0   0   0"
THREE: Final = "   3   0   0   0   0   0   3"


def rows(text: str, table: str = "applications") -> dict[str, str]:
    """A text in, the figures of each row of a table as they are printed out (? for one that is open)."""
    found = api.parse(text).tables.get(table)
    return {
        row: " ".join("?" if figure.text is None else figure.text for figure in figures.values())
        for row, figures in (found.rows if found else {}).items()
    }


# Columns parted by blanks


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param(f"{NEW}  3  0  0  0  0  0  3\n", {"new": "3 0 0 0 0 0 3"}, id="label and figures"),
        pytest.param(
            "   一、本年新收政府信息公\n           3   0   0   0   0   0   3\n   开申请数量\n",
            {"new": "3 0 0 0 0 0 3"},
            id="figures between the halves of a label",
        ),
        pytest.param(
            "   一、本年新收政府信   3   0   0   0   0   0   3\n   息公开申请数量\n",
            {"new": "3 0 0 0 0 0 3"},
            id="a label that goes on below",
        ),
        pytest.param(
            f"{NEW}{THREE}\n三\n、   （七）总 计  3  0  0  0  0  0  3\n本\n年   四、结转下年度继续办理{ZEROS}\n",
            {"new": "3 0 0 0 0 0 3", "total": "3 0 0 0 0 0 3", "carried_out": "0 0 0 0 0 0 0"},
            id="a margin in single glyphs",
        ),
        pytest.param(
            f"{NEW[:12]}\n\n   -3-\n\n{NEW[12:]}   3   0   0   0   0   0   3\n",
            {"new": "3 0 0 0 0 0 3"},
            id="a page number inside a label",
        ),
        pytest.param(
            f"（一）予以公开{ZEROS}\n\n   3   0   0   0   0   0   3\n\n（七）总计{ZEROS}\n",
            {"granted": "0 0 0 0 0 0 0", "total": "0 0 0 0 0 0 0"},
            id="figures without a label are nobody's",
        ),
        pytest.param(
            "（一）予以公开\n   1   0   0   0   0   0   1\n（七）总计\n   1   0   0   0   0   0   1\n",
            {"total": "1 0 0 0 0 0 1"},
            id="figures between two labels may be of either",
        ),
        pytest.param(
            f"   {NEW[:12]}\n三 {THREE}\n   {NEW[12:]}\n",
            {"new": "3 0 0 0 0 0 3"},
            id="a glyph of the margin beside figures between the halves of a label",
        ),
        pytest.param(
            f"   {NEW[:12]}\n、 {THREE}\n   {NEW[12:]}\n",
            {"new": "3 0 0 0 0 0 3"},
            id="a mark of the margin that is no value",
        ),
        pytest.param(
            f"（一）予以公{ZEROS}\n{NEW[:12]}\n   {THREE}\n{NEW[12:]}\n",
            {"granted": "0 0 0 0 0 0 0", "new": "3 0 0 0 0 0 3"},
            id="a misprinted label above a label in two halves",
        ),
        pytest.param(
            f"{ZEROS}\n{NEW[:12]}\n   {THREE}\n{NEW[12:]}\n",
            {"new": "3 0 0 0 0 0 3"},
            id="the label around figures, below figures without a label",
        ),
        pytest.param(
            f"{NEW[:12]}\n   {THREE}\n{NEW[12:]}\n（七）总计  3  0  0  0  0  0  若干\n",
            {"new": "3 0 0 0 0 0 3", "total": "3 0 0 0 0 0 若干"},
            id="the label around figures, above a row with a word for a value",
        ),
        pytest.param(
            f"{NEW}  3  0  0  0  0  3\n（七）总计{ZEROS}", {"total": "0 0 0 0 0 0 0"}, id="six figures"
        ),
    ],
)
def test_rows_parted_by_blanks(text: str, known: dict[str, str]) -> None:
    assert rows(HEADING + text) == known


def test_a_header_in_pieces_names_its_columns() -> None:
    header = "   信息内容    本年制    本年废    现行有\n           发件数    止件数    效件数\n"
    text = f"二、主动公开政府信息情况\n   第二十条 第（一）项\n{header}   规章         0        1        2\n"
    assert rows(text, "disclosure") == {"regulations": "0 1 2"}
    table = api.parse(text).tables["disclosure"]
    assert [label.text for label in table.labels] == ["本年制发件数", "本年废止件数", "现行有效件数"]


@pytest.mark.parametrize("words", ["", "合计数", "*", "①"])
def test_words_between_a_label_and_joined_figures_are_no_value(words: str) -> None:
    text = (
        "二、主动公开政府信息情况第二十条第（五）项信息内容上一年项目数量本年增/减处理决定数量行政许可000"
        f"其他对外管理服务事项000第二十条第（九）项信息内容采购项目数量采购总金额政府集中采购{words}420.76"
    )
    assert rows(text, "disclosure")["procurement"] == "? ?"


def test_a_figure_beside_a_word_in_the_last_row_is_unassigned() -> None:
    text = (
        "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容     上一年项目数量    本年增/减\n"
        "行政事业性收费       915         43\n第二十条第（九）项\n信息内容    采购项目数量     采购总金额\n"
        "政府集中采购           923      未统计\n\n三、收到和处理政府信息公开申请情况\n"
    )
    table = api.parse(text).tables["disclosure"]
    assert [loose.texts for loose in table.loose] == [("923",)]


# Values before their labels


@pytest.mark.parametrize(
    ("links", "doubts"),
    [
        pytest.param([("a", 0, 7), ("b", 1, 7)], [False, False], id="in order"),
        pytest.param([("", None, 7), ("a", 0, 7)], [False, True], id="values before the first label"),
        pytest.param(
            [("", None, 7), ("b", 1, 7)], [False, False], id="values of the one row that is missing"
        ),
        pytest.param([("a", 0, 14), ("b", 1, 7)], [False, True], id="too many values before a label"),
        pytest.param([("a", 0, 14), ("c", 2, 7)], [False, False], id="as many as rows that are missing"),
        pytest.param(
            [("a", 0, 14), ("b", 1, 0), ("c", 2, 7)], [False, True, False], id="a label behind a label"
        ),
        pytest.param([("a", 0, 6), ("b", 1, 7)], [False, False], id="a value got lost"),
    ],
)
def test_doubt(links: list[tuple[str, int | None, int]], doubts: list[bool]) -> None:
    made = [Link(bool(label), place, values, 7) for label, place, values in links]
    assert doubtful(made, first=START) == doubts


# Lines folded into one


def paragraphs(report: Report) -> list[str]:
    """A report in, its paragraphs out."""
    sections = report.document.sections
    blocks = [*report.document.front, *(block for section in sections for block in section.blocks)]
    return [block.text for block in blocks if isinstance(block, Paragraph | Stray)]


@pytest.mark.parametrize(
    ("text", "headings", "texts"),
    [
        pytest.param("一、总体情况：全年平稳。", ["总体情况"], ["全年平稳。"], id="text behind a colon"),
        pytest.param("一、总体情况 全年平稳。", ["总体情况"], ["全年平稳。"], id="text behind a blank"),
        pytest.param(
            "前言。一、总体情况全年平稳。六、其他需要报告的事项无。",
            ["总体情况", "其他需要报告的事项"],
            ["前言。", "全年平稳。", "无。"],
            id="all in one line",
        ),
        pytest.param(
            "本报告包括“一、总体情况”“二、主动公开政府信息情况”等部分。",
            [],
            None,
            id="titles in quotation marks",
        ),
        pytest.param(
            "本报告由一、总体情况，二、主动公开政府信息情况，六、其他需要报告的事项组成。",
            [],
            None,
            id="an outline",
        ),
        pytest.param(
            "三、收到和处理政府信息公开申请情况无。四、复议和诉讼情况无。五、存在的主要问题及改进情况无。",
            ["收到和处理政府信息公开申请情况", "复议和诉讼情况", "存在的主要问题及改进情况"],
            ["无。", "无。", "无。"],
            id="a title of its own between two others",
        ),
    ],
)
def test_headings_in_a_line_with_text(text: str, headings: list[str], texts: list[str] | None) -> None:
    report = api.parse(text)
    assert [heading.label.text for heading in report.headings] == headings
    assert paragraphs(report) == ([text] if texts is None else texts)


def test_text_around_a_joined_table_stays_text() -> None:
    table = (
        "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件123"
        "第二十条第（五）项信息内容本年处理决定数量行政许可7"
    )
    report = api.parse(f"二、主动公开政府信息情况如下表所示。{table}以上数据截至年底，由各科室报送并经核对。")
    assert paragraphs(report) == ["如下表所示。", "以上数据截至年底，由各科室报送并经核对。"]
    assert report.tables["disclosure"].figures["normative_documents", "in_force"].text == "3"


# Broken paragraphs

LINE: Final = "本机关认真落实各项公开要求，及时公布与群众利益密切相关的信"


def test_lines_of_one_width_are_one_paragraph() -> None:
    text = f"   {LINE[2:]}\n{LINE}\n{LINE}\n\n   -1-\n\n{LINE}\n息。\n   另起一段。\n"
    report = api.parse(text)
    whole = LINE[2:] + LINE * 3 + "息。"
    assert paragraphs(report) == [whole, "另起一段。"]
    paragraph = next(block for block in report.document.front if isinstance(block, Paragraph))
    assert all(text[place_in(paragraph, n)] == letter for n, letter in enumerate(whole))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"{LINE[:18]}2022、123456", id="letters were counted"),
        pytest.param(f"{LINE[:19]}“一”“二”“三”", id="quotation marks are as wide as letters"),
    ],
)
def test_a_line_is_full_by_its_letters_or_by_its_columns(line: str) -> None:
    text = f"{LINE}\n" * 3 + f"{line}\n" + f"{LINE}\n" * 3 + "息。\n"
    assert len(paragraphs(api.parse(text))) == 1


def test_a_short_line_of_figures_is_not_full_where_columns_were_counted() -> None:
    lines = [LINE + mark * n for n, mark in enumerate(["", "1", "2", "3"])]
    figures = f"{LINE[:15]}2022、123456789"
    text = "\n".join([*lines, figures, *lines, "息。"]) + "\n"
    assert len(paragraphs(api.parse(text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第一段。\n第二段。\n", id="short lines"),
        pytest.param(f"{LINE}。\n" * 5, id="sentences of one length"),
        pytest.param(f"{LINE}\n" * 5 + LINE * 4 + "。\n", id="a text with long lines is not broken"),
    ],
)
def test_other_lines_are_paragraphs_of_their_own(text: str) -> None:
    assert paragraphs(api.parse(text)) == text.splitlines()


def test_a_period_broken_over_two_lines_is_found_at_its_place() -> None:
    text = f"{LINE}\n" * 4 + "本报告所列数据的统计期限自2023年1月1日起至2023年12月3\n1日止。\n"
    period = api.parse(text + "一、总体情况\n").facts.period
    assert period
    assert str(period.finish) == "2023-12-31"
    assert text[period.start : period.end].replace("\n", "") == "2023年1月1日起至2023年12月31日"


# Lines of a portal

PORTAL: Final = "标题：柳河镇2022年政府信息公开工作年度报告\n索引号：000/2023-1  发布日期：2023-01-20\n发布机构：柳河镇人民政府\n\n"


@pytest.mark.parametrize(
    ("title", "year", "body"),
    [
        pytest.param("", (2022, "portal"), ("柳河镇", "portal"), id="no title"),
        pytest.param("政府信息公开工作年度报告\n", (2022, "portal"), ("柳河镇", "portal"), id="a bare title"),
        pytest.param(
            "青石县2021年政府信息公开工作年度报告\n", (2021, None), ("青石县", None), id="a title of its own"
        ),
    ],
)
def test_a_portal_is_believed_where_the_report_is_silent(
    title: str, year: tuple[int, str | None], body: tuple[str, str | None]
) -> None:
    facts = api.parse(PORTAL + title + "一、总体情况\n平稳。\n").facts
    assert (facts.year, facts.year_inferred) == year
    assert (facts.body, facts.body_inferred) == body


def test_what_a_portal_says_is_no_text_of_the_report() -> None:
    report = api.parse(PORTAL + "一、总体情况\n来源：不是门户的行\n")
    assert [block.key for block in report.document.front if isinstance(block, Metadata)] == [
        "title", "other", "published", "body",
    ]  # fmt: skip
    assert paragraphs(report) == ["来源：不是门户的行"]


@given(
    st.lists(
        st.sampled_from([LINE, "  " + LINE[:9], "一、总体情况", "标题：甲", "  3  4", "-1-", "", NEW]),
        max_size=30,
    )
)
def test_every_character_of_a_paragraph_has_its_place(lines: list[str]) -> None:
    text = "\n".join(lines)
    for block in api.parse(text).document.front:
        if isinstance(block, Paragraph):
            assert [text[place_in(block, n)] for n in range(len(block.text))] == list(block.text)
