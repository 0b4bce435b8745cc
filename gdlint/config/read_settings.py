"""From a path to settings: the file, the chain of files that it extends, and whether this version may read them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.schema import KEYS, REPLACED, check, shown
from gdlint.config.settings import NONE, Settings, merge, settings_of
from gdlint.config.tree import Tree, read_tree
from gdlint.version import __version__

LONGEST_CHAIN = 20
"""files that extend each other"""


def load(path: Path) -> Settings:
    """The settings of a file and of those that it extends.

    Raises `ConfigError`.
    """
    if not os.path.lexists(path):
        raise ConfigError(SettingPlace(), "no-such-file", key="settings", path=str(path))
    settings = NONE
    for tree, data in reversed(_chain(path)):
        settings = merge(settings, settings_of(tree, data)) if settings.files else settings_of(tree, data)
    return settings


def _chain(path: Path) -> list[tuple[Tree, Mapping[str, Any]]]:
    """The file and those that it extends, nearest first."""
    chain: list[tuple[Tree, Mapping[str, Any]]] = []
    seen: set[str] = set()
    place, home = SettingPlace(), _home(path)
    while True:
        real = os.path.realpath(path)
        if real in seen:
            raise ConfigError(place, "cycle", path=path.name)
        if len(seen) == LONGEST_CHAIN:
            raise ConfigError(place, "long-chain", limit=LONGEST_CHAIN)
        seen.add(real)
        tree, data = _read(path) if _is_ours(Path(real), home) else _read_unquoted(path, home)
        chain.append((tree, data))
        if "extends" not in data:
            return chain
        place = tree.place("extends")
        path = _extended(path, data["extends"], place)


def _read(path: Path) -> tuple[Tree, Mapping[str, Any]]:
    tree = read_tree(path)
    if path.suffix == ".toml" and tree.data is None:
        raise ConfigError(SettingPlace(str(path)), "no-section")
    data = check(tree, KEYS, REPLACED)
    check_requirement(tree, data)
    return tree, data


def _read_unquoted(path: Path, home: Path) -> tuple[Tree, Mapping[str, Any]]:
    """A file of somebody else: whoever writes the settings of a project could make its log show what lies beside it."""
    try:
        return _read(path)
    except ConfigError as error:
        raise ConfigError(error.place, "not-quoted", folder=home) from None


def _home(path: Path) -> Path:
    """The root of the repository that a settings file lies in, else its folder."""
    folder = Path(os.path.realpath(path.parent))
    return next((above for above in (folder, *folder.parents) if os.path.exists(above / ".git")), folder)


def _is_ours(real: Path, home: Path) -> bool:
    return real.is_relative_to(home) and ".git" not in real.relative_to(home).parts


def _extended(path: Path, name: str, place: SettingPlace) -> Path:
    """The file that a file extends, by its name there."""
    found = Path(os.path.normpath(path.parent / name))
    if found.suffix not in (".yaml", ".yml", ".toml"):
        raise ConfigError(place, "extended-name", path=name)
    if not os.path.isfile(found):
        raise ConfigError(place, "no-such-file", key="extends", path=name)
    return found


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
