"""What a finder is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gdlint.matching.passages import Passage

MOST = 1000
"""cases of one rule in one report; more of the same tell nobody anything, and a hostile text could hold millions"""


class Found(NamedTuple):
    """A stretch of a passage (its number among those given, begin and end in its text), and what is known of it."""

    nth: int
    start: int
    end: int
    values: Mapping[str, Any]


class Finder(NamedTuple):
    """How stretches are found, the types of their values, what each means, and what is found."""

    find: Callable[[Sequence[Passage]], Iterator[Found]]
    values: Mapping[str, tuple[str, str]]
    doc: str
