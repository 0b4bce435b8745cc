"""No figure is ever lost: each that is printed in the region of a table stands exactly once in `tables` or `unassigned`."""

import random
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from generate.forms import SECTIONS, TABLES
from support.conserved import faults
from support.edited.cases import PRINTERS, Case, edited, label_cases, value_cases
from support.extent import extent
from support.mutations import spoilt
from support.profile import EXAMPLES

LABELS: Final = (
    "规章", "行政规范性文件", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "第二十条第（一）项", "行政许可",
    "一、本年新收政府信息公开申请数量", "（一）予以公开", "（三）不予公开", "1.属于国家秘密", "2.其他", "（七）总计",
    "自然人", "商业企业", "法人或其他组织", "总计", "行政复议", "结果维持", "尚未审结", "未经复议直接起诉", "复议后起诉",
)  # fmt: skip
WORDS: Final = ("若干", "的是在", "注", "详见附件", "3.其也", "行政许司", "*", "（八）未知")
FIGURES: Final = ("0", "0", "0", "7", "12", "-3", "305", "0.76", "1,204", "0000000", "00120012", "100000010")
SEPARATORS: Final = ("\t", " | ", "|", "  ", "   ", "\n", "\n\n", "", " ", "\t\t", "\u3000\u3000", " |\n")


def table_like(separators: Sequence[str] = SEPARATORS) -> st.SearchStrategy[str]:
    """Labels, figures and words in any order, with anything between them."""
    cell = st.one_of(st.sampled_from(LABELS), st.sampled_from(FIGURES), st.sampled_from(FIGURES + WORDS))
    cells = st.lists(st.tuples(cell, st.sampled_from(separators)), min_size=3, max_size=40)
    return cells.map(lambda found: "".join(text + separator for text, separator in found))


def report_of(tables: Sequence[str]) -> str:
    """A report that holds some texts in the place of its tables."""
    held = dict(zip(TABLES, tables, strict=True))
    return "\n".join(f"{heading}\n{held.get(key, '无。')}" for key, heading in SECTIONS)


@pytest.mark.parametrize("shape", PRINTERS)
@pytest.mark.parametrize("cases", [label_cases, value_cases])
def test_edited_reports(shape: str, cases: object) -> None:
    assert callable(cases)
    some: list[Case] = random.Random(shape).sample(
        [case for case in cases() if case.shape == shape], extent(12, 4)
    )
    reports = [(case, report) for case in some if (report := edited(case))]
    lost = [(case, list(faults(api.parse(report.text)))) for case, report in reports]
    assert [(case, found) for case, found in lost if found] == []


def test_spoilt_reports() -> None:
    texts = [spoilt(random.Random(f"conserved {number}")) for number in range(EXAMPLES)]
    lost = [(number, list(faults(api.parse(text)))) for number, text in enumerate(texts)]
    assert [(number, found) for number, found in lost if found] == []


AMONG_CELLS: Final = {
    "a page number in the section of another table": "2.申请\n结转下年度继续办理\n-2 -\n0\n0\n四、政府信息公开行政复议、行政诉讼情况\n",
    "a page number inside a row": "四、政府信息公开行政复议、行政诉讼情况\n0|0\n第3页共9页\n3|\n",
    "a comment inside a row": "三、收到和处理政府信息公开申请情况\n（一）予以公开\n0\n<!-- gdlint: ignore[GD404] -->\n4\n0\n",
    "a comment in the midst of joined cells": "四、政府信息公开行政复议、行政诉讼情况"
    "本年起<!-- gdlint: i4] -->复议后起诉结果维持0000000000\n",
    "a figure, a stop, and another figure": "四、政府信息公开行\n1\t.\t10",
    "the number of a label behind joined cells": "二、政府信息情况本年制发件数本年废止件数现行有效件数"
    "规章 000行政规范性文件693665第二十条第（五）项"
    "信息内容本年处理决定数量行政许可2293 第二十条第（三类内部事务信息1000001"
    "6.属于四类过程性信息00000007.属于行政执法案卷60000068.属于行政查询事项1000001"
    "（四）无法提供1.本机关不掌握相关政府信息220000325"
    "2.没有现成信息需要另行制作00000003.补正后申请内容仍不明确0000000（五）不予处理"
    "1.信访举报投诉类申请00000002.重复申请00000003.要求提供公开出版物0000000"
    "4.无正当理由大量反复 本年收费金额（单位：万元）行政事业性收费24\n",
    "a column of another name in a table that stands twice": "行政复议|持|结|果|结|总|经复议直|议后起诉|持|正|其|结|计|持|正|其|结|总计\n"
    + "|" * 13
    + "0|0\n四、复议行政诉讼情况\n政复议\t持\t结\t果\tp\t总计\t未接起诉\t议后起诉\n持\t正\t其\t结\t计\t持\t结\t果\t结\t总计\n"
    + "\t" * 13
    + "0\t",
    "a column that is there twice": "自然人\t法人\t总\t商业\t科研\t自然人\t法务机构\t他\n执法案卷\t1\t0\t0\t0\t0\t0\t1",
    "a figure at the end of a label before a blank cell": "三、收到和处理政府信息公开申请情况\n||自然人|法人|总计|\n|---|---|---|---|---|\n"
    "||1.属于国家秘密354||3|\n",
    "a figure above a line that begins like the word behind a page number": "二、公开\n无法提供|.|9\n页三、收到和处理政府信息公开申请情况"
    "（本列数四项之和）申请人情况自然人法人或其他组织总计 商业企业科研机构社会公益组织法律服务机构其他新收0三、本年度",
    "a rare blank before a figure": "\u200a0\n漰\n7.属于行政执法案卷\n",
    "a row with a column more in joined cells": "二、主动公开政府信息情况\n本年制发件数\n数\n数\n行政规范性文件\n1\n2\n3\n正文\n"
    "本年新制作数量本年新公开数量对外公开总数量规章000规范性文件898989第二十条第（五）项信息内容上一年项目数量",
    "two tables and the heading behind them in one line": "2、申请\n"
    "0 0 03、政府信息公开行政复议行政诉讼情况议  1 6五、存在的主要问题及改进情况  5",
}


@pytest.mark.parametrize("text", AMONG_CELLS.values(), ids=AMONG_CELLS)
def test_what_stands_among_cells_takes_none_of_them_along(text: str) -> None:
    assert list(faults(api.parse(text))) == []


def test_the_end_of_a_cell_is_no_word_before_a_page_number() -> None:
    pytest.importorskip("turbohtml")
    rows = (
        "信息内容<td>本年处理决定数量",
        "行政许可<td>1",
        "条第<td>条第",
        "0 强制<td>0 甲",
        "行政处罚<td>2",
    )
    table = "".join(f"<tr><td>{row}" for row in rows)
    page = f"<p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{table}</table>"
    assert list(faults(api.parse(page.encode(), name="a.html"))) == []


APART: Final = {
    "a figure between words parted by wide blanks": "结果维持\n（三）不予公开\u3000\u3000305\u3000\u3000未知\u3000\u30000.76\u3000\u3000",
    "a figure before words": "305\n120\u3000\u3000详见附件\n0.76\u3000\u3000",
    "a figure before words and a bar": "100000010   本年制发件数 | 0.76 | 0 |\n",
    "a figure behind words, and a line that goes on": "（一）予以公开 | 自然人\u3000\u30000\n（三）不予公开 |\n尚未审结 |\n",
    "figures on two lines before a bar": "305  未经复议直接起诉|（八）未知 120\n\n450 |\n-3\n\n信息内容 |\n",
    "a figure behind two labels before a bar": "注|（三）不予公开|*\n（三）不予公开\n-3|",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
@pytest.mark.parametrize("place", range(3))
def test_figures_in_cells_with_words(text: str, place: int) -> None:
    tables = ["", "", ""]
    tables[place] = text
    assert list(faults(api.parse(report_of(tables)))) == []


@given(st.lists(table_like(), min_size=3, max_size=3))
def test_texts_that_look_like_tables(tables: list[str]) -> None:
    assert list(faults(api.parse(report_of(tables)))) == []


@pytest.mark.parametrize("separator", SEPARATORS)
@given(data=st.data())
def test_tables_of_one_separator(separator: str, data: st.DataObject) -> None:
    tables = [data.draw(table_like((separator, separator, separator, "\n"))) for _ in TABLES]
    assert list(faults(api.parse(report_of(tables)))) == []


@pytest.mark.parametrize(
    "line",
    [
        "规章 3 4 5",
        "规张345",
        "规章345若干",
        "规章\t3\t4\t5\t6",
        "若干 3 4 5",
        "3 4 5",
        "规章3（注）45",
        "规章 3",
    ],
)
def test_a_line_that_is_no_row(line: str) -> None:
    table = f"第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n{line}\n行政规范性文件 0 0 0"
    assert list(faults(api.parse(report_of([table, "", ""])))) == []
