"""Forms in expressions: by their names, and in the words that rules used before forms had names."""

from typing import Final

import pytest

from gdlint.engine.shape import RuleError
from support.rules import outcome, shown, text_of, truth

MIXED: Final = text_of(labels={"disclosure": {"in_force": "对外公开总数量"}})


@pytest.mark.parametrize(
    ("expression", "text", "value"),
    [
        ("form", text_of(template=2019), "2019"),
        ("form", text_of(no_table=["disclosure", "applications"]), "？"),
        ("due_form", text_of(year=2020), "2019"),
        ("due_form", text_of(year=2018), "2019"),
        ("due_form", text_of(year=2030), "2021"),
        ("form_label(form)", text_of(), "2021 年格式"),
        ("form_document(due_form)", text_of(year=2020), "国办公开办函〔2019〕60号"),
        ("foreign_columns", MIXED, "对外公开总数量"),
        ("count(foreign_columns)", text_of(), "0"),
        ("foreign_form", MIXED, "2019"),
        ("only_in('2019')", MIXED, "对外公开总数量"),
        ("only_in(foreign_form)", MIXED, "对外公开总数量"),
    ],
)
def test_what_a_rule_may_ask_of_forms(expression: str, text: str, value: str) -> None:
    assert shown(expression, text) == value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("only_2019", "only_in('2019')"),
        ("only_2021", "only_in('2021')"),
        ("template == 2021", "form == '2021'"),
    ],
)
def test_the_words_of_before_mean_the_same(old: str, new: str) -> None:
    for text in (MIXED, text_of(template=2019), text_of()):
        assert shown(old, text) == shown(new, text)
    places = [
        outcome(MIXED, check="false", at=word).findings[0].spots for word in ("only_2019", "only_in('2019')")
    ]
    assert places[0] == places[1]


def test_a_rule_names_forms_in_a_list() -> None:
    assert truth("year > 0", text_of(), applies={"forms": ["2019", 2021]})
    assert outcome(text_of(), applies={"forms": [2019]}).true == 0


@pytest.mark.parametrize("check", ["form == '2020'", "count(only_in('2020')) == 0", "count(only_2020) == 0"])
def test_a_form_that_there_is_not_is_refused(check: str) -> None:
    with pytest.raises(RuleError, match="2020"):
        outcome(text_of(), check=check)
