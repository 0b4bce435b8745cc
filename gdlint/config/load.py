"""From a path to settings: the file, the chain of files that it extends, and whether this version may read them."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gdlint.config.errors import ConfigError, Place
from gdlint.config.schema import KEYS, REPLACED, check, shown
from gdlint.config.settings import Settings, merge, settings_of
from gdlint.config.tree import Tree, read_tree
from gdlint.version import __version__

NONE = Settings()
"""what is in force where no file says anything"""


@cache
def load(path: Path) -> Settings:
    """The settings of a file and of those that it extends.

    Raises `ConfigError`.
    """
    settings = NONE
    for tree, data in reversed(_chain(path)):
        settings = merge(settings, settings_of(tree, data)) if settings.files else settings_of(tree, data)
    return settings


def _chain(path: Path) -> list[tuple[Tree, Mapping[str, Any]]]:
    """The file and those that it extends, nearest first."""
    chain: list[tuple[Tree, Mapping[str, Any]]] = []
    seen = set()
    place = Place()
    while True:
        if path.resolve() in seen:
            raise ConfigError(place, "cycle", path=path.name)
        seen.add(path.resolve())
        tree = read_tree(path)
        if path.suffix == ".toml" and tree.data is None:
            raise ConfigError(Place(str(path)), "no-section")
        data = check(tree, KEYS, REPLACED)
        check_requirement(tree, data)
        chain.append((tree, data))
        if "extends" not in data:
            return chain
        place = tree.place("extends")
        path = Path(os.path.normpath(path.parent / data["extends"]))
        if not path.is_file():
            raise ConfigError(place, "no-such-file", key="extends", path=data["extends"])


def check_requirement(tree: Tree, data: Mapping[str, Any]) -> None:
    """Raises `ConfigError` where `requires` is no requirement, or this version does not meet it."""
    if "requires" not in data:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        wanted = SpecifierSet(data["requires"])
    except InvalidSpecifier:
        raise ConfigError(tree.place("requires"), "bad-requirement", value=shown(data["requires"])) from None
    if not wanted.contains(__version__, prereleases=True):
        raise ConfigError(tree.place("requires"), "version", wanted=wanted, version=__version__)
