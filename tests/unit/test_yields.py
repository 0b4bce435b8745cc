"""One mistake is one finding: rules that are silent where another one spoke of the same thing."""

from typing import Any, Final

import pytest

from gdlint import api
from gdlint.engine.run import run
from support.rules import ready, text_of

# (the rule that is silent, the rule that speaks, what makes both of them fire)
PAIRS: Final[list[tuple[str, str, dict[str, Any]]]] = [
    ("GD202", "GD201", {"template": 2019, "year": 2022, "labels": {"disclosure": {"open_total": "现行有效件数"}}}),
    ("GD203", "GD201", {"template": 2019, "year": 2022}),
    ("GD204", "GD201", {"template": 2019, "year": 2022, "handling": 2021}),
    ("GD302", "GD201", {"template": 2019, "year": 2022, "drop": {"applications": ["granted"]}}),
    ("GD303", "GD201", {"template": 2019, "year": 2022, "drop_columns": {"disclosure": ["opened"]}}),
    ("GD302", "GD202", {"labels": {"disclosure": {"in_force": "对外公开总数量"}},
                        "drop": {"applications": ["granted"]}}),
    ("GD303", "GD202", {"labels": {"disclosure": {"in_force": "对外公开总数量"}}}),
    ("GD302", "GD204", {"handling": 2019}),
    ("GD302", "GD301", {"no_table": ["litigation"]}),
    ("GD303", "GD301", {"no_table": ["litigation"]}),
    ("GD103", "GD104", {"headings": {"applications": "三、收到和处理政务公开申请情况"}}),
    ("GD305", "GD104", {"labels": {"applications": {"new": "一、本年新收政务公开申请数量"}}}),
    ("GD305", "GD704", {"labels": {"disclosure": {"licensing": "行政许可事项一律为0"}}}),
    ("GD311", "GD313", {"disclosure": {"fees": {"amount": "3元"}}}),
    ("GD311", "GD317", {"template": 2019, "disclosure": {"licensing": {"change": "3/1"}}}),
    ("GD319", "GD201", {"year": 2020, "labels": {"disclosure": {"amount": "本年收费金额"}}}),
    ("GD408", "GD409", {"disclosure": {"normative_documents": {"issued": 5}}}),
    ("GD302", "GD320", {"shape": "tsv", "short": {"applications": ["granted"]}}),
    ("GD307", "GD320", {"shape": "tsv", "short": {"applications": ["granted"]},
                        "labels": {"applications": {"denied.process": "7.属于行政执法案卷",
                                                    "denied.enforcement_file": "6.属于四类过程性信息"}}}),
    ("GD601", "GD605", {"title": "青石县云溪镇人民政府2020年政府信息公开工作年度报告"}),
    ("GD606", "GD605", {"title": "青石县云溪镇人民政府2020年政府信息公开工作年度报告"}),
]  # fmt: skip


def spoken(text: str, *codes: str) -> set[str]:
    """A text and codes in, the codes out of which findings come when only those rules run."""
    return {finding.code for finding in api.lint(text, rules=api.rules_for(codes)).findings}


@pytest.mark.parametrize(("silent", "loud", "changes"), PAIRS)
def test_the_one_is_silent_where_the_other_speaks(silent: str, loud: str, changes: dict[str, Any]) -> None:
    assert spoken(text_of(**changes), silent, loud) == {loud}


@pytest.mark.parametrize(("silent", "loud", "changes"), PAIRS)
def test_the_catalogue_says_so(silent: str, loud: str, changes: dict[str, Any]) -> None:
    (rule,) = [rule.rule for rule in api.builtin_rules() if rule.rule.code == silent]
    assert loud in rule.yields_to


@pytest.mark.parametrize(
    ("speaks", "yields", "heard"),
    [
        ("甲乙", "丙丁", {"XX001", "XX002"}),
        ("丙丁", "甲乙", {"XX001", "XX002"}),
        ("甲乙丙", "丙丁", {"XX001"}),
        ("丙丁", "甲乙丙", {"XX001"}),
        ("甲乙丙丁", "乙丙", {"XX001"}),
        ("乙丙", "甲乙丙丁", {"XX001"}),
    ],
)
def test_texts_are_one_thing_where_they_overlap(speaks: str, yields: str, heard: set[str]) -> None:
    rules = [
        ready(each=None, check=None, find=speaks),
        ready(each=None, check=None, find=yields, code="XX002", yields_to=["XX001"]),
    ]
    report = api.parse(text_of(text={"overall": "甲乙丙丁。"}))
    assert {finding.code for finding in run(rules, report).findings} == heard


# What the one would say if the other did not run; those left out here never see what the other sees.
ALONE: Final = [
    pair for pair in PAIRS
    if pair[:2] not in {("GD302", "GD301"), ("GD303", "GD301"), ("GD302", "GD320"),
                        ("GD311", "GD313"), ("GD302", "GD201"), ("GD202", "GD201"), ("GD204", "GD201")}
]  # fmt: skip


@pytest.mark.parametrize(("silent", "loud", "changes"), ALONE)
def test_the_one_speaks_where_the_other_does_not_run(silent: str, loud: str, changes: dict[str, Any]) -> None:
    assert silent in spoken(text_of(**changes), silent)


@pytest.mark.parametrize(
    ("silent", "loud", "changes"),
    [
        ("GD103", "GD104", {"headings": {"applications": "三、收到和处理政务公开申请情况",
                                         "problems": "五、存在问题及改进措施情况"}}),
        ("GD305", "GD104", {"labels": {"applications": {"new": "一、本年新收政务公开申请数量", "social": "社会组织"}}}),
        ("GD305", "GD704", {"labels": {"disclosure": {"licensing": "行政许可事项一律为0"},
                                       "applications": {"social": "社会组织"}}}),
        ("GD312", "GD313", {"disclosure": {"penalties": {"decisions": "3件"}},
                            "applications": {"new": {"business": "-1"}}}),
    ],
)  # fmt: skip
def test_the_one_still_speaks_of_other_things(silent: str, loud: str, changes: dict[str, Any]) -> None:
    assert spoken(text_of(**changes), silent, loud) == {silent, loud}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, set()),
        ({"template": 2019}, set()),
        ({"template": 2019, "year": 2022}, {"GD201"}),
        ({"template": 2021, "year": 2020}, {"GD201"}),
        ({"handling": 2019}, {"GD204"}),
        ({"template": 2019, "handling": 2021}, {"GD204"}),
        ({"no_table": ["litigation"]}, {"GD301"}),
        ({"no_table": ["disclosure", "applications", "litigation"]}, {"GD301"}),
        ({"without": ["litigation"]}, {"GD101"}),
        ({"headings": {"applications": "三、收到和处理政务公开申请情况"}}, {"GD104"}),
        ({"labels": {"applications": {"new": "一、本年新收政务公开申请数量"}}}, {"GD104"}),
        ({"labels": {"disclosure": {"licensing": "行政许可（各乡镇一律为0）"}}}, {"GD704"}),
        ({"disclosure": {"fees": {"amount": "766202元"}}}, {"GD313"}),
        ({"disclosure": {"fees": {"amount": "3400"}}}, {"GD314"}),
        ({"template": 2019, "disclosure": {"procurement": {"purchases": 2, "amount": 766202}}}, {"GD314"}),
        (
            {"template": 2019, "disclosure": {"procurement": {"purchases": 2, "amount": "766202元"}}},
            {"GD313"},
        ),
        ({"template": 2019, "disclosure": {"licensing": {"change": "3/1"}}}, {"GD317"}),
        ({"template": 2019, "disclosure": {"normative_documents": {"made": 5}}}, {"GD407"}),
        ({"disclosure": {"normative_documents": {"issued": 5}}}, {"GD409"}),
        ({"disclosure": {"penalties": {"decisions": "3件"}}}, {"GD313"}),
        ({"disclosure": {"penalties": {"decisions": "-3件"}}}, {"GD313"}),
        ({"shape": "tsv", "short": {"applications": ["granted"]}}, {"GD320"}),
        ({"drop": {"applications": ["denied.inquiry"]}}, {"GD302"}),
        ({"twice": ["litigation"]}, {"GD309"}),
        ({"twice": ["applications"]}, {"GD309"}),
        ({"twice": ["disclosure"]}, {"GD309"}),
        ({"title": "青石县云溪镇人民政府2021年政府信息公开工作年度报告"}, {"GD605"}),
        ({"intro": "本报告所列数据的统计期限自2021年1月1日至2021年12月31日。"}, {"GD601"}),
        ({"signature": {"body": "青石县云溪镇人民政府", "date": "2024年1月20日"}}, {"GD606"}),
        ({"title": ""}, set()),
        ({"raw": "关于召开会议的通知\n请准时参加。\n"}, {"GD002"}),
        ({"raw": ""}, {"GD002"}),
    ],
    ids=str,
)
def test_one_mistake_is_one_finding(changes: dict[str, Any], codes: set[str]) -> None:
    found = [finding.code for finding in api.lint(text_of(**changes)).findings if finding.severity != "info"]
    assert set(found) == codes
    if "no_table" not in changes:
        assert len(found) == len(codes)
