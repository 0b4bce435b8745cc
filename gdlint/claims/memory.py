"""What a passage speaks of so far, and what carries over from item to item: 规范性文件公开到位，当年制发4件."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gdlint.claims.case_reach import Reach, reaches
from gdlint.claims.items import Item, includes, is_cause
from gdlint.claims.setting import Setting
from gdlint.claims.tokens import Token
from gdlint.claims.unsettled import APPLICATIONS, LITIGATION
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Claim

if TYPE_CHECKING:
    from gdlint.claims.naming import Named

OTHER = "?"
"""a subject that is none of the lexicon"""
_CLOSED = ("total",)
_CASES = ("reconsideration", "suits")
_STAGES = "stages"
"""the group of what becomes of documents"""
_PERSONS = "natural_person"
_OF_OTHERS = frozenset(("total", "carried", "carried_in", "carried_out"))
_RESULTS = 3
"""so many results of the form in one sentence are those of requests, whatever stood before"""
Meant = tuple[tuple[str, ...], tuple[Aspect, ...]]
"""subjects and aspects"""


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
        self._lists: bool | None = None
        self.unsettled: set[str] = set()
        """the tables of whose figures the sentence leaves open what they take in"""
        self.begin()

    def begin(self) -> None:
        """A sentence begins."""
        self.last: Claim | None = None
        self.told: list[Claim] = []
        self._clause = 0
        """how many of them stand before the last semicolon"""
        self.total: Claim | None = None
        self.aspect: Aspect | None = None
        self.heading: Aspect | None = None
        """the outcome of all cases that follow: 维持结果中，复议5件、诉讼3件"""
        self.listing = self.locked = self.counted = self.passed = self.excepted = False
        # `passed`: a number of the sentence counts what no word names. `excepted`: 除2件外 leaves out some of what follows.
        self.listed = False
        """the sentence lists results of requests, whatever else it counts"""
        self.head: Claim | None = None
        """the claim of the number before; None where that counts something else"""
        self.inside: Claim | None = None
        """the claim whose parts are listed"""
        self.number_before = 0
        """where the last number of the sentence begins"""
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
        self.items, self._reaches, self._lists = items, None, None
        self.mixed = self.place == LITIGATION and not causes
        foreign = any(token.kind == "foreign" for token in words)
        self.foreign = self.foreign or foreign
        told = sum(1 for token in words if token.kind == "aspect" and self._is_of_requests(token))
        # Two such words tell it whatever the sentences before spoke of.
        clear = told > 0 and not self.foreign
        self.implied = self.place == APPLICATIONS or clear or (told > 1 and not foreign)
        if len({name for token in words for name in token.names if self._is_result(token)}) >= _RESULTS:
            self.subject = "requests"
            self.listed = True
        self.unsettled.clear()

    def reach(self, place: int) -> Reach:
        """Whether cases at a place of the sentence are about information; in section four they are unless it says otherwise."""
        if self._reaches is None:
            self._reaches = reaches(self.items, self.words.every)
        begun = [reach for start, reach in self._reaches if start <= place]
        told = begun[-1] if begun else Reach.NONE
        return Reach.SAID if told is Reach.NONE and self.place == LITIGATION else told

    @property
    def lists_applicants(self) -> bool:
        """The sentence tells of natural persons and of other kinds, and of what came in alone: not of those that were closed."""
        if self._lists is None:
            tokens = (token for item in self.items for token in item.words if token.kind == "aspect")
            named = {name for token in tokens for name in token.names}
            kinds = {name for name in named if self.words.aspects[name].group == "applicants"}
            self._lists = _PERSONS in kinds and len(kinds) > 1 and named.isdisjoint(_OF_OTHERS)
        return self._lists

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
        opens = any(token.names == ("part",) for token in item.before) and not _is_included(item)
        told = item.mark == "colon" and self.last is not None and self.counted
        self.listing = self.listing or opens or told
        if opens or told or item.mark == "open":
            near = self.last is not None and self.last.number[0] == self.number_before
            # 自然人6件、律所1件，其中不掌握7件: of all of them.
            self.inside = self.last if near and not (opens and self.last and self.last.part) else None
        elif item.mark in ("semicolon", "close"):
            self.inside = None
        if item.mark == "semicolon":
            self._end_clause()
        elif (opens or item.mark in ("colon", "open")) and self.subject == OTHER and self.counted:
            self.locked = True

    def _end_clause(self) -> None:
        """A semicolon ends a list of parts, the last of which is no total of what follows."""
        self.locked = False
        self._clause = len(self.told)
        self.heading = None
        self.total = None if self.total and self.total.part else self.total

    def note(self, claim: Claim, *, whole: bool) -> None:
        """A claim was read; `whole`: of what it counts, a share follows."""
        if not claim.cells or claim.whole:
            return
        if not whole:
            self.last = claim
            self.told.append(claim)
        if claim.cells.columns == ("total",):
            self.total = claim

    def remember(self, found: "Named") -> None:
        """What a number counted, the next one may go on with."""
        self.subject = found.subjects[-1]
        self.together = found.subjects
        if found.strong:
            self.known.update(found.subjects)
        if found.anchor and not self.listing:
            self.of_some = found.narrowed or found.stray > 0

    def open_parts(self) -> None:
        """予以公开的10件中: what follows are parts of what was counted last."""
        self.listing = True
        self.inside = self.last

    def begin_sum(self) -> None:
        """两项合计13份: what follows is of all that was counted, and not of the last."""
        self.together = self.told_cases() or self.together
        self.last = None

    @property
    def kind(self) -> tuple[str, ...]:
        """The kind of applicants whose requests the parts that are listed are of."""
        cells = self.inside.cells if self.inside and self.inside.relation == "all" else None
        requests = cells is not None and cells.table == APPLICATIONS and len(cells.columns) == 1
        return cells.columns if cells and requests and cells.columns != ("total",) else ()

    @property
    def divides_new(self) -> bool:
        """The parts are of what came in, beside which some may be of the year before."""
        return self.inside is not None and self.inside.cells is not None and self.inside.cells.rows != _CLOSED

    def told_cases(self) -> tuple[str, ...]:
        """The kinds of cases that the sentence has counted since the last semicolon."""
        told = self.told[self._clause :]
        rows = {row for claim in told if claim.cells for row in claim.cells.rows}
        return tuple(name for name in _CASES if rows.issuperset(self.words.subjects[name].rows))

    def lose(self) -> None:
        """Something else was counted."""
        self.subject = OTHER
        self.aspect = None


def stage_of(
    tokens: Sequence[Token], subjects: tuple[str, ...], topic: tuple[str, ...], words: Words
) -> tuple[str, ...]:
    """What a number counts, by what the passage speaks of (`subjects`) and by the documents that are the topic of its sentence:
    制发, 废止 and 现行有效 go with documents alone."""
    if OTHER in subjects:
        return subjects
    aspects = [words.aspects[name] for token in tokens if token.kind == "aspect" for name in token.names]
    owners = {name for aspect in aspects if aspect.group == _STAGES for name in aspect.of}
    return topic if owners.intersection(topic) and owners.isdisjoint(subjects) else subjects


def opens_with_documents(item: Item, words: Words) -> bool:
    """规范性文件公开到位，当年制发4件: what a clause without a number begins with, the next one may tell the stages of."""
    first = next((token for token in item.before if token.kind not in ("fillers", "period", "scope")), None)
    named = first is not None and first.kind == "subject"
    return named and any(
        a.group == _STAGES for a in words.aspects.values() if first and first.names[0] in a.of
    )


def carried_over(item: Item, after: Sequence[Token], spoken: Memory) -> tuple[str, ...]:
    """What the sentence speaks of so far; where it has not said, 结转 speaks of requests."""
    if spoken.subject or not spoken.implied:
        joint = spoken.together if spoken.subject in spoken.together else (spoken.subject,)
        return joint if spoken.subject else ()
    return ("requests",) if any("carried" in t.names for t in (*item.before, *after)) else ()


def _is_included(item: Item) -> bool:
    """包括上年结转在内: what is counted with what follows."""
    return item.number is None and includes(item.before)
