"""What rules may ask of the forms themselves: which one a report should use, and which columns speak for which."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from gdlint.lang.compiled import Compiled
from gdlint.lang.context import Case
from gdlint.lang.errors import ExpressionError
from gdlint.lang.logic import UNKNOWN, Getter
from gdlint.lang.name import Name
from gdlint.lang.nodes import Call, Literal, Node
from gdlint.model.form import Edition, Forms
from gdlint.model.report import Mark

if TYPE_CHECKING:
    from gdlint.lang.compiler import Compiler

ONLY_IN = "only_in"
_OLD = "only_"
"""`only_NAME` was `only_in("NAME")` before forms had names"""


def _form(case: Case) -> Any:
    report = case.context.report
    edition = report.forms.edition(report.facts.template)
    return edition.name if edition else UNKNOWN


def _due_form(case: Case) -> Any:
    """The newest form for the year, for a year before all forms the oldest."""
    report = case.context.report
    if report.facts.year is None:
        return UNKNOWN
    return (report.forms.edition_for(report.facts.year) or report.forms.editions[0]).name


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


def _texts(marks: Sequence[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.text for mark in marks))


def _foreign_form(case: Case) -> Any:
    """The form of the first column that is foreign."""
    marks = foreign_marks(case)
    editions = case.context.report.forms.editions
    return next((e.name for e in editions if marks and e.template in marks[0].templates), UNKNOWN)


FORM_FACTS: Mapping[str, Name] = {
    "form": Name("text", _form, "the name of the form that the report uses, by its printed tables"),
    "due_form": Name("text", _due_form, "the name of the form for the reporting year"),
    "template": Name(
        "number", _number, "of before: the form as a number, unknown for one that has none; write `form`"
    ),
    "foreign_columns": Name(
        "list of text",
        lambda case: _texts(foreign_marks(case)),
        "printed columns that the report's form lacks and another one has",
    ),
    "foreign_form": Name("text", _foreign_form, "the oldest form that has the first of these"),
}


def _edition(case: Case, name: str) -> Edition | None:
    return case.context.report.forms.edition(name)


def _label(case: Case, name: str) -> Any:
    edition = _edition(case, name)
    return edition.label if edition else UNKNOWN


def _document(case: Case, name: str) -> Any:
    edition = _edition(case, name)
    return (edition.document if edition else "") or UNKNOWN


class FormFunction(NamedTuple):
    """A function of the name of a form: the type of its result, what it gives, and what that is."""

    type: str
    value: Callable[[Case, str], Any]
    doc: str


OF_FORM: Mapping[str, FormFunction] = {
    ONLY_IN: FormFunction(
        "list of text",
        lambda case, name: _texts(marks_only_in(case, name)),
        "printed columns of a form that not all forms have; of another form than the report's, those that its own lacks",
    ),
    "form_label": FormFunction("text", _label, "what a form is called in a message"),
    "form_document": FormFunction("text", _document, "the number of the document that sets a form"),
}


def of_form(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Compiled:
    """A function of the name of a form."""
    kind, value, _ = OF_FORM[name]
    form = form_named(compiler, name, nodes)

    def result(case: Case) -> Any:
        named = form(case)
        return UNKNOWN if named is UNKNOWN else value(case, named)

    return Compiled(result, kind)


def form_named(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Getter:
    """The name of a form that a function is given.

    Raises `ExpressionError` for anything else than one text, and for a form that there is not.
    """
    from gdlint.lang.calls import wrong_arguments

    arguments = [compiler.compile(node) for node in nodes]
    types = tuple(argument.type for argument in arguments)
    if types != ("text",):
        raise wrong_arguments(name, ("text",), types)
    if isinstance(nodes[0], Literal):
        check_form(compiler.forms, str(nodes[0].value))
    return arguments[0].get


def check_form(forms: Forms, name: str) -> None:
    """Raises `ExpressionError` for a form that there is not."""
    if forms.edition(name) is None:
        known = ", ".join(edition.name for edition in forms.editions)
        raise ExpressionError("unknown-form", name=name, known=known)


def written_before(name: str, forms: Forms) -> Call | None:
    """What stands for `only_NAME` since forms have names; None for any other name."""
    form = name.removeprefix(_OLD)
    known = name.startswith(_OLD) and forms.edition(form) is not None
    return Call(ONLY_IN, (Literal("text", form),)) if known else None
