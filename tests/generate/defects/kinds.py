"""What a defect is: one mistake put into a right report, and what must and may then be said."""

import random
from collections.abc import Callable
from typing import NamedTuple

from ..model import Made
from ..whole import Whole


class Spoilt(NamedTuple):
    """A report with a mistake: `mark` are words at its place ("" = it has none); `what` says what was done; `after`
    changes the printed text; `follows` are codes that may be said besides; `instead` codes of which one must be said,
    if not the defect's own."""

    made: Made
    mark: str = ""
    what: str = ""
    after: Callable[[str], str] | None = None
    follows: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()


Spoil = Callable[[Whole, random.Random], Spoilt | None]
"""a report in, the spoilt one (None: this report has no room for the mistake) out"""


class Defect(NamedTuple):
    """A class of mistakes: its name, the code of the rule that must speak, how it is put in, which other codes may
    follow from it, and the templates, kinds of body and shapes (empty: any) in which it can stand.

    `selected`: the rule is off by default.
    """

    name: str
    code: str
    spoil: Spoil
    follows: frozenset[str] = frozenset()
    template: int | None = None
    kinds: frozenset[str] = frozenset()
    shapes: tuple[str, ...] = ()
    selected: bool = False


def codes(text: str) -> frozenset[str]:
    """Codes parted by blanks in, the set of them out."""
    return frozenset(text.split())
