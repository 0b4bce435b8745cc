"""The file that `--against` names: the JSON of a first run, which somebody may have written by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.jsonfile import json_of
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.against import AgainstReporter
from gdlint.reporters.first_run import First

LARGEST = 100_000_000
"""bytes"""
MOST_VALUES = 5_000_000
"""which take about 100 bytes of memory each"""
_FILE: Mapping[str, tuple[type, ...]] = {
    "path": (str,),
    "body": (str, type(None)),
    "year": (int, type(None)),
    "findings": (list,),
}
_FINDING: Mapping[str, tuple[type, ...]] = {"code": (str,), "fingerprint": (str,), "message": (str,)}


def first_run(path: str) -> First:
    """The files of a first run. Raises `ConfigError` for a file that cannot be read or is none of `check --format json`."""
    place = SettingPlace(path)
    data = json_of(Path(path), place, LARGEST, MOST_VALUES)
    files = data.get("files") if isinstance(data, dict) else None
    if not isinstance(files, list) or not all(map(_is_file, files)):
        raise ConfigError(place, "no-first-run")
    return First(files)


def against(style: str, path: str) -> Reporter:
    """The reporter of what became of a first run's findings, as text or JSON."""
    first = first_run(path)
    if style == "text":
        return AgainstReporter(first)
    from gdlint.reporters.against_json import AgainstJsonReporter

    return AgainstJsonReporter(first)


def _is_file(item: Any) -> bool:
    return _has(item, _FILE) and all(_has(finding, _FINDING) for finding in item["findings"])


def _has(item: Any, fields: Mapping[str, tuple[type, ...]]) -> bool:
    return isinstance(item, dict) and all(
        name in item and isinstance(item[name], kinds) for name, kinds in fields.items()
    )
