"""What is in force: values with the places they come from, and how a later file or call meets an earlier one."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from gdlint.config.errors import SettingPlace
from gdlint.config.schema import KEYS, KINDS
from gdlint.config.tree import Tree

NOTHING: Mapping[str, Any] = MappingProxyType({})
AUTO = "auto"
"""among the packs: those that fit the report"""


class Given(NamedTuple):
    """A value and where it was written."""

    value: Any
    place: SettingPlace = SettingPlace()

    @property
    def path(self) -> Path:
        """The path that the value is, relative to the file in which it was written."""
        return Path(os.path.normpath(self.place.folder / self.value))


class Settings(NamedTuple):
    """All values of a chain of files and of a call; what nobody gave is absent.

    `one` holds single values, `many` lists, `by_name` mappings (for `options`, of rules to mappings of options).
    """

    files: tuple[str, ...] = ()
    """the file that counts, and behind it those that it extends"""
    one: Mapping[str, Given] = NOTHING
    many: Mapping[str, tuple[Given, ...]] = NOTHING
    by_name: Mapping[str, Mapping[str, Given]] = NOTHING

    def value(self, key: str) -> Any:
        """A single value, or None."""
        return self.one[key].value if key in self.one else None

    def entries(self, key: str) -> Mapping[str, Given]:
        """The entries of a mapping by name."""
        return self.by_name.get(key, NOTHING)


NONE = Settings()
"""what is in force where no file says anything"""


def settings_of(tree: Tree, data: Mapping[str, Any]) -> Settings:
    """The values of one checked file."""
    one, many, by_name = {}, {}, {}
    for key, value in data.items():
        if isinstance(value, list):
            many[key] = tuple(Given(item, tree.place(key, n)) for n, item in enumerate(value))
        elif key == "options":
            by_name[key] = {rule: _options(tree, rule, options) for rule, options in value.items()}
        elif isinstance(value, dict):
            by_name[key] = {name: Given(item, tree.place(key, name)) for name, item in value.items()}
        else:
            one[key] = Given(value, tree.place(key))
    return Settings((tree.file,), one, many, by_name)


def _options(tree: Tree, rule: str, options: Mapping[str, Any]) -> Given:
    values = {name: Given(value, tree.place("options", rule, name)) for name, value in options.items()}
    return Given(values, tree.place("options", rule))


def merge(base: Settings, over: Settings) -> Settings:
    """The values of a file over those of the file that it extends: maps merge key by key, all else is replaced."""
    by_name = {
        key: _merged(key, base.by_name.get(key, NOTHING), over.by_name.get(key, NOTHING))
        for key in {**base.by_name, **over.by_name}
    }
    return Settings(over.files + base.files, {**base.one, **over.one}, {**base.many, **over.many}, by_name)


def _merged(key: str, base: Mapping[str, Given], over: Mapping[str, Given]) -> Mapping[str, Given]:
    if key != "options":
        return {**base, **over}
    both = {
        rule: Given({**base[rule].value, **over[rule].value}, over[rule].place)
        for rule in base
        if rule in over
    }
    return {**base, **over, **both}


ADDED = ("ignore", "packs")
"""lists to which a call adds; other values of a call replace"""


def called(
    settings: Settings,
    one: Mapping[str, Any],
    many: Mapping[str, Sequence[str]],
    by_name: Mapping[str, Mapping[str, Any]] = NOTHING,
) -> Settings:
    """The values with what a call says besides; None and the empty list say nothing."""
    single = {**settings.one, **{key: Given(value) for key, value in one.items() if value is not None}}
    lists = dict(settings.many)
    for key, values in many.items():
        if values:
            before = settings.many.get(key, ()) if key in ADDED else ()
            lists[key] = (*before, *(Given(value) for value in values))
    entries = settings_of(Tree("", None, {}), {key: dict(items) for key, items in by_name.items()}).by_name
    return merge(settings, Settings((), single, lists, entries))


def merge_of(key: str) -> tuple[str, str]:
    """How the values of a key meet: a file's those of the file it extends, and a call's those of the file."""
    return KINDS[KEYS[key].kind].merge, "added" if key in ADDED else "replaces"
