"""Rules in Python: what becomes of their judgements."""

from typing import Any, Final

import pytest

from gdlint import api
from gdlint.engine.python_rules import definition_of, judgements, ready_of
from gdlint.engine.run import run
from gdlint.model.finding import Finding, Outcome
from gdlint.plugins.types import Judgement, PythonRule
from support.reports import RIGHT

RULE: Final = PythonRule(
    "EX001",
    "invented",
    {"zh": "规则", "en": "rule"},
    "依据",
    "error",
    lambda _: [],
    {"zh": "改", "en": "mend"},
)


def judged(*said: Judgement, text: str = RIGHT) -> Outcome:
    """What a rule says of a text in, what came of it out."""
    return run([ready_of(definition_of(RULE, api.forms()), lambda _: said)], api.parse(text))


def finding(**changes: Any) -> Finding:
    """The finding that a false judgement makes."""
    (found,) = judged(Judgement(False, 0, 1)._replace(**changes)).findings
    return found


def test_true_false_and_unknown_are_counted() -> None:
    found = judged(*(Judgement(truth, 0, 1) for truth in (True, True, True, False, None, None)))
    assert (found.true, found.false, found.unknown) == (3, 1, 2)


def test_a_finding_has_the_face_of_its_rule() -> None:
    found = finding()
    assert (found.code, found.name, found.severity, found.basis) == ("EX001", "invented", "error", "依据")
    assert {language: found.message[language] for language in ("zh", "en")} == RULE.title
    assert found.help == RULE.help


@pytest.mark.parametrize("key", ["sure", "default"])
@pytest.mark.parametrize("value", [True, False])
def test_a_rule_is_as_sure_and_as_wanted_as_it_says(key: str, value: bool) -> None:
    rule = RULE._replace(severity="warning", **{key: value})  # type: ignore[arg-type]
    assert getattr(definition_of(rule, api.forms()).rule, key) is value


def test_a_message_goes_before_the_title() -> None:
    found = finding(message={"en": "too long"})
    assert (found.message["zh"], found.message["en"]) == ("规则", "too long")


@pytest.mark.parametrize(
    ("stated", "place"),
    [
        ((2, 5), (2, 5)),
        ((-3, 5), (0, 5)),
        ((5, 2), (5, 5)),
        ((2, 10**9), (2, len(RIGHT))),
        ((10**9, 10**9), (len(RIGHT), len(RIGHT))),
    ],
)
def test_a_place_lies_in_the_text(stated: tuple[int, int], place: tuple[int, int]) -> None:
    (spot,) = finding(start=stated[0], end=stated[1]).spots
    assert (spot.start, spot.end) == place


@pytest.mark.parametrize(
    ("subject", "table"), [((), None), (("applications", "new"), "applications"), (("title",), None)]
)
def test_the_subject_tells_the_table(subject: tuple[str, ...], table: str | None) -> None:
    found = finding(subject=subject, values={"length": 27})
    assert (found.subject, found.table, found.values) == (subject, table, {"length": 27})


def test_what_is_no_report_is_not_judged() -> None:
    found = judged(Judgement(False, 0, 1), text="关于召开会议的通知\n")
    assert (found.false, found.findings) == (0, ())


def test_anything_but_judgements_is_refused() -> None:
    one = Judgement(None, 0, 0)
    assert judgements(iter([one, one])) == [one, one]
    with pytest.raises(TypeError, match="expected Judgement, not tuple"):
        judgements([one, (False, 0, 0)])
