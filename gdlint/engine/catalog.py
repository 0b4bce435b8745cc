"""The built-in catalogue: the definitions in `rules/catalog`, ready to run."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from gdlint.engine.checks import Ready, prepare
from gdlint.engine.definition import Definition, RuleError, define
from gdlint.engine.derive import merged
from gdlint.lang.errors import nearest
from gdlint.model.form import Forms

PLANNED = frozenset({"GD005"})
"""rules of the fixed catalogue that others yield to before they exist"""


class CatalogError(ValueError):
    """A rule file that cannot be used: one line with file, line, rule and cause."""


def definitions(files: Iterable[tuple[Path, Any]], forms: Forms) -> list[Definition]:
    """The rules of parsed YAML files, in the order of their codes.

    Raises `CatalogError` for a rule that cannot be used.
    """
    found: dict[str, Definition] = {}
    places: dict[str, tuple[Path, int, Any]] = {}
    files = list(files)
    by_code = {
        str(item["code"]): item
        for _, data in files
        if isinstance(data, list)
        for item in data
        if isinstance(item, dict) and "code" in item
    }
    for path, data in files:
        if not isinstance(data, list):
            raise CatalogError(f"{path}:1: expected a list of rules")
        for n, item in enumerate(data):
            try:
                definition = define(merged(item, by_code), forms)
            except RuleError as error:
                raise CatalogError(_say(path, (n, *error.path), item, error.message)) from None
            if definition.rule.code in found:
                raise CatalogError(_say(path, (n, "code"), item, "the code is given twice"))
            if any(definition.rule.name == other.rule.name for other in found.values()):
                raise CatalogError(
                    _say(path, (n, "name"), item, f"the name {definition.rule.name!r} is given twice")
                )
            found[definition.rule.code] = definition
            places[definition.rule.code] = (path, n, item)
    for code, definition in found.items():
        for other in definition.rule.yields_to:
            if other not in found and other not in PLANNED:
                path, n, item = places[code]
                raise CatalogError(
                    _say(path, (n, "yields_to"), item, f"unknown rule {other!r}{nearest(other, found)}")
                )
    return [found[code]._replace(origin=places[code][:2]) for code in sorted(found)]


def ready(definition: Definition, forms: Forms, *, thorough: bool = True) -> Ready:
    """A definition made ready to run.

    Raises `CatalogError` for names and types that do not fit.
    """
    try:
        return prepare(definition, forms, thorough=thorough)
    except RuleError as error:
        if definition.origin is None:
            raise CatalogError(f"{definition.rule.code}: {error.message}") from None
        path, n = definition.origin
        raise CatalogError(
            _say(path, (n, *error.path), {"code": definition.rule.code}, error.message)
        ) from None


def _say(path: Path, keys: Sequence[str | int], item: Any, message: str) -> str:
    from gdlint.yamlfile import place_of

    code = item.get("code", "?") if isinstance(item, dict) else "?"
    return f"{path}:{place_of(path, keys)}: {code}: {message}"
