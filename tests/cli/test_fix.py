"""`gdlint check --fix`, `--unsafe-fixes` and `--diff`."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support.calls import Caller
from support.rules import text_of
from support.wordxml import document, p, r

WRONG = text_of(text={"overall": "建立台帐。"}, disclosure={"fees": {"amount": "1200元"}})
SAFE = WRONG.replace("台帐", "台账")
ALL = SAFE.replace("1200元", "0.12")
DIFF = ["-建立台帐。", "+建立台账。"]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(WRONG, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("options", "text", "status"),
    [
        (["--fix"], SAFE, 1),
        (["--fix", "--unsafe-fixes"], ALL, 0),
        (["--unsafe-fixes"], WRONG, 1),
        (["--diff"], WRONG, 1),
        (["--fix", "--diff", "--unsafe-fixes"], WRONG, 1),
        (["--fix", "--ignore", "GD706"], WRONG, 1),
    ],
    ids=["safe", "unsafe", "unsafe-alone", "diff", "diff-of-all", "not-selected"],
)
def test_what_is_fixed_and_what_is_left_decides(
    call: Caller, report: Path, options: list[str], text: str, status: int
) -> None:
    done = call("check", report, "--select", "GD706,GD313", "--fail-on", "warning", *options)
    assert report.read_bytes().decode() == text
    assert done.status == status


def test_a_diff_is_all_that_is_shown(call: Caller, report: Path) -> None:
    done = call("check", "--diff", report)
    lines = done.out.splitlines()
    assert lines[:2] == [f"--- {report}", f"+++ {report}"]
    assert [line for line in lines[2:] if line[0] in "+-"] == DIFF
    assert "gdlint: 可修改：1 个问题，1 个文件（未写入）" in done.said


def test_a_diff_of_standard_input_is_shown(call: Caller) -> None:
    done = call("check", "--diff", "-", stdin=WRONG.encode())
    assert [line for line in done.out.splitlines()[2:] if line[0] in "+-"] == DIFF


def test_standard_input_is_not_fixed(call: Caller) -> None:
    assert call("check", "--fix", "-", stdin=WRONG.encode()).status == 2


@pytest.mark.parametrize(
    "option", [["--summary"], ["--statistics"], ["--output-dir", "d"], ["--against", "f"]]
)
def test_a_diff_goes_with_no_other_output(call: Caller, report: Path, option: list[str]) -> None:
    assert call("check", "--diff", report, *option).status == 2


def test_what_was_fixed_is_said_and_no_longer_found(call: Caller, report: Path) -> None:
    done = call("check", "--fix", "--format", "json", report)
    found = {finding["code"]: finding["fix"] for finding in done.data["files"][0]["findings"]}
    assert "GD706" not in found
    assert found["GD313"]["safe"] is False
    assert [(edit["old"], edit["new"]) for edit in found["GD313"]["edits"]] == [("1200元", "0.12")]
    assert "gdlint: 已修改：1 个问题，1 个文件" in done.said


def test_changes_that_are_tracked_are_said(call: Caller, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document(p(r("一、总体情况")) + p(r("建立台帐。"))))
    assert not [line for line in call("check", "--fix", "--diff", path).said if "修订" in line]
    said = call("check", "--fix", path).said
    assert "gdlint: Word 文件中的改动写成了修订（1 个文件），请在“审阅”中逐条接受或拒绝" in said


def test_changes_of_a_text_are_not_tracked(call: Caller, report: Path) -> None:
    assert not [line for line in call("check", "--fix", report).said if "修订" in line]


def test_text_says_what_would_be_done(call: Caller, report: Path) -> None:
    lines = call("check", report).out.splitlines()
    assert "  --fix 可改：“台帐”→“台账”" in lines
    assert "  --fix --unsafe-fixes 可改：“1200元”→“0.12”" in lines


def test_a_file_that_may_not_be_written_is_said_and_the_others_go_on(
    call: Caller, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "b.txt"
    other.write_text(WRONG, encoding="utf-8")
    report.chmod(0o444)
    done = call("check", "--fix", report, other)
    assert done.status == 2
    assert report.read_text(encoding="utf-8") == WRONG
    assert other.read_text(encoding="utf-8") == SAFE
    assert str(report) in done.err


def test_a_folder_is_left_with_nothing_but_its_files(call: Caller, report: Path) -> None:
    call("check", "--fix", report.parent)
    assert [path.name for path in report.parent.iterdir()] == ["a.txt"]


# Writes the fixed bytes over and over, and is killed in between.
_WRITES = """
import sys
from gdlint.cli.output import replace
first, second = (open(name, "rb").read() for name in sys.argv[2:])
print("on", flush=True)
while True:
    replace(sys.argv[1], second)
    replace(sys.argv[1], first)
"""


def test_a_file_is_the_first_or_the_fixed_one_whenever_the_process_is_killed(tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("file", "first", "second")]
    contents = [text.encode() * 200 for text in (WRONG, WRONG, SAFE)]
    for path, content in zip(names, contents, strict=True):
        path.write_bytes(content)
    for n in range(5):
        arguments = [sys.executable, "-c", _WRITES, *map(str, names)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, env=os.environ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            while n and names[0].read_bytes() == contents[n % 2 + 1]:
                pass
            process.kill()
        assert names[0].read_bytes() in contents


def _applied(text: str, fixes: list[dict[str, Any]]) -> str:
    """A text with the replacements of SARIF made, the last ones first."""
    places = [0, *(n + 1 for n, letter in enumerate(text) if letter == "\n")]
    changes = []
    for fix in fixes:
        for each in fix["artifactChanges"][0]["replacements"]:
            region = each["deletedRegion"]
            start = places[region["startLine"] - 1] + region["startColumn"] - 1
            end = places[region["endLine"] - 1] + region["endColumn"] - 1
            changes.append((start, end, each["insertedContent"]["text"]))
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(("options", "text"), [(["GD706"], SAFE), (["GD706,GD313"], ALL)])
def test_the_fixes_of_sarif_are_those_that_are_made(
    call: Caller, report: Path, options: list[str], text: str
) -> None:
    run = call("check", report, "--select", *options, "--format", "sarif").data["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    fixes = [fix for result in run["results"] for fix in result.get("fixes", ())]
    assert _applied(WRONG, fixes) == text


# Ends the process at one of the moments at which it touches the folder of the file: the number of the moment, or, below zero, when so
# many bytes of the new file are written.
ENDS = """
import os, resource, signal, sys
from gdlint.cli.main import run
moment, path = int(sys.argv[1]), sys.argv[2]
folder, seen = os.path.dirname(path), 0
def watch(event, arguments):
    global seen
    if event not in ("open", "os.chmod", "os.chown", "os.rename", "os.remove") or folder not in str(arguments[0]):
        return
    if event == "open" and ".gdlint-" in str(arguments[0]) and moment < 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (-moment, -moment))
    seen += 1
    if seen == moment:
        os._exit(9)
sys.addaudithook(watch)
run(["check", "--fix", "--isolated", path])
"""
MOST_MOMENTS = 40


def _ended(moment: int, path: Path) -> int:
    """The exit status of a process that fixes a file and ends at a moment."""
    command = [sys.executable, "-c", ENDS, str(moment), str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_file_is_the_first_or_the_fixed_one_at_whatever_step_the_process_ends(report: Path) -> None:
    held = []
    for moment in range(1, MOST_MOMENTS):
        report.write_text(WRONG, encoding="utf-8", newline="")
        status = _ended(moment, report)
        held.append(report.read_bytes().decode())
        if status != 9:
            break
    assert status == 0
    assert len(held) > 3
    assert set(held) == {WRONG, SAFE}
    assert held == sorted(held, key=[WRONG, SAFE].index)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("written", [1, 4096])
def test_a_file_that_is_half_written_is_not_there(report: Path, written: int) -> None:
    assert len(SAFE.encode()) > written
    assert _ended(-written, report) < 0
    assert report.read_bytes().decode() == WRONG


@pytest.mark.parametrize("step", ["open", "chmod", "replace"])
def test_what_fails_leaves_the_first_file_and_nothing_beside_it(
    call: Caller, report: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(f"gdlint.cli.output.os.{step}", fail)
    done = call("check", "--fix", "--isolated", report)
    monkeypatch.undo()
    assert done.status == 2
    assert f"gdlint: {report}：无法写入（磁盘已满）" in done.said
    assert report.read_bytes().decode() == WRONG
    assert [path.name for path in report.parent.iterdir()] == ["a.txt"]
