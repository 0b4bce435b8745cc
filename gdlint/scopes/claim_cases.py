"""What the text says in figures, as cases of rules: `each: claim of applications.new`, held against the cells it speaks of."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from gdlint.claims.fees import fees
from gdlint.claims.figures import Relation
from gdlint.claims.gaps import gaps, left_out
from gdlint.claims.lengths import lengths
from gdlint.claims.reading import PassageReading
from gdlint.claims.relations import relations
from gdlint.claims.restated import conflicts, statements
from gdlint.claims.setting import Sentence, Speaker, sentences_of
from gdlint.claims.told_years import tasks, told_years
from gdlint.claims.words import words_with
from gdlint.forms.groups import keys_in
from gdlint.matching.passages import Passage
from gdlint.model.claim import Cells, Certainty, Claim
from gdlint.model.finding import Spot
from gdlint.model.form import Forms
from gdlint.model.logic import UNKNOWN
from gdlint.scopes.case_types import Case, TextCase
from gdlint.scopes.claim_topics import is_of, topic
from gdlint.scopes.context import Context, number_of

_MOST = 1000
"""claims of one report; a hostile text could hold millions"""
_NOT_READ = ("title", "signature", "headings", "labels", "strays", "problems")
"""places that speak of no figures of the tables"""


class ClaimCase(TextCase):
    """A claim, its place, and the cells that it speaks of."""

    __slots__ = ("_places", "claim")

    def __init__(self, context: Context, passages: Sequence[Passage], claim: Claim) -> None:
        super().__init__(context, passages, claim.nth, *claim.number, claim)
        self.claim = claim
        self._places: list[tuple[str, str]] | None = None
        if claim.cells:
            self.table = claim.cells.table

    @property
    def likely(self) -> bool:
        """The reading is no more than likely."""
        return self.claim.certainty is not Certainty.CERTAIN

    @property
    def places(self) -> list[tuple[str, str]]:
        """Row and column of each cell."""
        if self._places is None:
            cells = self.claim.cells
            self._places = self.places_in(cells) if cells else []
        return self._places

    def places_in(self, cells: Cells) -> list[tuple[str, str]]:
        """Row and column of each of some cells, those that the form has."""
        form = self.context.form(cells.table)
        template = self.context.template
        there = self.context.cells[cells.table]
        rows = keys_in(form, cells.rows, rows=True, there=there, template=template)
        columns = keys_in(form, cells.columns, rows=False, there=(), template=template)
        if template is None:
            return [(row, column) for row in rows for column in columns]
        return [
            (row, column) for row in rows for column in columns if column in form.columns_of(row, template)
        ]

    def sum(self, places: Sequence[tuple[str, str]]) -> Any:
        """What some cells of the table add up to; unknown as soon as one is."""
        table = self.context.cells[self.table or ""]
        total: Any = 0
        for row, column in places:
            number = number_of(table[row].get(column) if row in table else None)
            if number is UNKNOWN:
                return UNKNOWN
            total += number
        return total if places else UNKNOWN

    @property
    def placed(self) -> Claim:
        """The claim with its spans in the source in place of those in its passage."""
        number, subject, cue = (
            self.passage.spot(*span)[:2] if span else None
            for span in (self.claim.number, self.claim.subject, self.claim.cue)
        )
        return self.claim._replace(number=number or self.claim.number, subject=subject, cue=cue)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The number, and the cells that it speaks of."""
        table = self.context.cells[self.table] if self.table else {}
        figures = ((row, column, table[row].get(column)) for row, column in self.places if row in table)
        cells = (Spot(figure.start, figure.end, row, column) for row, column, figure in figures if figure)
        return (self.passage.spot(self.start, self.end), *cells)


class RelationCase(TextCase):
    """Figures of a sentence that must go together; `item` is a `Relation`."""

    __slots__ = ("likely",)

    def __init__(self, context: Context, passages: Sequence[Passage], nth: int, relation: Relation) -> None:
        super().__init__(context, passages, nth, relation.start, relation.end, relation)
        self.likely = not relation.sure


def of_shares(context: Context) -> Iterator[Case]:
    """The shares of a whole that the text names."""
    for case in claims_of(context):
        if case.claim.relation == "share" and is_ours(case.claim):
            yield case


def of_claims(context: Context) -> Iterator[Case]:
    """All claims of a report."""
    yield from claims_of(context)


def claims_of(context: Context) -> list[ClaimCase]:
    """All claims of a report, read once."""
    if context.claims is None:
        context.claims = list(_read(context)) if context.is_report else []
    return context.claims


class ToldText:
    """The passages of a report that may speak of its tables, who speaks, the words that are known, and the sentences: of a report
    that is not long, they are read once."""

    def __init__(self, context: Context) -> None:
        self.passages = [p for p in context.passages(("text", "front")) if p.place not in _NOT_READ]
        self.speaker = Speaker.of(context.report.facts)
        self.words = words_with((*context.report.forms.claims, *context.added_words))
        self._kept: dict[int, list[Sentence]] | None = None if context.is_long else {}

    def sentences(self, nth: int) -> Iterable[Sentence]:
        """Those of the passage with a number."""
        if self._kept is None:
            return sentences_of(self.passages[nth].text, self.speaker, self.words)
        if nth not in self._kept:
            self._kept[nth] = list(sentences_of(self.passages[nth].text, self.speaker, self.words))
        return self._kept[nth]


def told_text(context: Context) -> ToldText:
    """What the text of a report tells, read once."""
    if context.told is None:
        context.told = ToldText(context)
    return context.told


def _read(context: Context) -> Iterator[ClaimCase]:
    told, left = told_text(context), _MOST
    for nth, passage in enumerate(told.passages):
        reading = PassageReading(passage.text, passage.place, nth, told.speaker, told.words)
        claims = islice(reading.claims(told.sentences(nth)), left)
        found = [ClaimCase(context, told.passages, claim) for claim in claims]
        yield from found
        left -= len(found)
        if not left:
            break


def _related(context: Context) -> list[RelationCase]:
    """How the figures of each passage go together, read once."""
    if context.related is None:
        context.related, told = [], told_text(context)
        year = context.report.facts.year
        for nth, passage in enumerate(told.passages):
            found = relations(passage.text, told.sentences(nth), year, told.words)
            left = _MOST - len(context.related)
            context.related += [
                RelationCase(context, told.passages, nth, relation) for relation in islice(found, left)
            ]
    return context.related


def _restated(context: Context) -> Iterator[RelationCase]:
    """The quantities that the report states more than once."""
    told = told_text(context)
    stated = (
        statement
        for nth, passage in enumerate(told.passages)
        for statement in statements(passage.text, told.sentences(nth), nth, told.words.again)
    )
    for nth, relation in conflicts(list(islice(stated, _MOST)), told.passages, told.words.again):
        yield RelationCase(context, told.passages, nth, relation)


def _of_fees(context: Context) -> Iterator[RelationCase]:
    """The fees for information, with the notices beside them."""
    told = told_text(context)
    for nth, passage in enumerate(told.passages):
        for relation in islice(fees(passage.text, told.sentences(nth)), _MOST):
            yield RelationCase(context, told.passages, nth, relation)


def _announced(context: Context) -> Iterator[RelationCase]:
    """The lists of which the text says how long they are, those of problems and measures as well."""
    passages = context.passages(("text",))
    texts, words = [passage.text for passage in passages], told_text(context).words.announced
    for nth in range(len(texts)):
        for relation in islice(lengths(texts, nth, words), _MOST):
            yield RelationCase(context, passages, nth, relation)


def _years(context: Context) -> Iterator[RelationCase]:
    """The years that sentences tell of; none where that of the report is not known."""
    told, year = told_text(context), context.report.facts.year
    for nth, passage in enumerate(told.passages if year else ()):
        found = told_years(passage.text, told.sentences(nth), year or 0, told.words.years)
        for relation in islice(found, _MOST):
            yield RelationCase(context, told.passages, nth, relation)


def _tasks(context: Context) -> Iterator[RelationCase]:
    """The tasks of a year that the work goes by; none where the year of the report is not known."""
    told, year = told_text(context), context.report.facts.year
    for nth, passage in enumerate(told.passages if year else ()):
        for relation in islice(tasks(passage.text, year or 0, told.words.years), _MOST):
            yield RelationCase(context, told.passages, nth, relation)


def _gaps(context: Context) -> Iterator[RelationCase]:
    """The figures that were not filled in."""
    passages, told = context.passages(("text",)), told_text(context)
    for nth, passage in enumerate(passages):
        for relation in islice(gaps(passage.text, told.words.unfilled), _MOST):
            yield RelationCase(context, passages, nth, relation)
    for nth, passage in enumerate(told.passages):
        for relation in islice(left_out(passage.text, told.sentences(nth), told.words), _MOST):
            yield RelationCase(context, told.passages, nth, relation)


_OTHERS: Mapping[str, Callable[[Context], Iterable[RelationCase]]] = {
    "again": _restated,
    "fee": _of_fees,
    "gap": _gaps,
    "list": _announced,
    "tasks": _tasks,
    "year": _years,
    "notices": _of_fees,
}
"""what finds the relations of a kind that is none of the figures of one sentence"""


def of_relations(kind: str) -> Callable[[Context], Iterator[Case]]:
    """What finds the relations of one kind."""

    def cases(context: Context) -> Iterator[Case]:
        if context.is_report:
            found = _OTHERS.get(kind, _related)(context)
            yield from (case for case in found if case.item.kind == kind)

    return cases


def about(cases: Sequence[ClaimCase], wanted: str, forms: Forms) -> list[ClaimCase]:
    """The claims that speak of some cells (`applications.new.total, …`) of the body itself in its year, none unsure."""
    return [case for case in _of_topics(cases, wanted, forms) if not _aside(case)]


def passed_over(cases: Sequence[ClaimCase], wanted: str, forms: Forms) -> Iterator[tuple[ClaimCase, str]]:
    """The other claims that speak of some cells, each with why it is none of `about`: `scope`, `period`, `certainty`,
    `relation`, or `cells` where the form has none of them."""
    for case in _of_topics(cases, wanted, forms):
        if why := _aside(case):
            yield case, why


def _of_topics(cases: Sequence[ClaimCase], wanted: str, forms: Forms) -> Iterator[ClaimCase]:
    topics = [topic(text, forms) for text in wanted.split(",")]
    return (case for case in cases if any(is_of(case.claim, one) for one in topics))


def _aside(case: ClaimCase) -> str:
    """Why a claim is not held against the cells that it speaks of; "" where it is."""
    claim = case.claim
    if claim.scope != "own":
        return "scope"
    if claim.period != "year":
        return "period"
    if claim.certainty is Certainty.UNSURE:
        return "certainty"
    if claim.relation == "share":
        return "relation"
    return "" if case.places else "cells"


def is_ours(claim: Claim) -> bool:
    """A claim of the body itself in its year that is not unsure."""
    return claim.scope == "own" and claim.period == "year" and claim.certainty is not Certainty.UNSURE
