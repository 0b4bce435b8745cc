"""That a file could not be checked is told whatever is selected: only `per-file-ignores`, `exclude` and a baseline hide it."""

from pathlib import Path
from typing import Final

import pytest

from support.calls import Caller
from support.reports import NO_REPORT, RIGHT

CONTENTS: Final[dict[str, tuple[bytes, str]]] = {
    "word": (b"PK\x03\x04 word/document.xml", "GD001"),
    "random": (bytes(range(256)), "GD001"),
    "empty": (b"", "GD002"),
    "notice": (NO_REPORT.encode(), "GD002"),
    "broken-off": (RIGHT.partition("五、")[0].encode(), "GD005"),
}
"""a file, and the rule that says that it could not be checked, or not wholly"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with these files, in which gdlint is called."""
    monkeypatch.chdir(tmp_path)
    for name, (content, _) in CONTENTS.items():
        (tmp_path / f"{name}.txt").write_bytes(content)
    return tmp_path


def codes(call: Caller, *args: str) -> list[str]:
    """Arguments in, the codes of all findings out."""
    files = call(*args, "--format", "json").data["files"]
    return [found["code"] for file in files for found in file["findings"]]


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize(
    "args", [["--select", "GD404"], ["--ignore", "ALL"], ["--ignore", "GD0"], ["--select", "GD4", "--ignore", "GD0"]],
    ids=" ".join,
)  # fmt: skip
def test_no_selection_hides_it(call: Caller, folder: Path, name: str, args: list[str]) -> None:
    assert CONTENTS[name][1] in codes(call, f"{name}.txt", *args)
    assert call(f"{name}.txt", *args, "--fail-on", "warning").status == 1


@pytest.mark.parametrize("name", ["word", "empty", "broken-off"])
def test_ignoring_the_rule_itself_has_no_effect_and_is_said(call: Caller, folder: Path, name: str) -> None:
    code = CONTENTS[name][1]
    called = call(f"{name}.txt", "--ignore", f"GD4,{code.lower()}", "--fail-on", "warning", "--lang", "en")
    assert called.status == 1
    (said,) = [line for line in called.said if "ignore" in line]
    assert code in said.upper()
    assert "per-file-ignores" in said


def test_settings_that_ignore_the_rule_say_their_place(call: Caller, folder: Path) -> None:
    (folder / ".gdlint.yaml").write_text("ignore: [GD002]\n", encoding="utf-8")
    called = call(".", "--lang", "en")
    assert len([line for line in called.said if ".gdlint.yaml:1" in line]) == 1


@pytest.mark.parametrize("name", CONTENTS)
def test_per_file_ignores_hide_it(call: Caller, folder: Path, name: str) -> None:
    code = CONTENTS[name][1]
    (folder / ".gdlint.yaml").write_text(f"per-file-ignores: {{'*.txt': [{code}]}}", encoding="utf-8")
    assert code not in codes(call, f"{name}.txt")


@pytest.mark.parametrize("name", CONTENTS)
def test_a_baseline_hides_it(call: Caller, folder: Path, name: str) -> None:
    call("baseline", f"{name}.txt")
    called = call(f"{name}.txt", "--baseline", ".gdlint-baseline.json", "--fail-on", "info")
    assert (called.status, called.out) == (0, "")
