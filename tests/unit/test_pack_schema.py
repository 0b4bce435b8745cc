"""The JSON Schema for pack.yaml says to editors what the loader says."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from gdlint.config.errors import ConfigError
from gdlint.data import builtin
from gdlint.data.resources import rule_files
from gdlint.packs import claim_words
from gdlint.packs.pack import FILE, KEYS, NEEDED, checked

SCHEMA = json.loads((resources.files("gdlint.packs") / "pack.schema.json").read_text(encoding="utf-8"))
FACE: dict[str, Any] = {"name": "a-pack", "prefix": "AB", "version": "1", "sources": ["one"]}


def valid(data: Any) -> bool:
    """A pack.yaml as data in, whether the schema takes it out."""
    return Draft202012Validator(SCHEMA).is_valid(data)


def loads(data: Any, folder: Path) -> bool:
    """A pack.yaml as data in, whether the loader takes it out."""
    path = folder / FILE
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    try:
        checked(path)
    except ConfigError:
        return False
    return True


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_has_the_keys_of_the_loader() -> None:
    assert (set(SCHEMA["properties"]), set(SCHEMA["required"])) == (set(KEYS), set(NEEDED))


def test_it_has_the_kinds_of_words_of_the_lexicon() -> None:
    words = builtin.claims()
    parts = SCHEMA["properties"]["claims"]["properties"]
    assert set(parts) == set(words)
    maps = {name for name, value in words.items() if isinstance(value, dict)} - {"subjects", "aspects"}
    assert {name: set(parts[name]["properties"]) for name in maps} == {
        name: set(words[name]) for name in maps
    }


@pytest.mark.parametrize("kind", ["subjects", "aspects"])
def test_a_concept_says_what_the_loader_takes(kind: str) -> None:
    assert set(SCHEMA["$defs"][kind[:-1]]["properties"]) == set(claim_words._CONCEPTS[kind])


@pytest.mark.parametrize("path", [path for path in rule_files("packs") if path.name == FILE], ids=str)
def test_shipped_packs_are_valid(path: Path) -> None:
    assert valid(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"title": "text"},
        {"title": {"zh": "一", "en": "one"}},
        {"years": [2019, None]},
        {"claims": {"narrowing": ["掌上"], "aspects": {"new": {"of": ["requests"], "words": ["揽收"]}}}},
        {"name": "A Pack"},
        {"prefix": "GD"},
        {"prefix": "a"},
        {"years": [2019]},
        {"years": [1999, None]},
        {"sources": "one"},
        {"sources": [""]},
        {"title": {"zh": "一"}},
        {"unknown": 1},
        {"schema": 2},
        {"claims": {"unknown": ["掌上"]}},
        {"claims": {"narrowing": "掌上"}},
        {"claims": {"scopes": {"unknown": ["掌上"]}}},
        {"claims": {"subjects": {"requests": {"unknown": "掌上"}}}},
    ],
    ids=str,
)
def test_both_take_the_same(more: dict[str, Any], tmp_path: Path) -> None:
    data = {**FACE, **more}
    assert valid(data) == loads(data, tmp_path)


@pytest.mark.parametrize("key", NEEDED)
def test_both_ask_for_what_is_needed(key: str, tmp_path: Path) -> None:
    data = {name: value for name, value in FACE.items() if name != key}
    assert not valid(data)
    assert not loads(data, tmp_path)
