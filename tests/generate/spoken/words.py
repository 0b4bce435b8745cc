"""The words that may stand for each other, and phrases told in them."""

import random
import re
from functools import cache
from pathlib import Path
from typing import Final

from .phrases import half_of

_FILE: Final = Path(__file__).parent / "words.txt"
_COUNTERS: Final = ("U", "D", "E")
_NAME: Final = re.compile(r"<([A-Z]+)>")


@cache
def _words(half: str) -> dict[str, tuple[str, ...]]:
    """By name (`WHO@town`: of a kind of body): of the held half all words, of the other the first and its own."""
    found = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition(":")
        choices = [word.strip() for word in rest.split(" | ")] if " | " in rest else [rest.strip()]
        own = [word for word in choices[1:] if half == "held" or half_of(name + word) == half]
        found[name] = (choices[0], *own)
    return found


def told(text: str, kind: str, half: str, rng: random.Random) -> str:
    """A phrase with each name of words replaced by one of them; a counter stays the same in one phrase."""
    words = _words(half)
    units = {name: rng.choice(words[name]) for name in _COUNTERS}

    def chosen(match: re.Match[str]) -> str:
        name = match[1]
        return units[name] if name in units else rng.choice(words.get(f"{name}@{kind}") or words[name])

    return _NAME.sub(chosen, text)
