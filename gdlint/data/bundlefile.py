"""The file of the bundle: JSON values, a line each, so that each is read when it is first asked for, in the memory that the one
before it left. The first line says what the file is, and how long the others are."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


class SeparateValues(dict[str, Any]):
    """A mapping to write of which each value is to be read by itself."""


class Sections(Mapping[str, Any]):
    """Values by their names, each read when it is first asked for."""

    def __init__(self, lines: "Mapping[str, memoryview | Sections]") -> None:
        self._lines = lines
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            line = self._lines[name]
            self._read[name] = line if isinstance(line, Sections) else json.loads(str(line, "utf-8"))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def write(path: Path, head: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Write values, or `SeparateValues` of them, by their names, and what the head says besides."""
    lines: list[bytes] = []
    lengths = _put(values, lines)
    path.write_bytes(b"".join([_line({**head, "lengths": lengths}), *lines]))


def _put(values: Mapping[str, Any], lines: list[bytes]) -> dict[str, Any]:
    lengths: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, SeparateValues):
            lengths[name] = _put(value, lines)
        else:
            lines.append(_line(value))
            lengths[name] = len(lines[-1])
    return lengths


def read(path: Path) -> tuple[Mapping[str, Any], Sections] | None:
    """What the head of a file says, and the values; None where it is not there, or not whole."""
    try:
        data = path.read_bytes()
        place = data.index(b"\n") + 1
        head = json.loads(data[:place].decode())
    except (OSError, ValueError):
        return None
    lengths = head.get("lengths") if isinstance(head, dict) else None
    if not isinstance(lengths, dict):
        return None
    sections, end = _taken(memoryview(data), place, lengths)
    return (head, sections) if end == len(data) else None


def _taken(data: memoryview, place: int, lengths: Mapping[str, Any]) -> tuple[Sections, int]:
    lines: dict[str, memoryview | Sections] = {}
    for name, length in lengths.items():
        if isinstance(length, dict):
            lines[name], place = _taken(data, place, length)
        else:
            lines[name] = data[place : place + length]
            place += length
    return Sections(lines), place


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
