"""YAML files as this project reads them: which are refused, and where a value stands (see `yamlvalues`)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from gdlint.data.filebytes import FileError, file_bytes
from gdlint.data.yamlvalues import DEEPEST, Content, RefusedError, content_of
from gdlint.words.fault import FaultError, Words, fault, placed
from gdlint.words.yaml_problems import yaml_words

LARGEST = 1_000_000
"""bytes"""

_AHEAD = 1024
"""characters that a YAML scanner reads ahead of what it hands on, as long as a key may be"""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


class YamlError(FaultError):
    """A file that cannot be read as YAML, or that holds what is not taken: one line with file, line, column and cause."""

    def __init__(self, path: Path, place: str, cause: Words) -> None:
        super().__init__(placed(f"{path}:{place}" if place else path, cause))
        self.line = int(place.partition(":")[0] or 0)
        self.cause = cause


def load(path: Path) -> Any:
    """The values of one file.

    Raises `YamlError`, also for a file that cannot be opened.
    """
    return _content(path, placing=False).data


def place_of(path: Path, keys: Sequence[str | int]) -> str:
    """Line and column (`12:8`, from 1) of the value that keys and indices lead to, or of the nearest one above it."""
    places = content(path).places
    wanted = tuple(keys)
    while wanted and wanted not in places:
        wanted = wanted[:-1]
    line, column = places.get(wanted, (1, 1))
    return f"{line}:{column}"


def content(path: Path) -> Content:
    """The values of one file and their places.

    Raises `YamlError`, also for a file that cannot be opened.
    """
    return _content(path, placing=True)


def _content(path: Path, *, placing: bool) -> Content:
    try:
        raw = file_bytes(path, LARGEST)
    except FileError as error:
        raise YamlError(path, "1:1" if error.too_large else "", error.words) from None
    try:
        return _parsed(raw, placing)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise YamlError(path, f"{line}:1", fault("not-utf8", {"byte": error.start})) from None
    except RefusedError as error:
        raise YamlError(path, error.place, error.words) from None


@lru_cache(maxsize=4)
def _parsed(raw: bytes, placing: bool) -> Content:
    text = raw.decode("utf-8-sig")
    try:
        return content_of(text, placing=placing)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and _nesting(text[max(mark.index - _AHEAD, 0) : mark.index]) > DEEPEST:
            raise RefusedError(mark, "too-deep", limit=DEEPEST) from None
        problem = " ".join(str(error.problem or error.context or "no YAML").split())
        raise RefusedError(mark, "yaml", reason=yaml_words(problem)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        mark = yaml.Mark("", 0, line - 1, 0, None, 0)
        raise RefusedError(mark, "bad-character", code=error.character) from None


def _nesting(text: str) -> int:
    """How many lists and mappings in brackets a text opens and does not close.

    Some releases of libyaml have a limit of their own, and reach it while they read ahead, before ours is asked.
    """
    bare = _QUOTED.sub("", text)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
