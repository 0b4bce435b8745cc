"""Which settings file counts for a file: the nearest one in its folder or above."""

import os
from pathlib import Path

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.data.filebytes import FileError, file_bytes

NAMES = (".gdlint.yaml", "pyproject.toml")
"""of two in one folder the first counts"""

MISTAKEN = (".gdlint.yml", ".gdlint.toml", ".gdlint.json")
"""names that are never read, and would be thought to be in force"""


def nearest_file(folder: Path) -> Path | None:
    """The settings file for what lies in a folder (absolute), or None.

    The search ends at the root of a repository. A pyproject.toml counts only if it speaks of gdlint.

    Raises `ConfigError` for what has the name of a settings file and is none, and for a file that is meant for one by its name.
    """
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if os.path.isfile(path) and (name != "pyproject.toml" or _speaks(path)):
                return path
            if name == NAMES[0] and os.path.lexists(path):
                raise ConfigError(SettingPlace(str(path)), "no-settings-file")
        for name in MISTAKEN:
            if os.path.lexists(parent / name):
                raise ConfigError(SettingPlace(str(parent / name)), "mistaken-name", name=NAMES[0])
        if os.path.exists(parent / ".git"):
            return None
    return None


def _speaks(path: Path) -> bool:
    """A pyproject.toml has a table of gdlint, or is broken where it might have one."""
    from gdlint.config.tree import LARGEST

    try:
        content = file_bytes(path, LARGEST + 1, cut=True)
    except FileError:
        return False
    if b"gdlint" not in content or len(content) > LARGEST:
        return b"tool.gdlint" in content
    from gdlint.config.toml import TomlError, toml_values

    try:
        tool = toml_values(content.decode("utf-8-sig")).get("tool", {})
    except (UnicodeDecodeError, TomlError):
        return b"tool.gdlint" in content
    return isinstance(tool, dict) and "gdlint" in tool
