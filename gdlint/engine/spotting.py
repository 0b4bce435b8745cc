"""The places at which a finding stands: what `at` names, compiled."""

from collections.abc import Iterator, Sequence

from gdlint.engine.checks import Spotter
from gdlint.expressions.cell_sums import CellGroup
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.form_functions import ONLY_IN, form_named, written_before
from gdlint.expressions.nodes import Call, NameNode, Node
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.model.finding import Spot
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.scopes.captures import captures_of, spot_of
from gdlint.scopes.case_types import Case
from gdlint.scopes.form_facts import marks_only_in
from gdlint.scopes.rule_places import PLACES, first_mark
from gdlint.scopes.scope import SCOPES


def spotter(compiler: Compiler, nodes: Sequence[Node]) -> Spotter | None:
    """The places of all items of `at`, else those of the case; None where nothing is said of places."""
    if not nodes:
        return None
    spotters = [spotter_of(compiler, node) for node in nodes]
    if len(spotters) == 1:
        return lambda case: spotters[0](case) or case.spots
    return lambda case: tuple(spot for spotter in spotters for spot in spotter(case)) or case.spots


def spotter_of(compiler: Compiler, node: Node) -> Spotter:
    """The places of one item of `at`: a capture, a named place, the first column of a form, or cells."""
    if isinstance(node, NameNode) and node.name not in compiler.figure_keys():
        node = written_before(node.name, compiler.forms) or node
    if isinstance(node, Call) and node.function == ONLY_IN:
        return _of_form(form_named(compiler, ONLY_IN, node.arguments))
    if isinstance(node, NameNode) and node.name not in compiler.figure_keys():
        captures = captures_of(compiler.find)
        if compiler.find and node.name in captures:
            return spot_of(node.name)
        if node.name in PLACES:
            place = PLACES[node.name]
            if place.scope not in (None, compiler.scope):
                raise ExpressionError("place-of-scope", place=repr(node.name), scope=place.scope)
            return place.spots
        if not SCOPES[compiler.scope].figures:
            near = nearest(node.name, {*PLACES, *captures})
            raise ExpressionError("unknown-place", place=repr(node.name), near=near)
    cells = compiler.cells(node)
    return lambda case: tuple(_cell_spots(case, cells))


def _of_form(form: Getter) -> Spotter:
    """The first printed column of a form."""

    def spots(case: Case) -> tuple[Spot, ...]:
        name = form(case)
        return () if name is UNKNOWN else first_mark(marks_only_in(case, name))

    return spots


def _cell_spots(case: Case, cells: CellGroup) -> Iterator[Spot]:
    for (row, column), figure in zip(cells.places(case), cells.figures(case), strict=True):
        if figure:
            yield Spot(figure.start, figure.end, row, column)
