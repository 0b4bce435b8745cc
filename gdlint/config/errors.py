"""What is wrong with a settings file, as one line in either language."""

import os
from pathlib import Path
from typing import NamedTuple

from gdlint.words.fault import FaultError, placed, worded


class SettingPlace(NamedTuple):
    """Where a value was written: a file and a line from 1. Line 0 is the file as a whole; no file is the command line."""

    file: str = ""
    line: int = 0

    @property
    def folder(self) -> Path:
        """What paths and globs of this file are relative to; for the command line, the folder it is called in."""
        return Path(self.file).parent if self.file else Path.cwd()

    def __str__(self) -> str:
        file = os.path.relpath(self.file) if self.file.startswith(os.getcwd() + os.sep) else self.file
        return f"{file}:{self.line}" if self.line else file


class ConfigError(FaultError):
    """A setting that cannot be used: its place, and what is wrong in zh and en."""

    def __init__(self, place: SettingPlace, mistake: str, **fields: object) -> None:
        from gdlint.words.setting_faults import MISTAKES

        self.place = place
        words = worded(MISTAKES[mistake], fields)
        super().__init__(placed(place, words) if place.file else words)
