"""Which settings are in force in a folder; each file is read once, and again when it was changed."""

import os
from pathlib import Path
from typing import NamedTuple

from gdlint.config.find import nearest_file
from gdlint.config.settings import NONE, Settings

Stamp = tuple[tuple[int, int, int] | None, ...]


class ReadSettings(NamedTuple):
    """The settings of a file, and what its chain of files was like when they were read."""

    settings: Settings
    stamp: Stamp


class SettingsLookup:
    """Finds settings: of one file where that is given, else of the nearest one if that is wanted, else none."""

    def __init__(self, file: Path | None, *, nearest: bool) -> None:
        self._file, self._nearest = file, nearest
        self._of_folders: dict[Path, Path | None] = {}
        self._read: dict[Path, ReadSettings] = {}

    def settings(self, folder: Path) -> Settings:
        """The settings for what lies in a folder (an absolute path): the same object as long as no file has changed.

        Raises `ConfigError` for a mistake in them.
        """
        file = self._file_for(folder)
        if file is None:
            return NONE
        found = self._read.get(file)
        if found is None or found.stamp != _stamp(found.settings):
            if found:
                self._of_folders.clear()
            from gdlint.config.read_settings import load

            settings = load(file)
            found = self._read[file] = ReadSettings(settings, _stamp(settings))
        return found.settings

    def _file_for(self, folder: Path) -> Path | None:
        if self._file or not self._nearest:
            return self._file
        if folder not in self._of_folders:
            self._of_folders[folder] = nearest_file(folder)
        return self._of_folders[folder]


def _stamp(settings: Settings) -> Stamp:
    return tuple(map(_state, settings.files))


def _state(file: str) -> tuple[int, int, int] | None:
    try:
        state = os.stat(file)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def lookup_for(file: str | Path | None, *, nearest: bool) -> SettingsLookup | None:
    """What finds the settings; None where there is neither a file nor one to be found."""
    return SettingsLookup(Path(file) if file else None, nearest=nearest) if file or nearest else None
