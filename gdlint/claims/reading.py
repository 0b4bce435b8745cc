"""A passage read into claims: sentence by sentence, item by item."""

from collections.abc import Iterator, Sequence

from gdlint.claims.carried import target_year
from gdlint.claims.cells import cells_of
from gdlint.claims.denials import denied
from gdlint.claims.doubts import certainty, overlapping
from gdlint.claims.figures import Relation, changes
from gdlint.claims.items import Item, gap, merged, opens_with_parts, says_figures, sentences, unexplained
from gdlint.claims.memory import DISCLOSURE, LITIGATION, Memory
from gdlint.claims.naming import STRAY, Named, Namer
from gdlint.claims.relations import relations
from gdlint.claims.setting import Speaker, setting_after
from gdlint.claims.spreading import spread
from gdlint.claims.tokens import tokens
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim, Span
from gdlint.model.regex import lazy

_SAYS_SOMETHING = lazy(
    "[0-9０-９未没无均皆都零]|全部|[一二两三四五六七八九十百千万]{1,12}[件份次条宗起例个部项]"
)
"""what every text with a figure or a denial holds"""
_OF_ANYTHING = ("个", "项")
"""counters that say nothing of what is counted"""
_AMOUNTS = frozenset(
    ("总共", "累计", "共计", "合计", "总计", "数量", "总数", "总量", "件数", "达到", "提出", "提交")
)
_OTHER_MATTERS = frozenset(("new", "licensing", "penalties", "coercion"))
_CARRIED_OUT = Cells("applications", ("carried_out",), ("total",))


def _says_more(items: Sequence[Item], text: str) -> bool:
    """Words of another matter, or such as none explains, stand in a sentence on cases."""
    for item in items:
        if any(t.kind == "foreign" or set(t.names) & _OTHER_MATTERS for t in item.words):
            return True
        start, number = item.start, item.number
        stray = unexplained(text, item.before, start, number.start if number else item.end)
        if stray >= STRAY or (number and unexplained(text, item.after, number.end, item.end) >= STRAY):
            return True
    return False


def _cue(item: Item, aspects: Sequence[Aspect]) -> Span | None:
    """Where the word stands by which a number was read."""
    named = {aspect.name for aspect in aspects}
    return next(((t.start, t.end) for t in item.words if t.kind == "aspect" and named & set(t.names)), None)


class Passage:
    """The reading of one passage: `place` is its section, `nth` its number there. `relations` are those of the figures that
    were read so far."""

    def __init__(self, text: str, place: str, nth: int, speaker: Speaker, words: Words) -> None:
        self.text, self.nth, self.speaker, self.words = text, nth, speaker, words
        self.memory = Memory(place, words)
        self.namer = Namer(text, words)
        self.relations: list[Relation] = []

    def claims(self) -> Iterator[Claim]:
        """The claims of the passage, in order."""
        if not _SAYS_SOMETHING.search(self.text):
            return
        for sentence in sentences(tokens(self.text, self.words), len(self.text)):
            self.memory.begin(goes_on=opens_with_parts(sentence))
            if says_figures(sentence):
                self.relations += relations(self.text, sentence, self.speaker.year, self.words)
                yield from self._sentence(merged(sentence))
            else:
                self.memory.mention(sentence)
                for item in sentence:
                    self._set(item)

    def _set(self, item: Item) -> None:
        self.memory.setting = setting_after(self.memory.setting, item, self.text, self.speaker)

    def _sentence(self, items: Sequence[Item]) -> Iterator[Claim]:
        said = self.text[items[0].start : items[-1].end] if items else ""
        self.memory.look_ahead(items, said)
        self.memory.mixed = self.memory.mixed and _says_more(items, self.text)
        found = list[Claim]()
        for item in items:
            self._set(item)
            self.memory.open_list(item)
            for claim in self._counted(item) if item.number else self._uncounted(item):
                self.memory.note(claim)
                found.append(claim)
        yield from map(self._settled, overlapping(found, said))

    def _settled(self, claim: Claim) -> Claim:
        """A claim, unsure where a word of its sentence leaves open what it takes in."""
        unsettled = claim.cells is not None and claim.cells.table in self.memory.unsettled
        return claim._replace(certainty=Certainty.UNSURE, why="unsettled") if unsettled else claim

    def _uncounted(self, item: Item) -> Iterator[Claim]:
        """A piece without a number: a denial, 全部办结, a year to which cases are carried, or a subject for what follows."""
        found = self.namer.named(item, self.memory)
        last = self.memory.last
        target = target_year(item.before)
        if target and last and last.cells == _CARRIED_OUT:
            yield last._replace(target=target)
        yield from self._denied(item, last)
        if found.strong and not found.foreign:
            self.memory.remember(found)

    def _denied(self, item: Item, last: Claim | None) -> Iterator[Claim]:
        for cue, subjects, aspects, sure in denied(item, self.namer, self.memory, last, self.words):
            cells = self._cells(subjects, aspects, item)
            if cells and not (last and cells == last.cells and cue == "all"):
                yield self._claim(item, cells, sure, cue)._replace(value=0, denied=True)

    def _counted(self, item: Item) -> Iterator[Claim]:
        """A piece with a number."""
        quantity = item.quantity
        if quantity and quantity.unit == "%":
            yield from self._rate(item)
            yield from self._share(item)
            return
        if changes(item):
            return
        found = spread(item, self.namer, self.memory) or self.namer.named(item, self.memory)
        self.memory.counted = True
        if self.memory.locked or found.foreign or not found.subjects:
            self.memory.lose()
        elif found.bare:
            self._pass_by(item)
        elif self._is_counted_so(item, found):
            yield from self._of(item, found)

    def _pass_by(self, item: Item) -> None:
        """A number of something that no word names: what follows speaks of that, unless it is an item of a list."""
        end = item.number.start if item.number else item.end
        named = unexplained(self.text, item.before, item.start, end) >= STRAY
        if named and not self.memory.listing and item.mark != "pause":
            self.memory.lose()

    def _is_counted_so(self, item: Item, found: Named) -> bool:
        """The unit is one in which the subject is counted."""
        owner = self.words.subjects[found.subjects[0]]
        unit = item.quantity.unit if item.quantity else ""
        if (
            unit in _OF_ANYTHING
            and not found.strong
            and (self.memory.last is None or self.memory.last.unit != unit)
        ):
            return False
        if unit in _OF_ANYTHING and self._names_more(item):
            return False
        return unit == "元" if owner.money else unit in owner.counters

    def _names_more(self, item: Item) -> bool:
        """7个工作日, 渠道3个: what stands right beside 个 is what is counted."""
        ahead = item.before[-1] if item.before else None
        if ahead and (ahead.kind == "narrowing" or (ahead.kind == "fillers" and len(ahead.text) > 1)):
            return ahead.text not in _AMOUNTS
        end = item.number.end if item.number else item.end
        behind = item.after[0] if item.after else None
        if behind is None or behind.start > end:
            return gap(self.text, end, behind.start if behind else item.end) > 0
        return behind.kind in ("foreign", "narrowing", "scope")

    def _of(self, item: Item, found: Named) -> Iterator[Claim]:
        """The claim of a number, and what is said of all of it: 26件全部办结."""
        kept = self.memory.aspect
        goes_on = kept is not None and found.strong and set(found.subjects) <= set(kept.of)
        aspects = found.aspects or ((kept,) if kept and goes_on else ())
        cells = self._cells(found.subjects, aspects, item)
        quantity = item.quantity
        if cells and quantity:
            sure = certainty(found, item, self.namer)
            if cells.table == DISCLOSURE and not aspects and self.words.subjects[found.subjects[0]].default:
                sure = Certainty.LIKELY
            claim = self._claim(item, cells, sure, aspects[0].name if aspects else "")._replace(
                value=quantity.value,
                exact=quantity.exact,
                grain=quantity.grain,
                more=quantity.more,
                relation="part" if found.narrowed else "all",
                subject=found.anchor,
                cue=_cue(item, aspects),
            )
            yield claim
            yield from self._all_of(item, claim)
            # 制发规范性文件2件、规章0件: what is done is said once.
            self.memory.aspect = next((a for a in aspects if a.columns and a.group in ("", "stages")), None)
        self.memory.remember(found)

    def _all_of(self, item: Item, claim: Claim) -> Iterator[Claim]:
        place = next((n for n, token in enumerate(item.after) if token.kind == "all"), None)
        if place is not None:
            behind = item.after[place:]
            yield from self._denied(
                item._replace(before=behind, after=(), number=None, start=behind[0].start), claim
            )

    def _rate(self, item: Item) -> Iterator[Claim]:
        """办结率100%: none is left over."""
        quantity, last = item.quantity, self.memory.last
        named = any(t.names == ("rate",) and t.text.endswith(("办结率", "答复率")) for t in item.before)
        whole = quantity is not None and quantity.exact and quantity.value == 100
        requests = last is not None and last.cells is not None and last.cells.table == _CARRIED_OUT.table
        if named and whole and requests and last and last.relation == "all":
            yield self._claim(item, _CARRIED_OUT, Certainty.CERTAIN, "all")._replace(value=0, denied=True)

    def _share(self, item: Item) -> Iterator[Claim]:
        """占办结总数的50%: what the last claim is of a whole that is named."""
        place = next((n for n, t in enumerate(item.before) if t.names == ("share",)), None)
        last, quantity = self.memory.last, item.quantity
        if place is None or quantity is None or last is None or last.cells is None or last.relation != "all":
            return
        whole = self._whole(item._replace(before=item.before[place + 1 :], number=None, after=()))
        if whole and whole.table == last.cells.table:
            claim = last._replace(value=quantity.value, exact=quantity.exact, grain=quantity.grain, unit="%")
            yield claim._replace(relation="share", whole=whole, number=(quantity.start, quantity.end))

    def _whole(self, behind: Item) -> Cells | None:
        """The cells that the words behind 占 name."""
        if not any(token.kind in ("aspect", "weak", "subject") for token in behind.before):
            return None
        found = self.namer.named(behind, self.memory)
        nothing = found.foreign or not found.subjects
        return None if nothing else self._cells(found.subjects, found.aspects, behind)

    def _cells(self, subjects: Sequence[str], aspects: Sequence[Aspect], item: Item) -> Cells | None:
        return cells_of(subjects, aspects, item, self.memory, self.words, self.speaker.year)

    def _claim(self, item: Item, cells: Cells, sure: Certainty, aspect: str) -> Claim:
        """A claim on cells in the setting of what was said so far."""
        if cells.table == LITIGATION and not self.memory.caused:
            sure = Certainty.LIKELY if "requests" in self.memory.known else Certainty.UNSURE
        if cells.table == LITIGATION and self.memory.mixed:
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
            target=target_year(item.words) if cells.rows == _CARRIED_OUT.rows else None,
            part=self.memory.listing,
        )
