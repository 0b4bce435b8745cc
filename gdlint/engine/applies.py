"""For which reports a rule is: those of some forms, years, kinds of bodies or regions."""

from collections.abc import Sequence
from typing import NamedTuple

from gdlint.forms.regions import region_of
from gdlint.model.form import Template
from gdlint.model.report import Report

OTHER = ""
"""the doubt about a rule that is for other reports"""


class Applies(NamedTuple):
    """What a report must be for a rule to apply; of what is not named, any will do."""

    templates: tuple[Template, ...] = ()
    years: tuple[int | None, int | None] = (None, None)
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


TO_ALL = Applies()


def doubt(applies: Applies, report: Report) -> str | None:
    """None where a rule applies, "" where it is for other reports, else what is not known of the report (see `NotRun`)."""
    (first, last), facts = applies.years, report.facts
    limits = (
        ("template", applies.templates, facts.template, _is_form(applies, report)),
        ("year", first or last, facts.year, (first or 0) <= (facts.year or 0) <= (last or 9999)),
        ("kind", applies.kinds, facts.body_kind, facts.body_kind in applies.kinds),
        (
            "region",
            applies.regions,
            facts.body,
            bool(applies.regions) and _is_in(facts.body or "", applies.regions),
        ),
    )
    unknown = None
    for name, wanted, fact, fits in limits:
        if wanted and fact is None:
            unknown = unknown or name
        elif wanted and not fits:
            return OTHER
    return unknown


def _is_form(applies: Applies, report: Report) -> bool:
    """The form of a report is one of those of a rule, or one for which the rules of such a form hold."""
    template = report.facts.template
    if template in applies.templates:
        return True
    edition = report.forms.edition(template)
    return edition is not None and not edition.rules_of.isdisjoint(map(str, applies.templates))


def _is_in(body: str, regions: Sequence[str]) -> bool:
    """The name of a body holds that of a region, or its place lies there."""
    return any(word in body for word in regions) or not set(regions).isdisjoint(region_of(body) or ())
