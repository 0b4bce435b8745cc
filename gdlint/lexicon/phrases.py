"""Phrases as data: a list of phrases becomes one pattern of linear time."""

from collections.abc import Iterable

GAP = "[^，。；\n]{0,12}"
"""what `…` in a phrase stands for: a few characters of the same clause"""


def pattern_of(phrases: Iterable[str]) -> str:
    """A pattern that finds any of some phrases. In a phrase, `(甲|乙|)` is one of several words (or none), and `…` a gap."""
    return "|".join(phrase.replace("(", "(?:").replace("…", GAP) for phrase in phrases)
