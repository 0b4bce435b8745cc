"""Phrases as data: a list of phrases becomes one pattern of linear time."""

from collections.abc import Iterable
from itertools import accumulate

GAP = "[^，。；\n]{0,12}"
"""what `…` in a phrase stands for: a few characters of the same clause"""


def pattern_of(phrases: Iterable[str]) -> str:
    """A pattern that finds any of some phrases. In a phrase, `(甲|乙|)` is one of several words (or none), and `…` a gap."""
    return "|".join(phrase.replace("(", "(?:").replace("…", GAP) for phrase in phrases)


LONGEST = 50
"""characters of a phrase"""


def is_phrase(text: str) -> bool:
    """A phrase as anybody may write it: letters, words to choose from in brackets that are closed, and gaps."""
    depths = list(accumulate((letter == "(") - (letter == ")") for letter in text))
    letters = all(letter.isalnum() or letter in "()|…、" for letter in text)
    closed = min(depths, default=-1) == 0 == depths[-1] and "()" not in text
    return letters and closed and len(text) <= LONGEST
