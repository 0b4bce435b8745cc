"""What an example of a rule may demand beside its kind."""

from typing import Any

import pytest

from gdlint import api
from gdlint.engine.definition import define
from gdlint.engine.preparing import prepare
from gdlint.examples.outcomes import ExampleFailure, check_examples
from gdlint.rules.description import builtin_examples
from support.rules import rule

FIXED = [rule.rule.code for rule in api.builtin_rules() if any(case.fix for case in rule.cases)]
ON_FILES = {"each": "file", "check": "problem != 'too-large'"}
ON_COMMENTS = {"each": "directive", "check": "problem == '' or near == 'XX001'"}
COMMENT = "<!-- gdlint: ignore[XX00l] 原因 -->\n无。"


def failures(examples: dict[str, Any], **changes: Any) -> list[ExampleFailure]:
    """What goes wrong with examples of a small rule."""
    definition = define(rule(**changes, examples={"good": [], "bad": [], **examples}), api.forms())
    found = check_examples(prepare(definition, api.forms()), api.parse)
    return [failure for failure in found if failure.number]


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_as_many_cases_as_an_example_says(kind: str) -> None:
    check = {"good": "year == 2022", "bad": "year == 2021"}[kind]
    assert not failures({kind: {"judged": 1}}, check=check)
    assert failures({kind: {"judged": 2}}, check=check)


def test_a_silent_example_may_leave_cases_unknown_unless_it_says_that_there_are_none() -> None:
    changes = {"check": "signature_date > date(2022, 12, 31)"}
    assert not failures({"silent": {"signature": None}}, **changes)
    assert not failures({"silent": {"signature": None, "judged": 1}}, **changes)
    assert failures({"silent": {"signature": None, "judged": 0}}, **changes)


def test_a_file_that_cannot_be_read() -> None:
    assert not failures({"good": {"unreadable": "format"}, "bad": {"unreadable": "too-large"}}, **ON_FILES)
    assert failures({"good": {"unreadable": "too-large"}}, **ON_FILES)


def test_what_became_of_a_comment() -> None:
    text = {"text": {"others": COMMENT}}
    unknown = {**text, "comments": {"XX00l": {"problem": "unknown"}}}
    near = {**text, "comments": {"XX00l": {"problem": "unknown", "near": "XX001"}}}
    used = {**text, "comments": {"XX00l": {"near": "XX002"}}}
    assert not failures({"good": [text, near, used], "bad": unknown}, **ON_COMMENTS)


@pytest.mark.parametrize(("text", "right"), [("第八", True), ("第九", False), ("青石县", False)])
def test_an_example_shows_the_text_that_is_fixed(text: str, right: bool) -> None:
    changes = {"each": "heading", "check": "rank != 6", "fix": {"at": "heading_number", "replace": "第八"}}
    assert bool(failures({"bad": {"fixed": text}}, **changes)) is not right


@pytest.mark.parametrize("code", FIXED)
def test_every_rule_with_a_fix_shows_what_it_makes(code: str) -> None:
    assert any(kind == "bad" and "fixed" in example for kind, example in builtin_examples(code))
