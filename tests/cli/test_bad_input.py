"""Files, arguments and outputs that nobody would wish for: one line on each, and never a traceback."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from support.calls import Called, Caller, environment
from support.reports import NO_REPORT, RIGHT, WRONG


def codes(called: Called) -> list[str]:
    """A call with --format json in, the codes of all findings out."""
    return [finding["code"] for file in called.data["files"] for finding in file["findings"]]


def report(folder: Path, content: str | bytes, name: str = "it.txt") -> Path:
    """A folder and a content in, the file out."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# Paths


def test_a_missing_file_is_named_in_one_line_and_the_others_go_on(call: Caller, tmp_path: Path) -> None:
    path = report(tmp_path, WRONG)
    called = call(tmp_path / "nowhere.txt", path, "--lang", "en")
    assert called.status == 2
    assert "GD404" in called.out
    assert [line for line in called.said if "nowhere.txt" in line] == [
        f"gdlint: {tmp_path}/nowhere.txt: no such file or folder"
    ]


@pytest.mark.parametrize("content", [RIGHT, WRONG], ids=["right", "wrong"])
def test_a_missing_file_beats_findings(call: Caller, tmp_path: Path, content: str) -> None:
    assert call(report(tmp_path, content), tmp_path / "nowhere.txt").status == 2


@pytest.mark.parametrize("content", [None, NO_REPORT], ids=["empty", "no-report"])
def test_a_folder_without_reports_is_a_job_not_done(
    call: Caller, tmp_path: Path, content: str | None
) -> None:
    if content:
        report(tmp_path, content)
    called = call(tmp_path)
    assert (called.status, called.out) == (2, "")
    assert any("年度报告" in line for line in called.said)


def test_no_paths_is_a_wrong_call(call: Caller) -> None:
    called = call("check")
    assert called.status == 2
    assert len(called.said) == 1


def test_a_link_to_nowhere_is_a_file_that_cannot_be_read(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere")
    called = call(tmp_path / "link.txt", "--format", "json")
    assert (called.status, codes(called)) == (1, ["GD001"])


def closed(path: Path) -> None:
    """Take all permissions from a file or folder; skip for one who may read everything all the same (root)."""
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


def test_a_file_without_permission_is_a_finding_and_the_others_go_on(call: Caller, tmp_path: Path) -> None:
    closed(report(tmp_path, RIGHT, "closed.txt"))
    report(tmp_path, WRONG, "open.txt")
    called = call(tmp_path, "--format", "json")
    assert (called.status, codes(called)) == (1, ["GD001", "GD404"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(call: Caller, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(RIGHT, encoding="utf-8")
    called = call(tmp_path, "--format", "json")
    assert [Path(file["path"]).name for file in called.data["files"]] == ["b.txt"]


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_folder_without_permission_is_said_and_the_others_go_on(
    call: Caller, tmp_path: Path, command: str
) -> None:
    report(tmp_path, RIGHT)
    (tmp_path / "closed").mkdir()
    try:
        closed(tmp_path / "closed")
        called = call(command, tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert called.status == 2
    assert any("closed" in line for line in called.said)


def test_a_name_that_is_no_text_is_shown_all_the_same(call: Caller, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xa8.txt")
    try:
        Path(path).write_text(WRONG, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only text")
    assert call(path).status == 1
    assert call(path, "--format", "json").data["files"][0]["path"] == path


def test_a_name_with_control_characters_is_harmless(call: Caller, tmp_path: Path) -> None:
    path = report(tmp_path, WRONG, "a\n\x1b[2Jb.txt")
    called = call(path, tmp_path / "\x1b]0;x\x07.txt")
    assert not set("\x1b\x07") & set(called.out + called.err)
    assert called.out.count("GD404") == 1
    assert called.out.splitlines()[0].endswith("litigation-total")


# Contents


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "GD002"),
        (b" \n\t\n", "GD002"),
        (b"\xef\xbb\xbf", "GD002"),
        (NO_REPORT.encode(), "GD002"),
        (b"PK\x03\x04 no text", "GD001"),
        (b"%PDF-1.7 no text", "GD001"),
        (bytes(range(256)), "GD001"),
        (b"\x00" * 100, "GD001"),
        (b"\xff\x81" * 50, "GD001"),
        (b"\xff\xfe\x00", "GD001"),
        (b"\x00\x00\xfe\xff\xff\xff\xff\xff", "GD001"),
    ],
    ids=repr,
)
def test_a_named_file_without_a_report_is_one_finding(
    call: Caller, tmp_path: Path, content: bytes, code: str
) -> None:
    called = call(report(tmp_path, content), "--format", "json")
    assert (called.status, codes(called)) == (1, [code])


def test_a_file_that_cannot_be_read_does_not_stop_the_others(call: Caller, tmp_path: Path) -> None:
    report(tmp_path, b"\x00\xff" * 9, "a.txt")
    report(tmp_path, WRONG, "b.txt")
    called = call(tmp_path, "--format", "json")
    assert (called.status, codes(called)) == (1, ["GD001", "GD404"])


def test_a_file_over_the_limit_is_refused(call: Caller, tmp_path: Path) -> None:
    path = report(tmp_path, RIGHT)
    os.truncate(path, 25_000_000)
    called = call(path, "--lang", "en")
    assert called.status == 1
    assert " GD001 " in called.out
    assert "too large (25.0 MB)" in called.out


def test_standard_input_over_the_limit_is_refused(call: Caller) -> None:
    called = call("-", "--format", "json", stdin=b" " * 20_000_001)
    assert (called.status, codes(called)) == (1, ["GD001"])


ENCODINGS: Final[dict[str, Callable[[str], bytes]]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16 little": lambda text: text.encode("utf-16-le"),
    "utf-16 big": lambda text: text.encode("utf-16-be"),
    "utf-16 little with a mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16 big with a mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-32 little with a mark": lambda text: b"\xff\xfe\x00\x00" + text.encode("utf-32-le"),
}
LINE_ENDS: Final = {"CR": "\r", "CRLF": "\r\n", "NEL": "\x85", "LS": "\u2028", "PS": "\u2029"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_reads_the_same(call: Caller, encoding: str) -> None:
    plain = call("-", "--format", "json", stdin=WRONG.encode())
    assert call("-", "--format", "json", stdin=ENCODINGS[encoding](WRONG)) == plain


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_line_end_leaves_findings_at_the_users_own_lines(call: Caller, encoding: str, end: str) -> None:
    text = WRONG.replace("\n", LINE_ENDS[end])
    plain = call("-", stdin=WRONG.encode())
    assert call("-", stdin=ENCODINGS[encoding](text)) == plain


def test_mixed_line_ends_each_count_once(call: Caller) -> None:
    ends = [*LINE_ENDS.values(), "\n"]
    text = "".join(line + ends[n % len(ends)] for n, line in enumerate(WRONG.split("\n")))
    assert call("-", stdin=text.encode()).out == call("-", stdin=WRONG.encode()).out


def broken(text: str, marker: str, times: int) -> bytes:
    """A text in, the same with some bytes before the last marker that are no UTF-8 out."""
    before, _, after = text.rpartition(marker)
    return before.encode() + b"\xff" * times + marker.encode() + after.encode()


def test_a_few_broken_bytes_are_one_finding_that_names_their_places(call: Caller) -> None:
    called = call("-", "--format", "json", "--lang", "en", stdin=broken(RIGHT, "无。", 3))
    (finding,) = called.data["files"][0]["findings"]
    line = RIGHT.split("\n").index("无。") + 1
    assert (finding["code"], finding["line"], finding["column"]) == ("GD003", line, 1)
    assert "3 " in finding["message"]
    assert f"line {line}" in finding["message"]


def test_broken_bytes_in_several_lines_are_one_finding(call: Caller) -> None:
    content = broken(RIGHT, "无。", 1).replace("总体情况".encode(), "总体情况".encode() + b"\xfe", 1)
    called = call("-", "--format", "json", "--lang", "en", stdin=content)
    lines = [RIGHT.split("\n").index(text) + 1 for text in ("一、总体情况", "无。")]
    (finding,) = [found for found in called.data["files"][0]["findings"] if found["code"] == "GD003"]
    assert all(f"line {line}" in finding["message"] for line in lines)


@pytest.mark.parametrize(("bad", "code"), [(0.009, "GD003"), (0.011, "GD001")])
def test_one_percent_of_broken_bytes_is_the_limit(call: Caller, bad: float, code: str) -> None:
    size = len(RIGHT.encode())
    called = call("-", "--format", "json", stdin=broken(RIGHT, "无。", round(size * bad / (1 - bad))))
    assert codes(called) == [code]


@pytest.mark.parametrize("text", ["\x00", "\x1b[2J", "\u202e", "\x9b2J", "\r", "\x7f"], ids=ascii)
def test_nothing_in_a_report_reaches_the_terminal_as_a_command(call: Caller, text: str) -> None:
    content = WRONG.replace("| 2 |", f"| {text}2 |").replace("总体情况", f"总体{text}情况")
    assert not set("\x00\x1b\u202e\x9b\r\x7f") & set(call("-", "--select", "ALL", stdin=content.encode()).out)


# Arguments


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["--format", "xml"], ["--format", "text", "json"]),
        (["--fail-on", "fatal"], ["--fail-on", "error", "warning", "info", "never"]),
        (["--template", "2020"], ["--template", "auto", "2019", "2021"]),
        (["--year", "soon"], ["--year"]),
        (["--year", "1066"], ["--year"]),
        (["--lang", "de"], ["--lang", "zh", "en"]),
        (["--formt", "json"], ["--formt", "--format"]),
        (["--select"], ["--select"]),
        (["--select", "GD4O1"], ["GD4O1", "GD401"]),
        (["--select", "gd4o1"], ["gd4o1", "GD401"]),
        (["--select", "blank-cel"], ["blank-cel", "blank-cell"]),
        (["--ignore", "application-balence"], ["application-balence", "application-balance"]),
        (["--select", "GD401,GD9"], ["GD9"]),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_argument_is_one_line_that_names_it_and_what_would_be_right(
    call: Caller,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    args: list[str],
    named: list[str],
) -> None:
    monkeypatch.setenv("GDLINT_LANG", lang)
    called = call(report(tmp_path, WRONG), *args)
    assert (called.status, called.out) == (2, "")
    assert len(called.said) == 1
    assert [word for word in named if word not in called.err] == []


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["check"],
        ["a.txt", "--formt"],
        ["a.txt", "--year", "1066"],
        ["a.txt", "--select", "GD9"],
        ["nowhere"],
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_said_in_the_language_asked_for(
    call: Caller, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    def has_han(text: str) -> bool:
        return any("\u4e00" <= letter <= "\u9fff" for letter in text)

    monkeypatch.setenv("GDLINT_LANG", "zh")
    assert has_han(call(*args).err)
    monkeypatch.setenv("GDLINT_LANG", "en")
    assert not has_han(call(*args).err)


def test_a_call_without_arguments_is_one_short_line(call: Caller) -> None:
    called = call()
    assert called.status == 2
    assert len(called.said) == 1
    assert len(called.err) < 200


# Outputs


@pytest.mark.parametrize("place", ["missing/out.txt", "folder", "it.txt/out.txt"])
@pytest.mark.parametrize("command", ["check", "extract"])
def test_an_output_that_cannot_be_written_leaves_nothing_behind(
    call: Caller, tmp_path: Path, command: str, place: str
) -> None:
    path = report(tmp_path, WRONG)
    (tmp_path / "folder").mkdir()
    called = call(command, path, "--output", tmp_path / place)
    assert (called.status, called.out) == (2, "")
    assert any(place in line for line in called.said)
    assert sorted(str(found.relative_to(tmp_path)) for found in tmp_path.rglob("*")) == ["folder", "it.txt"]


@pytest.mark.parametrize(
    "args",
    [["--select", "GD9"], ["--formt", "json"], ["--fail-on", "fatal"], ["nowhere.txt"], ["none"]],
    ids=" ".join,
)
def test_a_job_that_is_not_done_leaves_the_output_file_as_it_was(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    report(tmp_path, "old", "out.json")
    report(tmp_path, WRONG)
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)
    paths = [] if args[0] in ("nowhere.txt", "none") else ["it.txt"]
    assert call(*paths, *args, "--output", "out.json").status == 2
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"
    assert sorted(os.listdir(tmp_path)) == ["it.txt", "none", "out.json"]


def test_an_output_file_survives_a_fault_while_it_is_written(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    path, output = report(tmp_path, WRONG), report(tmp_path, "old", "out.txt")
    monkeypatch.setattr("gdlint.reporters.text.block_lines", fail)
    called = call(path, "--output", output)
    assert called.status == 2
    assert len(called.said) == 1
    assert output.read_text(encoding="utf-8") == "old"
    assert sorted(os.listdir(tmp_path)) == ["it.txt", "out.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_an_output_that_is_no_plain_file_is_not_replaced_by_one(call: Caller, tmp_path: Path) -> None:
    """As /dev/null or /dev/stdout would be."""
    path, pipe = report(tmp_path, WRONG), tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        call(path, "--output", pipe)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(end)


@pytest.mark.parametrize("args", [[], ["--format", "json"], ["extract"]], ids=["text", "json", "extract"])
@pytest.mark.parametrize("files", [1, 150])
def test_a_closed_pipe_is_one_line_and_no_traceback(tmp_path: Path, files: int, args: list[str]) -> None:
    for number in range(files):
        report(tmp_path, WRONG, f"{number:03}.txt")
    command, options = (args, []) if args == ["extract"] else ([], args)
    with subprocess.Popen(
        [sys.executable, "-m", "gdlint", *command, str(tmp_path), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"GDLINT_LANG": "en"}),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode == 2
    assert [line for line in said.splitlines() if "checked:" not in line and "extracted" not in line] == [
        "gdlint: the output was closed before all was written"
    ]


# Faults


def test_a_fault_in_the_only_file_is_not_taken_for_nothing_to_do(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: Any) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("gdlint.session.Session.check", faulty)
    called = call(report(tmp_path, WRONG), "--lang", "en")
    assert called.status == 2
    assert "ZeroDivisionError" in called.said[0]
    assert "nothing to check" not in called.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line_and_no_fault_of_gdlint(tmp_path: Path) -> None:
    path = report(tmp_path, WRONG)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "gdlint", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment({"GDLINT_LANG": "en"}),
        )
    said = [line for line in done.stderr.decode().splitlines() if "checked:" not in line]
    assert done.returncode == 2
    assert len(said) == 1
    assert "internal fault" not in said[0]


def test_a_fault_is_one_line_that_names_the_file_and_the_others_go_on(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gdlint.session import Session

    check = Session.check

    def faulty(session: Any, source: Any, *args: Any) -> Any:
        if source.path.endswith("a.txt"):
            raise ZeroDivisionError("division by zero")
        return check(session, source, *args)

    monkeypatch.setattr(Session, "check", faulty)
    for name in ("a.txt", "b.txt"):
        report(tmp_path, WRONG, name)
    called = call(tmp_path, "--format", "json", "--lang", "en")
    assert (called.status, codes(called)) == (2, ["GD404"])
    fault = [line for line in called.said if "ZeroDivisionError" in line]
    assert len(fault) == 1
    assert "a.txt" in fault[0]
    assert "report" in fault[0]
    assert "Traceback" not in called.err
