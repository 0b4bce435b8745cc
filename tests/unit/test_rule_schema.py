"""The JSON Schema for rule files says to editors what the loader says."""

import json
from importlib import resources
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from gdlint.data import yamlfile
from gdlint.data.resources import rule_files
from gdlint.engine import shape
from gdlint.engine.example_shape import KEYS
from gdlint.matching.finders import FINDERS
from gdlint.matching.passages import PLACES
from gdlint.model.body_kinds import BODY_KINDS
from gdlint.scopes.scope import SCOPES
from support.rules import rule
from support.wrong_rules import OF_SHAPE

SCHEMA = json.loads((resources.files("gdlint.engine") / "rules.schema.json").read_text(encoding="utf-8"))
PARTS = SCHEMA["$defs"]


def valid(data: Any) -> bool:
    """Rules as data in, whether the schema takes them out."""
    return Draft202012Validator(SCHEMA).is_valid(data)


def scopes_of(pattern: str) -> set[str]:
    """The pattern of `each` in, the scopes that it lets through out."""
    plain, _, relations = pattern.partition("|claim with (")
    names = plain.split("(?:(")[1].split(")")[0].split("|")
    return {*names, *(f"claim with {name}" for name in relations.split(")")[0].split("|"))}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", rule_files("catalog"), ids=lambda path: path.name)
def test_all_shipped_rules_are_taken(path: Any) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(yamlfile.load(path))] == []
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (shape.RULE_KEYS, set(PARTS["rule"]["properties"])),
        (shape.SCOPE_KEYS, set(PARTS["rule"]["properties"]["cases"]["items"]["properties"])),
        (KEYS, set(PARTS["example"]["properties"])),
        (set(FINDERS), set(PARTS["python"]["enum"])),
        (set(BODY_KINDS), set(PARTS["rule"]["properties"]["applies"]["properties"]["kinds"]["items"]["enum"])),
        (set(shape.WORDS["per"]), set(PARTS["rule"]["properties"]["per"]["enum"])),
        (set(shape.WORDS["state"]), set(PARTS["rule"]["properties"]["state"]["enum"])),
        (set(PLACES) | set(PARTS["section"]["enum"]), set(PARTS["place"]["enum"])),
        (set(SCOPES), scopes_of(PARTS["each"]["pattern"])),
    ],
    ids=["rule", "case", "example", "finders", "kinds", "per", "state", "places", "scopes"],
)  # fmt: skip
def test_the_words_are_those_of_the_loader(known: set[str], said: set[str]) -> None:
    assert said == set(known)


@pytest.mark.parametrize(
    "data",
    [[], [rule()], [rule(check=True)], [{"code": "XX002", "name": "derived", "derives": "XX001"}]],
    ids=["none", "rule", "truth", "derived"],
)
def test_right_rules_are_taken(data: Any) -> None:
    assert valid(data)


@pytest.mark.parametrize("case", OF_SHAPE, ids=lambda case: case.name)
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses(case: Any) -> None:
    assert not valid(yaml.safe_load(case.text))
