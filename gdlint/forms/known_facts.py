"""How the facts of a report are known: where each stands, and whether it is stated or inferred from something else."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from gdlint.forms.regions import region_of
from gdlint.forms.titles import is_told_by_name
from gdlint.model.report import Facts, Report


class Known(NamedTuple):
    """A fact: its name, its value, how it is known, and where that stands (nowhere, where an option says it).

    `how` is `title`, `portal`, `period`, `signature` or `option` for what was read there; `name` and `places` for what the name
    of the body and the list of places tell; `stated` and `calendar-year` for a period.
    """

    fact: str
    value: Any
    how: str
    place: tuple[int, int] | None


def known_facts(report: Report) -> Iterator[Known]:
    """The facts that a report has, in the order year, body, kind, region, period, signature, publication."""
    facts = report.facts
    if facts.year is not None:
        how = facts.year_inferred or "title"
        yield Known("year", facts.year, how, _place(facts, how))
    if facts.body:
        yield from _of_body(report, facts.body)
    if facts.period:
        how = "stated" if facts.period.explicit else "calendar-year"
        yield Known("period", (facts.period.begin, facts.period.finish), how, _place(facts, "period"))
    if facts.signature:
        value = (facts.signature.body, facts.signature.date)
        yield Known("signature", value, "stated", _place(facts, "signature"))
    if facts.published:
        yield Known("published", facts.published.date, "portal", (facts.published.start, facts.published.end))


def _of_body(report: Report, body: str) -> Iterator[Known]:
    facts = report.facts
    how = facts.body_inferred or "title"
    place = _place(facts, how)
    yield Known("body", body, how, place)
    if facts.body_kind:
        by_name = is_told_by_name(body, report.forms.bodies)
        yield Known("body_kind", facts.body_kind, "name" if by_name else "places", place)
    if region := region_of(body):
        yield Known("region", region, "places", place)


def _place(facts: Facts, how: str) -> tuple[int, int] | None:
    """Where the title, the period or the signature stands; what a portal says stands in the title that it gives, if any."""
    found = {
        "period": facts.period,
        "signature": facts.signature,
        "title": facts.title,
        "portal": facts.title,
    }.get(how)
    return (found.start, found.end) if found else None
