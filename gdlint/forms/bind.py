"""From a syntax tree to a report: facts, headings, and tables bound to the official form."""

from gdlint.forms.binding import bind_tables
from gdlint.forms.facts import find_facts
from gdlint.forms.file_kinds import looks_like
from gdlint.forms.form_columns import find_marks
from gdlint.forms.headings import bind_headings
from gdlint.forms.leftover import with_leftovers
from gdlint.forms.names import body_kind
from gdlint.forms.script import as_printed, traditional_labels
from gdlint.forms.several import first_report
from gdlint.forms.sorted_tables import find_tables
from gdlint.forms.template import find_template
from gdlint.model.document import Document
from gdlint.model.form import Forms, Template
from gdlint.model.report import Facts, Report
from gdlint.model.source import Source


def bind(
    source: Source,
    document: Document,
    forms: Forms,
    *,
    template: Template | None = None,
    year: int | None = None,
    body: str | None = None,
) -> Report:
    """Bind a document to the forms. `template` (or the name of a form), `year` and `body` overrule what the report says of
    itself.

    Raises `ValueError` for a form that there is not.
    """
    facts = find_facts(document, forms, source.facts)
    document, second = first_report(document, forms, facts.title)
    if second:
        facts = find_facts(document, forms, source.facts)
    headings = bind_headings(document, forms)
    keys = [heading.label.key for heading in headings]
    found = find_tables(document, forms, keys)
    template = find_template(found, forms) if template is None else _named(template, forms)
    tables = bind_tables(found, forms, template)
    tables = with_leftovers(tables, found, document, forms, keys, source.text or "")
    tables = as_printed(tables, source, forms)
    sections = len({heading.rank for heading in headings if heading.rank})
    return Report(
        source,
        forms,
        document,
        _overruled(facts._replace(template=template), forms, year, body),
        headings,
        tables,
        find_marks(tables, forms),
        looks_like(document, forms, facts.title, sections, tables),
        second,
        traditional_labels(source, headings, tables, forms),
    )


def _named(name: Template, forms: Forms) -> Template:
    if edition := forms.edition(name):
        return edition.template
    known = ", ".join(edition.name for edition in forms.editions)
    raise ValueError(f"there is no form {name!r}, only {known}")


def _overruled(facts: Facts, forms: Forms, year: int | None, body: str | None) -> Facts:
    """The facts with the year and the body that an option gives."""
    if year:
        facts = facts._replace(year=year, year_inferred="option")
    if body:
        kind, suffix = body_kind(body, forms.bodies)
        facts = facts._replace(body=body, body_kind=kind, body_suffix=suffix, body_inferred="option")
    return facts
