"""What a rule looked at, case by case: the same cases and verdicts that a check counts, with what the rule saw."""

from typing import Any

import pytest

from gdlint import api
from gdlint.engine.checks import Ready
from gdlint.engine.judge import judged
from gdlint.engine.run import run
from gdlint.model.judged import Judged, JudgedCase
from gdlint.rules.description import judged_by
from support.generated import made_from, printed
from support.reports import NO_REPORT, RIGHT, WRONG
from support.rules import ready, rule_set, text_of

PROSE = "全年收到政府信息公开申请3件，全县收到政府信息公开申请9件，约40件来自网上。"
TEXTS = {
    "right": RIGHT,
    "wrong": WRONG,
    "none": NO_REPORT,
    "prose": text_of(text={"overall": PROSE}),
    "blank": text_of(applications={"new": {"business": "", "research": "无"}}),
    "template": text_of(template=2019, year=2021),
    "made": printed(made_from(3), "tsv", 3),
}


def builtin(code: str) -> Ready:
    """A built-in rule, ready to run."""
    return next(each for each in api.rules_for(("ALL",)) if each.rule.code == code)


def cases_of(code: str, text: str, verdict: str) -> tuple[JudgedCase, ...]:
    """The cases of one verdict of a built-in rule."""
    return tuple(case for case in judge(code, text).cases if case.verdict == verdict)


def judge(code: str, text: str, **options: Any) -> Judged:
    """A built-in rule and a text in, what it makes of its cases out."""
    return judged(builtin(code), api.parse(text), api.rules_for(), **options)


@pytest.mark.parametrize("name", TEXTS)
def test_every_rule_comes_to_the_verdicts_that_a_check_counts(name: str) -> None:
    report = api.parse(TEXTS[name])
    wrong = []
    for rule in api.rules_for(("ALL",)):
        counts = judged(rule, report).counts
        outcome = run([rule], report)
        if [counts.get(key, 0) for key in ("true", "false", "unknown")] != [
            outcome.true,
            outcome.false,
            outcome.unknown,
        ]:
            wrong.append((rule.rule.code, counts, outcome[1:4]))
    assert wrong == []


def test_a_false_case_has_its_place_its_values_its_message_and_its_severity() -> None:
    (case,) = cases_of("GD404", WRONG, "false")
    values = {value.name: value.text["zh"] for value in case.values}
    assert (case.name, case.text, case.severity) == ("行政复议", "3", "error")
    assert {name: values[name] for name in ("upheld", "pending", "left", "right")} == {
        "upheld": "2",
        "pending": "0",
        "left": "3",
        "right": "2",
    }
    assert case.message is not None
    assert "相差 1" in case.message["zh"]


@pytest.mark.parametrize(
    ("cell", "why", "text"), [("", "blank", ""), ("无", "unreadable", "无"), ("约3", "unreadable", "约3")]
)
def test_what_makes_a_case_unknown_is_named(cell: str, why: str, text: str) -> None:
    report = text_of(applications={"granted": {"business": cell}})
    (case,) = cases_of("GD402", report, "unknown")
    gaps = {gap for value in case.values for gap in value.gaps}
    assert gaps == {("（一）予以公开·商业企业", why, text)}


def test_a_fact_that_the_report_does_not_tell_is_named() -> None:
    (case,) = cases_of("GD606", text_of(signature=None), "passed")
    assert [(value.name, value.gaps) for value in case.values if value.gaps] == [
        ("signature_date", (("", "untold", ""),))
    ]


def test_claims_are_shown_with_how_they_were_read() -> None:
    judgement = judge("GD501", TEXTS["prose"])
    (false,) = cases_of("GD501", TEXTS["prose"], "false")
    values = {value.name: value.text["zh"] for value in false.values}
    assert (values["scope"], values["value"], values["applications[new, total]"]) == ("own", "3件", "0")
    assert {case.why for case in judgement.cases if case.verdict == "passed"} == {"scope"}


def test_a_sentence_that_unless_excludes_is_passed_over() -> None:
    (case,) = cases_of("GD209", text_of(text={"others": "全年未收取检索、复制费用。"}), "passed")
    assert (case.why, case.text) == ("unless", "全年未收取检索、复制费用")


def test_a_case_that_yields_says_to_which_rule() -> None:
    text = text_of(template=2019, year=2021, drop={"applications": ["granted"]})
    (case,) = cases_of("GD302", text, "false")
    assert case.yields == ("GD201",)


def test_a_rule_for_other_reports_is_not_run() -> None:
    assert judge("GD408", text_of(template=2019)) == Judged({}, (), "other")


def test_a_rule_of_which_it_is_not_known_whether_it_applies_is_not_run() -> None:
    assert (
        judge("GD408", text_of(no_table=["disclosure", "applications", "litigation"])).not_run == "template"
    )


def test_of_many_cases_the_first_are_kept_and_all_counted() -> None:
    found = judge("GD312", RIGHT, most=2)
    assert found.counts["true"] > 100
    assert len(found.cases) <= 2 * len(found.counts)


def test_each_name_stands_once_in_the_order_of_when_let_and_check() -> None:
    rule = ready(
        each="row in litigation", when="present", let={"twice": "total + total"}, check="twice == total"
    )
    first = judged(rule, api.parse(RIGHT)).cases[0]
    assert [value.name for value in first.values] == ["present", "total", "twice"]


def test_what_became_of_a_comment_is_known_where_it_is_explained() -> None:
    text = RIGHT.replace("一、总体情况", "<!-- gdlint: ignore[GD401] -->\n\n一、总体情况", 1)
    report = api.parse(text)
    assert judged_by("GD004", report, rule_set()).counts["false"] == 1
