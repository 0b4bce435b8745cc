"""A settings file as plain data with the line of each value: YAML, or a table of a TOML file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.entries import Keys
from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.data.filebytes import FileError, file_bytes

LARGEST = 500_000
"""bytes of a TOML file"""


class Tree(NamedTuple):
    """A file, what it holds, and the line of each value by the keys and indices that lead to it."""

    file: str
    data: Any
    lines: Mapping[Keys, int]

    def place(self, *keys: str | int) -> SettingPlace:
        """Where the value that keys lead to is written, or else the nearest value above it."""
        for n in range(len(keys), 0, -1):
            if keys[:n] in self.lines:
                return SettingPlace(self.file, self.lines[keys[:n]])
        return SettingPlace(self.file, self.lines.get((), 1))


def read_tree(path: Path) -> Tree:
    """Read a YAML file, or the table `tool.gdlint` of a TOML file; `data` is None where that table is not there.

    Raises `ConfigError` for what cannot be read or follows no syntax.
    """
    if path.suffix == ".toml":
        return _of_toml(path)
    from gdlint.data import yamlfile

    try:
        content = yamlfile.content(path)
    except yamlfile.YamlError as error:
        raise ConfigError(SettingPlace(str(path), error.line), "bad-syntax", reason=error.cause) from None
    return Tree(str(path), content.data, content.lines)


def _of_toml(path: Path) -> Tree:
    # YAML and TOML are loaded where a file is there: most calls have none.
    from gdlint.config.toml import TomlError, refused, toml_values
    from gdlint.config.tomllines import lines_of

    file = str(path)
    try:
        text = file_bytes(path, LARGEST).decode("utf-8-sig")
        whole = toml_values(text)
    except FileError as error:
        raise ConfigError(SettingPlace(file), "as-said", reason=error.words) from None
    except UnicodeDecodeError:
        raise ConfigError(SettingPlace(file), "not-utf8") from None
    except TomlError as error:
        raise ConfigError(SettingPlace(file, error.line), "bad-syntax", reason=error.words) from None
    tool = whole.get("tool", {})
    data = tool.get("gdlint") if isinstance(tool, dict) else None
    tree = Tree(file, data, lines_of(text, ("tool", "gdlint")))
    if found := refused(data):
        raise ConfigError(tree.place(*found[0]), "as-said", reason=found[1])
    return tree
