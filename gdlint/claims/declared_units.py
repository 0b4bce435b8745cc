"""Numbers without units in a sentence that declares one for all of them: 予以公开10、部分公开3，单位：件."""

from collections.abc import Sequence
from itertools import islice

from gdlint.claims.quantities import Quantity
from gdlint.lexicon.sentences import around
from gdlint.model.regex import lazy

DECLARES = "单位"
_DECLARED = lazy(r"单位\s{0,2}[：:为是]\s{0,2}(?P<unit>[件份条次项个人篇宗])(?=[）)，。；：:、\s]|$)")
_BARE = lazy(r"[0-9]{1,7}(?=[，、；。）)\s]|$)")
_MOST = 4
"""sentences of one passage that declare a unit; more are not read"""
Declared = tuple[int, int, str]
"""the begin and end of a sentence, and the unit of its numbers"""


def declared_units(text: str) -> Sequence[Declared]:
    """The sentences of a text that declare a unit; none where it lacks the word (`DECLARES`)."""
    declared = islice(_DECLARED.finditer(text), _MOST)
    return [(*around(text, *found.span()), found["unit"]) for found in declared]


def bare_quantity(text: str, place: int, declared: Sequence[Declared]) -> Quantity | None:
    """The number without a unit that begins at a place, right behind a word or a colon."""
    unit = next((unit for begin, end, unit in declared if begin <= place < end), None)
    found = _BARE.match(text, place) if unit and place else None
    if found is None or unit is None or not (text[place - 1].isalpha() or text[place - 1] in "：:”"):
        return None
    return Quantity(int(found[0]), unit, True, 1, 0, found.start(), found.end())
