"""What the text says in figures, as cases of rules: `each: claim of applications.new`, held against the cells it speaks of."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from gdlint.claims.figures import Relation
from gdlint.claims.reading import Passage as Reading
from gdlint.claims.setting import Speaker
from gdlint.claims.words import words
from gdlint.forms.groups import keys_in, members
from gdlint.lang.context import Case, Context, TextCase, number_of
from gdlint.lang.logic import UNKNOWN
from gdlint.lang.name import Name, item
from gdlint.lang.passages import Passage
from gdlint.lang.table_names import column_label, row_label
from gdlint.model.claim import Cells, Certainty, Claim
from gdlint.model.finding import Spot
from gdlint.model.form import Forms, TableForm

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
        rows = keys_in(form, cells.rows, rows=True, there=there)
        columns = keys_in(form, cells.columns, rows=False, there=())
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


def of_relations(kind: str) -> Callable[[Context], Iterator[Case]]:
    """What finds the relations of one kind."""

    def cases(context: Context) -> Iterator[Case]:
        claims_of(context)
        yield from (case for case in context.relations if case.item.kind == kind)

    return cases


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


def _read(context: Context) -> Iterator[ClaimCase]:
    speaker, known = Speaker.of(context.report.facts), words()
    passages = [p for p in context.passages(("text", "front")) if p.place not in _NOT_READ]
    left = _MOST
    for nth, passage in enumerate(passages):
        reading = Reading(passage.text, passage.place, nth, speaker, known)
        found = [ClaimCase(context, passages, claim) for claim in islice(reading.claims(), left)]
        yield from found
        related = reading.relations[: _MOST - len(context.relations)]
        context.relations += [RelationCase(context, passages, nth, relation) for relation in related]
        left -= len(found)
        if not left:
            return


def about(cases: Sequence[ClaimCase], wanted: str, forms: Forms) -> list[ClaimCase]:
    """The claims that speak of some cells (`applications.new.total, …`) of the body itself in its year, none unsure."""
    topics = [topic(text, forms) for text in wanted.split(",")]
    return [
        case
        for case in cases
        if is_ours(case.claim)
        and case.claim.relation != "share"
        and any(_is_of(case, one) for one in topics)
        and case.places
    ]


def is_ours(claim: Claim) -> bool:
    """A claim of the body itself in its year that is not unsure."""
    return claim.scope == "own" and claim.period == "year" and claim.certainty is not Certainty.UNSURE


class Topic(NamedTuple):
    """A table, the names of rows and of columns that a claim may have (None: any), and whether it must have all those rows."""

    table: str
    rows: frozenset[str] | None
    columns: frozenset[str] | None
    together: bool = False


@lru_cache(maxsize=256)
def topic(text: str, forms: Forms) -> Topic:
    """What `TABLE`, `TABLE.ROW` or `TABLE.ROW.COLUMN` names; `a+b` is both rows together, and groups of the form are their members.

    Raises `KeyError` for a table that does not exist.
    """
    table, *rest = text.strip().split(".")
    form = forms.tables[table]
    column = rest.pop() if len(rest) > 1 and _is_column(form, rest[-1]) else None
    row = ".".join(rest)
    if "+" in row:
        return Topic(table, frozenset(row.split("+")), _members(form, column or "", rows=False), True)
    return Topic(table, _members(form, row, rows=True), _members(form, column or "", rows=False))


def known_topic(text: str, forms: Forms) -> bool:
    """The table, the rows and the column of a topic exist."""
    table, *rest = text.strip().split(".")
    form = forms.tables.get(table)
    if form is None:
        return False
    column = rest.pop() if len(rest) > 1 and _is_column(form, rest[-1]) else None
    names = ".".join(rest).split("+") if rest else []
    return all(keys_in(form, (name,), rows=True, there=()) for name in names) and (
        column is None or bool(keys_in(form, (column,), rows=False, there=()))
    )


def _is_column(form: TableForm, name: str) -> bool:
    return name in form.sums or any(column.key == name for column in form.columns)


def _members(form: TableForm, name: str, *, rows: bool) -> frozenset[str] | None:
    """A name with all names of rows (or columns) that stand for a part of it, in whatever form."""
    if not name:
        return None
    keys = _every(form, name, rows)
    named = {*form.sums, *(key.rpartition(".")[0] for key in keys)} - {""}
    return frozenset({*keys, *(other for other in named if _every(form, other, rows) <= keys), name})


def _every(form: TableForm, name: str, rows: bool) -> set[str]:
    """The keys that a name stands for, all alternatives together."""
    own = [item.key for item in (form.rows if rows else form.columns)]
    texts = [text for alternatives in members(form, name, rows) or () for text in alternatives]
    return {
        key for text in texts for key in own if key == text or (text[-1] == "*" and key.startswith(text[:-1]))
    }


def _is_of(case: ClaimCase, wanted: Topic) -> bool:
    cells = case.claim.cells
    table, rows, columns, together = wanted
    return (
        cells is not None
        and cells.table == table
        and (rows is None or (rows == set(cells.rows) if together else rows.issuperset(cells.rows)))
        and (columns is None or columns.issuperset(cells.columns))
    )


def _number(case: Any) -> Any:
    claim = case.claim
    return claim.value if claim.exact and claim.value is not None else UNKNOWN


def _figure(case: Any) -> Any:
    return case.sum(case.places)


def _whole(case: Any) -> Any:
    return case.sum(case.places_in(case.claim.whole)) if case.claim.whole else UNKNOWN


def _added(case: Any) -> Any:
    """What the members of the totals add up to."""
    cells = case.claim.cells
    if cells is None or cells.columns != ("total",):
        return case.sum(case.places)
    parts = {"applications": "applicants", "litigation": "outcomes"}.get(cells.table)
    return case.sum(case.places_in(cells._replace(columns=(parts,)))) if parts else UNKNOWN


def _in_row(row: str) -> Callable[[Any], Any]:
    def value(case: Any) -> Any:
        return case.sum([(row, column) for column in dict.fromkeys(column for _, column in case.places)])

    return value


def _agrees(case: Any, extra: Any = 0) -> Any:
    """The number is what the table says, or no more than that where something narrows it."""
    number, figure = _number(case), _figure(case)
    if UNKNOWN in (number, figure, extra):
        return UNKNOWN
    narrowed = case.claim.relation == "part" and number <= figure + extra
    return narrowed or number == figure + extra


def _agrees_with_figure(case: Any) -> Any:
    agrees = _agrees(case)
    return agrees if agrees is not False else _number(case) == _added(case)


def _agrees_with_carried(case: Any) -> Any:
    return _agrees(case, _in_row("carried_in")(case))


def _what(case: Any) -> str:
    rows = dict.fromkeys(row_label(case, row) for row, _ in case.places)
    columns = dict.fromkeys(column_label(case, column) for _, column in case.places if column != "total")
    return "·".join("＋".join(labels) for labels in (rows, columns) if labels)


def _claimed(get: Callable[[Claim], Any]) -> Callable[[Case], Any]:
    def value(case: Any) -> Any:
        found = get(case.claim)
        return UNKNOWN if found is None else found

    return value


CLAIM: dict[str, Name] = {
    "n": Name(
        "number", _number, "the number that is claimed; unknown where 约, 余 and the like make it inexact"
    ),
    "unit": Name("text", _claimed(lambda claim: claim.unit), "what it is counted in: 件, 条, 元, …"),
    "figure": Name("number", _figure, "what the cells that it speaks of add up to"),
    "whole": Name("number", _whole, "what the cells of the whole add up to that a share is of"),
    "agrees": Name(
        "truth",
        _agrees_with_figure,
        "the number is the figure (or what its kinds add up to), or no more where something narrows it",
    ),
    "agrees_with_carried": Name(
        "truth", _agrees_with_carried, "the same with what was carried in from the year before"
    ),
    "carried": Name("number", _in_row("carried_in"), "the figure of the same columns in the row 上年结转"),
    "what": Name("text", _what, "the official labels of these cells"),
    "words": Name("text", _claimed(lambda claim: claim.words), "the words that say it"),
    "denied": Name("truth", _claimed(lambda claim: claim.denied), "the text says that there was none"),
    "aspect": Name(
        "text", _claimed(lambda claim: claim.aspect), "by which word it was read: denial, all, or an aspect"
    ),
    "target": Name("number", _claimed(lambda claim: claim.target), "the year to which cases are carried"),
    "grain": Name(
        "number", _claimed(lambda claim: claim.grain), "what the last printed digit of the number is worth"
    ),
}

RELATION: dict[str, Name] = {
    "stated": Name(
        "number", attrgetter("item.stated"), "what the text says: the sum, the percentage, the change"
    ),
    "worked": Name("number", item("worked"), "what the other figures give"),
    "figures": Name("list of number", attrgetter("item.figures"), "the other figures"),
    "fits": Name(
        "truth",
        attrgetter("item.fits"),
        "the text says what the other figures give, as finely as it is printed",
    ),
}
