"""What can be wrong with a rule before it ever runs."""

from collections.abc import Iterable


class ExpressionError(ValueError):
    """An expression that cannot be used: what is wrong, and the column (from 1) where, or 0 for the whole."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


LONGEST = 60


def short(value: object) -> str:
    """A value as it is quoted in a message: what somebody wrote may be a megabyte long."""
    said = repr(value) if isinstance(value, str) else f"{type(value).__name__}"
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest word that exists, to be put behind an error, or nothing."""
    from difflib import get_close_matches

    word = word[: 2 * LONGEST]
    close = get_close_matches(word, sorted(known), 1, 0.6)
    return f", did you mean {close[0]!r}?" if close else ""
