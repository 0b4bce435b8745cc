"""The pages on the rule language: every rule in them runs, every message in them is said, the reference is made from the code."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from gdlint import api
from gdlint.data import yamlfile
from gdlint.engine import catalog
from gdlint.engine.definition import Definition
from gdlint.examples.outcomes import check_examples
from gdlint.expressions.calls import CALLS
from gdlint.expressions.functions import FUNCTIONS
from gdlint.matching.finders import FINDERS
from gdlint.matching.passages import PLACES
from gdlint.model.form import ColumnForm, RowForm
from gdlint.rules.rule_data import examples_in
from gdlint.scopes.report_names import FACTS
from gdlint.scopes.rule_places import PLACES as AT
from gdlint.scopes.scope import SCOPES
from gdlint.scopes.text_names import MATCH, STRETCH
from support.wrong_rules import RIGHT

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rule-language.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
CODES = [f"EX{n:03}" for n in range(1, 25)]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Definition]:
    """All rules of the page, as one file."""
    path = tmp_path_factory.mktemp("page") / "rules.yaml"
    path.write_text("".join(BLOCKS), encoding="utf-8")
    found = catalog.definitions([(path, yamlfile.load(path))], api.forms())
    return {each.rule.code: each for each in found}


def test_they_stand_in_order() -> None:
    assert [item["code"] for block in BLOCKS for item in yaml.safe_load(block)] == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_worked_example_runs(rules: dict[str, Definition], code: str) -> None:
    ready = catalog.ready(rules[code], api.forms())
    assert list(check_examples(ready, api.parse)) == []


def test_a_derived_rule_of_the_page_has_its_own_examples(rules: dict[str, Definition]) -> None:
    items: dict[str, Any] = {item["code"]: item for block in BLOCKS for item in yaml.safe_load(block)}
    assert examples_in(items, "EX020") != examples_in(items, "EX018")


def load(path: Path) -> None:
    """Load a rule file and make its rules ready."""
    for definition in catalog.definitions(catalog.read([path]), api.forms()):
        catalog.ready(definition, api.forms())


IN_ROWS = "each: row in disclosure\n  check: open_total > 0\n  applies: {template: 2021}"
REFUSED = {
    "unknown name 'yaer'": ("year > 0", "yaer > 0"),
    "unexpected '*'": ("year > 0", "'year == * 2'"),
    "body_kind is never": ("year > 0", 'body_kind == "twon"'),
    "a number is compared": ("year > 0", "year == body"),
    "unknown key 'whne'": ("examples: {good: {}, bad: {}}", "examples: {good: {}, bad: {}}\n  whne: year > 0"),
    "the 2021 form has no": ("each: report\n  check: year > 0", IN_ROWS),
    "a rule whose basis": ("severity: warning\n  each: report", "severity: error\n  each: report\n  sure: false"),
}  # fmt: skip


@pytest.mark.parametrize("words", REFUSED)
def test_every_message_of_the_page_is_said(tmp_path: Path, words: str) -> None:
    before, after = REFUSED[words]
    path = tmp_path / "rules.yaml"
    path.write_text(RIGHT.replace(before, after), encoding="utf-8")
    with pytest.raises(catalog.CatalogError) as caught:
        load(path)
    said = str(caught.value).replace(str(path), "rules.yaml")
    assert words in said
    assert said in PAGE


def test_the_reference_has_every_name_function_and_finder() -> None:
    reference = (ROOT / "docs" / "rule-reference.md").read_text(encoding="utf-8")
    said = {word.partition("(")[0] for word in re.findall(r"^(?:\||###) `([^`]+)`", reference, re.MULTILINE)}
    fields = {name for scope in SCOPES.values() for name in scope.fields}
    found = {value for finder in FINDERS.values() for value in finder.values}
    assert {*FACTS, *SCOPES, *fields, *FINDERS, *found, *FUNCTIONS, *CALLS, *PLACES, *AT} <= said


def test_the_page_tells_of_every_finder_and_every_name_of_running_text() -> None:
    words = set(re.findall(r"[a-z_-]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE)) + "".join(BLOCKS)))
    assert {*FINDERS, *MATCH, *STRETCH} - words == set()


def test_the_reference_has_every_key_of_the_forms() -> None:
    reference = (ROOT / "docs" / "rule-reference.md").read_text(encoding="utf-8")
    lines: list[RowForm | ColumnForm] = []
    for form in api.forms().tables.values():
        lines += [*form.rows, *form.columns]
    missing = [
        line.key
        for line in lines
        if f"| `{line.key}` | {'／'.join((*line.path, line.label))} |" not in reference
    ]
    assert missing == []


def test_the_reference_is_made_from_the_code() -> None:
    made = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_reference.py"], capture_output=True, check=True
    )
    assert made.stdout.decode("utf-8") == (ROOT / "docs" / "rule-reference.md").read_text(encoding="utf-8")
