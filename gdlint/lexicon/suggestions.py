"""Did you mean: the known name that resembles a mistyped one, found in bounded time."""

from collections.abc import Iterable
from itertools import islice

_LIKE = 0.6
_LONGEST = 120
"""characters; a longer name resembles none"""
_MOST = 1000
"""among more names none is looked for: each mistyped name would cost as much as there are names"""
_MISTYPED = str.maketrans("oil", "011")
"""letters that are typed for the digits of a code"""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that resembles a name most, whatever its case, or None."""
    from difflib import get_close_matches

    names = list(islice(known, _MOST + 1))
    if len(names) > _MOST:
        return None
    choices = {name.lower(): name for name in sorted(names) if len(name) <= _LONGEST}
    typed = word[:_LONGEST].lower()
    digits = typed.translate(_MISTYPED)
    close = [digits] if digits in choices else get_close_matches(typed, choices, 1, _LIKE)
    return choices[close[0]] if close else None
