"""What a pair is: a mistake in the wording, and the same thing said rightly."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from .phrase import Phrase

FRONT: Final = "front"
"""the introduction; all other places are keys of sections"""
NOWHERE: Final = " "
"""the mark of what is not there"""


class Pair(NamedTuple):
    """A mistake: its name, the rule that must speak, where it stands, what is right ("" if nothing like it is) and
    what is wrong, with fields as in phrases. A line end parts paragraphs.

    `instead`: the wrong text stands for all that is there. `follows`: what else may then be said; `among`: codes of which any will do. `needs`, `kinds` and
    `template` as in phrases. `mark`: the words at which the rule must speak (the whole text, if empty; or `NOWHERE`).
    """

    name: str
    code: str
    where: str
    right: str
    wrong: str
    mark: str = ""
    instead: bool = False
    follows: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    template: int | None = None


def rights(pairs: tuple[Pair, ...]) -> tuple[Phrase, ...]:
    """Pairs in, their right sides as phrases (where they can stand among others) out."""
    return tuple(
        Phrase(f"pair {pair.name}", pair.right, _NOTHING, pair.needs, pair.kinds, pair.template)
        for pair in pairs
        if pair.right and "\n" not in pair.right and pair.where == "overall"
    )


def several(pairs: tuple[Pair, ...]) -> tuple[str, ...]:
    """Pairs in, those right sides out that are several paragraphs."""
    return tuple(pair.right for pair in pairs if "\n" in pair.right)


_NOTHING: Mapping[str, str] = MappingProxyType({})
