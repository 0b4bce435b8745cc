"""What the text says in figures, as cases of rules: `each: claim of applications.new`, held against the cells it speaks of."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from gdlint.claims.percentages import SAYS_SHARE
from gdlint.claims.reading import PassageReading
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


def of_shares(context: Context) -> Iterator[Case]:
    """The shares of a whole that the text names; a text in which none can stand is not read for them."""
    if any(SAYS_SHARE.search(passage.text) for passage in context.told_text().passages):
        shares = (case for case in claims_of(context) if case.claim.relation == "share")
        yield from (case for case in shares if is_ours(case.claim))


def of_claims(context: Context) -> Iterator[Case]:
    """All claims of a report."""
    yield from claims_of(context)


def claims_of(context: Context) -> list[ClaimCase]:
    """All claims of a report, read once."""
    if context.claims is None:
        context.claims = list(_read(context)) if context.is_report else []
    return context.claims


def _read(context: Context) -> Iterator[ClaimCase]:
    told, left = context.told_text(), _MOST
    for nth, passage in enumerate(told.passages):
        reading = PassageReading(passage.text, passage.place, nth, told.speaker, told.words)
        claims = islice(reading.claims(told.sentences(nth)), left)
        found = [ClaimCase(context, told.passages, claim) for claim in claims]
        yield from found
        left -= len(found)
        if not left:
            break


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
