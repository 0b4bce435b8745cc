"""Mutants of rules: each is one small change, and examples that look closely notice it."""

from typing import Final

import pytest

from gdlint import api
from gdlint.engine.definition import Definition, define
from mutate_catalogue import WRONG, judged, listed, outcome, written
from support.extent import extent
from support.mutants import mutants
from support.rules import rule


def defined(**changes: object) -> Definition:
    return define(rule(**changes), api.forms())


def changes_of(definition: Definition) -> list[str]:
    return [mutant.what for mutant in mutants(definition)]


def test_operators_and_bounds_and_terms() -> None:
    assert changes_of(defined(check="year > 2019")) == [
        "check: > to >=",
        "check: 2019 to 2018",
        "check: 2019 to 2020",
    ]
    assert changes_of(defined(check="year == 1 and body_kind in ['a', 'b']")) == [
        "check: and to or",
        "check: only operand 1 of and",
        "check: only operand 2 of and",
        "check: == to !=",
        "check: 1 to 0",
        "check: 1 to 2",
        "check: in to not in",
        "check: term 1 dropped",
        "check: term 2 dropped",
    ]


def test_keys() -> None:
    found = changes_of(defined(check="applications[new, total] == 0"))
    assert "check: new to carried_in" in found
    assert any(change.startswith("check: total to ") for change in found)


def test_where_a_rule_applies() -> None:
    applies = {"template": 2021, "years": [2021, None], "kinds": ["town", "street"]}
    found = changes_of(defined(check="true", applies=applies, when="year == 1"))
    assert found[-6:] == [
        "when dropped",
        "from 2020",
        "from 2022",
        "not for kind town",
        "not for kind street",
        "for both templates",
    ]


def test_examples_that_look_closely_kill_and_others_do_not() -> None:
    good = [{"applications": {"new": {"total": count}}} for count in (3, 4)]
    bad = {"applications": {"new": {"total": 5}}}
    for examples, survivors in (
        ({"good": good, "bad": bad}, {"check: 4 to 3": "killed", "check: <= to <": "killed"}),
        ({"good": good[:1], "bad": bad}, {"check: 4 to 3": "survived", "check: <= to <": "survived"}),
    ):
        definition = defined(check="applications[new, total] <= 4", examples=examples)
        came = {mutant.what: outcome(mutant.definition) for mutant in mutants(definition)}
        assert survivors.items() <= came.items()


def test_no_two_are_described_alike_and_none_is_the_rule_itself() -> None:
    found = changes_of(defined(check="year == 1 or year == 2 or year == 2"))
    assert len(found) == len(set(found))
    assert "check: == to !=" in found
    assert "check: == to != (2)" in found
    assert len(changes_of(defined(check="year in [1, 1]"))) == 6


def test_equal_ones_are_told_from_survivors_and_from_killed_ones() -> None:
    good = [{"applications": {"new": {"total": count}}} for count in (3, 4)]
    bad = {"applications": {"new": {"total": 9}}}
    definition = defined(check="applications[new, total] <= 4", examples={"good": good, "bad": bad})
    lines = [line for _, line in judged(definition, dict.fromkeys(("check: 4 to 5", "check: 4 to 3"), "why"))]
    assert "equal XX001: check: 4 to 5" in lines
    assert "wrongly listed XX001: check: 4 to 3" in lines


def test_an_entry_without_a_mutant_and_a_rule_that_fails_itself_are_told() -> None:
    definition = defined(check="applications[new, total] <= 4")
    first, *_, last = judged(definition, {"check: 4 to 6": "why"})
    assert first == ("broken", "broken XX001: the rule itself fails its examples")
    assert last == ("wrongly listed", "wrongly listed XX001: check: 4 to 6 (there is no such mutant)")


RULES: Final = {definition.rule.code: definition for definition in written()}


@pytest.mark.parametrize("code", sorted(RULES)[:: extent(1, 3)])
def test_the_examples_of_a_rule_notice_every_small_change_of_it(code: str) -> None:
    told = judged(RULES[code], listed().get(code, {}), step=extent(1, 40))
    assert [line for came, line in told if came in WRONG] == []


def test_only_rules_that_exist_are_listed_with_equal_mutants() -> None:
    assert listed().keys() <= RULES.keys()
