"""What a rule says of itself, apart from how it is checked."""

from collections.abc import Mapping
from typing import NamedTuple

UNCHECKED = frozenset({"GD001", "GD002"})
"""rules that say that a file could not be checked"""

ALWAYS_TOLD = UNCHECKED | {"GD005"}
"""rules that say that a file could not be checked, or not wholly: no selection and no comment hides that"""


class Rule(NamedTuple):
    """The face of a rule: fixed code and name, words in zh and en, official basis and whether that is sure."""

    code: str
    name: str
    title: Mapping[str, str]
    basis: str
    sure: bool
    help: Mapping[str, str]
    yields_to: tuple[str, ...]
    default: bool
    """it runs without being selected"""
    derives: str | None = None
    """the rule that it was made from and takes the place of"""
    state: str = "stable"
    aliases: tuple[str, ...] = ()
    """names that it once had"""
    locked: bool = False
    """no comment and no baseline silences it"""
    since: str | None = None
    """the version of gdlint, or of its pack, that brought it; None for the first one"""
    unfilled: bool = False
    """it speaks of what is still to be filled in"""
