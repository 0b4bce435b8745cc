"""What a rule says of itself, apart from how it is checked."""

from collections.abc import Mapping
from typing import NamedTuple


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
    locked: bool = False
    """no comment and no baseline silences it"""
