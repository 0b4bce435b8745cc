"""How figures of the text go together, as cases of rules: `each: sum in text`, `each: claim with list` and the like."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from gdlint.claims.fees import fees
from gdlint.claims.figures import Relation
from gdlint.claims.gaps import gaps, left_out
from gdlint.claims.lengths import lengths
from gdlint.claims.relations import relations
from gdlint.claims.restated import conflicts, statements
from gdlint.claims.told_years import tasks, told_years
from gdlint.matching.passages import Passage
from gdlint.scopes.case_types import Case, TextCase
from gdlint.scopes.context import Context

_MOST = 1000
"""relations of one report; a hostile text could hold millions"""


class RelationCase(TextCase):
    """Figures of a sentence that must go together; `item` is a `Relation`."""

    __slots__ = ("likely",)

    def __init__(self, context: Context, passages: Sequence[Passage], nth: int, relation: Relation) -> None:
        super().__init__(context, passages, nth, relation.start, relation.end, relation)
        self.likely = not relation.sure


def _related(context: Context) -> list[RelationCase]:
    """How the figures of each passage go together, read once."""
    if context.related is None:
        context.related, told = [], context.told_text()
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
    told = context.told_text()
    stated = (
        statement
        for nth, passage in enumerate(told.passages)
        for statement in statements(passage.text, told.sentences(nth), nth, told.words.again)
    )
    for nth, relation in conflicts(list(islice(stated, _MOST)), told.passages, told.words.again):
        yield RelationCase(context, told.passages, nth, relation)


def _of_fees(context: Context) -> Iterator[RelationCase]:
    """The fees for information, with the notices beside them."""
    told = context.told_text()
    for nth, passage in enumerate(told.passages):
        for relation in islice(fees(passage.text, told.sentences(nth)), _MOST):
            yield RelationCase(context, told.passages, nth, relation)


def _announced(context: Context) -> Iterator[RelationCase]:
    """The lists of which the text says how long they are, those of problems and measures as well."""
    passages = context.passages(("text",))
    texts, words = [passage.text for passage in passages], context.told_text().words.announced
    for nth in range(len(texts)):
        for relation in islice(lengths(texts, nth, words), _MOST):
            yield RelationCase(context, passages, nth, relation)


def _years(context: Context) -> Iterator[RelationCase]:
    """The years that sentences tell of; none where that of the report is not known."""
    told, year = context.told_text(), context.report.facts.year
    for nth, passage in enumerate(told.passages if year else ()):
        found = told_years(passage.text, told.sentences(nth), year or 0, told.words.years)
        for relation in islice(found, _MOST):
            yield RelationCase(context, told.passages, nth, relation)


def _tasks(context: Context) -> Iterator[RelationCase]:
    """The tasks of a year that the work goes by; none where the year of the report is not known."""
    told, year = context.told_text(), context.report.facts.year
    for nth, passage in enumerate(told.passages if year else ()):
        for relation in islice(tasks(passage.text, year or 0, told.words.years), _MOST):
            yield RelationCase(context, told.passages, nth, relation)


def _gaps(context: Context) -> Iterator[RelationCase]:
    """The figures that were not filled in."""
    passages, told = context.passages(("text",)), context.told_text()
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
