"""Known findings in a file beside the reports: by path, rule and content, so that moved lines change nothing.

The same file serves those who may not write comments into an official document: an entry has room for a reason.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.jsonfile import json_of
from gdlint.config.schema import shown
from gdlint.model.finding import Finding
from gdlint.model.report import Report

SCHEMA = 1
LARGEST = 15_000_000
"""bytes"""
MOST_VALUES = 1_000_000
"""those of 150,000 known findings"""


class KnownFinding(NamedTuple):
    """One known finding: where, which rule, the fingerprint of its content, and why it may stay. `line` is for people."""

    path: str
    code: str
    fingerprint: str
    line: int
    reason: str = ""


class ReportIdentity(NamedTuple):
    """What a report is known by when its file has another name: a hash of its text, and its title."""

    text: str
    title: str


Entries = Mapping[str, KnownFinding]
"""known findings of one file by their fingerprint"""


class Baseline:
    """The entries of a file, and which of them were met in this run."""

    def __init__(
        self,
        folder: Path,
        entries: Sequence[KnownFinding],
        identities: Mapping[str, ReportIdentity] | None = None,
    ) -> None:
        self.folder = folder
        self.entries = entries
        self.identities = identities or {}
        """of all files that were checked when it was written, by their paths"""
        self.by_path: dict[str, dict[str, KnownFinding]] = {}
        for entry in entries:
            self.by_path.setdefault(entry.path, {})[entry.fingerprint] = entry
        self.seen: set[str] = set()
        self.met: set[KnownFinding] = set()
        self.renamed: dict[str, str] = {}
        """the present path of files that had another one, by that"""

    def key(self, path: str) -> str:
        """A path as entries name it: relative to the folder of the file, with slashes. (On another drive it is absolute.)"""
        try:
            return Path(os.path.relpath(path, self.folder)).as_posix()
        except ValueError:
            return Path(os.path.abspath(path)).as_posix()

    def is_there(self, path: str) -> bool:
        """The file of a path in an entry exists, or the archive that it lies in."""
        file = self.folder / path
        return os.path.lexists(file) or any(os.path.isfile(each) for each in file.parents)

    def known(self, report: Report) -> Entries:
        """The entries of a report. Those of a file that is gone are followed to the file that now holds the same report."""
        key = self.key(report.source.path)
        self.seen.add(key)
        if key not in self.by_path and (before := self._before(key, report)):
            self.renamed[before] = key
            self.seen.add(before)
            return self.by_path[before]
        return self.by_path.get(key, {})

    def _before(self, key: str, report: Report) -> str | None:
        """The path that a report had: the one whose file is gone and had the same text, or else alone the same title. One that
        was there before, or is no file, had none."""
        gone = {path: face for path, face in self._gone.items() if path not in self.renamed}
        if not gone or key in self.identities or report.source.text is None or not self.is_there(key):
            return None
        face = identity_of(report)
        same = [path for path, other in gone.items() if other.text == face.text]
        alike = [path for path, other in gone.items() if face.title and other.title == face.title]
        return same[0] if same else alike[0] if len(alike) == 1 else None

    @cached_property
    def _gone(self) -> Mapping[str, ReportIdentity]:
        """The identities of files that are no longer there."""
        return {
            path: face
            for path, face in self.identities.items()
            if path in self.by_path and not self.is_there(path)
        }

    def listed(self, report: Report, findings: Iterable[Finding]) -> frozenset[str]:
        """The fingerprints of those findings of a report that are known; they count as met."""
        known = self.known(report)
        if not known:
            return frozenset()
        met = {f.fingerprint: f.code for f in findings if f.fingerprint in known}
        met = {mark: code for mark, code in met.items() if known[mark].code == code}
        self.met.update(known[mark] for mark in met)
        return frozenset(met)

    def stale(self, ran: frozenset[str]) -> list[KnownFinding]:
        """Entries that no finding met, of files that were checked in this run, by rules that ran; and those of files that are gone.
        (Where no file was checked, but a text that has no place, nothing is gone.)"""
        of_files = any(map(self.is_there, self.seen))
        there = {path: self.is_there(path) for path in self.by_path.keys() - self.seen} if of_files else {}
        return [
            entry
            for entry in self.entries
            if not there.get(entry.path, True)
            or (entry.path in self.seen and entry.code in ran and entry not in self.met)
        ]


def identity_of(report: Report) -> ReportIdentity:
    """What a report is known by."""
    from hashlib import sha256

    text = (report.source.text or "").encode("utf-8", "surrogatepass")
    title = report.facts.title.text if report.facts.title else ""
    return ReportIdentity(sha256(text).hexdigest()[:16], "".join(title.split()))


def entry_of(finding: Finding, key: str, reason: str = "") -> KnownFinding:
    """A finding as an entry."""
    return KnownFinding(key, finding.code, finding.fingerprint, finding.line, reason)


def read_baseline(path: Path) -> Baseline:
    """Read a file.

    Raises `ConfigError` for one that cannot be read or is none.
    """
    place = SettingPlace(str(path))
    data = json_of(path, place, LARGEST, MOST_VALUES)
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ConfigError(place, "no-baseline")
    if data.get("schema") != SCHEMA:
        raise ConfigError(place, "schema", value=shown(data.get("schema")), known=SCHEMA)
    entries = [_entry(place, n, item) for n, item in enumerate(data["findings"], 1)]
    return Baseline(path.parent, entries, _identities(data.get("files")))


def _identities(files: Any) -> dict[str, ReportIdentity]:
    """What the file says of the reports; a file of before says nothing."""
    if not isinstance(files, dict):
        return {}
    return {
        path: ReportIdentity(*(_text(item.get(name)) for name in ReportIdentity._fields))
        for path, item in files.items()
        if isinstance(item, dict)
    }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _entry(place: SettingPlace, number: int, item: Any) -> KnownFinding:
    wanted: Mapping[str, type] = {"path": str, "code": str, "fingerprint": str}
    if not isinstance(item, dict) or not all(isinstance(item.get(key), kind) for key, kind in wanted.items()):
        raise ConfigError(place, "bad-entry", number=number)
    line = item.get("line")
    return KnownFinding(
        item["path"],
        item["code"],
        item["fingerprint"],
        line if type(line) is int and 0 < line < LARGEST else 0,
        _text(item.get("reason")),
    )


def text_of(entries: Iterable[KnownFinding], identities: Mapping[str, ReportIdentity]) -> str:
    """The file with these entries, and what reports are known by, one a line."""
    entries = sorted(entries)
    findings = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in entries]
    files = [
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(identities[path]._asdict(), ensure_ascii=False)}"
        for path in sorted(identities)
    ]
    return f'{{"schema": {SCHEMA},\n"findings": [{_lines(findings)}],\n"files": {{{_lines(files)}}}\n}}\n'


def _lines(items: Sequence[str]) -> str:
    return "\n" + ",\n".join(items) + "\n" if items else ""
