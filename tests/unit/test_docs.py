"""The documentation says what the code does."""

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from gdlint import api
from gdlint.data import builtin

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["rules", "model"])
def test_a_page_is_what_the_code_makes_of_it(name: str) -> None:
    made = subprocess.run(
        [sys.executable, ROOT / "docs" / f"make_{name}.py"], capture_output=True, check=True
    )
    assert made.stdout.decode("utf-8") == (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name
)
def test_every_rule_that_a_page_names_exists(page: Path) -> None:
    known = {rule.rule.code for rule in api.builtin_rules()} | {"GD005", "GD999"}
    assert set(re.findall(r"\bGD\d{3}\b", page.read_text(encoding="utf-8"))) <= known


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_number_of_rules_is_told_as_it_is(page: str) -> None:
    told = re.findall(r"(\d+) (?:rules|条规则)", (ROOT / page).read_text(encoding="utf-8"))
    assert told
    assert set(told) == {str(len(api.builtin_rules()))}


def test_all_groups_are_named() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"The groups are those of the catalogue: (.*?);", page, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", told)) == set(builtin.groups())


@pytest.mark.parametrize("name", ["check", "extract", "rule_list"])
def test_the_schemas_are_json(name: str) -> None:
    schema = json.loads((ROOT / "gdlint" / "reporters" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_the_samples_of_formats_are_what_is_written_now() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        make_samples = import_module("make_samples")
    finally:
        sys.path.remove(str(ROOT / "docs"))
    told = "python docs/make_samples.py --picture makes them anew"
    assert make_samples.page() == (ROOT / "docs" / "samples.md").read_text(encoding="utf-8"), told
    assert make_samples.output("html") == (ROOT / "docs" / "samples" / "report.html").read_bytes(), told
    assert (ROOT / "docs" / "samples" / "report.png").is_file()
