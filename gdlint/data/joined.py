"""Data that adds to other data of the same shape."""

from collections.abc import Mapping
from typing import Any


def joined(own: Any, added: Any) -> Any:
    """Mappings key by key, lists one behind the other, each item once; anything else stays as it is."""
    if isinstance(own, Mapping):
        return {**own, **{key: joined(own.get(key), value) for key, value in added.items()}}
    if isinstance(own, list):
        return [*own, *(item for item in added if item not in own)]
    return added if own is None else own
