"""The JSON of a file that somebody may have written by hand: a baseline, or the findings of a first run."""

import json
from pathlib import Path
from typing import Any

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.data.filebytes import FileError, file_bytes


def json_of(path: Path, place: SettingPlace, largest: int, most: int) -> Any:
    """What a file of at most `largest` bytes and `most` values holds.

    Raises `ConfigError` at the place for a file that cannot be read, is no JSON, or holds more.
    """
    try:
        raw = file_bytes(path, largest)
    except FileError as error:
        raise ConfigError(place, "as-said", reason=error.words) from None
    # Before they are made: what is made of two bytes may take a hundred.
    if sum(map(raw.count, (b",", b"[", b"{"))) > most:
        raise ConfigError(place, "too-many-values", limit=most)
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(place, "not-utf8") from None
    except json.JSONDecodeError as error:
        raise ConfigError(place._replace(line=error.lineno), "bad-syntax", reason=error.msg) from None
    except RecursionError:
        raise ConfigError(place, "nested") from None
    except ValueError:
        raise ConfigError(place, "long-number") from None
