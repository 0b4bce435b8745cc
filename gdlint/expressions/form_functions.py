"""Functions of the name of a form: the columns that it alone has, what it is called, which document sets it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from gdlint.expressions.compiled import Compiled
from gdlint.expressions.nodes import Call, Literal, Node
from gdlint.matching.expression_error import ExpressionError
from gdlint.model.form import Edition, Forms
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.scopes.case_types import Case
from gdlint.scopes.form_facts import column_texts, marks_only_in

if TYPE_CHECKING:
    from gdlint.expressions.compiler import Compiler

ONLY_IN = "only_in"
_OLD = "only_"
"""`only_NAME` was `only_in("NAME")` before forms had names"""


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
        lambda case, name: column_texts(marks_only_in(case, name)),
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
    from gdlint.expressions.calls import wrong_arguments

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
