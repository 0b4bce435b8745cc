"""The built-in catalogue: the definitions in `rules/catalog`, ready to run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition, define
from gdlint.engine.derived_rules import merged
from gdlint.engine.preparing import prepare
from gdlint.engine.shape import RuleError
from gdlint.expressions.dialect import PLAIN, Dialect
from gdlint.matching.expression_error import LONGEST, nearest, short
from gdlint.model.form import Forms
from gdlint.words.fault import FaultError, Words, fault, placed

NO_BASE: Mapping[str, Any] = MappingProxyType({})

PLANNED = frozenset({"GD005"})
"""rules of the fixed catalogue that others yield to before they exist"""


class CatalogError(FaultError):
    """A rule file that cannot be used: one line with file, line, rule and cause."""


def read(paths: Iterable[Path]) -> list[tuple[Path, Any]]:
    """Rule files, parsed.

    Raises `CatalogError` for a file that cannot be read, is too large, or is no YAML that this project takes.
    """
    from gdlint.data import yamlfile

    try:
        return [(path, yamlfile.load(path)) for path in paths]
    except yamlfile.YamlError as error:
        raise CatalogError(error.words) from None


def written(paths: Iterable[Path]) -> Mapping[str, Any]:
    """The rules of rule files as data by code, with their examples, which neither bundle nor cache hold.

    Raises `CatalogError` for a file that cannot be read.
    """
    return {item["code"]: item for _, data in read(paths) for item in data}


def definitions(
    files: Iterable[tuple[Path, Any]],
    forms: Forms,
    base: Mapping[str, Any] = NO_BASE,
    dialect: Dialect = PLAIN,
    *,
    thorough: bool = True,
) -> list[Definition]:
    """The rules of parsed YAML files, in the order of their codes. `base` holds rules as data by code that they may derive
    from and yield to. `thorough` is false where all that was looked at before.

    Raises `CatalogError` for a rule that cannot be used.
    """
    written = list(_written(files))
    by_code = dict(base) | {str(each.item["code"]): each.item for each in reversed(written) if each.code}
    found: dict[str, Definition] = {}
    places: dict[str, Written] = {}
    names = {str(item.get("name")) for item in base.values()}
    for each in written:
        try:
            definition = define(merged(each.item, by_code), forms, dialect, thorough=thorough)
        except RuleError as error:
            raise each.error(error.path, error.words) from None
        rule = definition.rule
        if rule.code in found:
            raise each.error(("code",), fault("code-twice", {}))
        for name in (rule.name, *rule.aliases):
            if name in names:
                key = "name" if name == rule.name else "aliases"
                raise each.error((key,), fault("name-twice", {"name": short(name)}))
            names.add(name)
        found[rule.code] = definition._replace(origin=(each.path, each.number))
        places[rule.code] = each
    _check_yields(found, places, base)
    return [found[code] for code in sorted(found)]


class Written(NamedTuple):
    """A rule as it stands in a file: the file, the number of the rule in it, its data."""

    path: Path
    number: int
    item: Any

    @property
    def code(self) -> str | None:
        """The code that it gives itself."""
        return str(self.item["code"]) if isinstance(self.item, dict) and "code" in self.item else None

    def error(self, keys: Sequence[str | int], words: Words) -> CatalogError:
        """An error at a value of the rule."""
        return CatalogError(_at(self.path, (self.number, *keys), self.code, words))


def _written(files: Iterable[tuple[Path, Any]]) -> Iterator[Written]:
    for path, data in files:
        if not isinstance(data, list):
            raise CatalogError(placed(f"{path}:1:1", fault("no-list", {})))
        yield from (Written(path, number, item) for number, item in enumerate(data))


def _check_yields(
    rules: Mapping[str, Definition], places: Mapping[str, Written], base: Mapping[str, Any]
) -> None:
    """Rules yield to rules that are there, and not in a circle, in which all would be silent."""
    done: set[str] = {*PLANNED, *base}
    for code, definition in rules.items():
        for other in definition.rule.yields_to:
            if other not in rules and other not in done:
                near = nearest(other, {*rules, *base})
                words = fault("unknown-rule", {"rule": short(other), "near": near})
                raise places[code].error(("yields_to",), words)
    waiting = {code: set(definition.rule.yields_to) - done for code, definition in rules.items()}
    while free := [code for code, others in waiting.items() if not others - done]:
        done.update(free)
        for code in free:
            del waiting[code]
    for code in waiting:
        raise places[code].error(
            ("yields_to",), fault("yields-circle", {"codes": ", ".join(sorted(waiting))})
        )


def ready(definition: Definition, forms: Forms, *, thorough: bool = True, counted: bool = False) -> Ready:
    """A definition made ready to run; what a rule of a pack does is `counted`.

    Raises `CatalogError` for names and types that do not fit.
    """
    try:
        return prepare(definition, forms, thorough=thorough, counted=counted)
    except RuleError as error:
        if definition.origin is None:
            raise CatalogError(placed(definition.rule.code, error.words)) from None
        path, n = definition.origin
        raise CatalogError(_at(path, (n, *error.path), definition.rule.code, error.words)) from None


def _at(path: Path, keys: Sequence[str | int], code: str | None, words: Words) -> Words:
    from gdlint.data.yamlfile import place_of

    return placed(f"{path}:{place_of(path, keys)}: {(code or '?')[:LONGEST]}", words)
