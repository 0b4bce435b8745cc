"""Rules made from other rules, and which of them run."""

from pathlib import Path
from typing import Any

import pytest

from gdlint import api
from gdlint.config.settings import NONE, called
from gdlint.engine import catalog
from gdlint.engine.definition import Definition
from gdlint.engine.derived_rules import merged
from gdlint.engine.run import run
from gdlint.rules.offers import offer_of
from support.rules import rule, rule_set, text_of

BASE = rule(
    code="XX001",
    name="base",
    options={"least": 3},
    check="length(body) > least",
    help={"zh": "改", "en": "mend"},
)
CASES = {"cases": [{"when": "year > 0", "severity": "info"}, {"when": "year < 0"}]}


def definitions(*rules: dict[str, Any]) -> list[Definition]:
    """Rules as data in, as one file would hold them."""
    return catalog.definitions([(Path("rules.yaml"), list(rules))], api.forms())


def selected(rules: list[Definition], *chosen: str, ignored: tuple[str, ...] = ()) -> list[str]:
    """The codes that a selection leaves."""
    offers = [offer_of(each, "", api.forms()) for each in rules]
    settings = called(NONE, {}, {"select": chosen, "ignore": ignored})
    return [ready.rule.code for ready in rule_set(settings, offers).rules()]


def test_a_derived_rule_takes_what_it_does_not_say() -> None:
    whole = merged({"code": "YY001", "name": "own", "derives": "XX001", "severity": "error"}, {"XX001": BASE})
    assert (whole["check"], whole["help"], whole["severity"]) == (BASE["check"], BASE["help"], "error")
    assert (whole["code"], whole["name"]) == ("YY001", "own")


def test_options_are_changed_one_by_one() -> None:
    base = {**BASE, "options": {"least": 3, "most": 9}}
    whole = merged({"code": "YY001", "derives": "XX001", "options": {"most": 7}}, {"XX001": base})
    assert whole["options"] == {"least": 3, "most": 7}


def test_what_a_derived_rule_says_holds_in_the_cases_of_its_base() -> None:
    whole = merged({"code": "YY001", "derives": "XX001", "severity": "error"}, {"XX001": {**BASE, **CASES}})
    assert whole["cases"] == [{"when": "year > 0"}, {"when": "year < 0"}]


@pytest.mark.parametrize("key", ["off", "state", "aliases"])
def test_a_derived_rule_does_not_take_whether_its_base_runs(key: str) -> None:
    base = {**BASE, "off": True, "state": "preview", "aliases": ["old"]}
    assert key not in merged({"code": "YY001", "derives": "XX001"}, {"XX001": base})


RULES = [
    BASE, {"code": "YY001", "name": "own", "derives": "XX001", "options": {"least": 50}},
    {"code": "ZZ001", "name": "last", "derives": "YY001", "severity": "error"}, rule(code="XX002", name="other"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "ignored", "codes"),
    [
        ((), (), ["XX002", "ZZ001"]), (("XX001",), (), ["XX001"]), (("XX", "YY"), (), ["XX002", "YY001"]),
        (("ALL",), ("ZZ001",), ["XX002", "YY001"]), ((), ("ZZ",), ["XX002", "YY001"]), (("base", "last"), (), ["ZZ001"]),
    ],
)  # fmt: skip
def test_a_derived_rule_takes_the_place_of_its_base_where_both_are_selected(
    chosen: tuple[str, ...], ignored: tuple[str, ...], codes: list[str]
) -> None:
    assert selected(definitions(*RULES), *chosen, ignored=ignored) == codes


def test_the_changed_option_counts() -> None:
    levels = {}
    for definition in definitions(*RULES[:3]):
        found = run([catalog.ready(definition, api.forms())], api.parse(text_of())).findings
        levels[definition.rule.code] = [finding.severity for finding in found]
    assert levels == {"XX001": [], "YY001": ["warning"], "ZZ001": ["error"]}


@pytest.mark.parametrize("changes", [{"off": True}, {"state": "preview"}, {"state": "deprecated"}], ids=str)
def test_some_rules_run_only_when_they_are_selected(changes: dict[str, Any]) -> None:
    rules = definitions(rule(**changes), rule(code="XX002", name="other"))
    assert selected(rules) == ["XX002"]
    assert selected(rules, "XX001") == selected(rules, "invented-rule") == ["XX001"]


def test_a_rule_is_found_by_the_names_that_it_once_had() -> None:
    rules = definitions(rule(aliases=["former-name"]), rule(code="XX002", name="other"))
    assert selected(rules, "former-name") == ["XX001"]


@pytest.mark.parametrize(
    ("regions", "runs"), [(["青石县"], True), (["白云县", "青石县"], True), (["白云县"], False)]
)
def test_a_rule_may_be_limited_to_a_region(regions: list[str], runs: bool) -> None:
    (definition,) = definitions(rule(applies={"regions": regions}, check="false"))
    found = run([catalog.ready(definition, api.forms())], api.parse(text_of())).findings
    assert bool(found) is runs


def overlapping(one: str, other: str, sentence: str = "我乡镇工作") -> list[str]:
    """Two patterns, the second yielding to the first; the codes that speak."""
    text = text_of(intro=sentence)
    first = rule(code="XX001", name="one", each=None, check=None, find=one)
    second = rule(code="XX002", name="other", each=None, check=None, find=other, yields_to=["XX001"])
    rules = [catalog.ready(each, api.forms()) for each in definitions(first, second)]
    return [finding.code for finding in run(rules, api.parse(text)).findings]


def test_a_match_yields_to_one_that_overlaps_it() -> None:
    assert overlapping("我乡镇", "乡镇工") == ["XX001"]
    assert overlapping("我乡", "镇工作") == ["XX001", "XX002"]


def test_a_match_yields_to_what_is_said_of_its_section() -> None:
    text = text_of(text={"overall": "甲乙。"})
    first = rule(code="XX001", name="one", each="section", when='key == "overall"', check="false")
    second = rule(code="XX002", name="other", each=None, check=None, find="甲乙", yields_to=["XX001"])
    rules = [catalog.ready(each, api.forms()) for each in definitions(first, second)]
    assert [finding.code for finding in run(rules, api.parse(text)).findings] == ["XX001"]


def test_findings_of_one_section_are_one_finding() -> None:
    text = text_of(text={"overall": "甲。甲。", "others": "甲。"})
    each = rule(each=None, check=None, find="甲", per="section")
    found = run([catalog.ready(item, api.forms()) for item in definitions(each)], api.parse(text)).findings
    assert [len(finding.spots) for finding in found] == [2, 1]
