"""How a value that a plugin hands in is held against its type, and how what is wrong with it is raised."""

from typing import Any, NoReturn

from gdlint.words.fault import FaultError, fault


def is_number(value: Any) -> bool:
    """A whole number, of which a truth is none."""
    return isinstance(value, int) and not isinstance(value, bool)


def are(items: Any, kind: type) -> bool:
    """A tuple or list whose items are all of a kind."""
    return isinstance(items, tuple | list) and all(isinstance(item, kind) for item in items)


def fail(key: str, **fields: object) -> NoReturn:
    """Raise the `FaultError` of a key of `words.faults`."""
    raise FaultError(fault(key, {**fields}))
