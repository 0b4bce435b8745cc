"""What a repository leaves out is left out of its folders, as git means it, and said."""

from pathlib import Path

import pytest

from support.calls import Caller
from support.reports import RIGHT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with some reports."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", "old/b.txt", "old/keep/c.txt", "new/d.txt", "new/e.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RIGHT, encoding="utf-8")
    return tmp_path


def found(call: Caller, *args: str) -> list[str]:
    """The files that a call checks."""
    return [file["path"] for file in call(*args, "--format", "json").data["files"]]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ("", ["./a.txt", "./new/d.txt", "./new/e.md", "./old/b.txt", "./old/keep/c.txt"]),
        ("old/\n", ["./a.txt", "./new/d.txt", "./new/e.md"]),
        ("old/\n!old/keep/\n", ["./a.txt", "./new/d.txt", "./new/e.md"]),
        ("old/*\n!old/keep/\n", ["./a.txt", "./new/d.txt", "./new/e.md", "./old/keep/c.txt"]),
        ("*.txt\n!a.txt\n", ["./a.txt", "./new/e.md"]),
        ("/d.txt\n# a.txt\n", ["./a.txt", "./new/d.txt", "./new/e.md", "./old/b.txt", "./old/keep/c.txt"]),
    ],
)
def test_patterns_mean_what_they_mean_to_git(
    call: Caller, folder: Path, patterns: str, left: list[str]
) -> None:
    (folder / ".gitignore").write_text(patterns, encoding="utf-8")
    assert found(call, ".") == left


def test_the_innermost_file_has_the_last_word(call: Caller, folder: Path) -> None:
    (folder / ".gitignore").write_text("*.txt\n", encoding="utf-8")
    (folder / "new" / ".gitignore").write_text("!d.txt\n*.md\n", encoding="utf-8")
    assert found(call, "new") == ["new/d.txt"]


def test_what_is_named_is_read_whatever_is_left_out(call: Caller, folder: Path) -> None:
    (folder / ".gitignore").write_text("old/\na.txt\n", encoding="utf-8")
    assert found(call, "a.txt", "old") == ["a.txt", "old/b.txt", "old/keep/c.txt"]


def test_without_a_repository_patterns_above_a_folder_mean_nothing(call: Caller, folder: Path) -> None:
    (folder / ".git").rmdir()
    (folder / ".gitignore").write_text("*.txt\n", encoding="utf-8")
    assert found(call, "new") == ["new/d.txt", "new/e.md"]


def test_what_is_left_out_is_said(call: Caller, folder: Path) -> None:
    (folder / ".gitignore").write_text("old/\nnew/*.txt\n*.png\n", encoding="utf-8")
    (folder / "x.png").write_bytes(b"")
    called = call(".", "--lang", "en")
    assert "2 left out by .gitignore (./new/d.txt, ./old)" in called.err
