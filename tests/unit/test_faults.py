"""Faults of rule files are told in both languages, from one table."""

import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest

from gdlint import api
from gdlint.engine import catalog
from gdlint.engine.shape import TYPES
from gdlint.words.fault import worded
from gdlint.words.faults import FAULTS, kind_words, kinds_words, pattern_words
from gdlint.words.setting_faults import MISTAKES
from support.calls import Caller, process
from support.packs import FACE, RULE
from support.reports import RIGHT as REPORT
from support.wrong_rules import WRONG, Wrong

PACKAGE = Path(api.__file__).parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")
RAISED = re.compile(
    r'(?:\bfault|Error|_mistyped|_?fail)\(\s*(?:mark, |event\.start_mark, |[a-z_.]+ or [a-z_.]+, )?"([a-z0-9-]+)"'
)


def fields(text: str) -> set[str]:
    """The fields of a template."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("table", [FAULTS, MISTAKES], ids=["rules", "settings"])
def test_every_fault_is_worded_in_both_languages(table: Mapping[str, Mapping[str, str]]) -> None:
    for key, words in table.items():
        assert list(words) == ["zh", "en"], key
        assert CHINESE.search(words["zh"]) or key == "as-said", key
        assert not CHINESE.search(re.sub("「.*?」|上级", "", words["en"])), key
        # Some fields say how the language words a kind of value.
        assert fields(words["zh"]) - {"zh"} <= fields(words["en"]), key


def test_every_fault_is_raised_somewhere_and_every_raised_one_is_worded() -> None:
    rooms = ("data", "plugins", "forms", "matching", "expressions", "engine", "packs", "rules")
    files = [
        *(path for room in rooms for path in (PACKAGE / room).glob("*.py")),
        PACKAGE / "config" / "toml.py",
    ]
    said = {key for path in files for key in RAISED.findall(path.read_text(encoding="utf-8"))}
    settings = set(MISTAKES) - set(FAULTS)
    made = {"bad-code", "bad-name", *(mistake for _, mistake in TYPES.values())}
    assert (said - settings) | made == set(FAULTS)


def test_values_are_worded_in_the_language_of_the_sentence() -> None:
    assert worded(FAULTS["in-what"], {"item": kind_words("number"), "items": kind_words("list of text")}) == {
        "zh": "in 后面应为数的列表，现为文字的列表",
        "en": "`in` needs a list of number behind it, not a list of text",
    }
    assert kinds_words(["date", "number"], "或", " or a ") == {"zh": "日期或数", "en": "date or a number"}
    assert pattern_words("missing ): (a")["zh"] == "缺少 ): (a"
    assert pattern_words("something new")["zh"] == "something new"


def test_the_nearest_word_is_named_in_both_languages() -> None:
    words = worded({"zh": "没有 {a}", "en": "no {a}"}, {"a": "x{y}", "near": "'z'"})
    assert words == {"zh": "没有 x{y}，是否指 'z'？", "en": "no x{y}, did you mean 'z'?"}


def load(path: Path) -> None:
    """Load a rule file and make its rules ready."""
    for definition in catalog.definitions(catalog.read([path]), api.forms()):
        catalog.ready(definition, api.forms())


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_rule_file_is_told_in_chinese_with_its_place(tmp_path: Path, case: Wrong) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(case.text, encoding="utf-8")
    with pytest.raises(catalog.CatalogError) as caught:
        load(path)
    place = re.match(rf"{re.escape(str(path))}:{case.line}:\d+: ", caught.value.told("zh"))
    assert place
    assert str(caught.value).startswith(place[0])
    assert CHINESE.search(caught.value.told("zh")[place.end() :])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("year >", "yeer >", ":7:10: MY001: 没有名称 'yeer'，是否指 'year'？"),
        ("check:", "chek:", ":7:9: MY001: 没有 'chek' 这个键，是否指 'check'？"),
        ("year > 2030", "year == * 2", ":7:10: MY001: 此处不应有 '*'（'year == * 2' 的第 9 个字符）"),
        ("year > 2030", "year == body", ":7:10: MY001: 数不能与文字比较"),
        ("severity: warning", "severity: eror", ":5:13: MY001: severity 应为 error、warning 或 info"),
        ("year > 2030", "matches(body, '(?=a)')", ":7:10: MY001: 模式有错："),
        ("check: year > 2030", "check: [", "YAML 语法错误："),
        ("basis: 无", "basis: &a 无", ":4:10: 不能用锚点和别名（& 和 *），请把值再写一遍"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_call(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, said: str
) -> None:
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "pack.yaml").write_text(FACE, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(RULE.replace(before, after), encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    calls: list[list[str | Path]] = [
        ["pack", "test", tmp_path],
        ["check", report, "--pack", tmp_path],
        ["rules", "--pack", tmp_path],
    ]
    for args in calls:
        called = call(*args)
        assert (called.status, called.out, len(called.said)) == (2, "", 1)
        assert said in called.err
        assert f"{tmp_path}/rules.yaml:" in called.err
        assert not CHINESE.search(call(*args, "--lang", "en").err.replace("无", ""))


def test_the_language_is_that_of_the_environment(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(FACE, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(RULE.replace("year >", "yeer >"), encoding="utf-8")
    assert "unknown name" in process("pack", "test", tmp_path, env={"GDLINT_LANG": "en"}).err
    assert "没有名称" in process("pack", "test", tmp_path).err


def test_examples_that_fail_are_told_in_chinese(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(FACE, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(RULE.replace("year: 2031", "year: 2021"), encoding="utf-8")
    called = call("pack", "test", tmp_path)
    assert called.status == 1
    assert called.out.splitlines()[1:] == [
        "  应为: 有成立的，没有不成立的，也没有无法判断的",
        "  实为: 0 处成立，1 处不成立，0 处无法判断；例如：规则",
    ]
