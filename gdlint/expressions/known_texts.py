"""Texts that a name can have: a misspelt key would never be equal to one, and the rule would silently never speak."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from gdlint.expressions.environment import Environment
from gdlint.expressions.nodes import Items, Literal, NameNode, Node
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.model.form import TableForm


def check_known(environment: Environment, nodes: Sequence[Node]) -> None:
    """Check what is compared, or asked for with `in`.

    Raises `ExpressionError` for a text that the name on the other side never has.
    """
    for one, other in (nodes, nodes[::-1]):
        known = set(_known(environment, one.name)) if isinstance(one, NameNode) else set()
        for text in _texts(other) if known else ():
            if text not in known:
                name = one.name if isinstance(one, NameNode) else ""
                raise ExpressionError("never", name=name, text=repr(text), near=nearest(text, known))


def _texts(node: Node) -> Iterator[str]:
    for item in node.items if isinstance(node, Items) else (node,):
        if isinstance(item, Literal) and item.kind == "text":
            yield str(item.value)


def _known(environment: Environment, name: str) -> Iterable[str]:
    """All texts that a name can have; none where they cannot be told."""
    own = name in environment.lets or name in environment.options or name in environment.figure_keys()
    return _TEXTS[name](environment) if name in _TEXTS and not own else ()


def _tables(environment: Environment) -> list[TableForm]:
    tables = environment.forms.tables
    return [tables[environment.table]] if environment.table else list(tables.values())


def _sections(environment: Environment) -> list[str]:
    return [section.key for section in environment.forms.sections]


_TEXTS: Mapping[str, Callable[[Environment], Iterable[str]]] = {
    "row_key": lambda here: [row.key for form in _tables(here) for row in form.rows],
    "column_key": lambda here: [column.key for form in _tables(here) for column in form.columns],
    "key": lambda here: here.forms.tables if here.scope == "table" else _sections(here),
    "sections": _sections,
    "last_section": lambda here: [*_sections(here), "other"],
    "tables": lambda here: here.forms.tables,
    **dict.fromkeys(
        ("form", "due_form", "form_beside", "foreign_form"),
        lambda here: [edition.name for edition in here.forms.editions],
    ),
    "body_kind": lambda here: [body.kind for body in here.forms.bodies if body.kind],
}
