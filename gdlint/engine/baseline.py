"""Known findings in a file beside the reports: by path, rule and content, so that moved lines change nothing.

The same file serves those who may not write comments into an official document: an entry has room for a reason.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, Place
from gdlint.model.finding import Finding

SCHEMA = 1
LARGEST = 50_000_000


class Entry(NamedTuple):
    """One known finding: where, which rule, the fingerprint of its content, and why it may stay. `line` is for people."""

    path: str
    code: str
    fingerprint: str
    line: int
    reason: str = ""


class Baseline:
    """The entries of a file, and which of them were met in this run."""

    def __init__(self, folder: Path, entries: Sequence[Entry]) -> None:
        self.folder = folder
        self.entries = entries
        self.by_path: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            self.by_path.setdefault(entry.path, {})[entry.fingerprint] = entry
        self.seen: set[str] = set()
        self.met: set[Entry] = set()

    def key(self, path: str) -> str:
        """A path as entries name it: relative to the folder of the file, with slashes."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def listed(self, path: str, findings: Iterable[Finding]) -> frozenset[str]:
        """The fingerprints of those findings of a file that are known; they count as met."""
        key = self.key(path)
        self.seen.add(key)
        known = self.by_path.get(key)
        if not known:
            return frozenset()
        met = {f.fingerprint: f.code for f in findings if f.fingerprint in known}
        met = {mark: code for mark, code in met.items() if known[mark].code == code}
        self.met.update(known[mark] for mark in met)
        return frozenset(met)

    def stale(self, ran: frozenset[str]) -> list[Entry]:
        """Entries of files that were checked in this run, by rules that ran, that no finding met."""
        return [
            entry
            for entry in self.entries
            if entry.path in self.seen and entry.code in ran and entry not in self.met
        ]


def entry_of(finding: Finding, key: str, line: int, reason: str = "") -> Entry:
    """A finding as an entry."""
    return Entry(key, finding.code, finding.fingerprint, line, reason)


def read_baseline(path: Path) -> Baseline:
    """Read a file.

    Raises `ConfigError` for one that cannot be read or is none.
    """
    place = Place(str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError(place, "too-large")
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(place, "unreadable", reason=error.strerror or error) from None
    except UnicodeDecodeError:
        raise ConfigError(place, "not-utf8") from None
    except json.JSONDecodeError as error:
        raise ConfigError(Place(str(path), error.lineno), "bad-syntax", reason=error.msg) from None
    except RecursionError:
        raise ConfigError(place, "too-large") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ConfigError(place, "no-baseline")
    if data.get("schema") != SCHEMA:
        raise ConfigError(place, "schema", value=data.get("schema"), known=SCHEMA)
    return Baseline(path.parent, [_entry(path, n, item) for n, item in enumerate(data["findings"])])


def _entry(path: Path, n: int, item: Any) -> Entry:
    wanted: Mapping[str, type] = {"path": str, "code": str, "fingerprint": str}
    if not isinstance(item, dict) or not all(isinstance(item.get(key), kind) for key, kind in wanted.items()):
        raise ConfigError(Place(str(path)), "bad-entry", number=n + 1)
    line = item.get("line")
    return Entry(
        item["path"],
        item["code"],
        item["fingerprint"],
        line if isinstance(line, int) else 0,
        str(item.get("reason", "")),
    )


def text_of(entries: Iterable[Entry]) -> str:
    """The file with these entries, one a line."""
    lines = (json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries))
    body = ",\n".join(lines)
    return f'{{"schema": {SCHEMA},\n"findings": [{body and chr(10)}{body}\n]}}\n'
