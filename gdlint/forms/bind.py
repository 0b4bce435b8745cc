"""From a syntax tree to a report: facts, headings, and tables bound to the official form. Of several reports in one file it is
the first, which ends where the title of another stands."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from gdlint.forms.binding import bind_tables
from gdlint.forms.facts import find_facts
from gdlint.forms.leftover import with_leftovers
from gdlint.forms.second_report import first_report
from gdlint.forms.sorted_tables import find_tables
from gdlint.forms.template import find_marks, find_template
from gdlint.forms.titles import body_kind, is_title
from gdlint.model.document import Document
from gdlint.model.form import Forms, Template
from gdlint.model.report import BoundHeading, Facts, Label, Report, Table, Title
from gdlint.model.source import Source
from gdlint.model.wording import in_traditional_script, plain
from gdlint.words.fault import FaultError, fault


def section_keys(document: Document, forms: Forms) -> list[str | None]:
    """The key of each section of a document, None for one that is none of the form's."""
    order = [None, *(section.key for section in forms.sections)]
    return [order[section.heading.rank] for section in document.sections]


def bind_headings(document: Document, forms: Forms) -> tuple[BoundHeading, ...]:
    """The headings with their sections, their order, and how often each occurred."""
    counts: Counter[str] = Counter()
    after = 0
    bound = []
    keys = section_keys(document, forms)
    for ordinal, (section, key) in enumerate(zip(document.sections, keys, strict=True), 1):
        heading = section.heading
        official, exact = _official(heading.title, key, forms)
        label = Label(heading.title, heading.start, heading.end, key, official, exact)
        counts[key or ""] += 1
        bound.append(BoundHeading(label, heading.number, heading.rank, ordinal, counts[key or ""], after))
        after = max(after, heading.rank)
    return tuple(bound)


@lru_cache(maxsize=1024)
def _official(title: str, key: str | None, forms: Forms) -> tuple[str | None, bool]:
    """The official title of a section, and whether a printed one is that or one that is right, too."""
    form = next((form for form in forms.sections if form.key == key), None)
    titles = (form.title, *form.aliases) if form else ()
    return form.title if form else None, plain(title) in map(plain, titles)


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
    second: Title | None = None
    if any(section.heading.rank == 1 for section in document.sections[1:]):
        document, second = first_report(document, forms, facts.title)
    if second:
        facts = find_facts(document, forms, source.facts)
    headings = bind_headings(document, forms)
    keys = [heading.label.key for heading in headings]
    found = find_tables(document, forms, keys)
    template = find_template(found, forms) if template is None else _named(template, forms)
    tables = bind_tables(found, forms, template)
    tables = with_leftovers(tables, found, document, forms, keys, source.text or "")
    traditional: tuple[Label, ...] = ()
    if in_traditional_script(source.text or "", forms.traditional):
        from gdlint.forms.script import as_printed, traditional_labels

        tables = as_printed(tables, source, forms)
        traditional = traditional_labels(source, headings, tables, forms)
    sections = len({heading.rank for heading in headings if heading.rank})
    return Report(
        source,
        forms,
        document,
        _overruled(facts._replace(template=template), forms, year, body),
        headings,
        tables,
        find_marks(tables, forms),
        _looks_like(document, forms, facts.title, sections, tables),
        second,
        traditional,
    )


def _looks_like(
    document: Document, forms: Forms, title: Title | None, sections: int, tables: Mapping[str, Table]
) -> str | None:
    """None for a report, as what has its title and a part of it plainly is, else what the file is (see `looks_like`)."""
    if title and is_title(title.text) and (sections or tables):
        return None
    from gdlint.forms.file_kinds import looks_like

    return looks_like(document, forms, title, sections, tables)


def _named(name: Template, forms: Forms) -> Template:
    if edition := forms.edition(name):
        return edition.template
    known = ", ".join(edition.name for edition in forms.editions)
    raise FaultError(fault("unknown-form", {"name": name, "known": known}))


def _overruled(facts: Facts, forms: Forms, year: int | None, body: str | None) -> Facts:
    """The facts with the year and the body that an option gives."""
    if year:
        facts = facts._replace(year=year, year_inferred="option")
    if body:
        kind, suffix = body_kind(body, forms.bodies)
        facts = facts._replace(body=body, body_kind=kind, body_suffix=suffix, body_inferred="option")
    return facts
