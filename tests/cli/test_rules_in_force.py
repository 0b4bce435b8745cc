"""`gdlint rules` and `gdlint explain` see what a check in the same folder sees: settings, packs, plugins."""

from pathlib import Path
from typing import Any, Final

import pytest

from support.calls import Called, Caller, process
from support.schemas import complaints

PLUGIN: Final = """\
from gdlint.plugins import Judgement, PythonRule, hookimpl

@hookimpl
def gdlint_rules():
    title = {"zh": "标题短", "en": "a short title"}
    return [PythonRule("PY001", "short-title", title, basis="示例", severity="info", sure=False,
                       check=lambda report: [Judgement(False, 0, 1)])]
"""
PACK: Final = "schema: 1\nname: mine\nprefix: MY\nversion: '1.2'\nsources: [无]\n"
RULES: Final = """\
- {code: MY404, name: my-total, derives: GD404, severity: info}
- code: MY001
  name: my-rule
  title: {zh: 规则, en: rule}
  basis: 无
  severity: warning
  options: {latest: 2030}
  check: year > latest
  message: {zh: "{year} 不晚于 {latest}", en: "{year} is not after {latest}"}
  examples: {good: {year: 2035}, bad: {year: 2022}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the call, with a pack and no settings."""
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "mine" / "rules.yaml").write_text(RULES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(folder: Path, text: str) -> None:
    """Write the settings of the folder."""
    (folder / ".gdlint.yaml").write_text(text, encoding="utf-8")


def rule(called: Called, code: str) -> dict[str, Any]:
    """One rule of the JSON."""
    assert complaints("rule_list", called.data) == []
    (found,) = [item for item in called.data["rules"] if item["code"] == code]
    return dict(found)


@pytest.mark.parametrize(
    ("text", "code", "on", "why"),
    [
        ("root: true", "GD401", True, (None, None, None)),
        ("root: true", "GD315", False, (None, None, None)),
        ("ignore:\n  - GD4", "GD401", False, ("ignore", "GD4", ".gdlint.yaml:2")),
        ("select: [GD315]", "GD315", True, ("select", "GD315", ".gdlint.yaml:1")),
        ("select: [GD315]", "GD401", False, ("select", "", ".gdlint.yaml:1")),
        ("packs: [./mine]", "GD404", False, ("derives", "MY404", "")),
        ("packs: [./mine]", "MY404", True, (None, None, None)),
        ("packs: [./mine]\nignore: [mine]", "GD404", True, (None, None, None)),
    ],
)  # fmt: skip
def test_the_list_says_which_rules_run_and_why(
    call: Caller, folder: Path, text: str, code: str, on: bool, why: tuple[str | None, ...]
) -> None:
    settings(folder, text)
    found = rule(call("rules", "--format", "json"), code)
    assert (found["on"], tuple(found["why"].values())) == (on, why)


def test_a_call_says_it_too(call: Caller, folder: Path) -> None:
    called = call("rules", "--pack", "./mine", "--ignore", "GD401", "--format", "json")
    assert rule(called, "GD401")["why"] == {"key": "ignore", "selector": "GD401", "origin": ""}
    assert rule(called, "MY001")["owner"] == {"kind": "pack", "name": "mine", "version": "1.2"}
    assert rule(called, "MY001")["group"] == "mine"
    assert rule(called, "GD402")["owner"]["kind"] == "gdlint"


def test_levels_and_options_are_those_of_the_settings(call: Caller, folder: Path) -> None:
    settings(folder, "packs: [./mine]\nseverity: {mine: error}\noptions:\n  MY001: {latest: 2040}\n")
    found = rule(call("rules", "--format", "json"), "MY001")
    assert (found["severity"], found["options"]) == (["error"], {"latest": 2040})
    assert found["changed"] == [
        {"key": "options.latest", "own": 2030, "origin": ".gdlint.yaml:4"},
        {"key": "severity", "own": ["warning"], "origin": ".gdlint.yaml:2"},
    ]
    out = call("explain", "MY001", "--lang", "en").out
    assert out.startswith("MY001 my-rule (error)\n")
    assert "severity, its own is warning (.gdlint.yaml:2)" in out
    assert "2035 is not after 2040" in out


def test_the_table_says_why_behind_the_title(call: Caller, folder: Path) -> None:
    settings(folder, "ignore: [GD401]\nseverity: {GD402: info}")
    lines = {line[:5]: line for line in call("rules", "--lang", "en", "--pack", "./mine").out.splitlines()}
    assert lines["GD401"].endswith("[ignore GD401 .gdlint.yaml:1]")
    assert lines["GD402"].endswith("[severity, its own is error (.gdlint.yaml:2)]")
    assert lines["GD404"].endswith("[MY404 stands in its place]")
    assert "my-total" in lines["MY404"]


def test_a_rule_of_a_pack_is_explained_with_its_examples(call: Caller, folder: Path) -> None:
    for _ in range(2):
        # The second time the rules come from the cache, which holds no examples.
        out = call("explain", "my-rule", "--pack", "./mine", "--lang", "en").out
        assert "from: the pack mine 1.2" in out
        assert "  → 2022 is not after 2030" in out
    derived = call("explain", "MY404", "--pack", "./mine", "--lang", "en").out
    assert "made from: GD404" in derived
    assert "  → " in derived
    assert (
        "runs: no (MY404 stands in its place)"
        in call("explain", "GD404", "--pack", "./mine", "--lang", "en").out
    )


def test_the_packs_of_the_region_in_the_settings_are_seen(call: Caller, folder: Path) -> None:
    settings(folder, "packs: [auto]\nregion: 甘肃省武威市\nselect: [gansu-wuwei]")
    assert rule(call("rules", "--format", "json"), "WW101")["on"]
    assert call("explain", "WW101").status == 0


def test_a_code_that_no_pack_at_hand_has_is_not_taken_for_a_misprint(call: Caller) -> None:
    called = call("explain", "QS301", "--lang", "en")
    assert (called.status, "--pack" in called.err, "GD301" in called.err) == (2, True, False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rule_of_a_pack_that_is_not_in_use_is_named_with_its_pack(
    call: Caller, folder: Path, lang: str
) -> None:
    called = call("explain", "WW101", "--lang", lang)
    assert (called.status, called.out, len(called.said)) == (2, "", 1)
    assert "--pack gansu-wuwei" in called.err


def test_a_mistake_in_the_settings_is_one_line(call: Caller, folder: Path) -> None:
    settings(folder, "ignore: [blank-cel]")
    for args in (["rules"], ["explain", "GD401"]):
        called = call(*args, "--lang", "en")
        assert (called.status, called.out) == (2, "")
        assert called.said == ["gdlint: .gdlint.yaml:1: no rule blank-cel, did you mean blank-cell?"]


def test_rules_of_plugins_are_listed_and_explained(folder: Path) -> None:
    (folder / "my_plugin.py").write_text(PLUGIN, encoding="utf-8")
    env = {"PYTHONPATH": str(folder)}
    found = rule(process("rules", "--plugin", "my_plugin", "--format", "json", env=env), "PY001")
    assert found["owner"] == {"kind": "plugin", "name": "my_plugin", "version": ""}
    called = process("explain", "PY001", "--plugin", "my_plugin", "--lang", "en", env=env)
    assert called.status == 0
    assert "from: the plugin my_plugin\n" in called.out
