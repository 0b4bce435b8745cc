"""What a program wants of a session, held against the keys that settings files have, and what it says of one report."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.schema import KEYS, KINDS, REPLACED, check
from gdlint.config.tree import Tree
from gdlint.model.form import Template
from gdlint.model.frozen import NOTHING
from gdlint.model.source import Source

_OF_FILES = ("schema", "root", "extends", "requires")
"""keys that only a file has"""
_HOLDERS: Mapping[str, str] = {
    "texts": "many", "globs": "many", "levels": "by_name", "options": "by_name", "ignores": "by_name",
}  # fmt: skip
"""which field of a `Choice` holds values of a kind; all others are single values"""
_KEYS = {name: key for name, key in KEYS.items() if name not in _OF_FILES}


class Options(NamedTuple):
    """What overrules a report's own word: the name of a form (one that is a year may be a number), year, body."""

    template: Template | None = None
    year: int | None = None
    body: str | None = None


NO_OPTIONS = Options()


class Choice(NamedTuple):
    """What whoever opens a session wants, before what settings files say: single values and lists by their keys there."""

    one: Mapping[str, Any] = NOTHING
    many: Mapping[str, tuple[str, ...]] = NOTHING
    config: Path | None = None
    """the settings file for all reports"""
    nearest: bool = False
    """without such a file, the nearest one of each report counts"""
    plugins: tuple[str | Path, ...] = ()
    """modules or files, besides the plugins that are installed"""
    silences: bool = True
    """comments and known findings count"""
    baselines: bool = True
    """the files of known findings that settings name count"""
    by_name: Mapping[str, Mapping[str, Any]] = NOTHING
    """mappings by their keys: `severity`, `options`, `per-file-ignores`"""


NO_CHOICE = Choice()


def check_path(path: object) -> None:
    """Raise `TypeError` for what is no path, where a report has one."""
    if path is not None and not isinstance(path, Path):
        raise TypeError(f"the path of a report is a Path, not {type(path).__name__}")


def check_given(source: object, options: object) -> None:
    """Raise `TypeError` where what is to be read as a report is none that was read, or what overrules its own word is of the wrong
    kind, and `ValueError` for a year that none is for."""
    if not isinstance(source, Source):
        raise TypeError(f"a report is what read() of a session gives, not {type(source).__name__}")
    if not isinstance(options, Options):
        raise TypeError(f"options are an Options, not {type(options).__name__}")
    if options.body is not None and not isinstance(options.body, str):
        raise TypeError(f"Options.body is a text, not {options.body!r}")
    if options.year is None:
        return
    if not isinstance(options.year, int):
        raise TypeError(f"Options.year is a whole number, not {options.year!r}")
    if not KINDS["year"].fits(options.year):
        raise ValueError(f"Options.year is {KINDS['year'].en}, not {options.year!r}")


def check_chosen(choice: Choice) -> None:
    """Raise `ConfigError` for a key that settings do not have, for one in the wrong field, and for a value that is not of the
    kind of its key; `TypeError` for what is no `Choice`, for plugins that are no list, and for what is neither true nor false."""
    if not isinstance(choice, Choice):
        raise TypeError(f"a session takes a Choice, not {type(choice).__name__}")
    for name in ("nearest", "silences", "baselines"):
        if not isinstance(getattr(choice, name), bool):
            raise TypeError(f"Choice.{name} is true or false, not {getattr(choice, name)!r}")
    plugins: object = choice.plugins
    if isinstance(plugins, str):
        raise TypeError(f"plugins is a list of modules or files, not a text: [{plugins!r}]")
    for field in ("one", "many", "by_name"):
        values: Mapping[str, Any] = getattr(choice, field)
        said = {key: _plain(value) for key, value in values.items() if value is not None}
        check(Tree("", said, {}), _KEYS, REPLACED)
        for key in said:
            right = _HOLDERS.get(_KEYS[key].kind, "one")
            if right != field:
                raise ConfigError(SettingPlace(), "wrong-holder", key=key, field=field, right=right)


def _plain(value: Any) -> Any:
    """A value as a file would have it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return value
