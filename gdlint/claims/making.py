"""What makes a claim of what was named: whose it is, of when, of cases whether they are those of table four."""

from collections.abc import Sequence

from gdlint.claims.cells import cells_of
from gdlint.claims.items import Item
from gdlint.claims.memory import LITIGATION, Memory, Reach
from gdlint.claims.naming import Namer
from gdlint.claims.neighbours import is_of_some_requests
from gdlint.claims.setting import Speaker
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim

CARRIED_OUT = Cells("applications", ("carried_out",), ("total",))
_STEPS = frozenset(("handled", "new", "total"))
_CAME_IN = ("收到", "接到")
_ABOVE = "上级"
_TO = "向"
"""before the one to whom a case is brought"""


class ClaimMaker:
    """Makes the claims of one passage: `place` is its section, `nth` its number there."""

    def __init__(self, text: str, place: str, nth: int, speaker: Speaker, words: Words) -> None:
        self.text, self.nth, self.speaker, self.words = text, nth, speaker, words
        self.memory = Memory(place, words)
        self.namer = Namer(text, words)

    def cells(self, subjects: Sequence[str], aspects: Sequence[Aspect], item: Item) -> Cells | None:
        """The cells that subjects and aspects name together."""
        return cells_of(subjects, aspects, item, self.memory, self.words, self.speaker.year)

    def claim(self, item: Item, cells: Cells, sure: Certainty, aspect: str) -> Claim:
        """A claim on cells in the setting of what was said so far."""
        if cells.table == LITIGATION:
            sure = _certainty_of_cases(item, sure, self.memory, government=bool(self.speaker.level))
        scope = self.memory.setting.scope
        # A government alone makes regulations.
        scope = "own" if scope == "unknown" and cells.rows == ("regulations",) else scope
        return Claim(
            cells,
            self.text[item.start : item.end].strip(),
            None,
            item.quantity.unit if item.quantity else "",
            scope=scope,
            period=self.memory.setting.period,
            certainty=sure,
            place=self.memory.place,
            nth=self.nth,
            number=(item.number.start, item.number.end) if item.number else (item.start, item.end),
            aspect=aspect,
            target=target_year(item.words) if cells.rows == CARRIED_OUT.rows else None,
            part=self.memory.listing or item.depth > 0,
        )


def target_year(words: Sequence[Token]) -> int | None:
    """The year right behind 结转至."""
    for n, token in enumerate(words):
        if "carried" in token.names:
            behind = next((other for other in words[n + 1 :] if other.kind != "fillers"), None)
            return behind.year if behind and behind.kind == "year" else None
    return None


def _certainty_of_cases(item: Item, sure: Certainty, memory: Memory, *, government: bool) -> Certainty:
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
