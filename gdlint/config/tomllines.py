"""The lines of keys in a TOML file, which `tomllib` does not tell.

Only for messages: it looks at headers and at keys that begin a line, and at the strings of the lists behind them.
"""

import re

_HEADER = re.compile(r"\s*+\[\[?+((?:[^\]\"']++|\"[^\"]*+\"|'[^']*+')++)\]\]?+\s*+(?:#.*+)?")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=(.*)")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")


def lines_of(text: str, table: tuple[str, ...]) -> dict[tuple[str | int, ...], int]:
    """The line (from 1) of each key below a table, and of each string in a list, by their path below it."""
    lines: dict[tuple[str | int, ...], int] = {}
    header: tuple[str, ...] = ()
    key: tuple[str, ...] | None = None
    items = 0
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HEADER.fullmatch(line):
            header, key = _parts(found[1]), None
            if header[: len(table)] == table:
                lines.setdefault(header[len(table) :], number)
            continue
        rest = line
        if found := _KEY.match(line):
            path = (*header, *_parts(found[1]))
            key = path[len(table) :] if path[: len(table)] == table else None
            items, rest = 0, found[2]
            if key is not None:
                for length in range(len(key) + 1):
                    lines.setdefault(key[:length], number)
        if key:
            for _ in _STRING.findall(rest.partition("#")[0]):
                lines[(*key, items)] = number
                items += 1
    return lines


def _parts(path: str) -> tuple[str, ...]:
    return tuple("".join(found) for found in _PART.findall(path))
