"""Regular expressions as the engine of Python compiled them, kept as data.

`re` compiles in Python, a character class beyond Latin in 60,000 steps, and has no way to keep the result; so this leans on the
module beneath it, as `.pyc` files lean on the byte code of one Python. What another engine compiled is never read.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, cast

_LETTERS = "latin-1"
"""writes bytes as text, to which `json` does nothing"""


class Kept(NamedTuple):
    """The code of all patterns, and of each, by flags and pattern, its flags, the number and the names of its groups, and where its
    code begins and ends."""

    code: memoryview
    patterns: Mapping[str, tuple[int, int, dict[str, int], int, int]]


NOTHING = Kept(memoryview(b""), {})


@cache
def engine() -> str:
    """What compiled code depends on: the Python, its engine, and how the machine writes numbers."""
    sre = import_module("_sre")
    return f"{sys.implementation.cache_tag} {sre.MAGIC} {sre.CODESIZE} {sys.byteorder}"


def written_out(patterns: Iterable[tuple[str, int]]) -> Any:
    """Patterns with their flags in, what `engine` made of them as JSON out; nothing where this Python compiles in other ways.

    Raises `re.error` for a broken pattern.
    """
    from zlib import compress

    code, found = bytearray(), {}
    try:
        size = import_module("_sre").CODESIZE
        for pattern, flags in sorted(patterns):
            begin = len(code) // size
            state, numbers = _compiled(pattern, flags)
            code += b"".join(number.to_bytes(size, sys.byteorder) for number in numbers)
            place = begin, begin + len(numbers)
            found[_key(pattern, flags)] = [flags | state.flags, state.groups - 1, state.groupdict, *place]
    except (ImportError, AttributeError, TypeError):
        return None
    return [compress(code, 9).decode(_LETTERS), found]


def _compiled(pattern: str, flags: int) -> tuple[Any, list[int]]:
    tree = import_module("re._parser").parse(pattern, flags)
    return tree.state, import_module("re._compiler")._code(tree, flags)


def kept(written: Any) -> Kept:
    """What was written out, to compile from."""
    if not written:
        return NOTHING
    from zlib import decompress

    code, patterns = written
    return Kept(memoryview(decompress(code.encode(_LETTERS))).cast("I"), patterns)


def compiled(pattern: str, flags: int, whole: Kept) -> re.Pattern[str]:
    """What `re.compile` makes of a pattern, out of what is kept where it is there."""
    found = whole.patterns.get(_key(pattern, flags))
    if found is None:
        return re.compile(pattern, flags)
    all_flags, groups, names, begin, end = found
    by_number = {number: name for name, number in names.items()}
    of_groups = tuple(by_number.get(number) for number in range(groups + 1))
    numbers = whole.code[begin:end].tolist()
    made = import_module("_sre").compile(pattern, all_flags, numbers, groups, names, of_groups)
    return cast("re.Pattern[str]", made)


def _key(pattern: str, flags: int) -> str:
    return f"{int(flags)} {pattern}"
