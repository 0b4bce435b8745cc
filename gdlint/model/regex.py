"""Regular expressions that are compiled when they are first used: most reports never need them, and a start is short."""

import re
from typing import cast

_USES = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name not in _USES:
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        vars(self).update({use: getattr(compiled, use) for use in _USES})
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of a pattern, made when it is first used; a broken pattern raises then. It has the methods of a
    compiled expression that search, and no others; `re` itself does not take it."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
