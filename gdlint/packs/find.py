"""Packs by name or path: shipped ones, those of installed distributions, and folders."""

import os
from functools import cache
from pathlib import Path

from gdlint import resources
from gdlint.config.errors import ConfigError
from gdlint.config.settings import AUTO, Given
from gdlint.fault import fault
from gdlint.lexicon.suggestions import nearest
from gdlint.packs.pack import FILE, FOLDER, Pack, read_pack
from gdlint.plugins.manager import current


@cache
def packs_on_offer() -> dict[str, Pack]:
    """All shipped and installed packs by name; a pack that cannot be read is a failure of its plugin."""
    found = {folder.name: read_pack(folder, "shipped") for folder in resources.pack_folders()}
    plugins = current()
    for folder, plugin in plugins.packs.items():
        try:
            pack = read_pack(folder, f"{plugin.distribution} {plugin.version}".strip() or plugin.module)
        except ConfigError as error:
            plugins.fail(plugin, "pack.yaml", error.words)
            continue
        if pack.name in found:
            words = fault("same-pack", {"pack": pack.name, "origin": found[pack.name].origin})
            plugins.fail(plugin, "pack.yaml", words)
        else:
            found[pack.name] = pack
    return found


def find_pack(given: Given) -> Pack:
    """The pack of a name or of a path, which is relative to the file in which it was written.

    Raises `ConfigError` with the places that were searched where there is none.
    """
    folder = Path(os.path.normpath(given.place.folder / given.value))
    if _is_path(given.value) or os.path.isfile(folder / FILE):
        if not os.path.isdir(folder):
            raise ConfigError(given.place, "no-such-file", key="packs", path=given.value)
        return read_pack(folder, FOLDER)
    known = packs_on_offer()
    if given.value in known:
        return known[given.value]
    places = ", ".join([FILE + " in " + str(folder), *sorted(known)])
    raise ConfigError(
        given.place, "no-pack", pack=given.value, places=places, near=nearest(given.value, [*known, AUTO])
    )


def _is_path(value: str) -> bool:
    return "/" in value or os.sep in value or value in (".", "..")
