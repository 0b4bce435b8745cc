"""Regular expressions as the engine of Python compiled them, kept as data.

`re` compiles in Python, a character class beyond Latin in 60,000 steps, and has no way to keep the result; so this leans on the
module beneath it, as `.pyc` files lean on the byte code of one Python. What another engine compiled is never read.
"""

import re
import sys
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, cast

Kept = Mapping[str, Any]
"""flags, number of groups, names of groups and code, by flags and pattern"""


@cache
def engine() -> str:
    """What compiled code depends on: the Python, its engine, and how the machine writes numbers."""
    sre = import_module("_sre")
    return f"{sys.implementation.cache_tag} {sre.MAGIC} {sre.CODESIZE} {sys.byteorder}"


def written_out(patterns: Iterable[tuple[str, int]]) -> dict[str, Any]:
    """Patterns with their flags in, what `engine` made of them as JSON out; nothing where this Python compiles in other ways.

    Raises `re.error` for a broken pattern.
    """
    try:
        return {_key(*pattern): _written(*pattern) for pattern in sorted(patterns)}
    except (ImportError, AttributeError, TypeError):
        return {}


def _written(pattern: str, flags: int) -> list[Any]:
    tree = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(tree, flags)
    state = tree.state
    size = import_module("_sre").CODESIZE
    raw = b"".join(number.to_bytes(size, sys.byteorder) for number in code)
    return [
        flags | state.flags,
        state.groups - 1,
        dict(state.groupdict),
        b2a_base64(raw, newline=False).decode(),
    ]


def compiled(pattern: str, flags: int, kept: Kept) -> re.Pattern[str]:
    """What `re.compile` makes of a pattern, out of what is kept where it is there."""
    found = kept.get(_key(pattern, flags))
    if found is None:
        return re.compile(pattern, flags)
    whole, groups, names, code = found
    by_number = {number: name for name, number in names.items()}
    numbers = memoryview(a2b_base64(code)).cast("I").tolist()
    of_groups = tuple(by_number.get(number) for number in range(groups + 1))
    made = import_module("_sre").compile(pattern, whole, numbers, groups, names, of_groups)
    return cast("re.Pattern[str]", made)


def _key(pattern: str, flags: int) -> str:
    return f"{int(flags)} {pattern}"
