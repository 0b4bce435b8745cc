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

    if len(pattern) > LONGEST:
        raise ExpressionError(f"pattern longer than {LONGEST} characters", LONGEST)
    try:
        return re2.compile(pattern, _options())
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


def any_can_match(wanted: tuple[str, ...], lines: bytes) -> bool:
    """One of some patterns may match in one of some lines of UTF-8; false only where none matches in any."""
    return _union(wanted).search(lines) is not None


@lru_cache(maxsize=32)
def _union(wanted: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("(?m)" + "|".join(f"(?:{pattern})" for pattern in wanted), _options())


def _options() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    return options
