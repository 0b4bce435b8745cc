"""Which files a call reads: patterns, lists, what is left out, and what is never passed over in silence."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from gdlint.readers import office
from gdlint.reporters.formats import FORMATS
from support.calls import Called, Caller, environment
from support.extent import extent
from support.formats import NOT_TEXT
from support.reports import NO_REPORT, RIGHT, WRONG

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, devices and shell of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which gdlint is called."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, **texts: str) -> None:
    """Write files: `a__b_txt` is a/b.txt."""
    for name, text in texts.items():
        path = folder.joinpath(*".".join(name.rsplit("_", 1)).split("__"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def checked(called: Called) -> list[str]:
    """A call with JSON in, the files that it checked out."""
    return [file["path"] for file in called.data["files"]]


# Patterns and links


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("?.txt", ["a.txt", "b.txt"]),
        ("[b].txt", ["b.txt"]),
        ("sub/*.md", ["sub/c.md"]),
        ("**/*.md", ["sub/c.md"]),
        ("s*", ["sub/c.md"]),
    ],
)
def test_a_pattern_that_no_shell_expanded_means_its_files(
    call: Caller, folder: Path, pattern: str, found: list[str]
) -> None:
    put(folder, a_txt=RIGHT, b_txt=RIGHT, sub__c_md=RIGHT)
    assert checked(call(pattern, "--format", "json")) == found


def test_a_pattern_without_files_is_said(call: Caller, folder: Path) -> None:
    called = call("*.txt", "--lang", "en")
    assert (called.status, called.said[0]) == (2, "gdlint: *.txt: no such file or folder")


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(call: Caller, folder: Path) -> None:
    (folder / "报告[1].txt").write_text(RIGHT, encoding="utf-8")
    put(folder, 报告1_txt=WRONG)
    assert checked(call("报告[1].txt", "--format", "json")) == ["报告[1].txt"]


@POSIX
def test_a_folder_or_file_that_is_reached_twice_is_checked_once(call: Caller, folder: Path) -> None:
    put(folder, real__a_txt=WRONG)
    (folder / "link").symlink_to("real")
    (folder / "real" / "latest.txt").symlink_to("a.txt")
    for paths in (["real", "link"], ["link", "real/a.txt"], ["real/a.txt", "real/latest.txt"]):
        assert len(checked(call(*paths, "--format", "json"))) == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end_is_too_large(call: Caller, folder: Path) -> None:
    put(folder, a_txt=RIGHT)
    (folder / "b.txt").symlink_to("/dev/zero")
    called = call("/dev/zero", "--lang", "en")
    assert (called.status, "GD001" in called.out, "too large" in called.out) == (1, True, True)
    assert checked(call(".", "--format", "json")) == ["./a.txt"]


# What cannot be read here


@pytest.mark.parametrize("name", ["b.DOC", "b.wps", "b.rar", "b.jpg", "b.zip"])
@pytest.mark.parametrize("command", ["check", "extract", "baseline"])
def test_a_format_that_cannot_be_read_is_named(
    call: Caller, folder: Path, command: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    put(folder, a_txt=RIGHT, sub__x_txt=RIGHT)
    (folder / "sub" / name).write_bytes(b"")
    called = call(command, ".", "--lang", "en", "--quiet")
    assert called.status == 0
    assert called.said == [
        f"gdlint: 1 file(s) not checked, as their format cannot be read (./sub/{name}); save them as .txt"
    ]


@pytest.mark.parametrize(("name", "library"), [("b.html", "turbohtml"), ("b.docx", "lxml")])
def test_a_file_for_which_a_library_is_missing_is_named(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    put(folder, a_txt=RIGHT)
    (folder / name).write_text("<p>一、总体情况</p>", encoding="utf-8")
    called = call(".", "--lang", "en", "--quiet")
    assert called.said == [
        f"gdlint: 1 file(s) not checked, as their format cannot be read (./{name}); save them as .txt"
    ]
    named = call(name, "--lang", "en")
    assert named.status == 1
    assert f"run: pip install {library}" in named.out


def test_a_folder_with_nothing_else_is_a_job_not_done(call: Caller, folder: Path) -> None:
    (folder / "报告.rar").write_bytes(b"Rar!")
    called = call(".")
    assert called.status == 2
    assert "报告.rar" in called.err


@pytest.mark.parametrize("name", [".b.docx", "~$b.docx", "b.css", "b"])
def test_other_files_are_not_spoken_of(call: Caller, folder: Path, name: str) -> None:
    put(folder, a_txt=RIGHT)
    (folder / name).write_bytes(b"")
    assert "not checked" not in call(".", "--lang", "en").err


@pytest.mark.parametrize("args", [["--exclude", "*.docx"], ["--include", "*.txt"]], ids=" ".join)
def test_what_is_left_out_on_purpose_is_not_named(call: Caller, folder: Path, args: list[str]) -> None:
    put(folder, a_txt=RIGHT, b_docx="")
    assert "b.docx" not in call(".", *args).err
    put(folder, **{"x__.gdlint_yaml": "exclude: ['*.docx']", "x__a_txt": RIGHT, "x__b_docx": ""})
    assert "b.docx" not in call("x").err


# Own output

OUTPUTS: Final[dict[str, list[str]]] = {
    "text": ["."],
    "text in English": [".", "--lang", "en"],
    "text without findings": ["a.txt"],
    "statistics": [".", "--statistics"],
    "summary": [".", "--summary"],
    "summary in English": [".", "--summary", "--lang", "en"],
    "table in English": [".", "--format", "table", "--lang", "en"],
    "json": [".", "--format", "json"],
    "json of no findings": ["a.txt", "--format", "json"],
    **{f"{style} format": [".", "--format", style] for style in FORMATS if style not in NOT_TEXT},
    "notice on a right report": ["a.txt", "--format", "notice"],
    "notice on a right report in English": ["a.txt", "--format", "notice", "--lang", "en"],
    "extract": ["extract", "."],
    "extract as CSV": ["extract", ".", "--format", "csv"],
    "baseline": ["baseline", "."],
    "baseline without findings": ["baseline", "a.txt"],
    "rules": ["rules"],
    "rules in English": ["rules", "--lang", "en"],
    "rules as JSON": ["rules", "--format", "json"],
    "rules as Markdown": ["rules", "--format", "markdown"],
    "explain": ["explain", "GD404"],
    "explain in English": ["explain", "blank-cell", "--lang", "en"],
    "explain as JSON": ["explain", "blank-cell", "--format", "json"],
    "explain of a report as JSON": ["explain", "GD404", "b.txt", "--format", "json"],
    "claims as CSV": ["extract", ".", "--format", "csv", "--what", "claims"],
}


@pytest.mark.parametrize("name", list(OUTPUTS)[:: extent(1, 3)])
def test_gdlint_never_reads_its_own_output(call: Caller, folder: Path, name: str) -> None:
    put(folder, a_txt=RIGHT, b_txt=WRONG, sub__c_txt=WRONG)
    for output in ("结果.txt", "结果.txt", "另一份.md"):
        assert call(*OUTPUTS[name], "-o", output).status in (0, 1)
    assert checked(call(".", "--format", "json")) == ["./a.txt", "./b.txt", "./sub/c.txt"]
    called = call("*.txt", "*.md", "--format", "json", "--lang", "en")
    assert checked(called) == ["a.txt", "b.txt"]
    assert "gdlint: output of gdlint itself is not checked: 结果.txt, 另一份.md" in called.said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("settings", [False, True])
def test_what_the_shell_kept_of_the_settings_is_not_read(call: Caller, folder: Path, lang: str, settings: bool) -> None:  # fmt: skip
    put(folder, a_txt=RIGHT, **({".gdlint_yaml": "root: true"} if settings else {}))
    (folder / ".git").mkdir()
    (folder / "设置.txt").write_text(call("config", "--lang", lang).out, encoding="utf-8")
    assert checked(call("*.txt", "--format", "json")) == ["a.txt"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG}\ngdlint: 1 file(s)\n",
        f"错误 GD404\n{WRONG}",
        f"路径: 报告: 错误\n{WRONG}",
        f"# 说明\n{WRONG}",
    ],
)
def test_a_report_is_never_taken_for_output(call: Caller, folder: Path, text: str) -> None:
    put(folder, a_txt=text)
    assert checked(call(".", "--format", "json")) == ["./a.txt"]


@POSIX
@pytest.mark.parametrize("line", ["gdlint . > 结果.txt", "gdlint *.txt > 结果.txt", "gdlint . 2> 结果.txt"])
def test_the_file_that_the_shell_writes_is_not_read(folder: Path, line: str) -> None:
    put(folder, a_txt=RIGHT, b_txt=WRONG)
    script = f'gdlint() {{ "{sys.executable}" -m gdlint "$@"; }}\n' + f"{line}\n" * 2
    for _ in range(extent(2, 1)):
        env = environment({"GDLINT_LANG": "en"})
        done = subprocess.run(
            ["/bin/sh", "-c", script], capture_output=True, check=False, cwd=folder, env=env
        )
        assert done.returncode == 1
        whole = done.stdout + done.stderr + (folder / "结果.txt").read_bytes()
        assert b"GD002" not in whole
        assert b"2 file(s) checked: 1 error(s)" in whole


@pytest.mark.parametrize("name", ["a.txt", "./a.txt"])
def test_a_report_is_not_overwritten(call: Caller, folder: Path, name: str) -> None:
    put(folder, a_txt=WRONG)
    for paths in (["."], ["a.txt"]):
        assert call(*paths, "-o", name).status == 2
        assert (folder / "a.txt").read_text(encoding="utf-8") == WRONG


def test_a_text_file_ends_with_what_was_checked(call: Caller, folder: Path) -> None:
    put(folder, a_txt=RIGHT)
    call("a.txt", "-o", "结果.txt")
    text = (folder / "结果.txt").read_text(encoding="utf-8")
    assert text == "gdlint: 检查了 1 个文件：0 个错误，0 个警告，0 个提示\n"


# Leaving out, and taking in


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["--exclude", "b.txt"], ["./a.txt", "./old/b.md"]),
        (["--exclude", "old"], ["./a.txt", "./b.txt"]),
        (["--exclude", "./old/*.md"], ["./a.txt", "./b.txt"]),
        (["--exclude", "old/**", "--exclude", "a*"], ["./b.txt"]),
        (["--include", "*.text"], ["./c.text"]),
        (["--include", "old/*"], ["./old/b.md"]),
        (["--include", "*.txt", "--include", "*.text", "--exclude", "a.*"], ["./b.txt", "./c.text"]),
    ],
    ids=str,
)
@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_call_says_which_files_of_folders_it_means(
    call: Caller, folder: Path, command: str, args: list[str], found: list[str]
) -> None:
    put(folder, a_txt=RIGHT, b_txt=RIGHT, c_text=RIGHT, old__b_md=RIGHT)
    assert checked(call(command, ".", *args, "--format", "json")) == found


def test_globs_of_a_call_fit_folders_elsewhere(call: Caller, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:  # fmt: skip
    other = tmp_path_factory.mktemp("other")
    put(other, a_txt=RIGHT, b_txt=RIGHT)
    assert checked(call(other, "--exclude", "b.txt", "--format", "json")) == [f"{other}/a.txt"]


@pytest.mark.parametrize(
    ("option", "glob"), [("--exclude", "!a"), ("--include", "[a"), ("--exclude", "a\\b")]
)
def test_a_glob_that_is_none_is_refused(call: Caller, folder: Path, option: str, glob: str) -> None:
    put(folder, a_txt=RIGHT)
    called = call(".", option, glob)
    assert (called.status, called.out, len(called.said)) == (2, "", 1)
    assert option in called.err


def test_that_all_files_are_excluded_is_said(call: Caller, folder: Path) -> None:
    put(folder, a_txt=RIGHT, b_txt=RIGHT)
    for args in (["--exclude", "*.txt"], ["--exclude", "a.txt", "--exclude", "b*"]):
        called = call(".", *args, "--lang", "en")
        assert (called.status, called.said[0]) == (2, "gdlint: nothing to check: 2 file(s) are excluded")
    (folder / ".gdlint.yaml").write_text("exclude: ['*']", encoding="utf-8")
    assert "nothing to check: 2 file(s) are excluded" in call(".", "--lang", "en").err


def test_the_number_of_excluded_files_is_said(call: Caller, folder: Path) -> None:
    put(folder, a_txt=RIGHT, b_txt=RIGHT)
    assert "gdlint: 1 file(s) excluded" in call(".", "--exclude", "b.txt", "--lang", "en").said


@pytest.mark.parametrize("settings", [False, True])
def test_a_hook_leaves_out_named_files_too(call: Caller, folder: Path, settings: bool) -> None:
    put(folder, old__a_txt=WRONG, b_txt=RIGHT, readme_txt=NO_REPORT, **{".gdlint_yaml": "exclude: [old]"})
    args = [] if settings else ["--isolated", "--exclude", "old"]
    assert call("old/a.txt", *args).status == 1
    called = call("old/a.txt", "b.txt", "readme.txt", *args, "--force-exclude", "--format", "json")
    assert (called.status, checked(called)) == (0, ["b.txt"])


@pytest.mark.parametrize("names", [["old/a.txt"], ["readme.txt"], ["old/a.txt", "readme.txt"]], ids=str)
def test_a_hook_without_any_report_is_no_failure(call: Caller, folder: Path, names: list[str]) -> None:
    put(folder, old__a_txt=WRONG, readme_txt=NO_REPORT)
    assert call(*names, "--force-exclude", "--exclude", "old").status == 0
    assert call(*names, "none.txt", "--force-exclude", "--exclude", "old").status == 2


def test_a_hook_still_says_that_a_report_cannot_be_read(call: Caller, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"PK\x03\x04")
    assert call("a.txt", "--force-exclude").status == 1


# Lists


LIST: Final = "云溪.txt\r\n\n  sub/b.txt  \n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_names_files_one_a_line(call: Caller, folder: Path, codec: str) -> None:
    put(folder, 云溪_txt=RIGHT, sub__b_txt=RIGHT)
    (folder / "list").write_bytes(LIST.encode(codec))
    assert checked(call("--files-from", "list", "--format", "json")) == ["云溪.txt", "sub/b.txt"]
    called = call("--files-from", "-", "--format", "json", stdin=LIST.encode(codec))
    assert checked(called) == ["云溪.txt", "sub/b.txt"]


def test_names_in_a_list_may_be_parted_by_null_bytes(call: Caller, folder: Path) -> None:
    put(folder, a_txt=RIGHT, b_txt=RIGHT)
    called = call("--files-from", "-", "--format", "json", stdin=b"a.txt\0b.txt\0")
    assert checked(called) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--files-from", "none"], "none: the list of files cannot be read"),
        (["--files-from", "binary"], "binary: the list of files cannot be read"),
        (["--files-from", "empty"], "nothing to check"),
        (["-", "--files-from", "-"], "standard input cannot be a report and the list"),
        (["a.txt", "--stdin-filename", "b.txt"], "--stdin-filename is for standard input only"),
        (["--stdin-filename", "b.txt"], "--stdin-filename is for standard input only"),
        (["a.txt", "--config", "b.yaml", "--isolated"], "exclude each other"),
        (["a.txt", "--config", "none.yaml"], "--config names a file that does not exist: none.yaml"),
    ],
    ids=str,
)
def test_a_call_that_does_not_go_together_is_refused(call: Caller, folder: Path, args: list[str], says: str) -> None:  # fmt: skip
    put(folder, a_txt=RIGHT)
    (folder / "binary").write_bytes(b"\x00\xff\xfe\x81")
    (folder / "empty").write_bytes(b"")
    called = call(*args, "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert says in called.said[0]


# What was meant


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (["2022年年报", "终稿", "(2).txt"], '"2022年年报 终稿 (2).txt"'),
        (["sub/yunxi.text"], "sub/yunxi.txt"),
        (["chek", "sub"], "check"),
        (["extrakt"], "extract"),
    ],
    ids=str,
)
def test_a_path_that_is_not_there_names_what_was_likely_meant(
    call: Caller, folder: Path, args: list[str], near: str
) -> None:
    put(folder, sub__yunxi_txt=RIGHT)
    (folder / "2022年年报 终稿 (2).txt").write_text(RIGHT, encoding="utf-8")
    called = call(*args, "--lang", "en")
    assert called.status == 2
    assert called.said[0] == f"gdlint: {args[0]}: no such file or folder, did you mean {near}?"


def test_a_name_with_nothing_but_its_ending_in_common_is_not_meant(call: Caller, folder: Path) -> None:
    put(folder, yunxi_txt=RIGHT)
    assert call("none.txt", "--lang", "en").said[0] == "gdlint: none.txt: no such file or folder"


def test_what_the_system_refuses_is_said_in_chinese(call: Caller, folder: Path) -> None:
    put(folder, a_txt=RIGHT)
    assert call("a.txt", "-o", "none/out.txt").said == ["gdlint: none/out.txt：无法写入（路径不存在）"]
    assert call("a.txt", "-o", ".").said == ["gdlint: .：无法写入（这是一个文件夹）"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["结果.txt"], "gdlint: output of gdlint itself is not checked: 结果.txt"),
        ([".", "--include", "*.text"], "gdlint: nothing to check: no file in the folders fits --include"),
    ],
    ids=str,
)
def test_why_there_is_nothing_to_check_is_said(
    call: Caller, folder: Path, args: list[str], says: str
) -> None:
    put(folder, a_txt=RIGHT)
    call("a.txt", "-o", "结果.txt")
    called = call(*args, "--lang", "en")
    assert (called.status, says in called.said) == (2, True)
    assert "no .txt or .md report" not in called.err


# Settings and silence


def test_one_settings_file_can_be_named_for_all(call: Caller, folder: Path) -> None:
    put(folder, a_txt=WRONG, sub__b_txt=WRONG, **{"sub__.gdlint_yaml": "select: [GD4]"})
    put(folder, conf__mine_yaml="ignore: [GD404]", conf__mine_toml='[tool.gdlint]\nignore = ["GD404"]')
    for file in ("conf/mine.yaml", "conf/mine.toml"):
        assert call(".", "--config", file, "--fail-on", "info").status == 0
    assert call("config", "a.txt", "--config", "conf/mine.yaml").out.startswith(
        f"设置文件：{folder}/conf/mine.yaml"
    )
    assert "GD404  litigation-total" in call("rules", "--config", "conf/mine.yaml").out


def test_no_settings_file_counts_when_asked(call: Caller, folder: Path) -> None:
    put(folder, a_txt=WRONG, **{".gdlint_yaml": "ignore: [GD404]"})
    assert call("a.txt").status == 0
    assert call("a.txt", "--isolated").status == 1


@pytest.mark.parametrize("command", ["check", "extract", "baseline"])
def test_quiet_says_only_what_is_amiss(call: Caller, folder: Path, command: str) -> None:
    put(folder, a_txt=RIGHT, b_txt=NO_REPORT)
    assert call(command, ".", "-q").err == ""
    assert len(call(command, ".", "none.txt", "-q").said) == 1
