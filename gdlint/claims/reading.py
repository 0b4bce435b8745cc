"""A passage read into claims: sentence by sentence, item by item."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.claims.all_of import told_again, told_of_all
from gdlint.claims.askers import says_rest
from gdlint.claims.claim_maker import CARRIED_OUT, ClaimMaker, target_year
from gdlint.claims.closed_cases import CLOSES
from gdlint.claims.counting import (
    are_decided,
    changes,
    cue_of,
    each_alone,
    goes_for_others,
    is_average,
    is_counted_so,
    is_denied,
    says_kind,
    says_more,
    says_nothing,
    spread,
    sums_up,
    topic_of,
)
from gdlint.claims.denials import denied
from gdlint.claims.doubts import certainty, follows_head, qualified
from gdlint.claims.heads import with_parts
from gdlint.claims.items import EACH, Item, opens_parts, unexplained, without_whole
from gdlint.claims.memory import OTHER, Memory, opens_with_documents
from gdlint.claims.naming import STRAY, Named, Namer
from gdlint.claims.neighbours import names_some
from gdlint.claims.opened import is_opened
from gdlint.claims.overlaps import overlapping
from gdlint.claims.percentages import is_whole, multiples, percentages
from gdlint.claims.setting import Sentence, Speaker
from gdlint.claims.unsettled import DISCLOSURE, LITIGATION, unsettled_tables
from gdlint.claims.words import Words
from gdlint.model.claim import Cells, Certainty, Claim

_DENIES = frozenset(("denial", "all"))
_NAMES, _OTHERS = frozenset(("subject", "weak", "aspect")), frozenset(("foreign", "narrowing"))
"""words of what the tables count, and of what they do not"""
_TIMES = "倍"
_APPLICANTS, _OUTCOMES = "applicants", "outcomes"
_ALL_OF_THEM = frozenset(("handled", "new"))
"""what may be said of all requests"""


class PassageReading:
    """The reading of one passage: `place` is its section, `nth` its number there."""

    def __init__(self, text: str, place: str, nth: int, speaker: Speaker, words: Words) -> None:
        self.text, self.words = text, words
        self.memory, self.namer = Memory(place, words), Namer(text, words)
        self.maker = ClaimMaker(text, nth, speaker, words, self.memory, self.namer)
        self.items: Sequence[Item] = ()
        """those of the sentence"""

    def claims(self, told: Iterable[Sentence]) -> Iterator[Claim]:
        """The claims of its sentences, in order."""
        for sentence in told:
            self.memory.begin()
            if sentence.counts:
                yield from self._sentence(sentence)
            else:
                self.memory.mention(sentence.items)

    def _sentence(self, sentence: Sentence) -> Iterator[Claim]:
        self.items = items = sentence.items
        said = self.text[items[0].start : items[-1].end] if items else ""
        self.memory.look_ahead(items)
        self.memory.mixed = self.memory.mixed and says_more(items, self.text)
        found: list[tuple[int, Claim]] = []
        for n, (item, setting) in enumerate(zip(items, sentence.settings, strict=True)):
            self.memory.setting = setting
            self.memory.open_list(item)
            self.memory.excepted = self.memory.excepted or any(t.kind == "none_of" for t in item.words)
            for claim in self._counted(item) if item.number else self._uncounted(item):
                self.memory.note(claim, whole=is_whole(item))
                found.append((n, claim))
            self.memory.number_before = item.number.start if item.number else self.memory.number_before
        if found:
            self.memory.unsettled |= unsettled_tables(items, said, self.words)
            claims = list(with_parts(found, items))
            yield from map(self._settled, overlapping(claims, said))

    def _settled(self, claim: Claim) -> Claim:
        """A claim, unsure where a word of its sentence leaves open what it takes in."""
        settled = claim.cells is None or claim.cells.table not in self.memory.unsettled
        return claim if settled else claim._replace(certainty=Certainty.UNSURE, why="unsettled")

    def _uncounted(self, item: Item) -> Iterator[Claim]:
        """A piece without a number: a denial, 全部办结, a year to which cases are carried, or a subject for what follows."""
        found = self.namer.named(item, self.memory)
        if (last := self.memory.last) and last.cells == CARRIED_OUT and (target := target_year(item.before)):
            yield last._replace(target=target)
        yield from self._denied(item, last)
        if last and last.number[0] == self.memory.number_before:
            yield from told_of_all(self.maker, item, last)
        self.memory.of_kind = self.memory.of_kind or says_kind(item, self.words)
        if names_some(self.text, item, self.words.plain) and not are_decided(item):
            self.memory.of_some = True
        self.memory.heading = topic_of(item, self.words) or self.memory.heading
        if found.strong and not found.foreign:
            self.memory.remember(found)
        elif found.strong and opens_with_documents(item, self.words):
            self.memory.topic = found.subjects

    def _denied(self, item: Item, last: Claim | None) -> Iterator[Claim]:
        kinds = {token.kind for token in item.before if token.text not in CLOSES}
        of_others = kinds.isdisjoint(_NAMES) and not kinds.isdisjoint(_OTHERS)
        if self.memory.excepted or of_others or kinds.isdisjoint(_DENIES):
            return
        for cue, subjects, aspects, sure in denied(item, self.namer, self.memory, last, self.words):
            cells = self.maker.cells(subjects, aspects, item)
            topic = (self.memory.of_some and last is None) or (cue == "all" and self._is_of_topic(item))
            known = Certainty.UNSURE if topic else sure
            if cells and not (last and cells == last.cells and cue == "all"):
                claim = self.maker.claim(item, cells, known, cue)._replace(value=0, denied=True)
                yield self._of_any_cause(claim, known)

    def _is_of_topic(self, item: Item) -> bool:
        """结转的申请，申请人均为自然人: all of those that a piece before it tells of, which says no number."""
        items = (one for one in self.items if one.start < item.start and not one.number)
        ahead = (token for one in items for token in one.before)
        return any(token.kind == "aspect" and token.names[0] not in _ALL_OF_THEM for token in ahead)

    def _of_any_cause(self, claim: Claim, sure: Certainty) -> Claim:
        """Who had no cases at all had none about information; what they would be of, the words before them may have said."""
        cells, owner = claim.cells, self.words.subjects.get(self.memory.subject)
        elsewhere = self.memory.subject == OTHER or (owner is not None and owner.table == DISCLOSURE)
        if not cells or cells.table != LITIGATION or cells.columns != ("total",):
            return claim
        alone = not elsewhere and not says_more(self.items, self.text)
        return claim._replace(certainty=sure) if alone else claim

    def _counted(self, item: Item) -> Iterator[Claim]:
        """A piece with a number."""
        item = without_whole(item)
        quantity = item.quantity
        if quantity and quantity.unit == "%":
            yield from percentages(self.maker, item)
            return
        if quantity and quantity.unit == _TIMES:
            yield from multiples(self.maker, item)
            return
        if changes(item) or (item.mark == "close" and not item.before):
            return
        found = self._found(item)
        begun, self.memory.counted = bool(quantity and quantity.unit == self.memory.unit), True
        self.memory.unit = quantity.unit if quantity else ""
        nothing = self.memory.locked or found.foreign or not found.subjects or is_denied(item)
        if nothing or is_average(item) or self._is_among_cases(found.subjects):
            self._note_carried(item)
            # 公开（含部分公开）13件，不予公开2件: among other results it is none of another matter.
            if not (self.memory.listed and is_opened(item)):
                self.memory.lose()
            self.memory.head, self.memory.passed = None, True
        elif says_nothing(item, found, self.words) or (self.memory.last and sums_up(item, found)):
            self._pass_by(item)
            yield from told_again(self.maker, item, self.memory.last)
        elif is_counted_so(self.text, item, found, self.memory.last, self.words):
            for one in each_alone(item, found):
                yield from self._of(item, one, begun=begun)
        elif any(token.kind in ("subject", "weak") for token in item.after):
            # 5个工作日内办结的申请 are some of them.
            self.memory.of_some = True

    def _found(self, item: Item) -> Named:
        """What a number counts, by its place behind 分别 or by its words."""
        told = self.memory.spread or any(token.text.startswith(EACH) for token in item.before)
        by_place = spread(item, self.namer, self.memory) if told else None
        return by_place or self.namer.named(item, self.memory)

    def _is_among_cases(self, subjects: tuple[str, ...]) -> bool:
        """行政复议14件，其中12件为依申请公开类: requests among cases are what these come of."""
        outer = self.memory.last.cells if self.memory.last else None
        listed = self.memory.listing and "requests" in subjects
        return listed and outer is not None and outer.table == LITIGATION

    def _note_carried(self, item: Item) -> None:
        """行政复议7件，上年结转2件: how many there are in all, the sentence leaves open."""
        owner = self.words.subjects.get(self.memory.subject)
        if owner and owner.table == LITIGATION and any("carried" in token.names for token in item.words):
            self.memory.unsettled.add(LITIGATION)

    def _pass_by(self, item: Item) -> None:
        """A number of something that no word names: what follows speaks of that, unless it is an item of a list."""
        self.memory.passed = True
        if any(token.names == ("sum",) for token in item.before):
            self.memory.begin_sum()
        end = item.number.start if item.number else item.end
        named = unexplained(self.text, item.before, item.start, end) >= STRAY
        if named and not self.memory.listing and item.mark != "pause":
            self.memory.lose()

    def _of(self, item: Item, found: Named, *, begun: bool) -> Iterator[Claim]:
        """The claim of a number, and what is said of all of it: 26件全部办结."""
        kept = self.memory.aspect or self.memory.heading
        goes_on = kept is not None and found.strong and set(found.subjects) <= set(kept.of)
        aspects = found.aspects or ((kept,) if kept and goes_on else ())
        cells = self.maker.cells(found.subjects, aspects, item)
        quantity = item.quantity
        if cells and quantity:
            sure = certainty(found, item, self.namer, self.memory.last.unit if self.memory.last else "")
            if cells.table == DISCLOSURE and not aspects and self.words.subjects[found.subjects[0]].default:
                sure = Certainty.LIKELY
            kinds = any(aspect.group == _APPLICANTS for aspect in aspects)
            # 对3件作了答复，自然人2件: of those that no word names.
            if (self.memory.of_some and not found.anchor) or (
                kinds and self.memory.passed and not self.memory.total
            ):
                sure = Certainty.UNSURE
            claim = self.maker.claim(item, cells, sure, aspects[0].name if aspects else "")
            claim = claim._replace(
                value=quantity.value,
                exact=quantity.exact,
                grain=quantity.grain,
                more=quantity.more,
                relation=self._relation(found, cells),
                subject=found.anchor,
                cue=cue_of(item, aspects),
            )
            if goes_on and kept and kept.group == _OUTCOMES and not found.aspects and item.mark == "comma":
                claim = claim._replace(certainty=Certainty.UNSURE, why="list")
            if begun and follows_head(item):
                claim = qualified(claim, self.memory.head)
            self.memory.head = claim
            yield claim
            yield from self._all_of(item, claim)
            # 制发规范性文件2件、规章0件: what is done is said once.
            self.memory.aspect = next((a for a in aspects if a.columns and goes_for_others(a, item)), None)
        self.memory.remember(found)
        if opens_parts(item):
            self.memory.open_parts()
        some = not self.memory.listing and names_some(self.text, item, self.words.plain)
        self.memory.of_some = (self.memory.of_some or some) and not are_decided(item)

    def _relation(self, found: Named, cells: Cells) -> str:
        """Whether it counts all of its cells: of what one kind handed in before, there may be more results."""
        more = cells.columns == self.memory.kind and self.memory.divides_new
        return "part" if found.narrowed or more or (self.memory.of_kind and not found.anchor) else "all"

    def _all_of(self, item: Item, claim: Claim) -> Iterator[Claim]:
        place = next((n for n, token in enumerate(item.after) if token.kind == "all"), None)
        if place is not None and not says_rest(item.before):
            behind = item.after[place:]
            told = item._replace(before=behind, after=(), number=None, start=behind[0].start)
            yield from self._denied(told, claim)
            yield from told_of_all(self.maker, told._replace(mark="comma"), claim)
