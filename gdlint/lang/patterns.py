"""Regular expressions of rules: RE2, so that no pattern of anybody can take more than linear time."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from gdlint.lang.errors import ExpressionError

LONGEST = 1000


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Any:
    """The compiled pattern.

    Raises `ExpressionError` for what RE2 does not know (look-around, back-references) and for broken patterns.
    """
    import re2

    if len(pattern) > LONGEST + len("(?m)"):
        raise ExpressionError(f"pattern longer than {LONGEST} characters", LONGEST)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 22
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        raise ExpressionError(f"bad pattern: {reason}") from None


@lru_cache(maxsize=8192)
def found(pattern: str, text: str) -> bool:
    """The pattern matches somewhere in the text."""
    return compiled(pattern).search(text) is not None


def matches(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the pattern matches, as (start, end) in characters."""
    for match in compiled(pattern).finditer(text):
        yield match.span()


def can_match(pattern: str, lines: bytes) -> bool:
    """The pattern may match in one of some lines of UTF-8; false only where it matches in none of them."""
    return _of_lines(pattern).search(lines) is not None


@lru_cache(maxsize=512)
def _of_lines(pattern: str) -> Any:
    return compiled(f"(?m){pattern}")
