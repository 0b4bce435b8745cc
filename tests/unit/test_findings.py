"""Findings are data: what holds one holds nothing of the run that made it."""

import gc
import json
import pickle
from typing import Any, Final

import pytest

from gdlint import api
from gdlint.model.finding import Finding
from gdlint.model.frozen import FrozenDict
from gdlint.scopes.context import Context
from support.reports import WRONG
from support.rules import outcome, text_of

MESSY: Final = text_of(
    title="云溪镇政府信息公开年度报告", applications={"new": {"total": 9}}, text={"overall": "共12件、12件。"}
)
FINDINGS: Final = [finding for text in (WRONG, MESSY, "无") for finding in api.lint(text).findings]
PLAIN: Final = (str, int, type(None))


def parts(value: Any) -> list[Any]:
    """A value in, all that it is made of out."""
    inner = value.items() if isinstance(value, dict) else value if isinstance(value, tuple) else None
    return [value] if inner is None else [part for item in inner for part in parts(item)]


def test_there_are_findings_to_look_at() -> None:
    assert len({finding.code for finding in FINDINGS}) > 3


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.code)
def test_a_finding_is_texts_and_numbers(finding: Finding) -> None:
    assert [part for part in parts(finding) if not isinstance(part, PLAIN)] == []


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.code)
def test_a_finding_can_be_pickled_and_written_as_json(finding: Finding) -> None:
    assert pickle.loads(pickle.dumps(finding)) == finding  # noqa: S301 - its own
    assert json.loads(json.dumps(finding._asdict()))["message"] == finding.message


def test_equal_findings_are_one_in_a_set() -> None:
    again = [finding for text in (WRONG, MESSY, "无") for finding in api.lint(text).findings]
    assert set(again) == set(FINDINGS)


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.code)
def test_all_words_are_there_in_both_languages(finding: Finding) -> None:
    for words in (finding.title, finding.message, finding.help):
        assert set(words) == {"zh", "en"}


def test_the_place_is_that_of_the_first_spot() -> None:
    (finding,) = outcome("标题\n甲 乙\n", each="match", find="乙", **{"in": "source"}, check="false").findings
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (2, 3, 2, 4)


def test_a_list_among_the_values_is_data_too() -> None:
    (finding,) = outcome(text_of(), let={"found": "sections"}, check="false").findings
    assert isinstance(finding.values["found"], tuple)
    hash(finding)


def test_what_is_kept_of_a_run_is_its_findings_alone() -> None:
    kept = api.lint(WRONG).findings
    gc.collect()
    assert kept
    assert [each for each in gc.get_objects() if isinstance(each, Context)] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda words: words.update(zh=""),
        lambda words: words.__setitem__("zh", ""),
        lambda words: words.pop("zh"),
        lambda words: words.clear(),
        lambda words: words.setdefault("en", ""),
        lambda words: words.__delitem__("zh"),
    ],
    ids=["update", "set", "pop", "clear", "setdefault", "delete"],
)
def test_what_does_not_change_refuses_to(change: Any) -> None:
    words = FrozenDict({"zh": "文"})
    with pytest.raises(TypeError, match="does not change"):
        change(words)
    assert words == {"zh": "文"}


def test_sections_that_are_one_finding_are_named_by_their_headings() -> None:
    intro = "本报告由总体情况、主动公开政府信息情况、存在的主要问题、其他需要报告的事项组成。"
    (message,) = [
        found.message["zh"] for found in api.lint(text_of(intro=intro)).findings if found.code == "GD114"
    ]
    missing = ("三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")
    assert message == "提纲没有列出正文的" + "、".join(f"“{heading}”" for heading in missing)


@pytest.mark.parametrize(("second", "count"), [("同一处", 1), ("另一句", 2)])
def test_what_two_checks_say_of_one_place_in_the_same_words_is_one_finding(second: str, count: int) -> None:
    find = {"in": "source", "check": "false", "at": "x"}
    cases = [
        {"find": "甲(?P<x>乙)", **find, "message": {"zh": "同一处", "en": "one place"}},
        {"find": "(?P<x>乙)丙", **find, "message": {"zh": second, "en": "one place"}},
    ]
    assert len(outcome("甲乙丙", each="match", cases=cases).findings) == count
