"""The rules of a pack, ready to be offered."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.data import builtin, resources, yamlfile
from gdlint.engine import catalog
from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition
from gdlint.expressions.dialect import PLAIN, Dialect
from gdlint.model.form import Forms
from gdlint.packs.cache import CompiledPack, keep
from gdlint.packs.index import PackIndex
from gdlint.packs.old_words import OldWord, old_words
from gdlint.packs.pack import FILE, Pack, checked

MOST_RULES = 1_000


class Loaded(NamedTuple):
    """A pack, its rules, and these made ready where that was done while they were loaded (else they are known to fit)."""

    pack: Pack
    definitions: tuple[Definition, ...]
    ready: Mapping[str, Ready]
    old_words: tuple[OldWord, ...] = ()


def load_pack(pack: Pack, index: PackIndex, forms: Forms, dialect: Dialect) -> Loaded:
    """The rules of a pack. What was compiled before comes from the user's cache.

    Raises `ConfigError` for a pack without rules or with foreign codes, `CatalogError` for a rule that cannot be used.
    """
    files = rule_files(pack)
    known = index.compiled(pack)
    if known:
        documents = list(zip(files, known.documents, strict=True))
        dialect = dialect._replace(parsed=known.expressions)
        definitions = definitions_of(pack, documents, forms, dialect)
        return Loaded(pack, definitions, {}, old_words(known.documents, forms, dialect))
    _check_claims(pack, forms)
    documents = catalog.read(files)
    found = definitions_of(pack, documents, forms, dialect)
    ready = {definition.rule.code: catalog.ready(definition, forms, counted=True) for definition in found}
    face = checked(pack.folder / FILE)
    made = CompiledPack.of(face, [data for _, data in documents])
    keep((pack.folder / FILE, *files), index.functions, made)
    return Loaded(pack, found, ready, old_words([data for _, data in documents], forms, dialect))


def _check_claims(pack: Pack, forms: Forms) -> None:
    """Raises `ConfigError` for words of cells that no form has."""
    if pack.claims:
        from gdlint.config.tree import read_tree
        from gdlint.packs.claim_words import check_cells

        tree = read_tree(pack.folder / FILE)
        check_cells(tree, tree.data, forms)


def rule_files(pack: Pack) -> list[Path]:
    """The rule files of a pack.

    Raises `ConfigError` where it has none.
    """
    if not pack.files:
        raise ConfigError(SettingPlace(str(pack.folder / FILE)), "no-rules")
    return pack.files


def definitions_of(
    pack: Pack,
    documents: list[tuple[Path, Any]],
    forms: Forms,
    dialect: Dialect = PLAIN,
    base: Mapping[str, Any] | None = None,
) -> tuple[Definition, ...]:
    """The definitions in parsed files of a pack; those without years of their own have those of the pack. `base` are the built-in
    rules as data by code, if not those of the bundle."""
    if sum(len(data) for _, data in documents if isinstance(data, list)) > MOST_RULES:
        raise ConfigError(SettingPlace(str(pack.folder)), "too-many-rules", limit=MOST_RULES)
    found = catalog.definitions(documents, forms, base or base_items(), dialect)
    for definition in found:
        code = definition.rule.code
        if code.rstrip("0123456789") != pack.prefix:
            raise ConfigError(_place_of_code(definition, pack), "foreign-code", prefix=pack.prefix, code=code)
    found = [definition._replace(claims=pack.claims) for definition in found]
    return tuple(
        d if any(d.applies.years) else d._replace(applies=d.applies._replace(years=pack.years)) for d in found
    )


def _place_of_code(definition: Definition, pack: Pack) -> SettingPlace:
    if definition.origin is None:
        return SettingPlace(str(pack.folder))
    path, n = definition.origin
    return SettingPlace(f"{path}:{yamlfile.place_of(path, (n, 'code'))}")


@cache
def base_items() -> Mapping[str, Any]:
    """The built-in rules as data by code, from which those of a pack may derive."""
    return {item["code"]: item for _, data in builtin.documents("catalog") for item in data}


@cache
def written_rules() -> Mapping[str, Any]:
    """The built-in rules as they are written, with their examples, by code."""
    return catalog.written(tuple(resources.rule_files("catalog")))
