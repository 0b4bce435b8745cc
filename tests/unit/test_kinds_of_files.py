"""What a file is: a report, one for a year before the forms, several in one, in another script, or something else."""

from typing import Final

import pytest

from gdlint import api
from support.rules import text_of

BODY: Final = "青石县林业局"


def severities(text: str) -> dict[str, str]:
    """A text in, the severity of each code out."""
    return {finding.code: finding.severity for finding in api.lint(text).findings}


def test_of_a_file_that_is_no_report_nothing_else_is_said() -> None:
    notice = "青石县人民政府办公室关于做好政府信息公开工作年度报告的通知\n\n一、总体情况\n\n1、主动公开政府信息\n\n锟斤拷，、\n"
    assert set(severities(notice)) <= {"GD002", "GD003"}
    assert api.parse(notice).looks_like == "notice"


def test_a_report_for_a_year_before_the_forms_is_not_held_against_them() -> None:
    text = "青石县林业局2017年政府信息公开工作年度报告\n\n一、概述\n\n2017年2月30日公开30条。\n\n青石县林业局\n2018年5月2日\n"
    said = severities(text)
    assert said["GD008"] == "info"
    assert "GD604" in said
    assert not [
        code
        for code in said
        if code[:3] in ("GD1", "GD2", "GD3", "GD4") or code in ("GD608", "GD609", "GD610")
    ]
    later = severities(text.replace("2017年", "2019年").replace("2018年", "2020年"))
    assert "GD008" not in later
    assert {"GD101", "GD608"} <= set(later)


def test_only_the_first_of_several_reports_is_read() -> None:
    first, second = text_of(), text_of(title="青石县柳河镇人民政府2022年政府信息公开工作年度报告")
    alone, both = api.lint(first), api.lint(first + "\n" + second)
    assert {finding.code for finding in both.findings} == {finding.code for finding in alone.findings} | {
        "GD007"
    }
    assert both.report.tables == alone.report.tables
    assert both.report.facts.signature == alone.report.facts.signature


@pytest.mark.parametrize("text", [text_of(), text_of() + "\n" + text_of()])
def test_the_same_title_again_is_no_second_report(text: str) -> None:
    assert "GD007" not in severities(text)


def test_cells_show_the_traditional_characters_that_are_printed() -> None:
    text = (
        "二、主動公開政府信息情況\n第二十條第（一）項\n信息內容\t本年制發件數\t本年廢止件數\t現行有效件數\n"
        "規章\t無\t3萬\t5\n未知一行\t無\t1\t2\n"
    )
    table = api.parse(text).tables["disclosure"]
    assert [figure.text for figure in table.rows["regulations"].values()] == ["無", "3萬", "5"]
    assert [loose.texts for loose in table.loose] == [("無", "1", "2")]


def test_a_report_in_traditional_script_is_read_and_said_once() -> None:
    simple = text_of(body=BODY, signature={"body": BODY, "date": "2023年1月20日"})
    text = simple.translate(str.maketrans("开总体况动报请数处复诉讼执关机构组织业会务经过结转维纠审计续办来为与",
                                          "開總體況動報請數處復訴訟執關機構組織業會務經過結轉維糾審計續辦來為與"))  # fmt: skip
    found = [finding.code for finding in api.lint(text).findings]
    assert found.count("GD006") == 1
    assert "GD305" not in found
    assert "GD103" not in found
    assert api.parse(text).tables.keys() == api.parse(simple).tables.keys()
    assert {key: table.rows.keys() for key, table in api.parse(text).tables.items()} == {
        key: table.rows.keys() for key, table in api.parse(simple).tables.items()
    }


@pytest.mark.parametrize(
    ("name", "date", "portal", "severity"),
    [
        ("青石县林业局", "2023年2月6日", "", "error"),
        ("青石县水库管理所", "2023年2月6日", "", "info"),
        ("青石县林业局", "2023年1月20日", "发布日期：2023-02-06", "warning"),
        ("青石县水库管理所", "2023年1月20日", "发布日期：2023-02-06", "info"),
        ("青石县林业局", "2023年1月20日", "", None),
    ],
)
def test_how_late_a_department_is_depends_on_what_it_is(
    name: str, date: str, portal: str, severity: str | None
) -> None:
    text = text_of(body=name, signature={"body": name, "date": date})
    assert severities(f"{portal}\n{text}").get("GD608") == severity


def test_a_body_that_was_founded_in_the_year_counts_from_then_on() -> None:
    period = "本报告所列数据的统计期限自2022年3月28日至2022年12月31日"
    assert severities(text_of(intro=f"{period}。"))["GD601"] == "error"
    assert severities(text_of(intro=f"{period}（本局于2022年3月28日挂牌成立）。"))["GD601"] == "info"


SECTIONS: Final = "一、总体情况\n有序公开。\n二、主动公开政府信息情况\n见下表。\n"


@pytest.mark.parametrize(
    "front",
    [
        "首页\n通知公告\n政策解读\n政府信息公开指南\n青石县水利局2022年政府信息公开工作报告",
        "通知公告",
        "青石县大学城管委会2022年信息公开工作报告",
        "青石县学院路街道办事处2022年政务公开工作报告",
        "青石县2022年1月至12月政府信息公开工作报告",
        "青石县水利局\n关于报送2022年政府信息公开工作情况的报告",
    ],
)
def test_a_menu_a_name_or_a_whole_year_make_no_other_document(front: str) -> None:
    assert api.parse(f"{front}\n{SECTIONS}").looks_like is None
