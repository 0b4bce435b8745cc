"""The file of the bundle: what is not whole is not read, and each value only when it is asked for."""

from pathlib import Path

import pytest

from gdlint.data import bundlefile

VALUES = {"rules": ["甲", "乙\n"], "words": bundlefile.SeparateValues({"丙": [1], "丁": 2}), "nothing": None}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A bundle with these values."""
    path = tmp_path / "bundle.jsonl"
    bundlefile.write(path, {"format": 1}, VALUES)
    return path


def values_of(file: Path) -> bundlefile.Sections:
    """What a bundle holds."""
    head, values = bundlefile.read(file) or ({}, None)
    assert head["format"] == 1
    assert values is not None
    return values


def test_what_was_written_is_read(file: Path) -> None:
    values = values_of(file)
    assert {**values, "words": dict(values["words"])} == VALUES


def test_a_value_is_read_once(file: Path) -> None:
    values = values_of(file)
    assert values["rules"] is values["rules"]
    assert values["words"]["丙"] is values["words"]["丙"]


def test_a_value_that_is_not_asked_for_is_not_read(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"[1]", b"[1["))
    words = values_of(file)["words"]
    assert (words["丁"], len(words), list(words), words.get("戊")) == (2, 2, ["丙", "丁"], None)
    with pytest.raises(ValueError, match="Expecting"):
        words["丙"]


def test_no_part_of_a_file_is_read(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert bundlefile.read(file) is None
    file.write_bytes(whole + b"\n")
    assert bundlefile.read(file) is None


@pytest.mark.parametrize(
    "content", ["[]\n", "{}\n", '{"lengths": [1]}\n', '{"lengths": {}}', "\ufeff{}\n"], ids=repr
)
def test_what_is_no_bundle_is_not_read(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    assert bundlefile.read(file) is None


def test_where_no_file_is_nothing_is_read(tmp_path: Path) -> None:
    assert bundlefile.read(tmp_path / "none") is None
