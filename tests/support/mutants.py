"""Small changes of rules: what their own examples have to notice."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from gdlint import api
from gdlint.engine.applies import Applies
from gdlint.engine.case_form import CaseForm
from gdlint.engine.definition import Definition
from gdlint.expressions.nodes import Call, CellNode, Items, Literal, NameNode, Node, Operation

_OTHER_OPERATOR: Final = {
    "==": "!=",
    "!=": "==",
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "and": "or",
    "or": "and",
    "+": "-",
    "-": "+",
}


class Mutant(NamedTuple):
    """A changed rule, and what was changed."""

    definition: Definition
    what: str


Keys = Mapping[str, str]
"""keys of the forms with those that may be put in their place"""

Change = tuple[Node, str]
"""a changed node and what was changed in it"""


def mutants(definition: Definition) -> Iterator[Mutant]:
    """A rule in, every rule out that differs from it in one small thing; no two are described alike."""
    seen: list[Definition] = [definition]
    said: Counter[str] = Counter()
    for mutant in _mutants(definition):
        if mutant.definition not in seen:
            seen.append(mutant.definition)
            said[mutant.what] += 1
            copy = said[mutant.what]
            yield mutant if copy == 1 else mutant._replace(what=f"{mutant.what} ({copy})")


def _mutants(definition: Definition) -> Iterator[Mutant]:
    """Every small change of a rule, some of which may come to the same."""
    for number, case in enumerate(definition.cases):
        where = f"case {number + 1} " if len(definition.cases) > 1 else ""
        for changed, what in _of_case(case, definition):
            cases = (*definition.cases[:number], changed, *definition.cases[number + 1 :])
            yield Mutant(definition._replace(cases=cases), where + what)
        if len(definition.cases) > 1:
            rest = (*definition.cases[:number], *definition.cases[number + 1 :])
            yield Mutant(definition._replace(cases=rest), where + "dropped")
    yield from _where_it_applies(definition)


def _where_it_applies(definition: Definition) -> Iterator[Mutant]:
    """A rule in, the same for other years, kinds of body, or both templates out."""
    for applies, what in _other_limits(definition.applies):
        yield Mutant(definition._replace(applies=applies), what)


def _other_limits(applies: Applies) -> Iterator[tuple[Applies, str]]:
    first, last = applies.years
    for step in (-1, 1):
        if first is not None:
            yield applies._replace(years=(first + step, last)), f"from {first + step}"
        if last is not None:
            yield applies._replace(years=(first, last + step)), f"until {last + step}"
    for kind in applies.kinds:
        kinds = tuple(other for other in applies.kinds if other != kind)
        yield applies._replace(kinds=kinds), f"not for kind {kind}"
    if applies.templates:
        yield applies._replace(templates=()), "for both templates"


def _of_case(case: CaseForm, definition: Definition) -> Iterator[tuple[CaseForm, str]]:
    """A case in, every case out that differs in its conditions."""
    own = {*definition.options, *(name for name, _ in case.lets)}
    keys = {
        key: new
        for key, new in neighbours(case.table, next(iter(definition.applies.templates), None)).items()
        if key not in own
    }
    for key in ("check", "when"):
        node = getattr(case, key)
        for changed, what in _of_node(node, keys) if node is not None else ():
            yield _with(case, key, changed), f"{key}: {what}"
    for n, (name, node) in enumerate(case.lets):
        for changed, what in _of_node(node, keys):
            yield (
                case._replace(lets=(*case.lets[:n], (name, changed), *case.lets[n + 1 :])),
                f"{name}: {what}",
            )
    if case.when is not None:
        yield case._replace(when=None), "when dropped"
    if case.unless is not None:
        yield case._replace(unless=None), "unless dropped"


def _with(node: Any, key: str, value: Node) -> Any:
    """A named tuple with another value of a field."""
    return node._replace(**{key: value})


def _of_node(node: Node, keys: Keys) -> Iterator[Change]:
    """An expression and the keys to swap in it in, every expression out that differs in one place."""
    yield from _here(node, keys)
    if isinstance(node, Operation):
        yield from (
            (node._replace(operands=operands), what) for operands, what in _inside(node.operands, keys)
        )
    elif isinstance(node, Call):
        yield from ((node._replace(arguments=inner), what) for inner, what in _inside(node.arguments, keys))
    elif isinstance(node, Items):
        yield from ((node._replace(items=items), what) for items, what in _inside(node.items, keys))
    elif isinstance(node, CellNode):
        inside = neighbours(node.table, None)
        for key in ("row", "column"):
            yield from ((_with(node, key, new), what) for new, what in _here(getattr(node, key), inside))


def _inside(nodes: tuple[Node, ...], keys: Keys) -> Iterator[tuple[tuple[Node, ...], str]]:
    """Nodes in, the same with a change in one of them out."""
    for n, node in enumerate(nodes):
        for changed, what in _of_node(node, keys):
            yield (*nodes[:n], changed, *nodes[n + 1 :]), what


def _here(node: Any, keys: Keys) -> Iterator[Change]:
    """A node in, what may stand in its place out."""
    if isinstance(node, Operation):
        yield from _of_operation(node)
    elif isinstance(node, Literal) and node.kind == "number":
        for step in (-1, 1):
            new = str(int(node.value) + step) if str(node.value).isdigit() else ""
            if new:
                yield node._replace(value=new), f"{node.value} to {new}"
    elif isinstance(node, NameNode) and node.name in keys:
        yield NameNode(keys[node.name]), f"{node.name} to {keys[node.name]}"
    elif isinstance(node, Items) or (isinstance(node, Call) and node.function == "sum"):
        parts = node.items if isinstance(node, Items) else node.arguments
        for n in range(len(parts) if len(parts) > 1 else 0):
            kept = (*parts[:n], *parts[n + 1 :])
            yield (
                (Items(kept) if isinstance(node, Items) else node._replace(arguments=kept)),
                f"term {n + 1} dropped",
            )


def _of_operation(node: Operation) -> Iterator[Change]:
    """An operation in, another operator or only one of its operands out."""
    if node.operator in _OTHER_OPERATOR:
        other = _OTHER_OPERATOR[node.operator]
        yield node._replace(operator=other), f"{node.operator} to {other}"
    if node.operator == "in":
        yield Operation("not", (node,)), "in to not in"
    if node.operator in ("and", "or", "+", "-", "not"):
        for n, operand in enumerate(node.operands):
            yield operand, f"only operand {n + 1} of {node.operator}"


@cache
def neighbours(table: str | None, template: int | None) -> Keys:
    """Every key of a row or column of a table (none: of all) in a form (none: in both), with the next one of its kind."""
    tables = api.forms().tables
    found: dict[str, str] = {}
    for form in tables.values() if table is None else [tables[table]]:
        for lines in (form.rows, form.columns):
            keys = list(
                dict.fromkeys(line.key for line in lines if template is None or template in line.templates)
            )
            found.update(
                (key, new) for key, new in zip(keys, [*keys[1:], *keys[:1]], strict=True) if key != new
            )
    return found
