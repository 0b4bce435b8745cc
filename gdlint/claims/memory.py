"""What carries over in a passage from item to item, and the claims that are made of an item in the light of that."""

from collections.abc import Sequence

from gdlint.claims.case_reach import Reach, is_decided, reaches
from gdlint.claims.cells import cells_of
from gdlint.claims.items import Item, is_cause
from gdlint.claims.naming import Named, Namer
from gdlint.claims.neighbours import is_of_some
from gdlint.claims.setting import Setting, Speaker
from gdlint.claims.tokens import Token
from gdlint.claims.topics import OTHER
from gdlint.claims.unsettled import APPLICATIONS, LITIGATION
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim

_RESULTS = 3
"""so many results of the form in one sentence are those of requests, whatever stood before"""
Meant = tuple[tuple[str, ...], tuple[Aspect, ...]]
"""subjects and aspects"""
CARRIED_OUT = Cells(APPLICATIONS, ("carried_out",), ("total",))


class Memory:
    """The subject and the setting of what is said; of the sentence so far its last claim and total, and whether it lists parts."""

    def __init__(self, place: str, words: Words) -> None:
        self.place, self.words = place, words
        self.known: set[str] = set()
        """the subjects that the passage has named in full"""
        self.subject = ""
        self.together: tuple[str, ...] = ()
        """the subjects that were named last, joined to each other"""
        self.setting = Setting()
        self.foreign = self.implied = self.mixed = False
        # `mixed`: no word of the sentence says that its cases are about information.
        self.items: Sequence[Item] = ()
        """those of the sentence"""
        self._reaches: list[tuple[int, Reach]] | None = None
        self.unsettled: set[str] = set()
        """the tables of whose figures the sentence leaves open what they take in"""
        self.begin()

    def begin(self) -> None:
        """A sentence begins."""
        self.last: Claim | None = None
        self.told: list[Claim] = []
        self.total: Claim | None = None
        self.aspect: Aspect | None = None
        self.listing = self.locked = self.counted = self.passed = self.excepted = False
        # `passed`: a number of the sentence counts what no word names. `excepted`: 除2件外 leaves out some of what follows.
        self.head: Claim | None = None
        """the claim of the number before; None where that counts something else"""
        self.unit = ""
        """that of the number before"""
        self.topic: tuple[str, ...] = ()
        """the documents with which a clause without a number begins"""
        self.of_some = self.of_kind = False
        """what the sentence goes on to speak of is some of its subject; `of_kind`: a kind or a reason that the form knows"""
        self._outside: list[tuple[str, tuple[str, ...]]] = []
        self.spread: list[Meant] = []
        """what 分别 leaves for the numbers that follow"""

    def mention(self, items: Sequence[Item]) -> None:
        """A sentence without figures: what it speaks of, the next one may go on with."""
        for item in items:
            for token in item.before:
                if token.kind == "subject":
                    self.subject = token.names[0]
                    self.known.add(self.subject)
                elif token.kind == "foreign":
                    self.foreign = True

    def look_ahead(self, items: Sequence[Item]) -> None:
        """What the words of a sentence tell about all of its figures."""
        words = [token for item in items for token in item.words]
        causes = any(map(is_cause, words))
        self.items, self._reaches = items, None
        self.mixed = self.place == LITIGATION and not causes
        foreign = any(token.kind == "foreign" for token in words)
        self.foreign = self.foreign or foreign
        told = sum(1 for token in words if token.kind == "aspect" and self._is_of_requests(token))
        # Two such words tell it whatever the sentences before spoke of.
        clear = told > 0 and not self.foreign
        self.implied = self.place == APPLICATIONS or clear or (told > 1 and not foreign)
        if len({name for token in words for name in token.names if self._is_result(token)}) >= _RESULTS:
            self.subject = "requests"
        self.unsettled.clear()

    def reach(self, place: int) -> Reach:
        """Whether cases at a place of the sentence are about information; in section four they are unless it says otherwise."""
        if self._reaches is None:
            self._reaches = reaches(self.items, self.words.every)
        begun = [reach for start, reach in self._reaches if start <= place]
        told = begun[-1] if begun else Reach.NONE
        return Reach.SAID if told is Reach.NONE and self.place == LITIGATION else told

    def _is_result(self, token: Token) -> bool:
        return token.kind == "aspect" and self.words.aspects[token.names[0]].group == "results"

    def _is_of_requests(self, token: Token) -> bool:
        """A word that only goes with requests: 结转, a result, a kind of applicants."""
        return "carried" in token.names or self.words.aspects[token.names[0]].group in (
            "results",
            "applicants",
        )

    def open_list(self, item: Item) -> None:
        """其中 and a colon begin the parts of what was counted last; what a bracket speaks of ends with it."""
        while len(self._outside) > item.depth:
            self.subject, self.together = self._outside.pop()
        while len(self._outside) < item.depth:
            self._outside.append((self.subject, self.together))
        opens = any(token.names == ("part",) for token in item.before)
        self.listing = self.listing or opens
        if item.mark == "semicolon":
            self.locked = False
        elif (opens or item.mark in ("colon", "open")) and self.subject == OTHER and self.counted:
            self.locked = True

    def note(self, claim: Claim, *, whole: bool) -> None:
        """A claim was read; `whole`: of what it counts, a share follows."""
        if not claim.cells or claim.whole:
            return
        if not whole:
            self.last = claim
            self.told.append(claim)
        if claim.cells.columns == ("total",):
            self.total = claim

    def remember(self, found: Named) -> None:
        """What a number counted, the next one may go on with."""
        self.subject = found.subjects[-1]
        self.together = found.subjects
        if found.strong:
            self.known.update(found.subjects)
        if found.anchor and not self.listing:
            self.of_some = found.narrowed or found.stray > 0

    def lose(self) -> None:
        """Something else was counted."""
        self.subject = OTHER
        self.aspect = None


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
            sure = self._certainty_of_cases(item, sure)
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


def target_year(words: Sequence[Token]) -> int | None:
    """The year right behind 结转至."""
    for n, token in enumerate(words):
        if "carried" in token.names:
            behind = next((other for other in words[n + 1 :] if other.kind != "fillers"), None)
            return behind.year if behind and behind.kind == "year" else None
    return None
