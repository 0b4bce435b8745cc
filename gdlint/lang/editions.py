"""What rules may ask of the forms themselves: which columns speak for which of them."""

from collections.abc import Sequence

from gdlint.lang.context import Case
from gdlint.model.report import Mark


def marks_only_in(case: Case, name: str) -> Sequence[Mark]:
    """The printed columns of a form that not all forms have; of another form than the report's, those that its own lacks."""
    report = case.context.report
    edition, own = report.forms.edition(name), report.facts.template
    template = edition.template if edition else None
    return [
        mark
        for mark in report.marks
        if template in mark.templates and (own == template or own not in mark.templates)
    ]


def only_in(case: Case, name: str) -> tuple[str, ...]:
    """The texts of these columns, each once."""
    return tuple(dict.fromkeys(mark.text for mark in marks_only_in(case, name)))
