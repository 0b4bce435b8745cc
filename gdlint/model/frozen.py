"""A mapping that never changes, so that what holds one can be hashed, pickled and written as JSON."""

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

V = TypeVar("V")


class FrozenDict(dict[str, V]):
    """A dictionary that is made once. To change it raises `TypeError`."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (dict(self),)

    def _refused(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this mapping does not change")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refused


NOTHING: Mapping[str, Any] = FrozenDict()
