"""Wrong rule files are refused, each with file, line and cause in one line; nothing hangs and nothing crashes.

Nothing here is measured by a clock: what a file may cost is bounded by its size (1 MB), its values (100,000), their depth
(20), the length of expressions (2,000) and patterns (1,000, RE2 with bounded memory).
"""

from pathlib import Path

import pytest
import yaml

from gdlint import api
from gdlint.data import yamlfile, yamlvalues
from gdlint.engine import catalog
from gdlint.engine.catalog import CatalogError
from support.wrong_rules import RIGHT, WRONG, Wrong

LONGEST_MESSAGE = 600


def load(path: Path) -> None:
    """Load a rule file and make all its rules ready."""
    for definition in catalog.definitions(catalog.read([path]), api.forms()):
        catalog.ready(definition, api.forms())


def test_there_are_three_hundred_of_them_under_as_many_names() -> None:
    assert len(WRONG) >= 300
    assert len({case.name for case in WRONG}) == len({case.text for case in WRONG}) == len(WRONG)


def test_the_file_that_they_are_made_from_is_right(tmp_path: Path) -> None:
    (tmp_path / "right.yaml").write_text(RIGHT, encoding="utf-8")
    load(tmp_path / "right.yaml")


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, case: Wrong) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(case.text, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load(path)
    said = str(caught.value)
    assert said.startswith(f"{path}:{case.line}:"), said
    assert "\n" not in said
    assert len(said) < LONGEST_MESSAGE + len(str(path))
    assert [word for word in case.words if word not in said] == [], said


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", "- 规则".encode("gb18030")], ids=["bytes", "gb18030"])
def test_a_file_that_is_no_utf8_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "wrong.yaml").write_bytes(content)
    with pytest.raises(CatalogError, match="UTF-8"):
        load(tmp_path / "wrong.yaml")


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\UFFFFFFFF", "\\0", "\\x00"])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_letters_that_there_are_not_are_refused_whatever_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, escape: str, loader: str
) -> None:
    monkeypatch.setattr(yamlvalues, "_Loader", getattr(yaml, loader, yaml.SafeLoader))
    (tmp_path / "wrong.yaml").write_text(f'- "{escape}"\n# {loader}\n', encoding="utf-8")
    with pytest.raises(CatalogError, match=r"wrong\.yaml:1:"):
        load(tmp_path / "wrong.yaml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"none\.yaml"):
        load(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    "word", ["off", "on", "yes", "no", "1:30", "2021-01-01", "0x10", "0o7", "1e3", "~a", "012a"]
)
def test_words_of_older_yaml_are_texts(tmp_path: Path, word: str) -> None:
    (tmp_path / "a.yaml").write_text(f"{word}: {word}\n", encoding="utf-8")
    assert yamlfile.load(tmp_path / "a.yaml") == {word: word}
