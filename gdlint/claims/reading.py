"""A passage read into claims: sentence by sentence, item by item."""

from collections.abc import Iterator, Sequence

from gdlint.claims.carried import target_year
from gdlint.claims.cells import cells_of
from gdlint.claims.counting import cue_of, is_counted_so, says_more, tells_year
from gdlint.claims.denials import denied
from gdlint.claims.doubts import certainty, overlapping
from gdlint.claims.fee_notices import notices
from gdlint.claims.figures import Relation, changes
from gdlint.claims.items import (
    Item,
    merged,
    opens_with_parts,
    says_figures,
    sentences,
    unexplained,
    with_carried,
)
from gdlint.claims.lists import are_shared_out, follows_head, qualified
from gdlint.claims.litigation import certainty_of_cases, is_among_cases, note_carried
from gdlint.claims.memory import DISCLOSURE, LITIGATION, TABLES, Memory
from gdlint.claims.modifiers import names_some
from gdlint.claims.naming import OTHER, STRAY, Named, Namer
from gdlint.claims.opened import with_opened
from gdlint.claims.portions import closes_all, rated, share_place
from gdlint.claims.relations import relations
from gdlint.claims.restated import Statement, statements
from gdlint.claims.setting import Speaker, setting_after
from gdlint.claims.spreading import spread
from gdlint.claims.tokens import tokens
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim
from gdlint.model.regex import lazy

_SAYS_SOMETHING = lazy(
    "[0-9０-９未没无均皆都零]|全部|[一二两三四五六七八九十百千万]{1,12}[件份次条宗起例个部项]"
)
"""what every text with a figure or a denial holds"""
_CARRIED_OUT = Cells("applications", ("carried_out",), ("total",))


class PassageReading:
    """The reading of one passage: `place` is its section, `nth` its number there. `relations` are those of the figures that
    were read so far."""

    def __init__(self, text: str, place: str, nth: int, speaker: Speaker, words: Words) -> None:
        self.text, self.nth, self.speaker, self.words = text, nth, speaker, words
        self.memory = Memory(place, words)
        self.namer = Namer(text, words)
        self.relations: list[Relation] = []
        self.stated: list[Statement] = []
        self.items: Sequence[Item] = ()
        """those of the sentence"""

    def claims(self) -> Iterator[Claim]:
        """The claims of the passage, in order."""
        if not _SAYS_SOMETHING.search(self.text):
            return
        before: Sequence[Item] = ()
        for sentence in sentences(tokens(self.text, self.words), len(self.text)):
            goes_on = opens_with_parts(sentence)
            self.memory.begin(goes_on=goes_on)
            if says_figures(sentence):
                self.relations += relations(
                    self.text, sentence, self.speaker.year, self.words, before if goes_on else ()
                )
                yield from self._sentence(with_carried(merged(sentence)))
            else:
                self.memory.mention(sentence)
                for item in sentence:
                    self._set(item)
            before = sentence

    def _set(self, item: Item) -> None:
        self.memory.setting = setting_after(self.memory.setting, item, self.text, self.speaker)

    def _sentence(self, items: Sequence[Item]) -> Iterator[Claim]:
        self.items = items = with_opened(items, self.text)
        said = self.text[items[0].start : items[-1].end] if items else ""
        self.memory.look_ahead(items, said)
        self.memory.mixed = self.memory.mixed and says_more(items, self.text)
        if are_shared_out(items):
            self.memory.unsettled.update(TABLES)
        found, ours = list[Claim](), list[bool]()
        for item in items:
            self._set(item)
            ours.append(self.memory.setting.may_be_ours)
            self.memory.open_list(item)
            for claim in self._counted(item) if item.number else self._uncounted(item):
                self.memory.note(claim)
                found.append(claim)
        self.relations += notices(self.text, items, ours)
        self.stated += statements(self.text, items, ours, self.nth, self.words.again)
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
        self.memory.of_some = self.memory.of_some or self._says_some(item)
        if found.strong and not found.foreign:
            self.memory.remember(found)

    def _says_some(self, item: Item) -> bool:
        """A kind of the subject, or a reason of some results: 属信访举报投诉类，不予处理1件."""
        reason = any(token.kind == "aspect" and "." in token.names[0] for token in item.before)
        return reason or names_some(self.text, item, self.words.plain)

    def _denied(self, item: Item, last: Claim | None) -> Iterator[Claim]:
        for cue, subjects, aspects, sure in denied(item, self.namer, self.memory, last, self.words):
            cells = self._cells(subjects, aspects, item)
            if cells and not (last and cells == last.cells and cue == "all"):
                claim = self._claim(item, cells, sure, cue)._replace(value=0, denied=True)
                yield self._of_any_cause(claim, sure)

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
        quantity = item.quantity
        if quantity and quantity.unit == "%":
            yield from self._rate(item)
            shares = list(self._share(item))
            yield from shares or self._rate_of(item)
            return
        if changes(item):
            return
        found = spread(item, self.namer, self.memory) or self.namer.named(item, self.memory)
        begun, self.memory.counted = bool(quantity and quantity.unit == self.memory.unit), True
        self.memory.unit = quantity.unit if quantity else ""
        if (
            self.memory.locked
            or found.foreign
            or not found.subjects
            or is_among_cases(found.subjects, self.memory)
        ):
            note_carried(item, self.memory)
            self.memory.lose()
            self.memory.head = None
        elif found.bare and not tells_year(item):
            self._pass_by(item)
        elif is_counted_so(self.text, item, found, self.memory.last, self.words):
            yield from self._of(item, found, begun=begun)
        elif any(token.kind in ("subject", "weak") for token in item.after):
            # 5个工作日内办结的申请 are some of them.
            self.memory.of_some = True

    def _pass_by(self, item: Item) -> None:
        """A number of something that no word names: what follows speaks of that, unless it is an item of a list."""
        end = item.number.start if item.number else item.end
        named = unexplained(self.text, item.before, item.start, end) >= STRAY
        if named and not self.memory.listing and item.mark != "pause":
            self.memory.lose()

    def _of(self, item: Item, found: Named, *, begun: bool) -> Iterator[Claim]:
        """The claim of a number, and what is said of all of it: 26件全部办结."""
        kept = self.memory.aspect
        goes_on = kept is not None and found.strong and set(found.subjects) <= set(kept.of)
        aspects = found.aspects or ((kept,) if kept and goes_on else ())
        cells = self._cells(found.subjects, aspects, item)
        quantity = item.quantity
        if cells and quantity:
            sure = certainty(found, item, self.namer, self.memory.last.unit if self.memory.last else "")
            if cells.table == DISCLOSURE and not aspects and self.words.subjects[found.subjects[0]].default:
                sure = Certainty.LIKELY
            if self.memory.of_some and not found.anchor:
                sure = Certainty.UNSURE
            claim = self._claim(item, cells, sure, aspects[0].name if aspects else "")
            claim = claim._replace(
                value=quantity.value,
                exact=quantity.exact,
                grain=quantity.grain,
                more=quantity.more,
                relation="part" if found.narrowed else "all",
                subject=found.anchor,
                cue=cue_of(item, aspects),
            )
            if begun and follows_head(item):
                claim = qualified(claim, self.memory.head)
            self.memory.head = claim
            yield claim
            yield from self._all_of(item, claim)
            # 制发规范性文件2件、规章0件: what is done is said once.
            self.memory.aspect = next((a for a in aspects if a.columns and a.group in ("", "stages")), None)
        self.memory.remember(found)
        if not self.memory.listing and names_some(self.text, item, self.words.plain):
            self.memory.of_some = True

    def _all_of(self, item: Item, claim: Claim) -> Iterator[Claim]:
        place = next((n for n, token in enumerate(item.after) if token.kind == "all"), None)
        if place is not None:
            behind = item.after[place:]
            yield from self._denied(
                item._replace(before=behind, after=(), number=None, start=behind[0].start), claim
            )

    def _rate(self, item: Item) -> Iterator[Claim]:
        """办结率100%: none is left over, if it is no rate of those that were due."""
        last = self.memory.last
        requests = last is not None and last.cells is not None and last.cells.table == _CARRIED_OUT.table
        if requests and last and last.relation == "all" and closes_all(item):
            yield self._claim(item, _CARRIED_OUT, Certainty.LIKELY, "all")._replace(value=0, denied=True)

    def _rate_of(self, item: Item) -> Iterator[Claim]:
        """予以公开率38.5%: of all that were closed; 行政复议纠错率11.1%: of all of them."""
        named, quantity = rated(self.text, item, self.words), item.quantity
        part = self._kind(named) if named else None
        cells = part.cells if part else None
        if not part or not cells or not quantity:
            return
        of_cases = cells.table == LITIGATION
        whole = cells._replace(columns=("total",)) if of_cases else cells._replace(rows=("total",))
        # Of those that were closed, they may say.
        likely = Certainty.LIKELY if of_cases and part.certainty is Certainty.CERTAIN else part.certainty
        yield part._replace(
            value=quantity.value,
            exact=quantity.exact,
            grain=quantity.grain,
            unit="%",
            certainty=likely,
            relation="share",
            whole=whole,
            number=(quantity.start, quantity.end),
        )

    def _share(self, item: Item) -> Iterator[Claim]:
        """占办结总数的50%: what the last claim is of a whole that is named; 自然人占80%: what is named, of the last total."""
        place, quantity, total = share_place(item), item.quantity, self.memory.total
        if place is None or quantity is None:
            return
        whole = self._whole(item._replace(before=item.before[place + 1 :], number=None, after=()))
        ahead = item._replace(before=item.before[:place], number=None, after=(), end=item.before[place].start)
        named = self._kind(ahead)
        part = named or self.memory.last
        whole = whole or (total.cells if named and total else None)
        if part and part.cells and whole and part.relation == "all" and whole.table == part.cells.table:
            claim = part._replace(value=quantity.value, exact=quantity.exact, grain=quantity.grain, unit="%")
            yield claim._replace(relation="share", whole=whole, number=(quantity.start, quantity.end))

    def _kind(self, ahead: Item) -> Claim | None:
        """A claim, without its number, of the kind of applicants or the result that is named before 占."""
        found = self.namer.named(ahead, self.memory) if ahead.before else Named()
        if found.foreign or found.narrowed or not any(aspect.group for aspect in found.aspects):
            return None
        cells = self._cells(found.subjects, found.aspects, ahead)
        return self._claim(ahead, cells, certainty(found, ahead, self.namer), "") if cells else None

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
            target=target_year(item.words) if cells.rows == _CARRIED_OUT.rows else None,
            part=self.memory.listing or item.depth > 0,
        )
