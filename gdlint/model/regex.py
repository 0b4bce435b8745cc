"""Regular expressions that are compiled when they are first used: most reports never need them, and a start is short."""

import gc
import re
from typing import cast

_USES = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name not in _USES:
            raise AttributeError(name)
        from gdlint.data import builtin, regexcode

        compiled = regexcode.compiled(self._pattern, self._flags, builtin.regexes())
        vars(self).update({use: getattr(compiled, use) for use in _USES})
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of a pattern, made when it is first used; a broken pattern raises then. It has the methods of a
    compiled expression that search, and no others; `re` itself does not take it."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def in_use() -> set[tuple[str, int]]:
    """The patterns of all that `lazy` gave and that are still there, with their flags."""
    # Noting each when it is made would cost every start.
    return {(one._pattern, one._flags) for one in gc.get_objects() if isinstance(one, _Lazy)}
