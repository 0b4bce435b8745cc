"""Packs by name or path: shipped ones, those of installed distributions, and folders; each is read once a session."""

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from gdlint.config.errors import ConfigError
from gdlint.config.settings import AUTO, Given
from gdlint.data import resources
from gdlint.lexicon.suggestions import nearest
from gdlint.packs.cache import CompiledPack, compiled
from gdlint.packs.pack import FILE, FOLDER, Pack, checked_files, pack_of
from gdlint.plugins.manager import Plugins
from gdlint.words.fault import fault


class PackIndex:
    """The packs that there are with some plugins, whose functions have some names."""

    def __init__(self, plugins: Plugins, functions: frozenset[str]) -> None:
        self.plugins, self.functions = plugins, functions
        self._read: dict[tuple[Path, str], Pack] = {}
        self._compiled: dict[Path, CompiledPack | None] = {}

    @cached_property
    def on_offer(self) -> Mapping[str, Pack]:
        """All shipped and installed packs by name; a pack that cannot be read is a failure of its plugin."""
        found = {folder.name: self.read(folder, "shipped") for folder in resources.pack_folders()}
        for folder, plugin in self.plugins.packs.items():
            origin = f"{plugin.distribution} {plugin.version}".strip() or plugin.module
            try:
                pack = self.read(folder, origin)
            except ConfigError as error:
                self.plugins.fail(plugin, FILE, error.words)
                continue
            if pack.name in found:
                words = fault("same-pack", {"pack": pack.name, "origin": found[pack.name].origin})
                self.plugins.fail(plugin, FILE, words)
            else:
                found[pack.name] = pack
        return found

    def find(self, given: Given) -> Pack:
        """The pack of a name or of a path, which is relative to the file in which it was written.

        Raises `ConfigError` with the places that were searched where there is none.
        """
        folder = given.path
        if _is_path(given.value) or os.path.isfile(folder / FILE):
            if folder.name == FILE and folder.is_file():
                folder = folder.parent
            if not os.path.isdir(folder):
                raise ConfigError(given.place, "no-such-folder", key="packs", path=given.value)
            return self.read(folder, FOLDER)
        known = self.on_offer
        if given.value in known:
            return known[given.value]
        if given.value.endswith(".py") and folder.is_file():
            raise ConfigError(given.place, "plugin-as-pack", path=given.value)
        places = ", ".join([str(folder / FILE), *sorted(known)])
        near = nearest(given.value, [*known, AUTO])
        raise ConfigError(given.place, "no-pack", pack=given.value, places=places, near=near)

    def read(self, folder: Path, origin: str) -> Pack:
        """The pack of a folder.

        Raises `ConfigError` for a pack.yaml that is missing or wrong, or that needs another version.
        """
        if (folder, origin) not in self._read:
            files = checked_files(folder, links=origin != FOLDER)
            self._compiled[folder] = compiled(tuple(files), self.functions)
            self._read[folder, origin] = pack_of(self._compiled[folder], folder, origin)
        return self._read[folder, origin]

    def compiled(self, pack: Pack) -> CompiledPack | None:
        """What this user kept of a pack that was read."""
        return self._compiled.get(pack.folder)


def _is_path(value: str) -> bool:
    return "/" in value or os.sep in value or value in (".", "..")
