"""Whether cases are those of table four: about information, and brought against the body itself."""

from collections.abc import Sequence

from gdlint.claims.causes import is_of_some_requests
from gdlint.claims.items import Item
from gdlint.claims.memory import LITIGATION, Memory
from gdlint.claims.reach import Reach
from gdlint.claims.tokens import Token
from gdlint.model.claim import Certainty

_STEPS = frozenset(("handled", "new", "total"))
_CAME_IN = ("收到", "接到")
_ABOVE = "上级"
_TO = "向"
"""before the one to whom a case is brought"""


def certainty_of_cases(item: Item, sure: Certainty, memory: Memory, *, government: bool) -> Certainty:
    """How sure it is that the cases of an item are those of table four, where its words are `sure` of what it counts."""
    reach = memory.reach(item.start)
    if government and any(_is_brought(item.words, n) or _decides(t) for n, t in enumerate(item.words)):
        # A government may also be the one that decides on reconsiderations.
        memory.unsettled.add(LITIGATION)
    if memory.mixed or reach is Reach.EVERY or is_of_some_requests(item, memory.words):
        return Certainty.UNSURE
    known = Certainty.LIKELY if "requests" in memory.known else Certainty.UNSURE
    return sure if reach is Reach.SAID else known


def _is_brought(words: Sequence[Token], n: int) -> bool:
    """向县政府申请行政复议; one that is brought to those above is not decided by the body itself."""
    return words[n].text == _TO and not (n + 1 < len(words) and words[n + 1].text == _ABOVE)


def _decides(token: Token) -> bool:
    """受理, 办结, 行政复议申请 are words of the one who decides; 收到行政复议 is not."""
    steps = token.kind == "aspect" and bool(_STEPS & set(token.names))
    asked = token.kind == "subject" and token.text.endswith("复议申请")
    return asked or (steps and not token.text.startswith(_CAME_IN))


def is_among_cases(subjects: tuple[str, ...], memory: Memory) -> bool:
    """行政复议14件，其中12件为依申请公开类: requests among cases are what these come of."""
    outer = memory.last.cells if memory.last else None
    return outer is not None and outer.table == LITIGATION and memory.listing and "requests" in subjects


def note_carried(item: Item, memory: Memory) -> None:
    """行政复议7件，上年结转2件: how many there are in all, the sentence leaves open."""
    owner = memory.words.subjects.get(memory.subject)
    cases = owner is not None and owner.table == LITIGATION
    if cases and any("carried" in token.names for token in item.words):
        memory.unsettled.add(LITIGATION)
