"""What can be wrong with a rule before it ever runs."""

from collections.abc import Iterable


class ExpressionError(ValueError):
    """An expression that cannot be used: what is wrong, and the column (from 1) where, or 0 for the whole."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest word that exists, to be put behind an error, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), 1, 0.6)
    return f", did you mean {close[0]!r}?" if close else ""
