"""What can be wrong with a rule before it ever runs."""

from collections.abc import Iterable

from gdlint.lexicon import suggestions
from gdlint.words.fault import FaultError, fault


class ExpressionError(FaultError):
    """An expression that cannot be used: what is wrong (a key of `gdlint.words.faults` with its fields), and the column (from 1)
    where, or 0 for the whole."""

    def __init__(self, key: str, column: int = 0, /, **fields: object) -> None:
        super().__init__(fault(key, fields))
        self.column = column


LONGEST = 60


def short(value: object) -> str:
    """A value as it is quoted in a message: what somebody wrote may be a megabyte long."""
    said = repr(value) if isinstance(value, str) else f"{type(value).__name__}"
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest word that exists, in quotes, or None."""
    close = suggestions.nearest(word, known)
    return repr(close) if close else None
