"""`gdlint rules` and `gdlint explain`, and the statistics and times of `gdlint check`."""

from collections import Counter
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest

from gdlint import api
from gdlint.model.language import LANGUAGES
from gdlint.reporters.width import width
from support.calls import Caller
from support.extent import FULL
from support.reports import NO_REPORT, RIGHT, WRONG
from support.rules import text_of
from support.schemas import complaints

CODES = [rule.rule.code for rule in api.builtin_rules()]
NAMES = {rule.rule.code: rule.rule.name for rule in api.builtin_rules()}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_has_a_line_for_each_rule(call: Caller, lang: str) -> None:
    lines = call("rules", "--lang", lang).out.splitlines()
    assert [line.split()[0] for line in lines] == CODES
    assert [line.split()[1] for line in lines] == list(NAMES.values())


def test_the_columns_of_the_table_stand_below_each_other(call: Caller) -> None:
    titles = {rule.rule.code: rule.rule.title["zh"] for rule in api.builtin_rules()}
    lines = call("rules").out.splitlines()
    assert len({width(line) - width(titles[line.split()[0]]) for line in lines}) == 1


def test_the_json_follows_its_schema(call: Caller) -> None:
    data = call("rules", "--format", "json").data
    assert complaints("rule_list", data) == []
    assert [rule["code"] for rule in data["rules"]] == CODES
    assert {rule["code"] for rule in data["rules"] if rule["on"]} == {
        each.rule.code for each in api.rules_for()
    }


def test_the_json_says_which_rules_a_selection_runs(call: Caller) -> None:
    data = call("rules", "--format", "json", "--select", "GD4", "--ignore", "GD402").data
    on = [rule["code"] for rule in data["rules"] if rule["on"]]
    always = ["GD001", "GD002", "GD005"]
    assert on == [*always, *(code for code in CODES if code.startswith("GD4") and code != "GD402")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_markdown_names_each_rule_in_its_group(call: Caller, lang: str) -> None:
    lines = call("rules", "--format", "markdown", "--lang", lang).out.splitlines()
    group = ""
    found = []
    for line in lines:
        group = line[3:6] if line.startswith("## ") else group
        if line.startswith("| GD"):
            found.append(line[2:7])
            assert line.startswith(f"| {group}"), line
    assert found == CODES


def test_a_file_takes_the_rules(call: Caller, tmp_path: Path) -> None:
    called = call("rules", "--output", tmp_path / "rules.txt")
    assert (called.status, called.out) == (0, "")
    assert (tmp_path / "rules.txt").read_text(encoding="utf-8") == call("rules").out


@pytest.mark.parametrize("command", ["rules", "explain"])
def test_a_file_that_cannot_be_written_is_said(call: Caller, tmp_path: Path, command: str) -> None:
    called = call(
        command, *(["GD401"] if command == "explain" else []), "--output", tmp_path / "no" / "rules.txt"
    )
    assert called.status == 2
    assert len(called.said) == 1


IN_BOTH: Final = [(code, lang) for code in CODES for lang in LANGUAGES]
SOME: Final = list(zip(CODES[::3], cycle(LANGUAGES), strict=False))


@pytest.mark.parametrize(("code", "lang"), IN_BOTH if FULL else SOME)
def test_every_rule_can_be_explained(call: Caller, code: str, lang: str) -> None:
    called = call("explain", code, "--lang", lang)
    rule = next(each.rule for each in api.builtin_rules() if each.rule.code == code)
    assert called.status == 0
    assert called.out.startswith(f"{code} {rule.name} (")
    assert [text for text in (rule.title[lang], rule.basis, rule.help[lang]) if text not in called.out] == []
    assert "  → " in called.out
    assert f"--ignore {code}" in called.out


def test_a_rule_is_explained_by_its_name(call: Caller) -> None:
    assert call("explain", "row-total") == call("explain", "GD403") == call("explain", "gd403")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["explain", "GD499"], ["GD499"]), (["explain", "row-totel"], ["row-totel", "row-total"]), (["explain"], ["CODE"]),
        (["rules", "--select", "GD99"], ["GD99"]), (["rules", "--select", ""], ["--select"]), (["rules", "--format", "xml"], ["--format"]),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_line(call: Caller, args: list[str], words: list[str]) -> None:
    called = call(*args)
    assert (called.status, called.out, len(called.said)) == (2, "", 1)
    assert [word for word in words if word not in called.err] == []


# Statistics, times, and what was checked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two wrong reports and a right one."""
    for name, text in (("a", WRONG), ("b", WRONG), ("c", RIGHT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_statistics_count_findings_and_files_by_rule(call: Caller, folder: Path) -> None:
    lines = call(folder, "--statistics", "--lang", "en").out.splitlines()
    assert lines[-1].split() == ["2", "2", "GD404", "litigation-total", "(error)"]


def test_statistics_stand_in_the_summary_of_the_json(call: Caller, folder: Path) -> None:
    data = call(folder, "--statistics", "--format", "json").data
    assert complaints("check", data) == []
    assert data["summary"]["rules"] == [
        {"code": "GD404", "name": "litigation-total", "findings": 2, "files": 2}
    ]
    assert "rules" not in call(folder, "--format", "json").data["summary"]


def test_times_go_to_standard_error_by_rule(call: Caller, folder: Path) -> None:
    called = call(folder, "--timing", "--lang", "en", "--select", "GD401,GD402")
    assert called.out == ""
    *_, reading, first, second, third, fourth, fifth, together = called.said
    assert reading.endswith("reading")
    codes = {line.split()[-1] for line in (first, second, third, fourth, fifth)}
    assert codes == {"GD401", "GD402", "GD001", "GD002", "GD005"}
    assert together.endswith("100.0%  all")


def test_what_was_checked_is_one_line(call: Caller, folder: Path) -> None:
    for name in "ab":
        (folder / f"{name}.txt").unlink()
    report = RIGHT.replace("| 1.属于国家秘密 | 0 |", "| 1.属于国家秘密 |  |")
    (folder / "c.txt").write_text(report, encoding="utf-8")
    whole = call(folder, "--lang", "en").said[1]
    assert whole.startswith("gdlint: ")
    assert "sum(s) worked out" in whole


def test_the_json_counts_the_sums(call: Caller, folder: Path) -> None:
    (file, *_) = call(folder / "c.txt", "--format", "json", "--select", "GD401,GD404").data["files"]
    assert file["checked"] == {"true": 12, "false": 0, "unknown": 0, "sums": 10}


def test_a_rule_of_which_it_is_not_known_whether_it_applies_is_named(call: Caller, folder: Path) -> None:
    (folder / "c.txt").write_text(RIGHT.replace("青石县云溪镇人民政府", "云澜市"), encoding="utf-8")
    called = call(folder / "c.txt", "--format", "json", "--select", "GD608,GD610,GD401")
    (file,) = called.data["files"]
    assert [item["code"] for item in file["not_run"]] == ["GD608", "GD610"]
    assert called.said[1].endswith("GD608 GD610")


def test_nothing_is_said_of_rules_that_do_not_run_on_what_is_no_report(call: Caller, folder: Path) -> None:
    (folder / "d.txt").write_text(NO_REPORT, encoding="utf-8")
    (file,) = call(folder / "d.txt", "--format", "json").data["files"]
    assert file["not_run"] == []


# What a rule looked at in a report


def test_a_rule_is_explained_on_a_report(call: Caller, folder: Path) -> None:
    called = call("explain", "litigation-total", folder / "a.txt", "--lang", "en")
    assert called.status == 0
    head, _, _, counts, *_ = called.out.splitlines()
    assert head == "GD404 litigation-total (error)"
    assert counts == f"{folder / 'a.txt'}: 3 cases: wrong 1, right 2"
    assert "→ error 行政复议: 2 + 0 + 0 + 0 = 2, the total is 3, difference 1" in called.out


@pytest.mark.parametrize(("code", "lang"), IN_BOTH if FULL else SOME)
def test_every_rule_can_be_explained_on_a_report(call: Caller, folder: Path, code: str, lang: str) -> None:
    called = call("explain", code, folder / "b.txt", "--lang", lang)
    assert (called.status, called.err) == (0, "")
    assert called.out.startswith(code)
    assert str(folder / "b.txt") in called.out


@pytest.mark.parametrize(("code", "lang"), IN_BOTH if FULL else SOME)
def test_what_a_rule_looked_at_is_json_too(call: Caller, folder: Path, code: str, lang: str) -> None:
    called = call("explain", code, folder / "b.txt", "--lang", lang, "--format", "json")
    assert (called.status, called.err) == (0, "")
    assert complaints("judged", called.data) == []
    assert called.data["rule"]["code"] == code
    kept = Counter(case["verdict"] for case in called.data["cases"])
    assert {key: n for key, n in called.data["counts"].items() if n} == kept


def test_a_wrong_case_in_json_has_its_place_its_values_and_its_message(call: Caller, folder: Path) -> None:
    cases = call("explain", "GD404", folder / "a.txt", "--lang", "en", "--format", "json").data["cases"]
    (wrong,) = [case for case in cases if case["verdict"] == "false"]
    line = WRONG.split("\n")[wrong["line"] - 1]
    assert (line[wrong["column"] - 1], wrong["severity"], wrong["why"]) == ("3", "error", None)
    assert wrong["message"] == "行政复议: 2 + 0 + 0 + 0 = 2, the total is 3, difference 1"
    assert {"name": "left", "text": "3", "unknown": []} in wrong["values"]
    assert ["reconsideration", "total"] in wrong["cells"]


def test_what_is_unknown_is_null_in_json_and_says_why(call: Caller, tmp_path: Path) -> None:
    path = tmp_path / "blank.txt"
    path.write_text(text_of(applications={"granted": {"business": ""}}), encoding="utf-8")
    cases = call("explain", "GD402", path, "--format", "json").data["cases"]
    (case,) = [case for case in cases if case["verdict"] == "unknown"]
    gaps = [gap for value in case["values"] if value["text"] is None for gap in value["unknown"]]
    assert {gap["why"] for gap in gaps} == {"blank"}


def test_a_rule_alone_in_json_is_an_item_of_the_list_of_rules(call: Caller) -> None:
    (rule,) = call("explain", "row-total", "--format", "json").data["rules"]
    listed = call("rules", "--format", "json").data["rules"]
    assert rule == next(item for item in listed if item["code"] == "GD403")


@pytest.mark.parametrize("rest", [["GD499"], ["GD404", "gone.txt"]])
def test_json_of_what_is_not_there_is_one_line(call: Caller, rest: list[str]) -> None:
    called = call("explain", *rest, "--format", "json")
    assert (called.status, called.out, len(called.said)) == (2, "", 1)


def test_of_many_cases_twenty_are_shown_and_the_rest_is_counted(call: Caller, folder: Path) -> None:
    lines = call("explain", "GD312", folder / "c.txt", "--lang", "en").out.splitlines()
    number = int(lines[3].rpartition("right ")[2].partition(",")[0])
    assert f"  … {number - 20} more" in lines


def test_a_report_on_standard_input_is_explained(call: Caller) -> None:
    called = call("explain", "GD404", "-", stdin=WRONG.encode())
    assert "-：看了 3 处：不符 1、相符 2" in called.out


def test_the_settings_of_the_folder_of_the_report_count(call: Caller, folder: Path) -> None:
    (folder / ".gdlint.yaml").write_text("severity: {GD404: warning}\n", encoding="utf-8")
    called = call("explain", "GD404", folder / "a.txt")
    assert called.out.startswith("GD404 litigation-total (警告)")
    assert "→ 警告 " in called.out


@pytest.mark.parametrize("name", ["gone.txt", "", "word.docx"])
def test_a_file_that_cannot_be_read_is_not_explained(call: Caller, folder: Path, name: str) -> None:
    (folder / "word.docx").write_bytes(b"PK\x03\x04")
    called = call("explain", "GD404", folder / name)
    assert (called.status, called.out, len(called.said)) == (2, "", 1)


def test_a_wrong_rule_on_a_report_is_one_line(call: Caller, folder: Path) -> None:
    called = call("explain", "GD499", folder / "a.txt")
    assert (called.status, called.out, len(called.said)) == (2, "", 1)


def test_a_rule_says_which_version_brought_it(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call("pack", "new", "mine")
    (file,) = Path("mine/rules").glob("*.yaml")
    text = file.read_text(encoding="utf-8")
    first = text.index("  name: ") if "  name: " in text else text.index("name: ")
    indent = "  " if "  name: " in text else ""
    file.write_text(f'{text[:first]}{indent}since: "0.2.0"\n{text[first:]}', encoding="utf-8")
    rules = {rule["code"]: rule for rule in call("rules", "--pack", "mine", "--format", "json").data["rules"]}
    assert complaints("rule_list", {"schema": 1, "rules": list(rules.values())}) == []
    assert rules["GD404"]["since"] is None
    (code,) = [code for code, rule in rules.items() if rule["since"] == "0.2.0"]
    assert "since: 0.2.0" in call("explain", code, "--pack", "mine", "--lang", "en").out


@pytest.mark.parametrize(
    ("code", "fixes", "said"),
    [
        ("GD105", ["safe"], "fix: fixable with --fix"),
        ("GD310", ["unsafe"], "fix: fixable with --fix --unsafe-fixes"),
        ("GD712", ["safe", "unsafe"], "fix: fixable with --fix, some only with --unsafe-fixes"),
        ("GD401", [], None),
    ],
)
def test_a_rule_says_whether_it_can_be_fixed(
    call: Caller, code: str, fixes: list[str], said: str | None
) -> None:
    (rule,) = [rule for rule in call("rules", "--format", "json").data["rules"] if rule["code"] == code]
    assert rule["fixes"] == fixes
    lines = call("explain", code, "--lang", "en").out.splitlines()
    assert [line for line in lines if line.startswith("fix: ")] == ([said] if said else [])
    (line,) = [line for line in call("rules").out.splitlines() if line.startswith(code)]
    assert ("/".join(fixes) or "safe") in line or not fixes


def test_a_rule_says_that_it_speaks_of_drafts(call: Caller) -> None:
    rules = {rule["code"]: rule["unfilled"] for rule in call("rules", "--format", "json").data["rules"]}
    assert rules["GD310"] is True
    assert rules["GD401"] is False
    assert "info with profile: draft" in call("explain", "GD310", "--lang", "en").out
