"""The JSON Schemas that are part of the package."""

import json
from functools import cache
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator


def complaints(name: str, data: Any) -> list[str]:
    """The name of a schema and some data in, what the schema says against them out."""
    return [f"{error.json_path}: {error.message}" for error in schema(name).iter_errors(data)]


@cache
def schema(name: str) -> Draft202012Validator:
    """The name of a schema in, its validator out."""
    file = resources.files("gdlint.reporters") / f"{name}.schema.json"
    if not file.is_file():
        pytest.fail(f"the package lacks gdlint/reporters/{name}.schema.json")
    content = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)
