"""Whether a rule applies to a report, by its template, its year, and its body."""

from collections.abc import Sequence

from gdlint.engine.definition import Definition
from gdlint.forms.regions import region_of
from gdlint.model.report import Report

OTHER = ""


def doubt(definition: Definition, report: Report) -> str | None:
    """None where a rule applies, "" where it is for other reports, else what is not known of the report (see `NotRun`)."""
    first, last = definition.years
    if not (definition.templates or first or last or definition.kinds or definition.regions):
        return None
    facts = report.facts
    limits = (
        ("template", definition.templates, facts.template, _is_form(definition, report)),
        ("year", first or last, facts.year, (first or 0) <= (facts.year or 0) <= (last or 9999)),
        ("kind", definition.kinds, facts.body_kind, facts.body_kind in definition.kinds),
        (
            "region",
            definition.regions,
            facts.body,
            bool(definition.regions) and _is_in(facts.body or "", definition.regions),
        ),
    )
    unknown = None
    for name, wanted, fact, fits in limits:
        if wanted and fact is None:
            unknown = unknown or name
        elif wanted and not fits:
            return OTHER
    return unknown


def _is_form(definition: Definition, report: Report) -> bool:
    """The form of a report is one of those of a rule, or one for which the rules of such a form hold."""
    template = report.facts.template
    if template in definition.templates:
        return True
    edition = report.forms.edition(template)
    return edition is not None and not edition.rules_of.isdisjoint(map(str, definition.templates))


def _is_in(body: str, regions: Sequence[str]) -> bool:
    """The name of a body holds that of a region, or its place lies there."""
    return any(word in body for word in regions) or not set(regions).isdisjoint(region_of(body) or ())
