"""Standard output and standard error on systems that are not in UTF-8, that are closed, or that are told to end."""

import os
import signal
import subprocess
import sys
import time
from itertools import cycle, product
from pathlib import Path
from typing import Final

import pytest

from support.calls import environment
from support.extent import FULL
from support.reports import WRONG

CODECS: Final = ("cp1252", "gbk", "ascii")


def put(folder: Path, text: str = WRONG, name: str = "报告.txt") -> Path:
    """Write a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*args: str | Path, codec: str = "utf-8", **others: object) -> subprocess.CompletedProcess[bytes]:
    """The command where the locale has another encoding, as on a pipe of Windows."""
    env = {**environment({"PYTHONIOENCODING": codec, "GDLINT_LANG": "zh"}), "PYTHONUTF8": "0"}
    call = [sys.executable, "-m", "gdlint", *map(str, args)]
    return subprocess.run(call, capture_output=True, check=False, env=env, **others)  # type: ignore[call-overload, no-any-return]


COMMANDS: Final = (
    "--help", "--version", "check --help", "config", "plugins", "plugins --help", "pack list", "pack list --format json",
    "pack show henan", "rules", "explain GD404",
)  # fmt: skip


@pytest.mark.parametrize(
    ("command", "codec"),
    list(product(COMMANDS, CODECS) if FULL else zip(COMMANDS, cycle(CODECS), strict=False)),
)
def test_every_command_writes_utf8(command: str, codec: str) -> None:
    args = command.split()
    done = run(*args, codec=codec)
    assert (done.returncode, done.stderr) == (0, b"")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in done.stdout.decode())


@pytest.mark.parametrize("codec", CODECS)
def test_findings_and_what_is_said_are_utf8(tmp_path: Path, codec: str) -> None:
    done = run(put(tmp_path), tmp_path / "没有.txt", codec=codec)
    assert done.returncode == 2
    assert "总计为 3" in done.stdout.decode()
    assert "没有.txt：没有这个文件或文件夹" in done.stderr.decode()


POSIX = pytest.mark.skipif(os.name != "posix", reason="needs the shell of POSIX")


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    """A line of the shell in a folder, with the command as `gdlint`."""
    script = f'gdlint() {{ "{sys.executable}" -m gdlint "$@"; }}\n{line}'
    env = environment({"GDLINT_LANG": "en"})
    return subprocess.run(["/bin/sh", "-c", script], capture_output=True, check=False, cwd=folder, env=env)


@POSIX
def test_without_standard_output_the_file_is_written_and_the_status_is_that_of_the_findings(
    tmp_path: Path,
) -> None:
    put(tmp_path, name="a.txt")
    done = shell(tmp_path, "gdlint a.txt -o out.txt >&-")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"GD404" in (tmp_path / "out.txt").read_bytes()


@POSIX
def test_findings_without_standard_output_are_a_job_not_done(tmp_path: Path) -> None:
    put(tmp_path, name="a.txt")
    done = shell(tmp_path, "gdlint a.txt >&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"cannot be written" in done.stderr
    assert b"internal" not in done.stderr


@POSIX
def test_without_standard_error_nothing_else_stands_in_the_output(tmp_path: Path) -> None:
    put(tmp_path, name="a.txt")
    done = shell(tmp_path, "gdlint a.txt none.txt --format json 2>&-")
    assert done.returncode == 2
    assert done.stdout.startswith(b'{"schema"')
    assert done.stdout.count(b"\n") == 1


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_process_that_is_told_to_end_leaves_no_file(tmp_path: Path, name: str) -> None:
    if signal.getsignal(getattr(signal, name)) is signal.SIG_IGN:
        pytest.skip(f"{name} is ignored here, as under nohup, and so it is in what is started from here")
    source = tmp_path / "in"
    os.mkfifo(source)
    call = [sys.executable, "-m", "gdlint", str(source), "-o", str(tmp_path / "out.txt")]
    with subprocess.Popen(call, stderr=subprocess.PIPE, env=environment({"GDLINT_LANG": "en"})) as process:
        # The file beside the output is there before the first report, here a pipe that nobody writes to, is read.
        while len(os.listdir(tmp_path)) < 2 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(getattr(signal, name))
        said = process.stderr.read() if process.stderr else b""
    assert process.returncode == 2
    assert b"interrupted" in said
    assert os.listdir(tmp_path) == ["in"]


@pytest.mark.parametrize("value", ["fr", "ZH_CN", "zh "])
def test_a_language_that_is_none_is_said(tmp_path: Path, value: str) -> None:
    call = [sys.executable, "-m", "gdlint", str(put(tmp_path))]
    done = subprocess.run(call, capture_output=True, check=False, env=environment({"GDLINT_LANG": value}))
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[0] == f"gdlint: GDLINT_LANG={value}：没有这种语言，可用 zh 或 en"
