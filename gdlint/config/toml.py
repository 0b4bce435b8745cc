"""TOML as this project reads it: bounded before it is parsed, as what `tomllib` does with long numbers and long keys is not."""

import re
import tomllib
from functools import lru_cache
from typing import Any

from gdlint.config.entries import Keys, entries
from gdlint.words.fault import FaultError, Words, fault

DEEPEST = 20
"""parts of a key, and lists and tables inside each other"""
LONGEST_NUMBER = 18
"""digits, as in YAML"""

_QUOTED = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|\'\'\'(?:[^\']++|\'(?!\'\'))*+(?:\'\'\'|\Z)'
    r'|"(?:[^"\\\n]++|\\.)*+"?|\'[^\'\n]*+\'?|#[^\n]*+',
    re.DOTALL,
)
"""texts and comments, closed or not"""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")
_LONG_NUMBER = re.compile(r"(?<!\w)\d[\d_]{1000}")


class TomlError(FaultError):
    """What is no TOML or is not taken, in zh and en, and the line (from 1) of it."""

    def __init__(self, line: int, words: Words) -> None:
        super().__init__(words)
        self.line = line


@lru_cache(maxsize=2)
def toml_values(text: str) -> dict[str, Any]:
    """What a text holds.

    Raises `TomlError` for what follows no syntax, for keys of too many parts, and for numbers of more than a thousand digits.
    """
    # To parse a key of n parts takes n² steps.
    bare = _QUOTED.sub(lambda found: "x" + "\n" * found[0].count("\n"), text)
    for shape, key, limit in (
        (_LONG_KEY, "too-deep", DEEPEST),
        (_LONG_NUMBER, "number-too-long", LONGEST_NUMBER),
    ):
        if found := shape.search(bare):
            raise TomlError(bare.count("\n", 0, found.start()) + 1, fault(key, {"limit": limit}))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        reason = str(error).split(" (at ", maxsplit=1)[0]
        line = int(at[1]) if at else text.count("\n") + 1
        raise TomlError(line, fault("as-said", {"reason": reason})) from None
    except RecursionError:
        raise TomlError(1, fault("too-deep", {"limit": DEEPEST})) from None


def refused(data: Any) -> tuple[Keys, Words] | None:
    """The first value that is nested too deep or is a number that YAML would not give, and what is wrong with it."""
    waiting: list[tuple[Keys, Any]] = [((), data)]
    while waiting:
        keys, value = waiting.pop()
        if len(keys) > DEEPEST:
            return keys, fault("too-deep", {"limit": DEEPEST})
        if type(value) is int and abs(value) >= 10**LONGEST_NUMBER:
            return keys, fault("number-too-long", {"limit": LONGEST_NUMBER})
        if type(value) is float and not -1e18 < value < 1e18:
            return keys, fault("number-too-long", {"limit": LONGEST_NUMBER})
        waiting += entries(keys, value)
    return None
