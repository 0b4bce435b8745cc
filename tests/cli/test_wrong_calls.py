"""Options and arguments that do not go together are told, and what was likely meant is."""

from pathlib import Path

import pytest

from support.calls import Caller
from support.reports import WRONG


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "t.txt").write_text("{body}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--notice", "t.txt"], "--notice is for --format notice only"),
        (
            ["--statistics", "--format", "csv"],
            "--statistics is for --format text, table, concise, json only, not for csv",
        ),
        (["--summary", "--format", "sarif"], "--summary is for --format text, table, concise, json only"),
        (["--format", "jsn"], "did you mean json? (see gdlint --help)"),
        (["--min-severity", "warn"], "did you mean warning?"),
        (["--fail-on", "eror"], "did you mean error?"),
        (["--profile", "drft"], "did you mean draft?"),
        (["--select", "GD404；GD4O1"], "no rule GD4O1, did you mean GD401?"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_wrong_call_is_told(call: Caller, args: list[str], said: str) -> None:
    called = call("a.txt", *args, "--lang", "en")
    assert called.status == 2
    assert said in called.err
    assert not called.out


@pytest.mark.usefixtures("folder")
def test_what_was_meant_is_told_in_chinese_too(call: Caller) -> None:
    called = call("extract", "a.txt", "--what", "claim", "--lang", "zh")
    assert called.said == [
        "gdlint: 选项 --what 的值不对，可用的值：tables、claims、unassigned，是否指 claims？（用法见 gdlint --help）"
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["explain", "GD404", "a.txt", "b"], "多出的参数：b（用法见 gdlint --help）"),
        (["pack", "tst"], "没有命令 tst，是否指 test？（用法见 gdlint --help）"),
        (["pack", "zzz"], "没有命令 zzz（用法见 gdlint --help）"),
        (["form", "abc"], "参数 YEAR 的值不对：abc 不是整数（用法见 gdlint --help）"),
        (["init", "a.txt"], "参数 FOLDER 的值不对：a.txt 是文件，不是文件夹（用法见 gdlint --help）"),
        (["a.txt", "--baseline", ""], "选项 --baseline 的值是空的"),
        (["a.txt", "--config="], "选项 --config 的值是空的"),
        (["a.txt", "-o", ""], "选项 -o 的值是空的"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_click_says_is_said_in_chinese(call: Caller, args: list[str], said: str) -> None:
    called = call(*args, "--lang", "zh")
    assert (called.status, called.said) == (2, [f"gdlint: {said}"])


@pytest.mark.usefixtures("folder")
def test_a_value_may_end_in_any_letter(call: Caller) -> None:
    assert call("a.txt", "--body=甲=", "--select", "GD404").status == 1


@pytest.mark.usefixtures("folder")
def test_unsafe_fixes_alone_are_said_to_do_nothing(call: Caller) -> None:
    alone = "gdlint: --unsafe-fixes has no effect alone: give --fix or --diff as well"
    assert alone in call("a.txt", "--unsafe-fixes", "--lang", "en").said
    assert alone not in call("a.txt", "--unsafe-fixes", "--diff", "--lang", "en").said


@pytest.mark.parametrize(
    "parted", ["GD404,GD310", "GD404，GD310", "GD404、GD310", "GD404 GD310", " GD404 , GD310 "]
)
@pytest.mark.usefixtures("folder")
def test_rules_are_parted_as_people_write_them(call: Caller, parted: str) -> None:
    data = call("a.txt", "--select", parted, "--format", "json").data
    assert {finding["code"] for finding in data["files"][0]["findings"]} == {"GD404"}


@pytest.mark.parametrize("args", [["a.txt"], ["a.txt", "GD404"]])
@pytest.mark.usefixtures("folder")
def test_a_report_before_the_rule_is_told(call: Caller, args: list[str]) -> None:
    called = call("explain", *args, "--lang", "en")
    said = "gdlint: the rule comes first, then the report: gdlint explain GD404 a.txt"
    assert (called.status, called.said) == (2, [said])


@pytest.mark.usefixtures("folder")
def test_two_rules_are_not_explained_at_once(call: Caller) -> None:
    called = call("explain", "GD404", "GD405", "--lang", "en")
    assert (called.status, called.said) == (
        2,
        ["gdlint: there is no file GD405; explain explains one rule at a time"],
    )


BEGINNINGS = {
    "a.json": "{",
    "a.csv": "path,",
    "a.html": "<!doctype html>",
    "a.md": "#",
    "a.sarif": "{",
    "a.txt.out": "a.txt:",
    "a.doc": "a.txt:",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_ending_of_the_output_tells_the_format(call: Caller, folder: Path, name: str) -> None:
    assert call("a.txt", "-o", name).status == 1
    assert (folder / name).read_text(encoding="utf-8-sig").lower().startswith(BEGINNINGS[name])


def test_the_ending_tells_the_format_of_extracted_data(call: Caller, folder: Path) -> None:
    assert call("extract", "a.txt", "-o", "x.csv").status == 0
    assert (folder / "x.csv").read_text(encoding="utf-8-sig").startswith("path,year,")
    assert call("extract", "a.txt", "-o", "x.html").status == 0
    assert (folder / "x.html").read_text(encoding="utf-8").startswith("{")


def test_what_is_named_counts_more_than_the_ending(call: Caller, folder: Path) -> None:
    call("a.txt", "-o", "a.json", "--format", "concise")
    assert (folder / "a.json").read_text(encoding="utf-8").startswith("a.txt:")
    assert call("a.txt", "-o", "sums.md", "--statistics").status == 1
    assert "GD404" in (folder / "sums.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_there_is_told_in_chinese(call: Caller) -> None:
    called = call("a.txt", "--against", "none.json", "--lang", "zh")
    assert called.said == ["gdlint: none.json: 无法读取（路径不存在）"]
