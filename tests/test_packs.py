"""Packs: shipped ones, folders, installed distributions, and which of them a report asks for."""

import re
import shutil
import sys
from pathlib import Path
from shutil import copytree
from typing import Any, Final

import pytest

from gdlint import api
from gdlint.packs.new import prefix_of
from gdlint.packs.region import levels, packs_for_report
from support.calls import Caller, process
from support.packs import FACE, RULE
from support.pip import install
from support.reports import RIGHT
from support.rules import text_of
from support.schemas import complaints

CATALOGUE: Final = api.Session().catalogue
FORM: Final = Path(__file__).parent / "forms" / "2027"
SHIPPED: Final = ("fujian-fuzhou", "gansu-wuwei", "henan", "hunan-huaihua")
FOUR_DECIMALS: Final = {"labels": {"disclosure": {"amount": "本年收费金额（单位：万元，保留4位小数）"}}}
"""a table whose amounts, all 0, have not the decimals that its header demands"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the cache of the user or of another test."""
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))


def pack(folder: Path, face: str = FACE, rules: str = RULE) -> Path:
    """Write a pack."""
    (folder / "mine" / "rules").mkdir(parents=True)
    (folder / "mine" / "pack.yaml").write_text(face, encoding="utf-8")
    if rules:
        (folder / "mine" / "rules" / "rules.yaml").write_text(rules, encoding="utf-8")
    return folder / "mine"


def report(folder: Path, text: str = RIGHT) -> Path:
    """Write a report."""
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return path


def codes(data: Any) -> list[str]:
    """The codes of the findings of one file."""
    return [found["code"] for found in data["files"][0]["findings"]]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack_passes_its_tests_and_names_its_sources(call: Caller, name: str) -> None:
    called = call("pack", "test", name, "--format", "json")
    assert called.status == 0
    assert all(example["passed"] for example in called.data["examples"])
    shown = call("pack", "show", name, "--format", "json").data
    assert all(shown["sources"])
    assert {rule["state"] for rule in shown["rules"]} == {"preview"}
    assert all(rule["code"].startswith(shown["prefix"]) for rule in shown["rules"])


def test_rules_of_shipped_packs_are_no_errors_and_stay_in_their_years() -> None:
    for name in SHIPPED:
        face = CATALOGUE.packs.on_offer[name]
        for definition in CATALOGUE.loaded(face).definitions:
            assert not definition.rule.sure
            assert definition.applies.years == face.years


def test_shipped_packs_are_listed(call: Caller) -> None:
    listed = call("pack", "list", "--format", "json").data
    assert [item["name"] for item in listed] == list(SHIPPED)
    assert {item["origin"] for item in listed} == {"shipped"}
    assert len(call("pack", "list").out.splitlines()) == len(SHIPPED)


def test_a_new_pack_passes_its_tests(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("pack", "new", "qing-shi").status == 0
    called = call("pack", "test", "qing-shi", "--lang", "en")
    assert (called.status, called.said) == (0, ["gdlint: qing-shi: 2 example(s), 0 failed"])
    called = call("pack", "new", "qing-shi", "--lang", "en")
    assert (called.status, called.said) == (2, ["gdlint: qing-shi exists already; nothing was written"])


@pytest.mark.parametrize(
    ("name", "prefix"), [("qing-shi", "QS"), ("wuwei", "WUW"), ("g-d", "GDX"), ("a1", "AX")]
)
def test_a_prefix_is_made_of_the_name(name: str, prefix: str) -> None:
    assert prefix_of(name) == prefix


@pytest.mark.parametrize("name", ["arithmetic", "wording", "all", "auto", "default"])
def test_a_pack_is_not_called_like_a_selector(call: Caller, tmp_path: Path, name: str) -> None:
    face = pack(tmp_path, FACE.replace("mine", name)) / "pack.yaml"
    called = call(report(tmp_path), "--pack", tmp_path / "mine", "--lang", "en")
    assert called.status == 2
    assert called.said == [
        f"gdlint: {face}:{FACE.split(chr(10)).index('name: mine') + 1}: a pack cannot be called {name}: "
        "that is a group of rules, or all, default, auto"
    ]
    assert call("pack", "new", tmp_path / name).status == 2
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("face", "rules", "says"),
    [
        (
            FACE.replace("MY", "NN"),
            RULE.replace("MY", "NN").replace("my-rule", "your-rule"),
            "two packs (or a plugin) are called mine",
        ),
        (
            FACE.replace("mine", "yours").replace("MY", "NN"),
            RULE.replace("MY", "NN"),
            "my-rule of yours has the name of a rule of mine",
        ),
    ],
    ids=["name of a pack", "name of a rule"],
)
def test_two_packs_with_one_name_are_refused(
    call: Caller, tmp_path: Path, face: str, rules: str, says: str
) -> None:
    first, second = pack(tmp_path / "a"), pack(tmp_path / "b", face, rules)
    called = call(report(tmp_path), "--pack", first, "--pack", second, "--lang", "en")
    assert called.status == 2
    assert says in called.err


@pytest.mark.parametrize("name", ["Qing", "清石", "a_b", "-a", "a--b"])
def test_a_new_pack_needs_a_name(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("pack", "new", "--", name).status == 2
    assert list(tmp_path.iterdir()) == []


ON_FORM: Final = """\
- code: QS102
  name: qing-shi-transferred
  title: {zh: 移送档案馆的不多于总计, en: no more is handed to the archive than there was}
  basis: 无
  sure: false
  severity: info
  applies: {forms: [2027]}
  each: column in applications
  check: transferred.archives <= total
  examples:
    good: {template: 2027}
    bad: {template: 2027, applications: {transferred.archives: {business: 1}}}
"""


def test_a_new_pack_is_shipped_as_a_wheel_and_used_by_its_name(tmp_path: Path) -> None:
    made = process("pack", "new", str(tmp_path / "qing-shi"))
    assert made.status == 0, made.err
    site = tmp_path / "site"
    face = tmp_path / "qing-shi" / "pack.yaml"
    face.write_text(
        face.read_text(encoding="utf-8").replace('"0.1.0"\nrequires', '"0.2.0"\nrequires'), encoding="utf-8"
    )
    shutil.copytree(FORM, tmp_path / "qing-shi" / "forms" / "2027")
    (tmp_path / "qing-shi" / "more.yaml").write_text(ON_FORM, encoding="utf-8")
    shown = process("pack", "show", str(tmp_path / "qing-shi"), "--format", "json").data
    assert [rule["code"] for rule in shown["rules"]] == ["QS101", "QS102"]
    install(tmp_path / "qing-shi", site)
    shutil.rmtree(tmp_path / "qing-shi")
    env = {"PYTHONPATH": str(site), "GDLINT_CACHE": str(tmp_path / "cache")}
    (listed,) = [
        item
        for item in process("pack", "list", "--format", "json", env=env).data
        if item["origin"] != "shipped"
    ]
    assert (listed["name"], listed["origin"]) == ("qing-shi", "gdlint-pack-qing-shi 0.2.0")
    path = report(tmp_path, text_of(text={"overall": "认真公开。"}))
    called = process(path, "--pack", "qing-shi", "--format", "json", env=env)
    assert (called.status, codes(called.data)) == (0, ["QS101"])
    assert codes(process(path, "--format", "json", env=env).data) == []
    assert process("explain", "QS102", "--pack", "qing-shi", env=env).status == 0


@pytest.mark.parametrize(
    ("name", "codes"),
    [("packs.md", {"QS101", "QS301", "QS401"}), ("packs.zh-CN.md", {"QS101", "QS201", "QS301"})],
)
def test_the_rules_of_the_page_make_a_pack_that_passes(
    call: Caller, tmp_path: Path, name: str, codes: set[str]
) -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / name).read_text(encoding="utf-8")
    (rules,) = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    folder = pack(tmp_path, FACE.replace("MY", "QS"), rules)
    examples = call("pack", "test", folder, "--format", "json").data["examples"]
    assert {example["code"] for example in examples} == codes
    assert all(example["passed"] for example in examples)


def test_packs_that_are_named_are_said(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path)
    assert "gdlint: packs in use: mine 1" in call(report(tmp_path), "--pack", folder, "--lang", "en").said
    assert not any("pack" in line for line in call(report(tmp_path), "--lang", "en").said)


def test_examples_that_fail_are_told_by_line(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, rules=RULE.replace("good: {year: 2031}", "good: {year: 2021}"))
    called = call("pack", "test", folder, "--lang", "en")
    assert called.status == 1
    assert called.out.splitlines() == [
        f"{folder}/rules/rules.yaml:9:11: MY001 good 1",
        "  expected: true somewhere, never false, never unknown",
        "  got: 0 true, 1 false, 0 unknown; such as: rule",
    ]
    examples = call("pack", "test", folder, "--format", "json").data["examples"]
    assert [(example["kind"], example["passed"]) for example in examples] == [("good", False), ("bad", True)]


def test_an_example_in_which_nothing_is_found_says_so(call: Caller, tmp_path: Path) -> None:
    rule = RULE.replace("check:", "find: 没有这样的话\n  check:").replace("each: report", "each: match")
    called = call("pack", "test", pack(tmp_path, rules=rule), "--lang", "zh")
    assert called.status == 1
    assert "0 处成立，0 处不成立，0 处无法判断；没有可判断之处" in called.out


def test_a_rule_without_examples_fails_the_test(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, rules=RULE[: RULE.index("  examples")])
    for lang, words in (("zh", "没有例子"), ("en", "no example")):
        called = call("pack", "test", folder, "--lang", lang)
        assert called.status == 1
        assert called.out.count(words) == 2


@pytest.mark.parametrize("where", ["call", "settings"])
def test_a_pack_is_taken_from_a_folder(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    pack(tmp_path)
    path = report(tmp_path)
    monkeypatch.chdir(tmp_path)
    if where == "settings":
        (tmp_path / ".gdlint.yaml").write_text("packs: [./mine]\nseverity: {my-rule: info}", encoding="utf-8")
    args = [] if where == "settings" else ["--pack", "./mine"]
    called = call(path, *args, "--format", "json")
    assert codes(called.data) == ["MY001"]
    assert codes(call(path, *args, "--ignore", "mine", "--format", "json").data) == []
    assert codes(call(path, *args, "--select", "MY", "--format", "json").data) == ["MY001"]


def test_a_named_pack_runs_its_preview_rules(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, rules=RULE.replace("  basis", "  state: preview\n  basis"))
    assert codes(call(report(tmp_path), "--pack", folder, "--format", "json").data) == ["MY001"]


def test_a_derived_rule_takes_the_place_of_its_base(call: Caller, tmp_path: Path) -> None:
    rules = "- {code: MY404, name: my-total, derives: GD404, severity: info}\n"
    folder = pack(tmp_path, rules=rules)
    text = text_of(litigation={"reconsideration": {"upheld": 2, "total": 3}})
    called = call(report(tmp_path, text), "--pack", folder, "--format", "json")
    assert (called.status, codes(called.data)) == (0, ["MY404"])


def test_a_derived_rule_is_tested_by_the_examples_of_its_base_where_it_has_none(
    call: Caller, tmp_path: Path
) -> None:
    folder = pack(tmp_path, rules="- {code: MY404, name: my-total, derives: GD404, severity: info}\n")
    examples = call("pack", "test", folder, "--format", "json").data["examples"]
    assert {example["kind"] for example in examples} >= {"good", "bad"}
    assert all(example["passed"] and example["number"] for example in examples)


def test_henan_goes_by_the_header_of_each_table(call: Caller, tmp_path: Path) -> None:
    args = ["--pack", "henan", "--format", "json"]
    assert codes(call(report(tmp_path), *args).data) == []
    data = call(report(tmp_path, text_of(**FOUR_DECIMALS)), *args, "--select", "HN101,GD315").data
    assert set(codes(data)) == {"HN101"}


def test_years_of_a_pack_are_those_of_its_rules(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, FACE + "years: [2025, null]\n")
    assert codes(call(report(tmp_path), "--pack", folder, "--format", "json").data) == []


@pytest.mark.parametrize(
    ("face", "rules", "says"),
    [
        (FACE.replace("prefix: MY", "prefix: GD"), RULE, "pack.yaml:3: 'GD' is no prefix of a pack"),
        (FACE.replace("prefix: MY", "prefix: my"), RULE, "pack.yaml:3: 'my' is no prefix"),
        (FACE.replace("prefix: MY\n", ""), RULE, "pack.yaml:1: the key prefix is missing"),
        (FACE.replace("name: mine", "name: 我的"), RULE, "pack.yaml:2: '我的' is no name"),
        (FACE.replace("sources", "souces"), RULE, "pack.yaml:5: unknown key souces, did you mean sources?"),
        (FACE.replace("version: '1'", "version: 1"), RULE, "pack.yaml:4: version is a text, not 1"),
        (FACE + "years: [2021]\n", RULE, "pack.yaml:6: years is a list of the first and the last year"),
        (
            FACE + "region: 河北\n",
            RULE,
            "pack.yaml:6: region is a place in full, the province first, as in 「甘肃省武威市」, not '河北', did you mean 河北省?",
        ),
        (FACE + "region: 武威市\n", RULE, "pack.yaml:6: region is a place in full, the province first"),
        (FACE + "years: [2025, 2021]\n", RULE, "pack.yaml:6: years is a list of the first and the last year"),
        (FACE + "years: 2021\n", RULE, "pack.yaml:6: years is a list of two years, not 2021"),
        (FACE + "requires: '>=99'\n", RULE, "pack.yaml:6: gdlint >=99 is required"),
        (FACE.replace("schema: 1", "schema: 9"), RULE, "pack.yaml:1: schema 9 is newer"),
        (FACE, "", "pack.yaml: the pack has no rule files"),
        (
            FACE,
            RULE.replace("MY001", "XY001"),
            "rules.yaml:1:9: codes of this pack begin with MY, XY001 does not",
        ),
        (
            FACE,
            RULE.replace("year >", "yeer >"),
            "rules.yaml:7:10: MY001: unknown name 'yeer', did you mean 'year'?",
        ),
        (FACE, RULE.replace("check:", "chek:"), "MY001: unknown key 'chek', did you mean 'check'?"),
        (FACE, RULE.replace("my-rule", "blank-cell"), "MY001: the name 'blank-cell' is given twice"),
        (FACE, RULE + "- {code: MY002, name: b, derives: GD999}\n", "derives from an unknown rule 'GD999'"),
        (FACE, "a: 1", "expected a list of rules"),
    ],
)
def test_a_wrong_pack_is_one_line(call: Caller, tmp_path: Path, face: str, rules: str, says: str) -> None:
    folder = pack(tmp_path, face, rules)
    path = report(tmp_path)
    calls: list[list[str | Path]] = [["check", path, "--pack", folder], ["pack", "test", folder]]
    for args in calls:
        called = call(*args, "--lang", "en")
        assert (called.status, called.out, len(called.said)) == (2, "", 1), called
        assert says in called.err


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("more.yml", "more.yml: is never read"),
        ("rules/more.yml", "rules/more.yml: is never read"),
        ("rules/more/more.yaml", "rules/more/more.yaml: is never read"),
        ("rule/more.yaml", "rule: this folder is never read, did you mean rules/?"),
        ("form/2031/form.yaml", "form: this folder is never read, did you mean forms/?"),
    ],
)
def test_a_file_of_a_pack_that_is_never_read_is_told(
    call: Caller, tmp_path: Path, file: str, says: str
) -> None:
    folder = pack(tmp_path)
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(RULE, encoding="utf-8")
    called = call("pack", "test", folder, "--lang", "en")
    assert (called.status, len(called.said)) == (2, 1)
    assert says in called.err


@pytest.mark.parametrize(
    "file",
    [
        "README.md",
        "tests/data.yaml",
        "docs/notes.yml",
        "forms/README.md",
        "norms/list.pdf",
        "rules.bak/old.yaml",
        "form",
    ],
)
def test_a_pack_may_hold_files_of_other_kinds(call: Caller, tmp_path: Path, file: str) -> None:
    folder = pack(tmp_path)
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text("a", encoding="utf-8")
    assert call("pack", "test", folder).status == 0


def test_without_a_command_those_that_there_are_are_named(call: Caller) -> None:
    called = call("pack")
    assert (called.status, len(called.said)) == (2, 1)
    assert "new, test, list, show" in called.err


def test_an_example_says_where_unknown_comes_from(call: Caller, tmp_path: Path) -> None:
    rule = (
        RULE.replace("each: report", "each: row in disclosure")
        .replace("check: year > 2030", "check: issued >= 0")
        .replace("bad: {year: 2022}", "bad: {disclosure: {regulations: {issued: -1}}}")
    )
    called = call("pack", "test", pack(tmp_path, rules=rule), "--lang", "en")
    assert "or the row has no such column: leave such cases out with when" in called.out


def test_an_example_of_claims_says_that_none_was_read(call: Caller, tmp_path: Path) -> None:
    rule = (
        RULE.replace("each: report", "each: claim of applications.denied")
        .replace("check: year > 2030", "check: agrees")
        .replace("{year: 2031}", "{text: {overall: 不予公开2件。}}")
    )
    called = call("pack", "test", pack(tmp_path, rules=rule), "--lang", "en")
    assert "the text was not read as a figure of these cells" in called.out


def test_a_pack_is_shown_with_its_forms(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path)
    copytree(Path(__file__).parent / "forms" / "2027", folder / "forms" / "2027")
    assert "form 2027" in call("pack", "show", folder, "--lang", "en").out.splitlines()
    assert call("pack", "show", folder, "--format", "json").data["forms"] == ["2027"]


def test_a_pack_may_be_named_by_its_pack_yaml(call: Caller, tmp_path: Path) -> None:
    assert call("pack", "test", pack(tmp_path) / "pack.yaml").status == 0


def test_a_pack_and_a_plugin_are_told_apart(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = report(tmp_path)
    pack(tmp_path)
    (tmp_path / "plug.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "mine", raising=False)
    assert "plug.py is a plugin: name it with --plugin" in call(path, "--pack", "plug.py", "--lang", "en").err
    assert "mine is a pack: name it with --pack" in call(path, "--plugin", "mine", "--lang", "en").err


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("gansu-wuwe", "no pack gansu-wuwe; looked in"),
        ("gansu-wuwe", "did you mean gansu-wuwei?"),
        ("atuo", "did you mean auto?"),
        ("./none", "names a folder that does not exist: ./none"),
        (".", "has no pack.yaml"),
    ],
)
def test_a_pack_that_is_not_there_is_one_line(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str
) -> None:
    path = report(tmp_path)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    called = call(path, "--pack", name, "--lang", "en")
    assert (called.status, called.out, len(called.said)) == (2, "", 1)
    assert says in called.err
    (tmp_path / ".gdlint.yaml").write_text(f"region: x\npacks: [{name}]", encoding="utf-8")
    assert call(path, "--lang", "en").status == 2


def test_two_packs_cannot_have_the_same_codes(call: Caller, tmp_path: Path) -> None:
    one, other = (
        pack(tmp_path / "a"),
        pack(tmp_path / "b", FACE.replace("mine", "other"), RULE.replace("my-rule", "b")),
    )
    called = call(report(tmp_path), "--pack", one, "--pack", other, "--lang", "en")
    assert (called.status, called.said) == (2, ["gdlint: MY001 of other has the code of a rule of mine"])


@pytest.mark.parametrize(
    ("region", "parts"),
    [
        ("甘肃省武威市", ("甘肃省", "武威市")),
        ("河南省", ("河南省",)),
        ("内蒙古自治区呼伦贝尔市", ("内蒙古自治区", "呼伦贝尔市")),
        ("青石县", ("青石县",)),
    ],
)
def test_a_region_has_levels(region: str, parts: tuple[str, ...]) -> None:
    assert levels(region) == parts


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({"body": "甘肃省武威市凉州区人民政府"}, ["gansu-wuwei"]),
        ({"body": "武威市凉州区人民政府"}, ["gansu-wuwei"]),
        ({"body": "河南省濮阳县人民政府"}, ["henan"]),
        ({"body": "凉州区人民政府"}, ["gansu-wuwei"]),
        ({"body": "通道侗族自治县民政局"}, ["hunan-huaihua"]),
        ({"body": "修武县水利局"}, ["henan"]),
        ({"body": "朝阳区人民政府"}, []),
        ({"body": "河南县人民政府"}, []),
        ({"body": "青石县人民政府"}, []),
        ({"body": "青石县人民政府", "intro": "根据甘肃省武威市人民政府的通知编制本报告。"}, ["gansu-wuwei"]),
        ({"body": "青石县人民政府", "intro": "学习甘肃省武威市、福建省福州市的做法。"}, []),
        ({"body": "青石县人民政府", "intro": "学习武威市、福州市的做法。"}, []),
        ({"body": "四川省青石县人民政府", "intro": "学习甘肃省武威市的做法。"}, []),
        ({"body": "河南省青石县人民政府", "intro": "学习甘肃省武威市的做法。"}, ["henan"]),
        ({"body": "河南省武威市人民政府"}, []),
    ],
)
def test_a_report_asks_for_packs_only_where_its_region_is_certain(
    changes: dict[str, Any], taken: list[str]
) -> None:
    text = text_of(signature=None, **changes)
    assert [
        item.name for item in packs_for_report(api.parse(text), CATALOGUE.packs.on_offer.values())
    ] == taken


def test_auto_says_what_it_took_and_leaves_preview_rules_out(call: Caller, tmp_path: Path) -> None:
    path = report(tmp_path, text_of(body="河南省青石县人民政府", signature=None, **FOUR_DECIMALS))
    called = call(path, "--pack", "auto", "--format", "json", "--lang", "en", "--ignore", "GD6")
    assert codes(called.data) == []
    assert called.said[-1] == "gdlint: packs taken by region for 1 file(s): henan"
    called = call(path, "--pack", "auto", "--select", "henan", "--format", "json", "--lang", "en")
    assert set(codes(called.data)) == {"HN101"}
    called = call(report(tmp_path), "--pack", "auto", "--lang", "en")
    assert called.said[-1] == "gdlint: no pack for 1 file(s): the region is not certain, or has none"


def test_auto_goes_by_the_region_of_the_settings(call: Caller, tmp_path: Path) -> None:
    path = report(tmp_path, text_of(**FOUR_DECIMALS))
    (tmp_path / ".gdlint.yaml").write_text(
        "region: 河南省修武县\npacks: [auto]\nselect: [henan]", encoding="utf-8"
    )
    assert set(codes(call(path, "--format", "json").data)) == {"HN101"}


def test_the_json_names_the_packs_of_each_file(call: Caller, tmp_path: Path) -> None:
    folder, path = pack(tmp_path), report(tmp_path)
    other = tmp_path / "other.txt"
    other.write_text(text_of(body="河南省青石县人民政府", signature=None), encoding="utf-8")
    data = call(other, path, "--pack", folder, "--pack", "auto", "--format", "json").data
    assert complaints("check", data) == []
    mine = {"name": "mine", "version": "1", "origin": "folder"}
    taken = {"name": "henan", "version": CATALOGUE.packs.on_offer["henan"].version, "origin": "shipped"}
    found = {Path(file["path"]).name: file["packs"] for file in data["files"]}
    assert found == {"other.txt": [taken, mine], "report.txt": [mine]}


def test_what_was_compiled_is_used_again_and_never_trusted(call: Caller, tmp_path: Path) -> None:
    folder, path = pack(tmp_path), report(tmp_path)

    def checked() -> list[str]:
        return codes(call(path, "--pack", folder, "--format", "json").data)

    assert checked() == ["MY001"]
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    for content in (whole, b"", b"{", b"[]", b'{"documents": 1}', whole[:-20], b"\xff\xfe"):
        kept.write_bytes(content)
        assert checked() == ["MY001"]
    assert kept.read_bytes() == whole
    (folder / "rules" / "rules.yaml").write_text(RULE.replace("> 2030", "> 2020"), encoding="utf-8")
    assert checked() == []


def test_a_cache_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    env = {"GDLINT_CACHE": str(tmp_path / "file" / "x")}
    called = process(report(tmp_path), "--pack", pack(tmp_path), "--format", "json", env=env)
    assert (called.status, codes(called.data)) == (0, ["MY001"])
