"""The built-in catalogue: the definitions in `rules/catalog`, ready to run."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from gdlint.engine.checks import Ready, prepare
from gdlint.engine.definition import Definition, RuleError, define
from gdlint.model.form import Forms


class CatalogError(ValueError):
    """A rule file that cannot be used: one line with file, line, rule and cause."""


def definitions(files: Iterable[tuple[Path, Any]], forms: Forms) -> list[Definition]:
    """The rules of parsed YAML files, in the order of their codes.

    Raises `CatalogError` for a rule that cannot be used.
    """
    found: dict[str, Definition] = {}
    for path, data in files:
        if not isinstance(data, list):
            raise CatalogError(f"{path}: expected a list of rules")
        for n, item in enumerate(data):
            try:
                definition = define(item, forms)
            except RuleError as error:
                raise CatalogError(_say(path, (n, *error.path), item, error.message)) from None
            if definition.rule.code in found:
                raise CatalogError(f"{path}: the code {definition.rule.code} is given twice")
            found[definition.rule.code] = definition
    return [found[code] for code in sorted(found)]


def ready(definition: Definition, forms: Forms) -> Ready:
    """A definition made ready to run.

    Raises `CatalogError` for names and types that do not fit.
    """
    try:
        return prepare(definition, forms)
    except RuleError as error:
        raise CatalogError(f"{definition.rule.code}: {error.message}") from None


def _say(path: Path, keys: Sequence[str | int], item: Any, message: str) -> str:
    from gdlint.yamlfile import line_of

    code = item.get("code", "?") if isinstance(item, dict) else "?"
    return f"{path}:{line_of(path, keys)}: {code}: {message}"


def select(rules: Sequence[Definition], chosen: Sequence[str], ignored: Sequence[str]) -> list[Definition]:
    """The rules that a selection by code, name or prefix of the code leaves; the longest match wins.

    Raises `CatalogError` for a selector that fits no rule.
    """
    for selector in (*chosen, *ignored):
        if not any(_fits(selector, rule) for rule in rules) and selector != "ALL":
            raise CatalogError(_unknown(selector, rules))
    return [rule for rule in rules if _selected(rule, chosen, ignored)]


def _selected(rule: Definition, chosen: Sequence[str], ignored: Sequence[str]) -> bool:
    wanted = max((_weight(selector, rule) for selector in chosen), default=0)
    unwanted = max((_weight(selector, rule) for selector in ignored), default=0)
    if not chosen and not unwanted:
        return rule.rule.default
    return wanted > unwanted if chosen else False


def _weight(selector: str, rule: Definition) -> int:
    """How closely a selector names a rule: its name or whole code most, a prefix by its length, ALL least."""
    if selector == "ALL":
        return 1
    if not _fits(selector, rule):
        return 0
    return 100 if selector.lower() == rule.rule.name else 1 + len(selector)


def _fits(selector: str, rule: Definition) -> bool:
    return rule.rule.code.startswith(selector.upper()) or rule.rule.name == selector.lower()


def _unknown(selector: str, rules: Sequence[Definition]) -> str:
    from difflib import get_close_matches

    names = [name for rule in rules for name in (rule.rule.code, rule.rule.name)]
    close = get_close_matches(selector, names, 1) or get_close_matches(selector.upper(), names, 1)
    return f"no rule {selector!r}" + (f", did you mean {close[0]!r}?" if close else "")
