"""What makes a claim of what was named: its cells, and whose it is and of when by what the passage has said so far."""

from collections.abc import Sequence

from gdlint.claims.carried import target_year
from gdlint.claims.cells import cells_of
from gdlint.claims.items import Item
from gdlint.claims.litigation import certainty_of_cases
from gdlint.claims.memory import LITIGATION, Memory
from gdlint.claims.naming import Namer
from gdlint.claims.setting import Speaker
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim

CARRIED_OUT = Cells("applications", ("carried_out",), ("total",))


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
            sure = certainty_of_cases(item, sure, self.memory, government=bool(self.speaker.level))
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
