"""What rules may ask of the forms themselves: which one a report should use, and which columns speak for which."""

from collections.abc import Mapping, Sequence
from typing import Any

from gdlint.forms.section_places import own_places
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Mark
from gdlint.scopes.case_types import Case, Name, once


def _form(case: Case) -> Any:
    report = case.context.report
    edition = report.forms.edition(report.facts.template)
    return edition.name if edition else UNKNOWN


def _due_form(case: Case) -> Any:
    """The newest form for the year, for a year before all forms the oldest."""
    return _form_for(case, case.context.report.facts.year)


def _form_beside(case: Case) -> Any:
    facts = case.context.report.facts
    ended = facts.period.finish.year if facts.period and facts.period.finish else None
    signed = facts.signature.date.year - 1 if facts.signature and facts.signature.date else None
    return UNKNOWN if facts.year in (ended, signed) else _form_for(case, ended or signed)


def _form_for(case: Case, year: int | None) -> Any:
    forms = case.context.report.forms
    return UNKNOWN if year is None else (forms.edition_for(year) or forms.editions[0]).name


def _number(case: Case) -> Any:
    template = case.context.template
    return template if isinstance(template, int) else UNKNOWN


def foreign_marks(case: Case) -> Sequence[Mark]:
    """The printed columns that the report's form lacks, and others have; where it is not known, that not all have."""
    return [mark for mark in case.context.report.marks if case.context.template not in mark.templates]


def marks_only_in(case: Case, name: str) -> Sequence[Mark]:
    """The printed columns of a form that not all forms have; of another form than the report's, those that its own lacks."""
    edition = case.context.report.forms.edition(name)
    template = edition.template if edition else None
    marks = case.context.report.marks if template == case.context.template else foreign_marks(case)
    return [mark for mark in marks if template in mark.templates]


def column_texts(marks: Sequence[Mark]) -> tuple[str, ...]:
    """What is printed in columns, each text once."""
    return tuple(dict.fromkeys(mark.text for mark in marks))


def _foreign_form(case: Case) -> Any:
    """The form of the first column that is foreign."""
    marks = foreign_marks(case)
    editions = case.context.report.forms.editions
    return next((e.name for e in editions if marks and e.template in marks[0].templates), UNKNOWN)


FORM_FACTS: Mapping[str, Name] = {
    "form": Name("text", _form, "the name of the form that the report uses, by its printed tables"),
    "form_sections": Name(
        "list of text",
        lambda case: tuple(own_places(case.context.report.forms, case.context.template)),
        "keys of the sections that this form has; where it is not known, of those that all forms have",
    ),
    "due_form": Name("text", _due_form, "the name of the form for the reporting year"),
    "form_beside": Name(
        "text",
        _form_beside,
        "the name of the form for the year that the period, else the date at the end tells, where neither fits that of the title",
    ),
    "template": Name(
        "number", _number, "of before: the form as a number, unknown for one that has none; write `form`"
    ),
    "foreign_columns": Name(
        "list of text",
        once("foreign_columns", lambda case: column_texts(foreign_marks(case))),
        "printed columns that the report's form lacks and another one has",
    ),
    "foreign_form": Name("text", _foreign_form, "the oldest form that has the first of these"),
}
