"""What a program wants of a session, held against the keys that settings files have."""

from collections.abc import Mapping, Sequence
from typing import Any

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.schema import KEYS, REPLACED, check
from gdlint.config.tree import Tree

_OF_FILES = ("schema", "root", "extends", "requires")
"""keys that only a file has"""
_HOLDERS: Mapping[str, str] = {
    "texts": "many", "globs": "many", "levels": "by_name", "options": "by_name", "ignores": "by_name",
}  # fmt: skip
"""which field of a `Choice` holds values of a kind; all others are single values"""
_KEYS = {name: key for name, key in KEYS.items() if name not in _OF_FILES}


def check_chosen(
    one: Mapping[str, Any],
    many: Mapping[str, Sequence[str]],
    by_name: Mapping[str, Mapping[str, Any]],
    plugins: object = (),
) -> None:
    """Raise `ConfigError` for a key that settings do not have, for one in the wrong field, and for a value that is not of the
    kind of its key; `TypeError` for plugins that are no list."""
    if isinstance(plugins, str):
        raise TypeError(f"plugins is a list of modules or files, not a text: [{plugins!r}]")
    for field, values in {"one": one, "many": many, "by_name": by_name}.items():
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
