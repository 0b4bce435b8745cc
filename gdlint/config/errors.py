"""What is wrong with a settings file, as one line in either language."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from gdlint.config.words import MISTAKES, NEAR


class Place(NamedTuple):
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


class ConfigError(ValueError):
    """A setting that cannot be used: its place, and what is wrong in zh and en."""

    def __init__(self, place: Place, mistake: str, *, near: str | None = None, **fields: object) -> None:
        self.place = place
        self.mistake = mistake
        self.words: Mapping[str, str] = {
            language: text.format(**fields) + (NEAR[language].format(near=near) if near else "")
            for language, text in MISTAKES[mistake].items()
        }
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """The line that says it: file, line, cause, and the nearest valid word where there is one."""
        return f"{self.place}: {self.words[language]}" if self.place.file else self.words[language]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that resembles a word most, if any does."""
    from difflib import get_close_matches

    choices = {choice.lower(): choice for choice in sorted(known)}
    close = get_close_matches(word.lower(), choices, 1, 0.6)
    return choices[close[0]] if close else None
