"""A settings file as plain data with the line of each value: YAML, or a table of a TOML file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, Place

Keys = tuple[str | int, ...]

LARGEST = 1_000_000
"""bytes of a settings file"""

MOST_VALUES = 50_000
"""values in it, those that aliases repeat included"""

DEEPEST = 50


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


def read_tree(path: Path, shown: str | None = None) -> Tree:
    """Read a YAML file, or the table `tool.gdlint` of a TOML file; `data` is None where that table is not there.

    Raises `ConfigError` for what cannot be read or follows no syntax.
    """
    file = shown or str(path)
    text = _text(path, file)
    return _of_toml(text, file) if path.suffix == ".toml" else of_yaml(text, file)


def _text(path: Path, file: str) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError(Place(file), "too-large")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(Place(file), "unreadable", reason=error.strerror or error) from None
    except UnicodeDecodeError:
        raise ConfigError(Place(file), "not-utf8") from None


def of_yaml(text: str, file: str) -> Tree:
    """The tree of a YAML text.

    Raises `ConfigError` for what follows no syntax, for keys given twice, and for too many values.
    """
    import yaml

    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        lines = {}
        for n, (keys, child) in enumerate(_nodes(node, file)):
            if n > MOST_VALUES:
                raise ConfigError(Place(file), "too-large")
            lines[keys] = child.start_mark.line + 1
        return Tree(file, loader.construct_document(node) if node else None, lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1 if mark else 1)
        raise ConfigError(place, "bad-syntax", reason=error.problem or error.context) from None
    except yaml.YAMLError as error:
        raise ConfigError(Place(file), "bad-syntax", reason=str(error).splitlines()[0]) from None
    except RecursionError:
        raise ConfigError(Place(file), "too-large") from None
    except ValueError as error:
        # SafeLoader lets impossible dates through to the constructor of dates.
        if isinstance(error, ConfigError):
            raise
        raise ConfigError(Place(file), "bad-syntax", reason=str(error)) from None
    finally:
        loader.dispose()


def _nodes(node: Any, file: str, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Each node below a node with the keys that lead to it; the line of a key is that of the key itself."""
    import yaml

    if len(keys) > DEEPEST:
        raise ConfigError(Place(file), "too-large")
    if isinstance(node, yaml.MappingNode):
        if not keys:
            yield keys, node
        seen = set()
        for name, value in node.value:
            if name.value in seen:
                raise ConfigError(Place(file, name.start_mark.line + 1), "double-key", key=name.value)
            seen.add(name.value)
            yield (*keys, name.value), name
            yield from _nodes(value, file, (*keys, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield (*keys, n), value
            yield from _nodes(value, file, (*keys, n))


def _of_toml(text: str, file: str) -> Tree:
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
