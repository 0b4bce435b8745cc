"""What a rule saw in a case: the names that its expressions use, each with its value, or why that is unknown."""

from collections.abc import Iterator
from typing import Any

from gdlint.engine.checks import Check
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.leaves import leaves, written
from gdlint.expressions.messages import OF_FINDING, fields_of, shown
from gdlint.expressions.nodes import Call, NameNode, Node
from gdlint.matching.expression_error import ExpressionError
from gdlint.model.judged import Gap, Value
from gdlint.model.language import LANGUAGES
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Figure
from gdlint.scopes.case_types import Case
from gdlint.scopes.claim_cases import ClaimCase
from gdlint.scopes.table_names import column_label, row_label

LONGEST = 60
"""characters of a value that are shown"""
MOST_UNKNOWN = 3
"""figures of a sum that are named where they are unknown"""


def values_of(check: Check, case: Case) -> Iterator[Value]:
    """The values that a check looks at in a case, each name once; those that a rule in Python tells."""
    compiler = check.body.made.compiler
    if compiler is None:
        yield from (_value(name, value) for name, value in case.lets.items())
        return
    if isinstance(case, ClaimCase):
        yield from _reading(case)
    seen: set[str] = set()
    for node in _looked_at(check, compiler):
        name = written(node)
        if name in seen:
            continue
        seen.add(name)
        try:
            value = compiler.compile(node).get(case)
        except ExpressionError:
            # A group of rows or columns has no value of its own; what is made of it is looked at.
            continue
        yield _value(
            name, value, _gaps(compiler, node, case) if value is UNKNOWN and name not in case.lets else ()
        )


def _looked_at(check: Check, compiler: Compiler) -> Iterator[Node]:
    """The leaves of `when`, `let`, `check` and the message, in this order."""
    form = check.form
    lets = dict(form.lets)
    for node in (form.when, *lets.values(), *map(NameNode, lets), form.check):
        if node is not None:
            yield from leaves(node)
    for field in fields_of(form.message["zh"]):
        if field not in OF_FINDING:
            found = leaves(compiler.dialect.parse(field))
            yield from (leaf for leaf in found if written(leaf) not in OF_FINDING)


def _reading(case: ClaimCase) -> Iterator[Value]:
    """How a claim was read."""
    claim = case.claim
    yield _value("cells", str(claim.cells) if claim.cells else UNKNOWN)
    if claim.value is not None:
        yield _value("value", f"{claim.value}{claim.unit}")
    for name in ("words", "scope", "period", "relation", "certainty", "why"):
        if text := str(getattr(claim, name)):
            yield _value(name, text)


def _value(name: str, value: Any, gaps: tuple[Gap, ...] = ()) -> Value:
    return Value(name, {language: _cut(shown(value, language)) for language in LANGUAGES}, gaps)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _gaps(compiler: Compiler, node: Node, case: Case) -> tuple[Gap, ...]:
    """The figures that make a leaf unknown."""
    nodes = node.arguments if isinstance(node, Call) else (node,)
    found: list[Gap] = []
    for part in nodes:
        try:
            cells = compiler.cells(part)
        except ExpressionError:
            continue
        for (row, column), figure in zip(cells.places(case), cells.figures(case), strict=True):
            if figure is None or figure.value is None:
                place = (
                    f"{row_label(case, row)}·{column_label(case, column)}"
                    if case.table
                    else f"{row}·{column}"
                )
                found.append(_gap(place, figure))
    return tuple(found[:MOST_UNKNOWN]) or (Gap("", "untold"),)


def _gap(place: str, figure: Figure | None) -> Gap:
    if figure is None:
        return Gap(place, "missing")
    return Gap(place, "blank") if figure.blank else Gap(place, "unreadable", _cut(figure.text or ""))
