"""The language of rules: three-valued logic, exact numbers, names of the form, and errors that say what is wrong."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.data import yamlfile
from gdlint.engine import catalog
from gdlint.engine.catalog import CatalogError
from gdlint.engine.definition import define
from gdlint.engine.preparing import prepare
from gdlint.engine.run import run
from gdlint.engine.shape import RuleError
from gdlint.expressions.nodes import Node, from_data, to_data
from gdlint.expressions.parser import DEEPEST, LONGEST, parse_expression
from gdlint.matching.expression_error import ExpressionError
from gdlint.model.origin import Located, Location
from gdlint.model.page import Page
from gdlint.readers.text import source_of
from support.rules import outcome, ready, rule, shown, text_of, truth

TEXT: Final = text_of(
    applications={
        "new": {"natural_person": 4, "business": "", "research": "无", "other": 7},
        "carried_in": {"natural_person": 2},
    },
    disclosure={"fees": {"amount": "0.5500"}},
    drop={"applications": ["denied.inquiry"]},
)
FIGURE: Final = "applications[new, natural_person]"
BLANK: Final = "applications[new, business]"
WORD: Final = "applications[new, research]"
ABSENT: Final = "applications[denied.inquiry, total]"
AMOUNT: Final = "disclosure[fees, amount]"

# Truth of three values, each made from a cell and not from a literal.
TRUE, FALSE, UNKNOWN = f"{FIGURE} == 4", f"{FIGURE} == 5", f"{BLANK} == 0"
OF: Final = {TRUE: True, FALSE: False, UNKNOWN: None}

AND: Final = {
    (TRUE, TRUE): True, (TRUE, FALSE): False, (TRUE, UNKNOWN): None,
    (FALSE, TRUE): False, (FALSE, FALSE): False, (FALSE, UNKNOWN): False,
    (UNKNOWN, TRUE): None, (UNKNOWN, FALSE): False, (UNKNOWN, UNKNOWN): None,
}  # fmt: skip
OR: Final = {
    (TRUE, TRUE): True, (TRUE, FALSE): True, (TRUE, UNKNOWN): True,
    (FALSE, TRUE): True, (FALSE, FALSE): False, (FALSE, UNKNOWN): None,
    (UNKNOWN, TRUE): True, (UNKNOWN, FALSE): None, (UNKNOWN, UNKNOWN): None,
}  # fmt: skip


# Logic


@pytest.mark.parametrize(("pair", "value"), AND.items())
def test_and(pair: tuple[str, str], value: bool | None) -> None:
    assert truth(" and ".join(pair), TEXT) is value


@pytest.mark.parametrize(("pair", "value"), OR.items())
def test_or(pair: tuple[str, str], value: bool | None) -> None:
    assert truth(" or ".join(pair), TEXT) is value


@pytest.mark.parametrize(("operand", "value"), [(TRUE, False), (FALSE, True), (UNKNOWN, None)])
def test_not(operand: str, value: bool | None) -> None:
    assert truth(f"not {operand}", TEXT) is value


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (f"not {TRUE} or {TRUE}", True),
        (f"not ({TRUE} or {TRUE})", False),
        (f"{TRUE} or {TRUE} and {FALSE}", True),
        (f"({TRUE} or {TRUE}) and {FALSE}", False),
        (f"{FALSE} and {UNKNOWN} or {TRUE}", True),
        (f"not not {UNKNOWN}", None),
    ],
)
def test_not_binds_closer_than_and_and_and_closer_than_or(check: str, value: bool | None) -> None:
    assert truth(check, TEXT) is value


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("cell", [BLANK, WORD, ABSENT])
def test_every_comparison_with_an_unknown_figure_is_unknown(cell: str, operator: str) -> None:
    assert truth(f"{cell} {operator} 0", TEXT) is None
    assert truth(f"0 {operator} {cell}", TEXT) is None
    assert truth(f"{cell} {operator} {cell}", TEXT) is None


@pytest.mark.parametrize("operator", ["+", "-", "*", "/"])
def test_arithmetic_with_an_unknown_figure_is_unknown(operator: str) -> None:
    assert truth(f"{FIGURE} {operator} {BLANK} == 0", TEXT) is None
    assert truth(f"{BLANK} {operator} {FIGURE} == 0", TEXT) is None


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (f"{FIGURE} in [1, 4]", True),
        (f"{FIGURE} in [1, 5]", False),
        (f"{FIGURE} in []", False),
        (f"{FIGURE} not in [1, 4]", False),
        (f"{FIGURE} not in [1, 5]", True),
        (f"{FIGURE} in [{BLANK}, 4]", True),
        (f"{FIGURE} in [{BLANK}, 5]", None),
        (f"{FIGURE} not in [{BLANK}, 5]", None),
        (f"{BLANK} in [0, 1]", None),
        (f"{FIGURE} in [{FIGURE} + 1, {FIGURE}]", True),
        ('body_kind in ["town", "street"]', True),
        ('body_suffix in "乡镇"', True),
        ('"采购总金额" in only_2019', False),
        ('"overall" in sections', True),
    ],
)
def test_in(check: str, value: bool | None) -> None:
    assert truth(check, TEXT) is value


@pytest.mark.parametrize(("when", "cases"), [(TRUE, 1), (FALSE, 0), (UNKNOWN, 0)])
def test_when_must_be_true(when: str, cases: int) -> None:
    found = outcome(TEXT, when=when, check="true")
    assert (found.true, found.false, found.unknown) == (cases, 0, 0)


def test_a_rule_fires_only_on_false() -> None:
    fired = {check: bool(outcome(TEXT, check=check).findings) for check in OF}
    assert fired == {TRUE: False, FALSE: True, UNKNOWN: False}


def test_what_stays_unknown_is_counted_by_rule() -> None:
    found = outcome(TEXT, check=UNKNOWN)
    assert [(item.code, item.cases) for item in found.not_run] == [("XX001", 1)]


@pytest.mark.parametrize("cell", [FIGURE, BLANK, WORD, ABSENT, AMOUNT])
@pytest.mark.parametrize("function", ["blank", "missing", "known"])
def test_blank_missing_and_known_are_never_unknown(function: str, cell: str) -> None:
    expected = {
        "blank": cell == BLANK,
        "missing": cell == ABSENT,
        "known": cell in (FIGURE, AMOUNT),
    }
    assert truth(f"{function}({cell})", TEXT) is expected[function]


@pytest.mark.parametrize(
    ("value", "is_known"),
    [("year", True), ("title", True), (f"1 / {FIGURE}", True), (f"1 / {BLANK}", False), ("1 / 0", False)],
)
def test_known_takes_any_value(value: str, is_known: bool) -> None:
    assert truth(f"known({value})", TEXT) is is_known


@pytest.mark.parametrize("fact", ["year", "body", "body_kind", "title", "period_begin", "signature_date"])
def test_a_fact_that_the_report_does_not_state_is_unknown(fact: str) -> None:
    text = text_of(title="", intro=None, signature=None)
    assert truth(f"known({fact})", text) is False
    assert truth(f"{fact} == {fact}", text) is None


@pytest.mark.parametrize("key", ["overall", "others", "other"])
def test_every_key_that_the_last_section_can_have_may_be_compared(key: str) -> None:
    assert truth(f"last_section == '{key}'", TEXT) is (key == "others")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("words", "甲、乙"),
        ("count(words)", "2"),
        ("sum(steps)", "3"),
        ("largest(steps)", "2"),
        ("limit + 1", "1.5"),
        ("flag", "是"),
    ],
)
def test_options_are_values_like_others(expression: str, value: str) -> None:
    options = {"words": ["甲", "乙"], "steps": [1, 2], "limit": 0.5, "flag": True}
    assert shown(expression, TEXT, options=options) == value


def test_rows_that_could_not_be_read_are_named_up_to_five() -> None:
    rows = [
        "granted",
        "partial",
        *(f"denied.{key}" for key in ("process", "safety_stability", "third_party", "inquiry")),
    ]
    for short, more in ((rows[:5], 0), (rows, 1)):
        text = text_of(shape="tsv", short={"applications": short})
        message = {"zh": "{unread}", "en": "{unread}"}
        (finding,) = outcome(text, each="table", check="unreadable == 0", message=message).findings
        zh, en = finding.message["zh"].split("、"), finding.message["en"].split(", ")
        assert len(zh) == len(en) == 5 + more
        assert zh[0].endswith("“（一）予以公开”")
        assert (zh[-1] == "等", en[-1] == "and more") == (bool(more), bool(more))


def test_a_page_on_which_several_rows_could_not_be_read_is_named_once() -> None:
    text = text_of(shape="tsv", short={"applications": ["granted", "partial"]})
    page = Located((0,), (Location("box", (("page", 3), ("box", (0.0, 0.0, 9.0, 9.0)))),))
    small = ready(each="table", check="unreadable == 0", message={"zh": "{unread}", "en": "{unread}"})
    (finding,) = run([small], api.parse_source(source_of(Page(text, origin=page), "-"))).findings
    assert (finding.message["zh"], finding.message["en"]) == ("第 3 页", "page 3")


# Numbers


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("7 - 2 - 1", "4"),
        ("2 - -1", "3"),
        ("-2 + 5", "3"),
        ("8 / 4 / 2", "1"),
        ("0.1 + 0.2", "0.3"),
        ("1 / 4", "0.25"),
        (f"{AMOUNT} * 10000", "5500.0000"),
        (f"{FIGURE} + {AMOUNT}", "4.5500"),
        ("abs(2 - 5)", "3"),
        ("1 / 0", "？"),
        ("0 / 0", "？"),
        ("1.5 / 0", "？"),
        (f"1 / ({FIGURE} - 4)", "？"),
        (BLANK, "？"),
        ("9007199254740993 + 0", "9007199254740993"),
        ("date(2021, 2, 28)", "2021年2月28日"),
        ("date(2021, 2, 29)", "？"),
        ("date(year, 13, 1)", "？"),
        ("year(date(2021, 2, 28))", "2021"),
        ("numeral(3)", "三"),
        ('compact("一 二\u3000三")', "一二三"),
        ("length(body)", "10"),
        ("count(sections)", "6"),
        ("1 == 1", "是"),
        ("1 == 2", "否"),
    ],
)
def test_values(expression: str, value: str) -> None:
    assert shown(expression, TEXT) == value


@pytest.mark.parametrize(
    ("expression", "value"),
    [("date(2021, 2, 8)", "2021-02-08"), ("1 / 0", "?"), ("1 == 1", "yes"), ("1 == 2", "no")],
)
def test_values_in_english(expression: str, value: str) -> None:
    message = {"zh": "", "en": f"{{{expression}}}"}
    (finding,) = outcome(TEXT, check="false", message=message).findings
    assert finding.message["en"] == value


@pytest.mark.parametrize(
    ("check", "value"),
    [
        ("0.1 + 0.2 == 0.3", True),
        ("0.5500 == 0.55", True),
        (f"{AMOUNT} == 0.55", True),
        ("4 / 2 == 2", True),
        ("1 / 0 == 1", None),
        ("1 / 0 == 1 or true", True),
        ("1 / 0 == 1 and false", False),
        ("whole(4 / 2)", True),
        ("whole(1 / 2)", False),
        ("whole(1 / 0)", None),
        ("date(2021, 1, 31) < date(2021, 2, 1)", True),
        ("signature_date > date(year, 12, 31)", True),
        ('ends(body, "镇人民政府")', True),
        ('contains(body, "乡")', False),
        ("matches(body, '[县区].*镇')", True),
    ],
)
def test_numbers_are_exact_and_division_by_zero_is_unknown(check: str, value: bool | None) -> None:
    assert truth(check, TEXT) is value


# Cells, groups and sums


@pytest.mark.parametrize(
    ("each", "key", "value"),
    [
        ("column in applications", "new", {"natural_person": "4", "business": "？", "other": "7"}),
        ("row in applications", "natural_person", {"new": "4", "carried_in": "2", "granted": "0"}),
        ("row in litigation", "upheld", {"direct_suit": "0"}),
    ],
)
def test_a_bare_name_is_a_row_in_a_column_and_a_column_in_a_row(
    each: str, key: str, value: Mapping[str, str]
) -> None:
    field = "column_key" if each.startswith("column") else "row_key"
    message = {"zh": f"{{{field}}}={{{key}}}", "en": "x"}
    found = outcome(TEXT, each=each, when="present", check="false", message=message).findings
    said = dict(finding.message["zh"].split("=") for finding in found)
    assert {name: said[name] for name in value} == value


def results(template: int, **changes: Any) -> str:
    """The sum of all results in the first column of a report of a template."""
    text = text_of(template=template, applications={"granted": {"natural_person": 3}}, **changes)
    return shown("sum(results)", text, each="column in applications", when='column_key == "natural_person"')


@pytest.mark.parametrize(
    ("template", "handling", "row"),
    [
        (2019, 2019, "other_handling"),
        (2021, 2021, "other_handling.other"),
        (2021, 2021, "other_handling.overdue_fee"),
    ],
)
def test_a_sum_runs_over_the_alternative_that_is_printed(template: int, handling: int, row: str) -> None:
    figures = {"granted": {"natural_person": 3}, row: {"natural_person": 5}}
    text = text_of(template=template, handling=handling, applications=figures)
    only = {"each": "column in applications", "when": 'column_key == "natural_person"'}
    assert shown("sum(results)", text, **only) == "8"


@pytest.mark.parametrize("handling", [2019, 2021])
@pytest.mark.parametrize("template", [2019, 2021])
def test_the_alternative_is_what_is_printed_and_not_what_the_template_has(
    template: int, handling: int
) -> None:
    assert results(template, handling=handling) == "3"


@pytest.mark.parametrize(
    "dropped",
    [["denied.inquiry"], ["granted"], ["other_handling.other"], ["not_processed.repeat", "partial"]],
)
def test_any_other_absent_member_makes_a_sum_unknown(dropped: list[str]) -> None:
    text = text_of(drop={"applications": dropped})
    only = {"each": "column in applications", "when": 'column_key == "natural_person"'}
    assert shown("sum(results)", text, **only) == "？"


@pytest.mark.parametrize("printed", ["", "无", "1.5", "3件"])
def test_an_unreadable_member_makes_a_sum_unknown(printed: str) -> None:
    text = text_of(applications={"granted": {"natural_person": printed}})
    only = {"each": "column in applications", "when": 'column_key == "natural_person"'}
    assert shown("sum(results)", text, **only) == "？"


@pytest.mark.parametrize(
    ("expression", "each", "case", "value"),
    [
        ("sum(denied)", "column in applications", "natural_person", "1"),
        ("sum(denied, granted)", "column in applications", "natural_person", "3"),
        ("sum(denied.process, granted)", "column in applications", "natural_person", "3"),
        ("sum(applicants)", "row in applications", "granted", "6"),
        ("sum(organisations)", "row in applications", "granted", "4"),
        ("sum(outcomes)", "row in litigation", "direct_suit", "9"),
    ],
)
def test_groups_are_data_of_the_form(expression: str, each: str, case: str, value: str) -> None:
    text = text_of(
        applications={"denied.process": {"natural_person": 1}, "granted": {"natural_person": 2, "legal": 4}},
        litigation={"direct_suit": {"upheld": 5, "pending": 4, "total": 100}},
    )
    key = "column_key" if each.startswith("column") else "row_key"
    assert shown(expression, text, each=each, when=f'{key} == "{case}"') == value


@pytest.mark.parametrize(
    ("expression", "each", "case"),
    [
        ("「本年新收政府信息公开申请数量」", "column in applications", "natural_person"),
        ("「一、本年新收政府信息公开申请数量」", "column in applications", "natural_person"),
        ("「自然人」", "row in applications", "new"),
        ("applications[「一、本年新收政府信息公开申请数量」, 「自然人」]", "report", None),
        ("applications[new, 「自然人」]", "report", None),
    ],
)
def test_official_labels_work_wherever_keys_do(expression: str, each: str, case: str | None) -> None:
    key = "column_key" if each.startswith("column") else "row_key"
    scope = {"each": each, "when": f'{key} == "{case}"'} if case else {}
    assert shown(expression, TEXT, **scope) == "4"


@pytest.mark.parametrize(
    ("expression", "each", "case", "value"),
    [
        ("「法人或其他组织/其他」", "row in applications", "new", "7"),
        ("「（六）其他处理/3.其他」", "column in applications", "other", "9"),
        ("「其他处理/其他」", "column in applications", "other", "9"),
        ("「不予公开/属于国家秘密」", "column in applications", "other", "0"),
    ],
)
def test_a_path_tells_equal_labels_apart(expression: str, each: str, case: str, value: str) -> None:
    text = text_of(applications={"new": {"other": 7}, "other_handling.other": {"other": 9}})
    key = "column_key" if each.startswith("column") else "row_key"
    assert shown(expression, text, each=each, when=f'{key} == "{case}"') == value


def test_a_column_beside_its_group_needs_no_path() -> None:
    assert shown("「总计」", TEXT, each="row in applications", when='row_key == "granted"') == "0"


# Places, messages, scopes


def test_at_names_the_places_of_a_finding() -> None:
    (finding,) = outcome(
        TEXT,
        each="column in applications",
        when='column_key == "natural_person"',
        check="false",
        at=["new", "carried_in"],
    ).findings
    assert [TEXT[spot.start : spot.end] for spot in finding.spots] == ["4", "2"]
    assert [(spot.row, spot.column) for spot in finding.spots] == [
        ("new", "natural_person"), ("carried_in", "natural_person"),
    ]  # fmt: skip


def test_each_match_of_find_is_its_own_case() -> None:
    text = text_of(text={"overall": "收到3件，办结4件；共5件。", "others": "收到6件。"})
    found = outcome(
        text, each=None, check=None, find="[0-9]+件", message={"zh": "{match}", "en": "{match}"}
    ).findings
    assert [finding.message["zh"] for finding in found] == ["3件", "4件", "5件", "6件"]
    assert [text[spot.start : spot.end] for finding in found for spot in finding.spots] == [
        "3件",
        "4件",
        "5件",
        "6件",
    ]


def test_in_limits_the_places_of_find() -> None:
    text = text_of(text={"overall": "收到3件。", "others": "收到6件。"})
    found = outcome(text, **{"each": None, "check": None, "find": "[0-9]+件", "in": ["others"]}).findings
    assert [text[spot.start : spot.end] for finding in found for spot in finding.spots] == ["6件"]


def test_unless_looks_at_the_sentence_around_a_match() -> None:
    text = text_of(text={"overall": "全县收到3件。本镇收到4件；全县共5件。"})
    found = outcome(text, each=None, check=None, find="[0-9]+件", unless="全县").findings
    assert [text[spot.start : spot.end] for finding in found for spot in finding.spots] == ["4件"]


@pytest.mark.parametrize(("per", "findings"), [("place", 3), ("table", 2), ("report", 1)])
def test_per_says_what_is_one_finding(per: str, findings: int) -> None:
    text = text_of(
        applications={"new": {"business": "", "research": ""}}, litigation={"direct_suit": {"other": ""}}
    )
    found = outcome(text, each="cell", check="not empty", per=per).findings
    assert len(found) == findings
    assert sum(len(finding.spots) for finding in found) == 3


@pytest.mark.parametrize(
    ("each", "when", "rows", "columns"),
    [
        ("report", "true", (), ()),
        ("table", 'key == "litigation"', (), ()),
        ("row in applications", 'row_key == "new"', ("new",), ()),
        ("column in applications", 'column_key == "other"', (), ("other",)),
        ("cell", 'row_key == "new" and column_key == "other"', ("new",), ("other",)),
        ("cell", 'row_key == "new" and column_key in ["legal", "other"]', ("new",), ("legal", "other")),
    ],
)
def test_a_finding_names_the_rows_and_columns_of_its_places(
    each: str, when: str, rows: tuple[str, ...], columns: tuple[str, ...]
) -> None:
    (finding,) = outcome(TEXT, each=each, when=when, check="false", per="report").findings
    assert (finding.rows, finding.columns) == (rows, columns)


@pytest.mark.parametrize(("figure", "level"), [(0, "info"), (5, "warning"), (50, "error")])
def test_severity_is_the_first_that_fits_else_the_last(figure: int, level: str) -> None:
    levels = [
        {"when": f"{FIGURE} > 9", "is": "error"}, {"when": f"{FIGURE} > 0", "is": "warning"}, "info",
    ]  # fmt: skip
    text = text_of(applications={"new": {"natural_person": figure}})
    (finding,) = outcome(text, check="false", severity=levels).findings
    assert finding.severity == level


@pytest.mark.parametrize(
    ("applies", "cases"),
    [
        ({"template": 2021}, 1),
        ({"template": 2019}, 0),
        ({"years": [2021, None]}, 1),
        ({"years": [2022, 2022]}, 1),
        ({"years": [None, 2021]}, 0),
        ({"years": [2023, None]}, 0),
        ({"kinds": ["town", "street"]}, 1),
        ({"kinds": ["department"]}, 0),
    ],
)
def test_applies_limits_a_rule(applies: dict[str, Any], cases: int) -> None:
    found = outcome(TEXT, applies=applies)
    assert found.true + found.false + found.unknown == cases


# What is refused, and what is said of it


def refused(**changes: Any) -> str:
    """A wrong rule in, what is said of it out."""
    with pytest.raises((RuleError, ExpressionError)) as caught:
        ready(**changes)
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"check": "yaer == 2021"}, ["yaer", "year"]),
        ({"check": "bodykind == 'town'"}, ["bodykind", "body_kind"]),
        ({"check": "cuont(sections) == 6"}, ["cuont", "count"]),
        ({"check": "aplications[new, total] == 0"}, ["aplications", "applications"]),
        ({"check": "applications[nwe, total] == 0"}, ["nwe", "new"]),
        ({"check": "applications[new, totel] == 0"}, ["totel", "total"]),
        ({"check": "applications[denied.inquirry, total] == 0"}, ["denied.inquirry", "denied.inquiry"]),
        ({"each": "column in applications", "check": "carriedin == 0"}, ["carriedin", "carried_in"]),
        ({"each": "column in applications", "check": "sum(result) == 0"}, ["result", "results"]),
        ({"each": "row in applications", "check": "busines == 0"}, ["busines", "business"]),
        ({"each": "column in applications", "check": "「本年新收政府信息公开申请数」 == 0"},
         ["本年新收政府信息公开申请数", "本年新收政府信息公开申请数量"]),
        ({"each": "row in aplications"}, ["aplications", "applications"]),
        ({"each": "colum in applications"}, ["colum", "column"]),
        ({"chek": "true"}, ["chek", "check"]),
        ({"applies": {"yaers": [2021, None]}}, ["yaers", "years"]),
        ({"applies": {"template": 2020}}, ["2019", "2021"]),
        ({"applies": {"kinds": ["twon"]}}, ["twon", "town"]),
        ({"per": "tabel"}, ["table"]),
        ({"severity": "fatal"}, ["error", "warning", "info"]),
        ({"each": "row in applications", "identity": "balances"}, ["balances", "balance"]),
        ({"each": None, "check": None, "find": "a", "in": ["overal"]}, ["overal", "overall"]),
        ({"message": {"zh": "{yaer}", "en": "x"}}, ["yaer", "year"]),
        ({"at": "perod"}, ["perod", "period"]),
        ({"check": "length(prose(overal)) > 0"}, ["did you mean 'overall'?"]),
        ({"each": "row in applications", "check": "sum(bussiness) == 0"}, ["'bussiness'", "'business'"]),
    ],
)  # fmt: skip
def test_a_misspelt_word_is_named_with_the_nearest_right_one(
    changes: dict[str, Any], words: list[str]
) -> None:
    said = refused(**changes)
    assert [word for word in words if word not in said] == [], said


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"check": "year =="}, ("check",)),
        ({"when": "year =="}, ("when",)),
        ({"let": {"next": "year +"}}, ("let", "next")),
        ({"severity": ["info", {"when": "year ==", "is": "error"}, "info"]}, ("severity",)),
        ({"severity": [{"when": "year ==", "is": "error"}, "info"]}, ("severity", 0, "when")),
        ({"message": {"zh": "{year +}", "en": ""}}, ("message", "zh")),
        ({"check": None, "cases": [{"check": "true"}, {"check": "year =="}]}, ("cases", 1, "check")),
    ],
)
def test_what_is_wrong_is_known_by_its_place_in_the_rule(
    changes: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    with pytest.raises(RuleError) as caught:
        ready(**changes)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"check": "(1 == 1"}, ["column"]),
        ({"check": "1 == 1)"}, [")"]),
        ({"check": "[1, 2"}, []),
        ({"check": "1 =="}, ["early"]),
        ({"check": "1 = 1"}, ["="]),
        ({"check": "year === 1"}, []),
        ({"check": "1 < 2 < 3"}, ["<"]),
        ({"check": "'abc"}, []),
        ({"check": "「未闭合 == 0"}, []),
        ({"check": "applications[new] == 0"}, ["]"]),
        ({"check": ""}, ["early"]),
        ({"check": "import os"}, ["os"]),
        ({"check": "year; 1"}, [";"]),
        ({"check": "year if true else 1"}, []),
    ],
)
def test_an_expression_that_cannot_be_parsed_is_shown_with_its_column(
    changes: dict[str, Any], words: list[str]
) -> None:
    said = refused(**changes)
    assert [word for word in (*words, "column", changes["check"]) if word not in said] == [], said


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"check": "1"}, ["condition", "number"]),
        ({"check": "body"}, ["condition", "text"]),
        ({"when": "year"}, ["condition", "number"]),
        ({"check": "body == 1"}, ["text", "number"]),
        ({"check": "body > 'a'"}, ["text"]),
        ({"check": "body + 1 == 1"}, ["text"]),
        ({"check": "year and true"}, ["number"]),
        ({"check": "not year"}, ["number"]),
        ({"check": "signature_date == year"}, ["date", "number"]),
        ({"check": "year in 5"}, ["list"]),
        ({"check": "year in body"}, ["list"]),
        ({"check": "year in [1, 'a']"}, ["one type"]),
        ({"check": "year in ['a']"}, ["number", "text"]),
        ({"check": "year in sections"}, ["number", "text"]),
        ({"check": "date(1, 2) == signature_date"}, ["date"]),
        ({"check": "length(year) == 4"}, ["length", "number"]),
        ({"check": "matches(body, body)"}, ["written out"]),
        ({"check": "blank(year)"}, []),
        ({"check": "known()"}, ["one argument"]),
        ({"check": "body.__class__ == 1"}, ["body.__class__"]),
        ({"check": "open('a') == 1"}, ["open"]),
        ({"check": "「不存在的行」 == 0", "each": "column in applications"}, ["不存在的行"]),
        ({"check": "new == 0"}, ["new"]),
        ({"check": "sum(results) == 0"}, ["results"]),
        ({"check": "「自然人」 == 0"}, ["自然人"]),
        ({"each": "report in applications"}, ["report"]),
        ({"each": "row in applications", "check": "「其他法人」 == 0"}, ["其他法人"]),
        ({"check": "applications[total, 「自然」] == 0"}, ["自然"]),
        ({"each": "row in litigation", "identity": "balance"}, ["balance", "litigation"]),
        ({"severity": [{"when": "true", "is": "error"}]}, ["default"]),
        ({"severity": None}, ["severity"]),
        ({"severity": "error", "sure": False}, ["sure"]),
        ({"severity": [{"when": "true", "is": "error"}, "info"], "sure": False}, ["sure"]),
        ({"message": {"zh": "{year", "en": "x"}}, ["brace"]),
        ({"message": {"zh": "年}", "en": "x"}}, ["brace"]),
        ({"message": {"zh": "年"}}, ["en"]),
        ({"title": "规则"}, ["zh", "en"]),
        ({"code": None}, ["code"]),
        ({"basis": None}, ["basis"]),
        ({"each": None, "check": None, "find": "(a"}, ["pattern"]),
        ({"each": None, "check": None, "find": "a", "unless": "[a"}, ["pattern"]),
        ({"each": None, "check": None, "find": "(?=a)b"}, ["pattern"]),
        ({"each": None, "check": None, "find": r"(a)\1"}, ["pattern"]),
        ({"each": None, "check": None, "find": "a" * 1001}, ["1000"]),
        ({"check": "matches(body, '(')"}, ["pattern"]),
        ({"check": "matches(body, '(?<!a)b')"}, ["pattern"]),
    ],
)
def test_a_wrong_rule_is_refused_with_the_reason(changes: dict[str, Any], words: list[str]) -> None:
    said = refused(**changes)
    assert [word for word in words if word not in said] == [], said


@pytest.mark.parametrize(
    ("template", "each", "check"),
    [
        (2021, "column in applications", "other_handling == 0"),
        (2019, "column in applications", "other_handling.other == 0"),
        (2021, "row in disclosure", "open_total == 0"),
        (2019, "row in disclosure", "in_force == 0"),
        (2021, "report", "disclosure[procurement, amount] == 0"),
    ],
)
def test_a_row_that_the_template_of_the_rule_does_not_have_is_refused(
    template: int, each: str, check: str
) -> None:
    assert str(template) in refused(applies={"template": template}, each=each, check=check)


WRONG_TYPES: Final[list[dict[str, Any]]] = [
    {"code": 401}, {"code": ["GD401"]}, {"name": 1}, {"basis": {}}, {"title": {"zh": 1, "en": 2}},
    {"title": ["a"]}, {"help": "a"}, {"yields_to": "GD201"}, {"yields_to": [201]}, {"yields_to": {}},
    {"off": "on"}, {"sure": "no"}, {"applies": 2021}, {"applies": {"years": 2021}},
    {"applies": {"years": [2021]}}, {"applies": {"years": ["2021", None]}}, {"applies": {"kinds": "town"}},
    {"cases": {"check": "true"}}, {"cases": ["true"]}, {"cases": "true"}, {"let": ["a"]}, {"let": "a"},
    {"each": 5}, {"each": ["row"]}, {"in": 5}, {"in": "overall", "find": "a"}, {"find": 5}, {"find": ["a"]},
    {"at": 5}, {"at": {"a": 1}}, {"severity": 5}, {"severity": {"when": "true", "is": "info"}}, {"severity": []},
    {"message": "a"}, {"message": {"zh": 1, "en": 2}}, {"per": ["table"]}, {"per": 5}, {"check": ["true"]},
    {"when": {"a": 1}}, {"identity": ["balance"]}, {"examples": 5}, {"examples": "good"},
]  # fmt: skip


@pytest.mark.parametrize("changes", WRONG_TYPES, ids=str)
def test_a_value_of_the_wrong_type_is_refused(changes: dict[str, Any]) -> None:
    assert refused(**changes)


@pytest.mark.parametrize("data", [None, 5, "rule", [], [{}], {}, {"code": "XX001"}], ids=repr)
def test_what_is_no_rule_at_all_is_refused(data: Any) -> None:
    with pytest.raises(RuleError):
        define(data, api.forms())


ANYTHING: Final = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3000), st.sampled_from(["", "a", "true", "GD1", "row", "("])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["zh", "en", "when", "is", "a"]), inner),
    max_leaves=4,
)  # fmt: skip
KEYS: Final = [
    "code", "name", "title", "basis", "sure", "off", "applies", "per", "yields_to", "help", "cases", "examples",
    "each", "in", "find", "unless", "identity", "when", "let", "check", "at", "severity", "message",
]  # fmt: skip


@given(key=st.sampled_from(KEYS), value=ANYTHING)
def test_a_rule_is_taken_or_refused_but_never_a_fault(key: str, value: Any) -> None:
    with suppress(RuleError):
        prepare(define({**rule(), key: value}, api.forms()), api.forms())


# Bounded work


WORDS: Final = [
    "and", "or", "not", "in", "true", "false", "year", "applications", "new", "sum", "(", ")", "[", "]", ",", "==",
    "<", "+", "-", "*", "/", "1", "2.5", "'a'", '"', "'", "「自然人」", "「", "」", ".", " ", "\n", "\x00", "x" * 50,
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_any_text_is_an_expression_or_an_expression_error(text: str) -> None:
    found = parsed(text)
    if isinstance(found, ExpressionError):
        assert str(found)
        assert 0 <= found.column <= len(text) + 1
    else:
        assert from_data(to_data(found)) == found


def parsed(text: str) -> Node | ExpressionError:
    """A text in, its nodes or the error out."""
    try:
        return parse_expression(text)
    except ExpressionError as error:
        return error


@pytest.mark.parametrize(
    "text",
    [
        "(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1),
        "[" * 500 + "]" * 500,
        "abs(" * 300 + "1" + ")" * 300,
        "not " * 400 + "true",
        "-" * 1500 + "1",
        "- " * 900 + "1",
        "+-" * 900 + "1",
    ],
    ids=lambda text: text[:8],
)
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match="nested"):
        parse_expression(text)


def test_a_long_expression_is_refused() -> None:
    with pytest.raises(ExpressionError, match=str(LONGEST)):
        parse_expression("1" * (LONGEST + 1))


@pytest.mark.parametrize("text", ["(" * DEEPEST + "1 == 1" + ")" * DEEPEST, "not not not false"])
def test_moderate_nesting_is_taken(text: str) -> None:
    assert parse_expression(text)


@pytest.mark.parametrize("link", ["1 + ", "1 == 1 and ", "1 * 1 - ", "- "])
def test_a_long_chain_is_taken_or_refused_but_never_a_fault(link: str) -> None:
    text = link * ((LONGEST - 10) // len(link)) + "1 == 1"
    with suppress(RuleError):
        ready(check=text)


# Rule files


# What is wrong, and the key in whose line it is said to be (None: anywhere in the lines of the rule).
BROKEN: Final[dict[str, tuple[dict[str, Any], str | None]]] = {
    "unknown key": ({"chek": "true"}, "chek"),
    "bad expression": ({"check": "year =="}, "check"),
    "unknown table": ({"each": "row in tabel"}, "each"),
    "bad severity": ({"severity": "fatal"}, "severity"),
    "unsure error": ({"sure": False, "severity": "error"}, "severity"),
    "unknown name": ({"check": "yaer == 1"}, None),
    "wrong type": ({"check": "year"}, None),
    "unknown scope": ({"each": "colum in applications"}, None),
    "bad pattern": ({"find": "(a"}, None),
    "message field": ({"message": {"zh": "{yaer}", "en": "x"}}, None),
    "bad case": ({"check": None, "cases": [{"check": "true"}, {"check": "yaer == 1"}]}, None),
}


def rule_file(folder: Path, *rules: dict[str, Any], name: str = "rules.yaml") -> tuple[Path, Any]:
    """Rules as data in, the file that holds them and its content out."""
    path = folder / name
    path.write_text(yaml.safe_dump(list(rules), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path, yamlfile.load(path)


def loaded(*files: tuple[Path, Any]) -> str:
    """Rule files of which one is broken in, what is said of it out."""
    with pytest.raises(CatalogError) as caught:
        _ = [catalog.ready(each, api.forms()) for each in catalog.definitions(files, api.forms())]
    return str(caught.value)


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_rule_file_is_named_with_line_rule_and_cause(tmp_path: Path, kind: str) -> None:
    changes, key = BROKEN[kind]
    file = rule_file(tmp_path, rule(code="XX001"), rule(**{"code": "XX002", **changes}), rule(code="XX003"))
    lines = file[0].read_text(encoding="utf-8").split("\n")
    begin, end = lines.index("- code: XX002"), lines.index("- code: XX003")
    at = {n + 1 for n in range(begin, end) if key is None or lines[n].strip("- ").startswith(key)}
    said = loaded(file)
    assert "\n" not in said
    assert "XX002" in said
    assert any(said.startswith(f"{file[0]}:{line}:") for line in at), said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("- code: XX001\n  name: a\n", ["title"]),
        ("code: XX001\n", ["list"]),
        ("- 5\n", ["mapping"]),
        ("", ["list"]),
        ("- [1]\n", ["mapping"]),
    ],
)
def test_a_file_that_holds_no_rules_is_named(tmp_path: Path, content: str, words: list[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        catalog.definitions([(path, yamlfile.load(path))], api.forms())
    assert [word for word in (str(path), *words) if word not in str(caught.value)] == []


@pytest.mark.parametrize("key", ["code", "name"])
def test_a_code_or_name_that_is_given_twice_is_refused(tmp_path: Path, key: str) -> None:
    one, other = rule(code="XX001", name="one"), rule(code="XX002", name="other")
    first = rule_file(tmp_path, one, name="a.yaml")
    second = rule_file(tmp_path, {**other, key: one[key]}, name="b.yaml")
    said = loaded(first, second)
    assert "b.yaml" in said
    assert "twice" in said


def test_a_rule_may_yield_only_to_one_that_is_there(tmp_path: Path) -> None:
    rules = [rule(code="XX101", name="one"), rule(code="XX202", name="other", yields_to=["XX191"])]
    said = loaded(rule_file(tmp_path, *rules))
    assert "XX191" in said
    assert "XX101" in said
