"""`profile: draft`: what is still to be filled in is an info, and nothing else changes."""

from pathlib import Path

import pytest

from support.calls import Called, Caller
from support.packs import FACE
from support.rules import text_of


def levels(called: Called) -> dict[str, str]:
    """The level of each rule that a call in the concise format speaks of."""
    found = (line.split(": ", 1)[1].split(" ")[:2] for line in called.out.splitlines())
    return {code: level for level, code in found}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["a.docx", "a.md", "a.txt"])
@pytest.mark.parametrize("year", ["2020", "2024"])
def test_an_empty_form_is_a_draft_without_faults(call: Caller, folder: Path, year: str, name: str) -> None:
    call("form", year, "-o", name)
    assert call("check", name).status == 1
    called = call("check", name, "--profile", "draft", "--format", "concise")
    assert called.status == 0
    assert set(levels(called).values()) == {"提示"}


def test_settings_say_it_too(call: Caller, folder: Path) -> None:
    call("form", "2024", "-o", "a.md")
    (folder / ".gdlint.yaml").write_text("profile: draft\n", encoding="utf-8")
    assert call("check", "a.md").status == 0
    assert call("check", "a.md", "--profile", "final").status == 1
    assert call("check", "a.md", "--isolated").status == 1


def test_other_faults_stay_what_they_are(call: Caller, folder: Path) -> None:
    changes = {
        "applications": {"new": {"business": "3", "total": ""}},
        "headings": {"overall": "二、总体情况"},
    }
    (folder / "a.txt").write_text(text_of(**changes), encoding="utf-8")
    final = levels(call("check", "a.txt", "--format", "concise"))
    draft = levels(call("check", "a.txt", "--format", "concise", "--profile", "draft"))
    assert draft == {**final, "GD310": "提示"}
    assert final["GD310"] == final["GD401"] == "错误"


def test_a_level_that_is_given_by_name_counts_more(call: Caller, folder: Path) -> None:
    call("form", "2024", "-o", "a.md")
    (folder / ".gdlint.yaml").write_text("profile: draft\nseverity: {GD704: warning}\n", encoding="utf-8")
    found = levels(call("check", "a.md", "--format", "concise"))
    assert (found["GD704"], found["GD705"]) == ("警告", "提示")


def test_a_rule_of_a_pack_may_be_one_of_them(call: Caller, folder: Path) -> None:
    (folder / "own" / "rules").mkdir(parents=True)
    (folder / "own" / "pack.yaml").write_text(FACE, encoding="utf-8")
    rule = (
        "- code: MY001\n  name: to-do\n  title: {zh: 待办, en: to do}\n  basis: x\n  severity: error\n  unfilled: true\n"
        "  find: 待补充\n  examples: {good: {}, bad: {text: {overall: 待补充}}}\n"
    )
    (folder / "own" / "rules" / "a.yaml").write_text(rule, encoding="utf-8")
    (folder / "a.txt").write_text(text_of(text={"overall": "待补充"}), encoding="utf-8")
    call_it = ("check", "a.txt", "--pack", "./own", "--format", "concise")
    assert levels(call(*call_it))["MY001"] == "错误"
    assert levels(call(*call_it, "--profile", "draft"))["MY001"] == "提示"


def test_a_profile_that_there_is_not_is_said(call: Caller, folder: Path) -> None:
    (folder / "a.txt").write_text(text_of(), encoding="utf-8")
    assert call("check", "a.txt", "--profile", "x").status == 2
    (folder / ".gdlint.yaml").write_text("profile: x\n", encoding="utf-8")
    called = call("check", "a.txt")
    assert (called.status, called.said) == (
        2,
        ["gdlint: .gdlint.yaml:1: profile 没有 'x' 这个值，可用：draft, final"],
    )


def test_where_the_level_comes_from_is_told(call: Caller, folder: Path) -> None:
    (folder / ".gdlint.yaml").write_text("profile: draft\n", encoding="utf-8")
    (rule,) = [r for r in call("rules", "--format", "json").data["rules"] if r["code"] == "GD310"]
    assert (rule["severity"], rule["changed"]) == (
        ["info"],
        [{"key": "severity", "own": ["error"], "origin": ".gdlint.yaml:1"}],
    )
