"""What a finding says of the right value: the remedy of a rule with what it saw, and one finding for one mistake."""

from typing import Any

import pytest

from gdlint import api
from gdlint.engine.run import run
from support.rules import ready, text_of


def told(code: str, changes: dict[str, Any]) -> list[tuple[str, str]]:
    """Message and remedy of each finding of a rule on an invented report, in Chinese."""
    findings = api.lint(text_of(**changes)).findings
    return [(finding.message["zh"], finding.help["zh"]) for finding in findings if finding.code == code]


def codes(**changes: Any) -> list[str]:
    """The codes of what is said of an invented report."""
    return [finding.code for finding in api.lint(text_of(**changes)).findings]


def test_a_remedy_has_fields_and_stands_in_place_of_the_help() -> None:
    words = {"zh": "改为 {total + 1}", "en": "write {total + 1}"}
    rule = ready(each="row in litigation", check="false", help={"zh": "改", "en": "mend"}, remedy=words)
    helps = [finding.help for finding in run([rule], api.parse(text_of())).findings]
    assert helps == [{"zh": "改为 1", "en": "write 1"}] * 3


TITLE = "青石县云溪镇人民政府2022年政府信息公开工作年度报告"
FEES = {"disclosure": {"fees": {"amount": "1200元"}}}
SHI = {"text": {"problems": "（一）公开不及时。\n\n（二）解读不够。\n\n（三）是加强培训。"}}


@pytest.mark.parametrize(
    ("code", "changes", "words"),
    [
        ("GD110", {"title": "青石县云溪镇人民政府2022年政府信息公开工作报告"}, f"“{TITLE}”"),
        ("GD313", FEES, "0.12"),
        ("GD313", {"disclosure": {"fees": {"amount": "0.12万元"}}}, "改为 0.12"),
        ("GD313", {"disclosure": {"fees": {"amount": "0.5亿元"}}}, "改为 5000"),
        ("GD313", {**FEES, "labels": {"disclosure": {"amount": "本年收费金额（单位：元）"}}}, "改为 1200"),
        ("GD313", {"disclosure": {"fees": {"amount": "0.12万元"}}, "labels": {"disclosure": {"amount": "收费金额（元）"}}}, "改为 1200"),
        ("GD313", {**FEES, "labels": {"disclosure": {"amount": "本年收费金额"}}}, "改为 0.12"),
        ("GD313", {"applications": {"new": {"business": "3件"}}}, "3"),
        ("GD103", {"headings": {"problems": "五、存在问题及改进措施情况"}}, "改为“五、存在的主要问题及改进情况”"),
        ("GD105", {"headings": {"problems": "5、存在的主要问题及改进情况"}}, "改为“五、”"),
        ("GD205", {"intro": "根据国办公开办函〔2019〕60号编制。统计期限自2022年1月1日至2022年12月31日。"}, "改引国办公开办函〔2021〕30号"),
        ("GD305", {"labels": {"applications": {"social": "社会组织"}}}, "改为“社会公益组织”"),
        ("GD404", {"litigation": {"reconsideration": {"upheld": 2, "total": 3}}}, "总计应为 2"),
        ("GD601", {"intro": "统计期限自2022年1月1日至2022年12月28日。"}, "2022年1月1日至2022年12月31日"),
        ("GD713", SHI, "（三）…"),
        ("GD713", SHI, "三是…"),
        ("GD607", {"signature": None}, "机关名称和日期"),
        ("GD607", {"signature": {"body": "青石县云溪镇人民政府", "date": ""}}, "写明日期"),
        ("GD607", {"signature": {"body": "", "date": "2023年1月20日"}}, "写明机关名称"),
        ("GD525", {"text": {"overall": "公开信息3043余条。"}}, "3043余条"),
        ("GD610", {"signature": {"body": "青石县云溪镇人民政府", "date": "2023年4月3日"}}, "2023年3月31日"),
        ("GD610", {"signature": {"body": "青石县云溪镇人民政府", "date": "2023年2月3日"}}, "2023年1月31日"),
    ],
)  # fmt: skip
def test_the_right_value_is_said(code: str, changes: dict[str, Any], words: str) -> None:
    ((message, remedy),) = told(code, changes)
    assert words in message + remedy


def test_the_number_of_another_item_is_not_said() -> None:
    ((message, remedy),) = told("GD713", SHI)
    assert "（二）" not in message + remedy


def test_an_amount_is_not_told_to_lose_its_unit_alone() -> None:
    ((message, remedy),) = told("GD313", FEES)
    assert "删去单位" not in message + remedy


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("GD704", {"labels": {"disclosure": {"licensing": "行政许可（一律为0）", "penalties": "行政处罚（一律为0）"}}}),
        (
            "GD104",
            {
                "headings": {"applications": "三、收到和处理政务公开申请情况"},
                "labels": {"applications": {"new": "一、本年新收政务公开申请数量", "carried_in": "二、上年结转政务公开申请数量"}},
            },
        ),
    ],
)  # fmt: skip
def test_one_cause_in_many_places_is_one_finding(code: str, changes: dict[str, Any]) -> None:
    assert len(told(code, changes)) == 1


ROW = {"business": 2, "legal": 1, "total": 3}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"total": {**ROW, "total": 4}}, "GD402"),
        ({"new": {**ROW, "total": 4}}, "GD403"),
        ({"granted": {**ROW, "total": 4}}, "GD403"),
        ({"total": {**ROW, "business": 1}}, "GD402"),
        ({"new": {**ROW, "business": 1}}, "GD403"),
    ],
)
def test_one_wrong_figure_of_table_three_is_not_told_three_times(wrong: dict[str, Any], code: str) -> None:
    rows = {"new": ROW, "granted": ROW, "total": ROW, **wrong}
    said = codes(applications=rows)
    assert code in said
    assert len(said) <= 2


def test_one_wrong_total_is_one_finding() -> None:
    totals = [({"total": {**ROW, "total": 4}}, "GD402"), ({"new": {**ROW, "total": 4}}, "GD403"),
              ({"granted": {**ROW, "total": 4}}, "GD403"), ({"total": {**ROW, "business": 1}}, "GD402")]  # fmt: skip
    for wrong, code in totals:
        assert codes(applications={"new": ROW, "granted": ROW, "total": ROW, **wrong}) == [code]


def test_two_wrong_figures_are_both_told() -> None:
    rows = {"new": {**ROW, "total": 4}, "granted": ROW, "total": {**ROW, "business": 1}}
    assert sorted(codes(applications=rows)) == ["GD402", "GD403"]
