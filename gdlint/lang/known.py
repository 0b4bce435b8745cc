"""Texts that a name can have: a misspelt key would never be equal to one, and the rule would silently never speak."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.lang.environment import Environment
from gdlint.lang.errors import ExpressionError, nearest
from gdlint.lang.nodes import Items, Literal, Name, Node


def check_known(environment: Environment, nodes: Sequence[Node]) -> None:
    """Check what is compared, or asked for with `in`.

    Raises `ExpressionError` for a text that the name on the other side never has.
    """
    for one, other in (nodes, nodes[::-1]):
        known = set(_known(environment, one.name)) if isinstance(one, Name) else set()
        for text in _texts(other) if known else ():
            if text not in known:
                name = one.name if isinstance(one, Name) else ""
                raise ExpressionError("never", name=name, text=repr(text), near=nearest(text, known))


def _texts(node: Node) -> Iterator[str]:
    for item in node.items if isinstance(node, Items) else (node,):
        if isinstance(item, Literal) and item.kind == "text":
            yield str(item.value)


def _known(environment: Environment, name: str) -> Iterable[str]:
    """All texts that a name can have; none where they cannot be told."""
    if name in environment.lets or name in environment.options or name in environment.figure_keys():
        return ()
    forms = environment.forms
    tables = [forms.tables[environment.table]] if environment.table else list(forms.tables.values())
    sections = [section.key for section in forms.sections]
    texts: dict[str, Iterable[str]] = {
        "row_key": [row.key for form in tables for row in form.rows],
        "column_key": [column.key for form in tables for column in form.columns],
        "key": forms.tables if environment.scope == "table" else sections,
        "sections": sections,
        "last_section": [*sections, "other"],
        "tables": forms.tables,
        "body_kind": [body.kind for body in forms.bodies if body.kind],
    }
    return texts.get(name, ())
