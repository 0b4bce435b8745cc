"""`gdlint check`: what it reads, what it says where, and its exit status."""

import os
from pathlib import Path
from typing import Final

import pytest

from support.calls import Caller, process
from support.reports import DOUBTFUL, NO_REPORT, NOTED, RIGHT, WRONG

REPORTS: Final = {"right": RIGHT, "info": NOTED, "warning": DOUBTFUL, "error": WRONG}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder in which the tests write reports."""
    return tmp_path


def written(folder: Path, **texts: str) -> Path:
    """A folder and texts by name in, the folder with these .txt files out."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("report", "code"), [("right", None), ("info", "GD602"), ("warning", "GD311"), ("error", "GD404")]
)
def test_each_invented_report_has_one_finding_at_most(
    call: Caller, folder: Path, report: str, code: str
) -> None:
    path = written(folder, it=REPORTS[report]) / "it.txt"
    (file,) = call(path, "--format", "json").data["files"]
    assert [finding["code"] for finding in file["findings"]] == ([code] if code else [])


@pytest.mark.parametrize(
    ("fail_on", "report", "status"),
    [
        (None, "right", 0),
        (None, "info", 0),
        (None, "warning", 0),
        (None, "error", 1),
        ("error", "warning", 0),
        ("error", "error", 1),
        ("warning", "info", 0),
        ("warning", "warning", 1),
        ("warning", "error", 1),
        ("info", "right", 0),
        ("info", "info", 1),
        ("info", "warning", 1),
        ("info", "error", 1),
        ("never", "error", 0),
    ],
)
@pytest.mark.parametrize("style", ["text", "json"])
def test_exit_status_is_1_for_findings_at_or_above_fail_on(
    call: Caller, folder: Path, style: str, fail_on: str | None, report: str, status: int
) -> None:
    path = written(folder, it=REPORTS[report]) / "it.txt"
    option = ["--fail-on", fail_on] if fail_on else []
    assert call(path, "--format", style, *option).status == status


def test_check_is_what_a_path_alone_means(call: Caller, folder: Path) -> None:
    path = written(folder, it=WRONG) / "it.txt"
    assert call(path) == call("check", path)


def test_findings_go_to_standard_output_and_all_else_to_standard_error(call: Caller, folder: Path) -> None:
    called = call(written(folder, it=WRONG) / "it.txt", "--lang", "en")
    assert "GD404" in called.out
    assert "checked" not in called.out
    assert called.said == [
        "gdlint: 1 file(s) checked: 1 error(s), 0 warning(s), 0 info(s)",
        "gdlint: 42 sum(s) worked out",
    ]


def test_a_right_report_leaves_standard_output_empty(call: Caller, folder: Path) -> None:
    assert call(written(folder, it=RIGHT) / "it.txt").out == ""


def test_a_finding_names_file_line_column_severity_code_and_name(call: Caller, folder: Path) -> None:
    path = written(folder, it=WRONG) / "it.txt"
    line = next(n for n, text in enumerate(WRONG.splitlines(), 1) if text.startswith("| 2 |"))
    assert f"{path}:{line}:19: error GD404 litigation-total\n" in call(path, "--lang", "en").out


@pytest.mark.parametrize(
    "args",
    [["a.txt"], ["a.txt", "b.txt"], ["."], ["missing.txt", "a.txt"], ["none"], ["missing.txt"]],
    ids=["one", "two", "folder", "one-missing", "folder-without-reports", "all-missing"],
)
@pytest.mark.parametrize("command", ["check", "extract"])
def test_the_number_of_files_is_always_said(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, args: list[str]
) -> None:
    written(folder, a=RIGHT, b=WRONG)
    (folder / "none").mkdir()
    monkeypatch.chdir(folder)
    number = {("a.txt",): 1, ("missing.txt", "a.txt"): 1, ("none",): 0, ("missing.txt",): 0}.get(
        tuple(args), 2
    )
    said = call(command, *args, "--lang", "en").err
    assert f"{number} file(s)" in said


def test_a_folder_is_read_with_all_folders_below_it(call: Caller, folder: Path) -> None:
    (folder / "2021" / "east").mkdir(parents=True)
    written(folder, a=RIGHT)
    written(folder / "2021", b=RIGHT)
    (folder / "2021" / "east" / "c.md").write_text(RIGHT, encoding="utf-8")
    (folder / "2021" / "D.TXT").write_text(RIGHT, encoding="utf-8")
    found = [Path(file["path"]).name for file in call(folder, "--format", "json").data["files"]]
    assert sorted(found) == ["D.TXT", "a.txt", "b.txt", "c.md"]


@pytest.mark.parametrize("name", [".hidden.txt", ".folder/a.txt", "a.rar", "a.txt.bak", "Makefile", "a"])
def test_a_folder_is_read_without_hidden_and_other_files(call: Caller, folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(WRONG, encoding="utf-8")
    written(folder, right=RIGHT)
    called = call(folder, "--format", "json")
    assert called.status == 0
    assert called.data["summary"]["files"] == 1


@pytest.mark.parametrize("name", [".hidden.txt", "a.bak", "a"])
def test_a_named_file_is_read_whatever_its_name(call: Caller, folder: Path, name: str) -> None:
    (folder / name).write_text(WRONG, encoding="utf-8")
    assert call(folder / name).status == 1


def test_files_of_a_folder_come_in_the_order_of_their_names(call: Caller, folder: Path) -> None:
    for name in "cab":
        written(folder, **{name: RIGHT})
    found = [Path(file["path"]).stem for file in call(folder, "--format", "json").data["files"]]
    assert found == ["a", "b", "c"]


@pytest.mark.parametrize("options", [[], ["--select", "GD4"], ["--ignore", "GD002"]], ids=" ".join)
def test_a_file_that_is_no_report_is_skipped_in_a_folder_whatever_rules_run(
    call: Caller, folder: Path, options: list[str]
) -> None:
    called = call(written(folder, a=RIGHT, notice=NO_REPORT), "--lang", "en", *options)
    assert called.status == 0
    assert called.out == ""
    assert "1 file(s) checked" in called.err
    assert "1 file(s) that are no reports skipped" in called.err


def test_a_named_file_that_is_no_report_is_a_finding(call: Caller, folder: Path) -> None:
    called = call(written(folder, notice=NO_REPORT) / "notice.txt")
    assert called.status == 1
    assert " GD002 " in called.out


@pytest.mark.parametrize("order", [1, -1])
def test_a_file_of_a_folder_that_is_also_named_counts_as_named(
    call: Caller, folder: Path, order: int
) -> None:
    written(folder, notice=NO_REPORT)
    assert call(*[folder, folder / "notice.txt"][::order]).status == 1


def test_a_file_that_is_named_twice_is_checked_once(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(folder, it=WRONG) / "it.txt"
    monkeypatch.chdir(folder)
    called = call(path, "it.txt", "./it.txt", ".", folder, "--lang", "en")
    assert "1 file(s) checked: 1 error(s)" in called.err
    assert called.out.count("GD404") == 1


def test_standard_input_is_a_report(call: Caller) -> None:
    called = call("-", stdin=WRONG.encode())
    assert called.status == 1
    assert called.out.startswith("-:")


def test_standard_input_goes_by_the_name_it_is_given(call: Caller) -> None:
    called = call("-", "--stdin-filename", "报告/云溪.txt", "--format", "json", stdin=WRONG.encode())
    assert [file["path"] for file in called.data["files"]] == ["报告/云溪.txt"]


def test_standard_input_and_files_go_together(call: Caller, folder: Path) -> None:
    path = written(folder, it=RIGHT) / "it.txt"
    called = call("-", path, "-", "--format", "json", stdin=WRONG.encode())
    assert [file["path"] for file in called.data["files"]] == ["-", str(path)]
    assert called.status == 1


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ("GD404", None, ["GD404"]),
        ("gd404", None, ["GD404"]),
        ("litigation-total", None, ["GD404"]),
        ("GD4", None, ["GD404"]),
        ("ALL", None, ["GD311", "GD404"]),
        ("GD404, GD311", None, ["GD311", "GD404"]),
        ("GD403", None, []),
        (None, "GD404", ["GD311"]),
        (None, "GD4", ["GD311"]),
        (None, "litigation-total", ["GD311"]),
        (None, "ALL", []),
        ("GD4", "GD404", []),
        ("GD404", "GD4", ["GD404"]),
        ("GD404", "GD404", []),
        ("GD404", "litigation-total", []),
        ("litigation-total", "GD404", []),
        ("ALL", "GD4", ["GD311"]),
    ],
)
def test_rules_are_selected_by_code_name_or_prefix_and_the_longest_match_wins(
    call: Caller, folder: Path, select: str | None, ignore: str | None, codes: list[str]
) -> None:
    both = WRONG.replace("| 行政处罚 | 0 |", "| 行政处罚 | 无 |")
    options = [*(["--select", select] if select else []), *(["--ignore", ignore] if ignore else [])]
    (file,) = call(written(folder, it=both) / "it.txt", "--format", "json", *options).data["files"]
    assert [finding["code"] for finding in file["findings"]] == codes


@pytest.mark.parametrize(
    ("options", "key", "value"),
    [
        (["--template", "2019"], "template", 2019),
        (["--template", "auto"], "template", 2021),
        (["--year", "2023"], "year", 2023),
        (["--body", "青石县林业局"], "body", "青石县林业局"),
        (["--body", "青石县林业局"], "body_kind", "department"),
    ],
)
def test_options_overrule_what_the_report_says_of_itself(
    call: Caller, folder: Path, options: list[str], key: str, value: object
) -> None:
    (file,) = call(written(folder, it=RIGHT) / "it.txt", "--format", "json", *options).data["files"]
    assert file[key] == value


LOCALES: Final[list[tuple[dict[str, str], str]]] = [
    ({}, "zh"),
    ({"LC_ALL": "C"}, "zh"),
    ({"LC_ALL": "C.UTF-8"}, "zh"),
    ({"LC_ALL": "POSIX"}, "zh"),
    ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ({"LC_ALL": "zh_CN"}, "zh"),
    ({"LANG": "zh_CN.GB18030"}, "zh"),
    ({"LC_ALL": "en_US.UTF-8"}, "en"),
    ({"LC_MESSAGES": "en_GB.UTF-8"}, "en"),
    ({"LANG": "de_DE.UTF-8"}, "en"),
    ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
    ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
    ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
    ({"GDLINT_LANG": "en"}, "en"),
    ({"GDLINT_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
    ({"GDLINT_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
    ({"GDLINT_LANG": "", "LC_ALL": "en_US.UTF-8"}, "en"),
]
SUMMARY: Final = {"zh": "检查了 1 个文件", "en": "1 file(s) checked"}
FINDING: Final = {"zh": "总计为 3", "en": "the total is 3"}


@pytest.mark.parametrize(("environment", "language"), LOCALES, ids=str)
def test_the_locale_chooses_the_language(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    path = written(folder, it=WRONG) / "it.txt"
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    called = call(path)
    assert SUMMARY[language] in called.err
    assert FINDING[language] in called.out


@pytest.mark.parametrize("asked", ["zh", "en"])
def test_the_option_overrules_every_locale(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setenv("GDLINT_LANG", {"zh": "en", "en": "zh"}[asked])
    called = call(written(folder, it=WRONG) / "it.txt", f"--lang={asked}")
    assert SUMMARY[asked] in called.err
    assert FINDING[asked] in called.out


@pytest.mark.parametrize(
    ("environment", "language"), [LOCALES[1], LOCALES[4], LOCALES[7], LOCALES[13]], ids=str
)
def test_a_process_speaks_the_language_of_its_locale(
    folder: Path, environment: dict[str, str], language: str
) -> None:
    called = process(written(folder, it=WRONG) / "it.txt", env=environment)
    assert called.status == 1
    assert SUMMARY[language] in called.err
    assert FINDING[language] in called.out


@pytest.mark.parametrize(("report", "status"), [("right", 0), ("warning", 0), ("error", 1)])
def test_a_process_ends_with_the_status(folder: Path, report: str, status: int) -> None:
    called = process(written(folder, it=REPORTS[report]) / "it.txt")
    assert called.status == status
    assert [line.split("：")[0] for line in called.said] == [
        "gdlint: 检查了 1 个文件",
        "gdlint: 核对了 42 处算式",
    ]


def test_a_process_reads_standard_input() -> None:
    called = process("-", "--stdin-filename", "a.txt", stdin=WRONG.encode("gb18030"))
    assert called.status == 1
    assert called.out.startswith("a.txt:")


def test_the_output_file_holds_what_standard_output_would(call: Caller, folder: Path) -> None:
    path, output = written(folder, it=WRONG) / "it.txt", folder / "out.json"
    expected = call(path, "--format", "json").out
    called = call(path, "--format", "json", "--output", output)
    assert (called.status, called.out) == (1, "")
    assert output.read_text(encoding="utf-8") == expected


def test_an_output_file_is_replaced(call: Caller, folder: Path) -> None:
    path, output = written(folder, it=WRONG) / "it.txt", folder / "out.txt"
    output.write_text("old" * 10_000, encoding="utf-8")
    call(path, "-o", output)
    assert "old" not in output.read_text(encoding="utf-8")
    assert sorted(os.listdir(folder)) == ["it.txt", "out.txt"]


@pytest.mark.parametrize(
    "args", [["--version"], ["--help"], ["-h"], ["check", "--help"], ["extract", "--help"]]
)
def test_help_and_version_are_no_failures(call: Caller, args: list[str]) -> None:
    called = call(*args)
    assert called.status == 0
    assert "gdlint" in called.out
    assert called.err == ""


def test_version_tells_this_gdlint_from_the_other(call: Caller) -> None:
    assert "政府信息公开" in call("--version").out


@pytest.mark.parametrize(
    ("level", "left"),
    [("error", ["error"]), ("warning", ["error", "warning"]), ("info", ["error", "info", "warning"])],
)
def test_nothing_below_the_least_severity_is_said_or_counted(
    call: Caller, folder: Path, level: str, left: list[str]
) -> None:
    data = call(written(folder, **REPORTS), "--format", "json", "--min-severity", level).data
    levels = [finding["severity"] for file in data["files"] for finding in file["findings"]]
    assert levels == left
    assert {name: data["summary"][name] for name in ("error", "warning", "info")} == {
        name: int(name in left) for name in ("error", "warning", "info")
    }


def test_the_least_severity_decides_what_fails(call: Caller, folder: Path) -> None:
    path = written(folder, it=DOUBTFUL) / "it.txt"
    assert call(path, "--fail-on", "info").status == 1
    assert call(path, "--fail-on", "info", "--min-severity", "error").status == 0


def test_a_file_that_could_not_be_checked_is_said_whatever_the_least_severity(
    call: Caller, folder: Path
) -> None:
    (folder / ".gdlint.yaml").write_text("severity: {GD002: info}\nroot: true\n", encoding="utf-8")
    (file,) = call(
        written(folder, it=NO_REPORT) / "it.txt", "--format", "json", "--min-severity", "error"
    ).data["files"]
    assert [finding["code"] for finding in file["findings"]] == ["GD002"]
