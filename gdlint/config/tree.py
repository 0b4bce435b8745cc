"""A settings file as plain data with the line of each value: YAML, or a table of a TOML file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, Place

Keys = tuple[str | int, ...]

LARGEST = 1_000_000
"""bytes of a TOML file"""


class Tree(NamedTuple):
    """A file, what it holds, and the line of each value by the keys and indices that lead to it."""

    file: str
    data: Any
    lines: Mapping[Keys, int]

    def place(self, *keys: str | int) -> Place:
        """Where the value that keys lead to is written, or else the nearest value above it."""
        for n in range(len(keys), 0, -1):
            if keys[:n] in self.lines:
                return Place(self.file, self.lines[keys[:n]])
        return Place(self.file, self.lines.get((), 1))


def read_tree(path: Path) -> Tree:
    """Read a YAML file, or the table `tool.gdlint` of a TOML file; `data` is None where that table is not there.

    Raises `ConfigError` for what cannot be read or follows no syntax.
    """
    if path.suffix == ".toml":
        return _of_toml(_text(path), str(path))
    from gdlint import yamlfile

    try:
        content = yamlfile.content(path)
    except yamlfile.YamlError as error:
        raise ConfigError(Place(str(path), error.line), "bad-syntax", reason=error.cause) from None
    return Tree(str(path), content.data, content.lines)


def _text(path: Path) -> str:
    place = Place(str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError(place, "too-large")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(place, "unreadable", reason=error.strerror or error) from None
    except UnicodeDecodeError:
        raise ConfigError(place, "not-utf8") from None


def _of_toml(text: str, file: str) -> Tree:
    # YAML and TOML are loaded where a file is there: most calls have none.
    import re
    import tomllib

    from gdlint.config.tomllines import lines_of

    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        reason = str(error).split(" (at ", maxsplit=1)[0]
        line = int(found[1]) if found else text.count("\n") + 1
        raise ConfigError(Place(file, line), "bad-syntax", reason=reason) from None
    except RecursionError:
        raise ConfigError(Place(file), "too-large") from None
    tool = whole.get("tool", {})
    data = tool.get("gdlint") if isinstance(tool, dict) else None
    return Tree(file, data, lines_of(text, ("tool", "gdlint")))
