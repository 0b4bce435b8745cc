"""Known findings: what `gdlint baseline` writes, and what `gdlint check --baseline` makes of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.calls import Caller
from support.reports import RIGHT, WRONG
from support.rules import text_of

FILE = ".gdlint-baseline.json"
TWICE = text_of(
    litigation={"reconsideration": {"upheld": 2, "total": 3}, "direct": {"upheld": 4, "total": 5}}
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which gdlint is called."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def entries(folder: Path) -> list[dict[str, Any]]:
    """The entries of the file of known findings."""
    found: list[dict[str, Any]] = json.loads((folder / FILE).read_text(encoding="utf-8"))["findings"]
    return found


def test_known_findings_are_written_and_not_told_again(call: Caller, folder: Path) -> None:
    put(folder / "sub" / "a.txt", WRONG)
    called = call("baseline", "sub", "--lang", "en")
    assert (called.status, called.out) == (0, "")
    assert called.said == [f"gdlint: {FILE}: 1 finding(s) of 1 file(s) written"]
    (entry,) = entries(folder)
    assert (entry["path"], entry["code"], entry["reason"]) == ("sub/a.txt", "GD404", "")
    called = call("sub", "--baseline", FILE, "--lang", "en")
    assert (called.status, called.out) == (0, "")
    assert "; 1 finding(s) silenced" in called.err


def test_a_fingerprint_is_that_of_the_json(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", "a.txt")
    (found,) = call("a.txt", "--format", "json").data["files"][0]["findings"]
    assert [entry["fingerprint"] for entry in entries(folder)] == [found["fingerprint"]]


def test_known_findings_stay_known_when_lines_move(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", TWICE)
    call("baseline", "a.txt")
    put(folder / "a.txt", "\n\n\n" + TWICE.replace("一、总体情况\n", "一、总体情况\n\n新的一段。\n"))
    assert call("a.txt", "--baseline", FILE).status == 0


def test_a_finding_with_other_figures_is_new_and_the_old_one_stale(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", "a.txt")
    put(folder / "a.txt", text_of(litigation={"reconsideration": {"upheld": 2, "total": 4}}))
    called = call("a.txt", "--baseline", FILE, "--lang", "en")
    assert called.status == 1
    assert called.said[-1] == (
        f"gdlint: {FILE}: 1 known finding(s) no longer there (e.g. a.txt GD404); renew it with gdlint baseline --prune"
    )


@pytest.mark.parametrize(
    ("args", "stale"), [(["a.txt"], True), (["b.txt"], False), (["a.txt", "--select", "GD1"], False)]
)
def test_only_entries_of_checked_files_and_rules_are_stale(
    call: Caller, folder: Path, args: list[str], stale: bool
) -> None:
    put(folder / "a.txt", WRONG)
    put(folder / "b.txt", RIGHT)
    call("baseline", "a.txt")
    put(folder / "a.txt", RIGHT)
    assert ("no longer there" in call(*args, "--baseline", FILE, "--lang", "en").err) is stale


def test_reasons_and_other_files_are_kept_when_it_is_written_again(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", TWICE)
    put(folder / "b.txt", WRONG)
    put(folder / "c.txt", WRONG)
    call("baseline", ".")
    text = (folder / FILE).read_text(encoding="utf-8")
    put(folder / FILE, text.replace('"reason": ""', '"reason": "已说明"'))
    put(folder / "a.txt", WRONG)
    (folder / "c.txt").unlink()
    call("baseline", "a.txt")
    assert [(e["path"], e["reason"]) for e in entries(folder)] == [("a.txt", "已说明"), ("b.txt", "已说明")]


def test_a_setting_names_the_file(call: Caller, folder: Path) -> None:
    put(folder / ".gdlint.yaml", "baseline: known/list.json")
    put(folder / "sub" / "a.txt", WRONG)
    (folder / "known").mkdir()
    assert call("baseline", "sub").status == 0
    assert (folder / "known" / "list.json").is_file()
    assert call("sub").status == 0
    assert call("sub", "--no-suppressions").status == 1


def test_locked_rules_are_neither_written_nor_silenced(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", "a.txt")
    put(folder / ".gdlint.yaml", "locked: [arithmetic]")
    assert call("a.txt", "--baseline", FILE).status == 1
    assert "1 finding(s) of locked rules left out" in call("baseline", "a.txt", "--lang", "en").err
    assert entries(folder) == []


def test_what_is_silenced_does_not_fail(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", "<!-- gdlint: ignore-file[GD404] 已说明 -->\n" + WRONG)
    called = call("a.txt", "--format", "json")
    assert (called.status, called.data["summary"]["error"]) == (0, 0)
    called = call("a.txt", "--format", "json", "--no-suppressions")
    assert (called.status, called.data["summary"]["error"]) == (1, 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "syntax error"),
        ("[]", "is no file of known findings"),
        ('{"schema": 2, "findings": []}', "schema 2 is newer"),
        ('{"schema": 1, "findings": [{"path": "a"}]}', "entry 1 lacks path, code or fingerprint"),
        ("[" * 100_000, "too large or nested too deeply"),
    ],
)
def test_a_broken_file_is_one_line(call: Caller, folder: Path, content: str, says: str) -> None:
    put(folder / "a.txt", WRONG)
    put(folder / FILE, content)
    for command in ("check", "baseline"):
        called = call(command, "a.txt", "--baseline", FILE, "--lang", "en")
        assert (called.status, called.out, len(called.said)) == (2, "", 1)
        assert says in called.err
        assert called.err.startswith(f"gdlint: {FILE}")


def test_a_file_in_another_encoding_is_one_line(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    (folder / FILE).write_bytes('{"reason": "已核对"}'.encode("gb18030"))
    called = call("a.txt", "--baseline", FILE, "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert called.said == [f"gdlint: {FILE}: is not encoded in UTF-8"]


def test_a_file_that_is_not_there_is_one_line(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    called = call("a.txt", "--baseline", "none.json", "--format", "json", "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert called.said == ["gdlint: baseline names a file that does not exist: none.json"]


# Files with a new name, files that are gone


def noted(folder: Path, reason: str = "已说明") -> None:
    """Enter a reason for all known findings."""
    text = (folder / FILE).read_text(encoding="utf-8")
    put(folder / FILE, text.replace('"reason": ""', f'"reason": "{reason}"'))


@pytest.mark.parametrize("name", ["b.txt", "2023/a.txt", "甲.md"])
@pytest.mark.parametrize("edited", [False, True], ids=["as it was", "edited"])
def test_known_findings_follow_a_renamed_file(call: Caller, folder: Path, name: str, edited: bool) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", ".")
    noted(folder)
    (folder / "a.txt").unlink()
    put(folder / name, WRONG.replace("无。", "没有其他事项。") if edited else WRONG)
    called = call(".", "--baseline", FILE, "--lang", "en")
    assert (called.status, called.out) == (0, "")
    assert called.said[-1] == (
        f"gdlint: {FILE}: 1 file(s) have a new name (e.g. a.txt → {name}) and keep their known findings; "
        "renew it with gdlint baseline --prune"
    )
    for args in (["--prune"], []):
        assert call("baseline", ".", *args).status == 0
        assert [(e["path"], e["reason"]) for e in entries(folder)] == [(name, "已说明")]
    assert "new name" not in call(".", "--baseline", FILE, "--lang", "en").err


def test_another_report_does_not_inherit_what_is_known_of_a_file_that_is_gone(
    call: Caller, folder: Path
) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", ".")
    (folder / "a.txt").unlink()
    put(folder / "b.txt", WRONG.replace("云溪镇", "石桥镇"))
    called = call(".", "--baseline", FILE, "--lang", "en")
    assert called.status == 1
    assert "1 known finding(s) no longer there (e.g. a.txt GD404)" in called.said[-1]


def test_a_copy_is_not_a_renamed_file(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", ".")
    put(folder / "b.txt", WRONG)
    assert call(".", "--baseline", FILE).status == 1


def test_of_two_reports_with_one_title_that_are_gone_none_is_followed_without_the_same_text(
    call: Caller, folder: Path
) -> None:
    for name, text in (("a", WRONG), ("b", WRONG.replace("无。", "暂无。"))):
        put(folder / f"{name}.txt", text)
    call("baseline", ".")
    for name in "ab":
        (folder / f"{name}.txt").unlink()
    put(folder / "c.txt", WRONG.replace("无。", "没有。"))
    assert call(".", "--baseline", FILE).status == 1
    put(folder / "c.txt", WRONG)
    assert call(".", "--baseline", FILE).status == 0


def test_entries_of_files_that_are_gone_are_stale_whatever_rules_run(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    put(folder / "b.txt", RIGHT)
    call("baseline", ".")
    (folder / "a.txt").unlink()
    called = call("b.txt", "--select", "GD1", "--baseline", FILE, "--lang", "en")
    assert "1 known finding(s) no longer there (e.g. a.txt GD404)" in called.said[-1]
    assert "no longer" not in call("-", "--baseline", FILE, "--lang", "en", stdin=RIGHT.encode()).err


def test_a_file_of_before_without_what_reports_are_known_by_is_read(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    call("baseline", ".")
    data = json.loads((folder / FILE).read_text(encoding="utf-8"))
    del data["files"]
    wrong: tuple[dict[str, Any], ...] = (
        {},
        {"files": []},
        {"files": {"a": 1}},
        {"files": {"a": {"text": 1}}},
    )
    for files in wrong:
        put(folder / FILE, json.dumps({**data, **files}))
        assert call(".", "--baseline", FILE).status == 0


def test_a_report_that_was_there_before_is_not_a_renamed_one(call: Caller, folder: Path) -> None:
    put(folder / "draft.txt", WRONG)
    put(folder / "final.txt", RIGHT)
    call("baseline", ".")
    (folder / "draft.txt").unlink()
    put(folder / "final.txt", WRONG)
    assert call(".", "--baseline", FILE).status == 1


# Written anew


def test_rules_that_did_not_run_keep_their_entries(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG.replace("| 行政处罚 | 0 |", "| 行政处罚 | 无 |"))
    call("baseline", ".")
    noted(folder)
    call("baseline", ".", "--select", "GD3")
    assert [(e["code"], e["reason"]) for e in entries(folder)] == [("GD311", "已说明"), ("GD404", "已说明")]


def test_prune_takes_out_what_is_gone_and_takes_in_nothing_new(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG.replace("| 规章 | 0 |", "| 规章 | 无 |"))
    put(folder / "gone.txt", WRONG.replace("云溪镇", "石桥镇"))
    call("baseline", ".")
    noted(folder)
    (folder / "gone.txt").unlink()
    put(folder / "a.txt", WRONG.replace("| 行政处罚 | 0 |", "| 行政处罚 | 无 |"))
    put(folder / "new.txt", WRONG)
    called = call("baseline", ".", "--prune", "--lang", "en")
    assert (called.status, called.said[0]) == (
        0,
        f"gdlint: {FILE}: 1 known finding(s) of 2 file(s) kept, no new ones taken in; 2 taken out",
    )
    assert [(e["path"], e["code"], e["reason"]) for e in entries(folder)] == [("a.txt", "GD404", "已说明")]


def test_prune_leaves_files_alone_that_were_not_checked(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    put(folder / "b.txt", WRONG)
    call("baseline", ".")
    put(folder / "a.txt", RIGHT)
    put(folder / "b.txt", RIGHT)
    call("baseline", "a.txt", "--prune")
    assert [e["path"] for e in entries(folder)] == ["b.txt"]


def test_there_is_nothing_to_prune_without_a_file(call: Caller, folder: Path) -> None:
    put(folder / "a.txt", WRONG)
    called = call("baseline", ".", "--prune", "--lang", "en")
    assert (called.status, called.said) == (2, [f"gdlint: {FILE}: no such file or folder"])
    assert not (folder / FILE).exists()
