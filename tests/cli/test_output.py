"""Output files: permissions and links stay, and what may not be written is not."""

import os
import stat
from pathlib import Path

import pytest

from support.calls import Caller
from support.reports import WRONG

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with one finding."""
    path = tmp_path / "it.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(os.listdir(folder))


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755])
def test_a_file_that_is_replaced_keeps_its_permissions(
    call: Caller, report: Path, tmp_path: Path, mode: int
) -> None:
    output = tmp_path / "out.txt"
    output.write_text("old", encoding="utf-8")
    output.chmod(mode)
    assert call(report, "-o", output).status == 1
    assert "GD404" in output.read_text(encoding="utf-8")
    assert stat.S_IMODE(output.stat().st_mode) == mode


@POSIX
def test_a_new_file_has_the_permissions_of_any_new_file(call: Caller, report: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("", encoding="utf-8")
    call(report, "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@POSIX
@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing yet"])
def test_a_link_stays_and_the_file_behind_it_is_written(
    call: Caller, report: Path, tmp_path: Path, there: bool
) -> None:
    (tmp_path / "sub").mkdir()
    if there:
        (tmp_path / "sub" / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "out.txt").symlink_to("sub/real.txt")
    assert call(report, "-o", tmp_path / "out.txt").status == 1
    assert (tmp_path / "out.txt").is_symlink()
    assert "GD404" in (tmp_path / "sub" / "real.txt").read_text(encoding="utf-8")
    assert names(tmp_path / "sub") == ["real.txt"]


@pytest.mark.parametrize("command", [["check"], ["extract"], ["baseline"]], ids=" ".join)
def test_a_read_only_file_is_refused_and_stays(
    call: Caller, report: Path, tmp_path: Path, command: list[str]
) -> None:
    output = tmp_path / "out.json"
    output.write_text('{"schema": 1,\n"findings": []}', encoding="utf-8")
    output.chmod(0o444)
    called = call(*command, report, "-o", output, "--lang", "en")
    assert called.status == 2
    assert [line for line in called.said if "out.json" in line] == [
        f"gdlint: {output}: cannot be written (Permission denied)"
    ]
    assert output.read_text(encoding="utf-8").startswith('{"schema": 1,\n"findings": []')
    assert names(tmp_path) == ["it.txt", "out.json"]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such device here")
def test_the_device_of_standard_output_is_standard_output(call: Caller, report: Path) -> None:
    assert "GD404" in call(report, "-o", "/dev/stdout").out
