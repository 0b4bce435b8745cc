"""Rules are found by words, for those who do not know what they are called."""

import pytest

from gdlint.reporters.rule_search import rules_with
from gdlint.rules.description import described_rules
from support.calls import Caller
from support.rules import rule_set

RULES = described_rules(rule_set())


def codes(*words: str) -> list[str]:
    """Words in, the codes of the rules that have them out."""
    return [rule["code"] for rule in rules_with(words, RULES)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("空格", "GD310"), ("留空", "GD310"), ("blank cell", "GD310"), ("BLANK", "GD310"), ("统计期限", "GD601"),
        ("GD404", "GD404"), ("litigation total", "GD404"),
    ],
)  # fmt: skip
def test_a_rule_is_found_by_what_it_is_about(words: str, code: str) -> None:
    assert code in codes(words)


def test_those_with_the_words_in_their_titles_stand_first() -> None:
    found = codes("公开")
    titles = {rule["code"]: rule["title"]["zh"] for rule in RULES}
    have = ["公开" in titles[code] for code in found]
    assert have == sorted(have, reverse=True)
    assert any(have)
    assert not all(have)


@pytest.mark.parametrize("words", ["zzz", "龘", "blank zzz"])
def test_words_that_no_rule_has_find_none(words: str) -> None:
    assert codes(words) == []


def test_every_word_must_be_there() -> None:
    assert set(codes("规章", "制定")) == set(codes("规章 制定")) < set(codes("规章"))


def test_rules_lists_those_with_the_words(call: Caller) -> None:
    assert [line.split()[0] for line in call("rules", "留空").out.splitlines()] == codes("留空")
    assert call("rules", "zzz", "--lang", "en").said == ["gdlint: no rule has the words: zzz"]
    assert call("rules", "zzz").status == 2


def test_explain_lists_them_where_no_rule_has_that_name(call: Caller) -> None:
    called = call("explain", "空格")
    assert called.status == 0
    assert "GD310" in called.out
    assert call("explain", "zzz").status == 2
