"""The places of a report that `at` may name besides rows and columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from gdlint.model.finding import Spot
from gdlint.model.regex import lazy
from gdlint.model.report import Mark
from gdlint.scopes.case_types import Case
from gdlint.scopes.form_facts import foreign_marks
from gdlint.scopes.outlined_parts import outline_of
from gdlint.scopes.table_names import groups_of, unreadable_of

Spots = tuple[Spot, ...]


def _period(case: Case) -> Spots:
    period = case.context.report.facts.period
    return (Spot(period.start, period.end),) if period else ()


def _date(case: Case) -> Spots:
    signature = case.context.report.facts.signature
    return (Spot(signature.date_start, signature.date_end),) if signature else ()


def _signature(case: Case) -> Spots:
    signature = case.context.report.facts.signature
    return (Spot(signature.start, signature.end),) if signature else ()


def _published(case: Case) -> Spots:
    published = case.context.report.facts.published
    return (Spot(published.start, published.end),) if published else ()


def _second(case: Case) -> Spots:
    second = case.context.report.second
    return (Spot(second.start, second.end),) if second else ()


def _traditional(case: Case) -> Spots:
    return tuple(Spot(label.start, label.end) for label in case.context.report.traditional)


def _outline(case: Case) -> Spots:
    outline = outline_of(case.context)
    return (outline.spot,) if outline else ()


def first_mark(marks: Sequence[Mark]) -> Spots:
    """The place of the first of some columns."""
    return (Spot(marks[0].start, marks[0].end),) if marks else ()


def _copy(case: Case) -> Spots:
    start = case.item[1].copy_start if case.item and case.item[1] else None
    return (Spot(start, start),) if start is not None else ()


def _handling(case: Case) -> Spots:
    table = case.context.report.tables.get("applications")
    rows = (
        [e.label for e in table.entries if (e.label.key or "").startswith("other_handling")] if table else []
    )
    return tuple(Spot(label.start, label.end, label.key) for label in rows)


_BEHIND_NUMBER = lazy(r"[^\S\n]*[、.．,，:：]?[^\S\n]*")


def _heading_number(case: Case) -> Spots:
    """The number of a heading with the mark behind it."""
    text, label, number = case.context.report.source.text or "", case.item.label, case.item.number
    at = text.find(number, label.start, label.end) if number else -1
    behind = _BEHIND_NUMBER.match(text, at + len(number), label.end) if at >= 0 else None
    return (Spot(at, behind.end()),) if behind else ()


def _heading_title(case: Case) -> Spots:
    """The title of a heading without its number."""
    text, label = case.context.report.source.text or "", case.item.label
    at = text.rfind(label.text, label.start, label.end) if label.text else -1
    return (Spot(at, at + len(label.text)),) if at >= 0 else ()


def _end(case: Case) -> Spots:
    text = case.context.report.source.text or ""
    end = len(text.rstrip())
    return (Spot(end, end),)


class RulePlace(NamedTuple):
    """A named place: its spots in a case (none where the report has no such place), where it is, and the only scope that
    has it."""

    spots: Callable[[Case], Spots]
    doc: str
    scope: str | None = None


PLACES: Mapping[str, RulePlace] = {
    "start": RulePlace(lambda case: (case.context.start(),), "the title, else the first character"),
    "end": RulePlace(_end, "the end of the text"),
    "period": RulePlace(_period, "the statistical period"),
    "date": RulePlace(_date, "the date of the signature"),
    "published": RulePlace(_published, "the day on which a portal published it"),
    "second": RulePlace(_second, "the title of a second report in the file"),
    "traditional": RulePlace(_traditional, "headings and labels in traditional characters"),
    "outline": RulePlace(_outline, "what the text lists as the parts of the report"),
    "signature": RulePlace(_signature, "body and date of the signature"),
    "foreign_columns": RulePlace(
        lambda case: first_mark(foreign_marks(case)), "the first printed column that the report's form lacks"
    ),
    "bad_bytes": RulePlace(
        lambda case: tuple(Spot(at, at + 1) for at in case.context.report.source.bad),
        "each byte that could not be decoded",
    ),
    "handling": RulePlace(_handling, "the rows of 其他处理"),
    "heading_number": RulePlace(
        _heading_number, "the number of the heading with the mark behind it", "heading"
    ),
    "heading_title": RulePlace(_heading_title, "the heading without its number", "heading"),
    "copy": RulePlace(_copy, "where the second copy of the table begins", "table"),
    "unreadable": RulePlace(
        lambda case: tuple(Spot(loose.start, loose.end, loose.row) for loose in unreadable_of(case)),
        "figures of the table that could not be bound",
        "table",
    ),
    "groups": RulePlace(
        lambda case: tuple(Spot(entry.label.start, entry.label.end) for entry in groups_of(case)),
        "group labels of the table that carry values",
        "table",
    ),
}
