"""The words that an entry of the lexicon stands for."""

import re
from collections.abc import Iterable, Iterator


def spelled(entry: str) -> Iterator[str]:
    """The words that an entry stands for: `申请(事项|件|)` is three."""
    start = entry.find("(")
    if start < 0:
        yield entry
        return
    end = _closing(entry, start)
    for choice in _choices(entry[start + 1 : end]):
        yield from (entry[:start] + word for word in spelled(choice + entry[end + 1 :]))


def alternatives(entries: Iterable[str]) -> str:
    """A pattern of the words that entries stand for, the longest first."""
    words = {word for entry in entries for word in spelled(entry) if word}
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _closing(entry: str, start: int) -> int:
    depth = 0
    for place in range(start, len(entry)):
        depth += {"(": 1, ")": -1}.get(entry[place], 0)
        if not depth:
            return place
    raise ValueError(f"unclosed bracket: {entry}")


def _choices(inside: str) -> Iterator[str]:
    depth, begin = 0, 0
    for place, letter in enumerate(inside):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and not depth:
            yield inside[begin:place]
            begin = place + 1
    yield inside[begin:]
