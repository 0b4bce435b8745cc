"""The library as programs call it: the samples of its page and of README.md, and what it refuses."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

import gdlint
from gdlint.config.errors import ConfigError
from support.calls import environment
from support.packs import FACE, RULE
from support.reports import RIGHT, WRONG

ROOT: Final = Path(__file__).resolve().parents[1]
SAMPLE: Final = re.compile(r"```python\n((?:(?!```).)*?)```\n\n```text\n(.*?)```", re.DOTALL)
SAMPLES: Final = [
    pytest.param(*found.groups(), id=f"{page}-{number}")
    for page in ("README.md", "docs/library.md", "docs/model.md")
    for number, found in enumerate(SAMPLE.finditer((ROOT / page).read_text(encoding="utf-8")))
]
FUNCTIONS: Final = [gdlint.lint, gdlint.parse, gdlint.extract]


@pytest.mark.parametrize(("code", "printed"), SAMPLES)
def test_a_sample_prints_what_stands_below_it(tmp_path: Path, code: str, printed: str) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    variables = {**environment(), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=variables, capture_output=True, encoding="utf-8", check=False
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (printed, "")


def test_there_are_samples_of_all_that_the_page_speaks_of() -> None:
    assert len(SAMPLES) == 11


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with GD404 in it."""
    path = tmp_path / "a.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def codes(content: str | bytes | Path, **choice: Any) -> list[str]:
    return [finding.code for finding in gdlint.lint(content, **choice).findings]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_the_name_of_a_file_is_no_report(
    function: Any, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    for name in (str(report), "a.txt"):
        with pytest.raises(ValueError, match=re.escape(f"Path({name!r})")):
            function(name)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_a_file_that_is_not_there_is_raised(function: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        function(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError):
        function(tmp_path)


@pytest.mark.parametrize("text", ["", "a.txt", "\x00", "\ud800", "无" * 5000, "."])
def test_any_other_text_is_a_report(text: str) -> None:
    assert "GD002" in codes(text)


def test_text_bytes_and_path_are_the_same_report(report: Path) -> None:
    assert codes(WRONG) == codes(WRONG.encode()) == codes(report) == ["GD404"]
    assert codes(RIGHT) == []


def test_rules_are_chosen_by_lists(report: Path) -> None:
    assert codes(report, select=["GD1", "GD404"]) == ["GD404"]
    assert codes(report, ignore=["litigation-total"]) == []
    for key in ("select", "ignore", "packs"):
        with pytest.raises(TypeError, match=f"{key} is a list"):
            codes(report, **{key: "GD404"})


def test_known_findings_are_the_command_s(report: Path) -> None:
    settings = report.parent / ".gdlint.yaml"
    settings.write_text("baseline: nowhere.json", encoding="utf-8")
    assert "GD404" in codes(report, settings=settings)


def test_an_edited_settings_file_is_seen(report: Path) -> None:
    settings = report.parent / ".gdlint.yaml"
    settings.write_text("ignore: [GD404]", encoding="utf-8")
    assert codes(report, settings=settings) == []
    settings.write_text("ignore: [GD4]  # all of them\nselect: [GD404]", encoding="utf-8")
    assert codes(report, settings=settings) == ["GD404"]


def test_a_settings_file_counts_where_it_is_named(report: Path) -> None:
    settings = report.parent / ".gdlint.yaml"
    settings.write_text("per-file-ignores: {a.txt: [GD404]}\nyear: 2021", encoding="utf-8")
    assert codes(report) == ["GD404"]
    assert "GD404" not in codes(report, settings=settings)
    assert "GD404" in codes(WRONG, settings=settings)
    assert gdlint.lint(report, settings=settings).report.facts.year == 2021


def packed(folder: Path) -> str:
    """A pack in a folder."""
    (folder / "pack.yaml").write_text(FACE, encoding="utf-8")
    (folder / "rules.yaml").write_text(RULE, encoding="utf-8")
    return str(folder)


def test_a_pack_counts_where_it_is_named(tmp_path: Path) -> None:
    assert codes(RIGHT, packs=[packed(tmp_path)]) == ["MY001"]
    assert codes(RIGHT, packs=[packed(tmp_path)], ignore=["MY"]) == []


def test_packs_of_the_region_are_found(report: Path) -> None:
    settings = report.parent / ".gdlint.yaml"
    settings.write_text("packs: [auto]\nregion: 甘肃省武威市\nselect: [WW]\nyear: 2025", encoding="utf-8")
    asked = gdlint.lint(report, settings=settings).outcome
    assert asked.true + asked.false + asked.unknown > 0


@pytest.mark.parametrize(
    "choice",
    [{"select": ["GD999"]}, {"packs": ["nowhere"]}, {"settings": Path(os.devnull).parent / "none.yaml"}],
)
def test_a_wrong_choice_is_raised(choice: Any) -> None:
    with pytest.raises(ConfigError):
        codes(RIGHT, **choice)
