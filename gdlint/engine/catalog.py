"""The built-in catalogue: the definitions in `rules/catalog`, ready to run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class UnknownRuleError(CatalogError):
    """A selector that fits no rule, and the nearest code or name."""

    def __init__(self, selector: str, near: str | None) -> None:
        super().__init__(f"no rule {selector!r}" + (f", did you mean {near!r}?" if near else ""))
        self.selector = selector
        self.near = near


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


def select(rules: Sequence[Definition], chosen: Sequence[str], ignored: Sequence[str]) -> list[Definition]:
    """The rules that a selection by code, name or prefix of the code leaves; the longest match wins.

    Raises `UnknownRuleError` for a selector that fits no rule.
    """
    for selector in (*chosen, *ignored):
        if not any(_fits(selector, rule) for rule in rules) and selector != "ALL":
            raise UnknownRuleError(selector, _nearest(selector, rules))
    selected = [rule for rule in rules if _selected(rule, chosen, ignored)]
    replaced = set(_replaced(selected, {rule.rule.code: rule for rule in rules}))
    return [rule for rule in selected if rule.rule.code not in replaced]


def _replaced(selected: Sequence[Definition], rules: Mapping[str, Definition]) -> Iterator[str]:
    """The codes of rules from which a selected one is derived, directly or not."""
    for rule in selected:
        base = rule.rule.derives
        while base:
            yield base
            base = rules[base].rule.derives if base in rules else None


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
    whole = _is_named(selector, rule) or selector.upper() == rule.rule.code
    return 100 if whole else 1 + len(selector)


def _fits(selector: str, rule: Definition) -> bool:
    return rule.rule.code.startswith(selector.upper()) or _is_named(selector, rule)


def _is_named(selector: str, rule: Definition) -> bool:
    return selector.lower() in (rule.rule.name, *rule.rule.aliases)


def _nearest(selector: str, rules: Sequence[Definition]) -> str | None:
    from difflib import get_close_matches

    names = [name for rule in rules for name in (rule.rule.code, rule.rule.name)]
    close = get_close_matches(selector.lower(), names, 1) or get_close_matches(selector.upper(), names, 1)
    return close[0] if close else None
