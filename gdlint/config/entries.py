"""Plain data taken apart: what lies in a list or a mapping, and the keys and indices that lead to it."""

from collections.abc import Iterator
from typing import Any

Keys = tuple[str | int, ...]


def entries(keys: Keys, value: Any) -> Iterator[tuple[Keys, Any]]:
    """What lies in a value, which `keys` lead to; nothing where it is neither list nor mapping."""
    if isinstance(value, dict):
        yield from (((*keys, name), item) for name, item in value.items())
    elif isinstance(value, list):
        yield from (((*keys, number), item) for number, item in enumerate(value))
