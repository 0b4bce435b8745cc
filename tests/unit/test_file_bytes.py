"""Files that somebody else may have written are read only where they are plain files, and only so far."""

import os
from pathlib import Path

import pytest

from gdlint.config.find import nearest_file
from gdlint.config.globs import fits, problem_of
from gdlint.data.filebytes import FileError, file_bytes


def test_a_file_of_the_size_allowed_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert file_bytes(tmp_path / "a", 3) == b"abc"
    with pytest.raises(FileError, match="3 bytes are too many, the limit is 2") as caught:
        file_bytes(tmp_path / "a", 2)
    assert caught.value.too_large
    assert file_bytes(tmp_path / "a", 2, cut=True) == b"ab"


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/null"), tmp_path / "link"):
        with pytest.raises(FileError, match="no regular file"):
            file_bytes(path, 10)


@pytest.mark.parametrize("name", ["none", "a" * 5000, "a\0b", "\ud800"])
def test_a_name_that_no_file_has_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError):
        file_bytes(tmp_path / name, 10)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners here")
@pytest.mark.parametrize(("mode", "taken"), [(0o600, True), (0o644, True), (0o664, False), (0o646, False)])
def test_a_file_that_others_may_write_is_not_ones_own(tmp_path: Path, mode: int, taken: bool) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "a").chmod(mode)
    if taken:
        assert file_bytes(tmp_path / "a", 3, own=True) == b"abc"
        return
    with pytest.raises(FileError, match="another user"):
        file_bytes(tmp_path / "a", 3, own=True)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_is_not_ones_own(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    os.chown(tmp_path / "a", 12345, 12345)
    with pytest.raises(FileError, match="another user"):
        file_bytes(tmp_path / "a", 3, own=True)


@pytest.mark.parametrize(("text", "counts"), [("[tool.gdlint]\n", True), ("# gdlint\n", False)])
def test_a_large_pyproject_counts_only_where_it_begins_with_settings(
    tmp_path: Path, text: str, counts: bool
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(text + "#" * 600_000, encoding="utf-8")
    assert (nearest_file(tmp_path) is not None) is counts


@pytest.mark.parametrize("glob", ["]a[", "a][b", "[[a]", "[[:alpha:]]", "[]", "[a", "a]"])
def test_brackets_of_a_glob_that_hold_nothing_or_each_other_are_refused(glob: str) -> None:
    assert problem_of(glob) == {"zh": "方括号不成对", "en": "a bracket is not closed"}


def test_a_name_that_is_no_text_is_held_against_globs_all_the_same() -> None:
    assert fits("*.txt", ("a", "\udcb1\udca8.txt"))
    assert not fits("*.md", ("\udcb1.txt",))
