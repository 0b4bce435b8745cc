"""The claims that are made of an item, in the light of what its passage speaks of."""

from collections.abc import Sequence
from typing import NamedTuple

from gdlint.claims.case_reach import Reach, is_decided
from gdlint.claims.cells import cells_of
from gdlint.claims.items import Item
from gdlint.claims.memory import Memory
from gdlint.claims.naming import Namer
from gdlint.claims.neighbours import is_of_some
from gdlint.claims.setting import Speaker
from gdlint.claims.tokens import Token
from gdlint.claims.unsettled import APPLICATIONS, LITIGATION
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim

_BESIDE = ("另有", "另", "其余", "余下", "还有")
CARRIED_OUT = Cells(APPLICATIONS, ("carried_out",), ("total",))


class ClaimMaker(NamedTuple):
    """Makes the claims of one passage: `nth` is its number in its section."""

    text: str
    nth: int
    speaker: Speaker
    words: Words
    memory: Memory
    namer: Namer

    def cells(self, subjects: Sequence[str], aspects: Sequence[Aspect], item: Item) -> Cells | None:
        """The cells that subjects and aspects name together."""
        return cells_of(subjects, aspects, item, self.memory, self.words, self.speaker.year)

    def claim(self, item: Item, cells: Cells, sure: Certainty, aspect: str) -> Claim:
        """A claim on cells in the setting of what was said so far."""
        if cells.table == LITIGATION:
            sure = self._certainty_of_cases(item, sure)
        if self.memory.excepted and _is_other(item, cells):
            sure = Certainty.UNSURE
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

    def _certainty_of_cases(self, item: Item, sure: Certainty) -> Certainty:
        """How sure it is that the cases of an item are those of table four, where its words are `sure` of what it counts."""
        memory = self.memory
        reach = memory.reach(item.start)
        if self.speaker.level and is_decided(item):
            # A government may also be the one that decides on reconsiderations.
            memory.unsettled.add(LITIGATION)
        if memory.mixed or reach is Reach.EVERY or is_of_some(item.before, memory.words):
            return Certainty.UNSURE
        known = Certainty.LIKELY if "requests" in memory.known else Certainty.UNSURE
        return sure if reach is Reach.SAID else known


def _is_other(item: Item, cells: Cells) -> bool:
    """除1件复议尚未审结外, 除新制发的2件外，现行有效另有13件: what is left out, and what there is beside it."""
    beside = any(token.text in _BESIDE for token in item.before)
    return beside or (cells.table == LITIGATION and cells.columns == ("total",))


def target_year(words: Sequence[Token]) -> int | None:
    """The year right behind 结转至."""
    for n, token in enumerate(words):
        if "carried" in token.names:
            behind = next((other for other in words[n + 1 :] if other.kind != "fillers"), None)
            return behind.year if behind and behind.kind == "year" else None
    return None
