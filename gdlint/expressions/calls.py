"""Functions that look at more than the values of their arguments, or whose result has the type of an argument."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from gdlint.expressions.cell_sums import TESTS, sum_of
from gdlint.expressions.compiled import Compiled, expect, in_other_report
from gdlint.expressions.form_functions import OF_FORM, of_form
from gdlint.expressions.functions import OF_BODY, OF_CELLS, another_body
from gdlint.expressions.nodes import Call, CellNode, Items, LabelNode, Literal, NameNode, Node
from gdlint.expressions.text_functions import OF_LIST, OF_PATTERN, counted_search, distinct, prose_in
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.matching.passages import PLACES
from gdlint.model import logic
from gdlint.model.logic import Getter
from gdlint.scopes.captures import OF_CAPTURES, captures_of

if TYPE_CHECKING:
    from gdlint.expressions.compiler import Compiler


def wrong_arguments(name: str, wanted: Sequence[str], given: Sequence[str]) -> ExpressionError:
    """A function that was given other types than it takes."""
    from gdlint.words.faults import kinds_words

    lists = {key: kinds_words(kinds, "，", ", ") for key, kinds in (("wanted", wanted), ("given", given))}
    return ExpressionError("wrong-arguments", name=name, **lists)


def _of_pattern(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Compiled:
    function = OF_PATTERN[name]
    types = tuple(compiler.compile(node).type for node in nodes)
    if types != ("text", "text"):
        raise wrong_arguments(name, ("text", "text"), types)
    pattern = nodes[1]
    if not isinstance(pattern, Literal) or not isinstance(pattern.value, str):
        raise ExpressionError("pattern-no-literal", name=name)
    text, written = compiler.compile(nodes[0]).get, pattern.value
    if compiler.thorough:
        from gdlint.matching import written_patterns

        written_patterns.check(written)
    result = function.result
    if result is None:
        captures = captures_of(written)
        if len(captures) > 1:
            raise ExpressionError("pattern-captures", name=name)
        result = f"list of {next((read.type for read in captures.values()), 'text')}"
    if compiler.counted:
        return Compiled(counted_search(function.call, text, written), result)
    return Compiled(logic.strict(partial(function.call, written), [text]), result)


def _of_list(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Compiled:
    if len(nodes) != 1 or not (items := compiler.compile(nodes[0])).type.startswith("list of "):
        raise ExpressionError("one-list", name=name)
    if name == "distinct":
        return Compiled(logic.strict(distinct, [items.get]), items.type)
    kind = items.type.removeprefix("list of ")
    if name in ("smallest", "largest"):
        expect([kind], {"number", "date"}, f"{name}()")
    return Compiled(logic.strict(OF_LIST[name][0], [items.get]), kind)


def _of_capture(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Compiled:
    captures = captures_of(compiler.find)
    if len(nodes) != 1 or not isinstance(nodes[0], NameNode) or nodes[0].name not in captures:
        known = f" ({', '.join(captures)})" if captures else ""
        raise ExpressionError("no-capture", name=name, known=known)
    capture = nodes[0].name
    result, make, _ = OF_CAPTURES[name]
    return Compiled(make(capture, captures[capture]), result or captures[capture].type)


def _prose(compiler: "Compiler", _: str, nodes: Sequence[Node]) -> Compiled:
    """The text of places; unknown where none of the sections among them is there."""
    keys = [section.key for section in compiler.forms.sections]
    known = [*PLACES, *keys]
    for node in nodes:
        if not isinstance(node, NameNode) or node.name not in known:
            said = getattr(node, "name", getattr(node, "text", ""))
            raise ExpressionError("prose-places", known=", ".join(known), near=nearest(str(said), known))
    places = tuple(node.name for node in nodes if isinstance(node, NameNode))
    if not places:
        raise ExpressionError("prose-nothing")
    sections = frozenset(places).intersection(keys) if set(places) <= set(keys) else frozenset()
    return Compiled(prose_in(places, sections), "text")


def _of_cells(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Compiled:
    if len(nodes) != 1 and (name != "sum" or not nodes):
        raise ExpressionError("one-argument", name=name)
    if name == "known" and not _names_a_cell(compiler, nodes[0]):
        return Compiled(logic.known(compiler.compile(nodes[0]).get), "truth")
    if name == "sum" and len(nodes) == 1 and _is_list(compiler, nodes[0]):
        items = compiler.compile(nodes[0])
        expect([items.type], {"list of number"}, "sum()")
        return Compiled(logic.strict(logic.total_of, [items.get]), "number")
    wanted = [compiler.cells(node) for node in nodes]
    if name == "sum":
        return _added([sum_of(cells) for cells in wanted])
    return Compiled(TESTS[name](wanted[0]), "truth")


def _is_list(compiler: "Compiler", node: Node) -> bool:
    """The node can be no cell or group, so that what is added must be a list."""
    if isinstance(node, CellNode):
        return in_other_report(node.table)[0] == "members"
    if isinstance(node, NameNode):
        if node.name in compiler.options:
            return True
        named = node.name in compiler.lets or compiler.named(node.name) is not None
        return named and node.name not in compiler.figure_keys()
    return isinstance(node, Call | Items)


def _names_a_cell(compiler: "Compiler", node: Node) -> bool:
    if isinstance(node, CellNode):
        return not in_other_report(node.table)[0]
    return isinstance(node, LabelNode) or (isinstance(node, NameNode) and node.name in compiler.figure_keys())


def _added(sums: Sequence[Getter]) -> Compiled:
    if len(sums) == 1:
        return Compiled(sums[0], "number")
    return Compiled(logic.strict(logic.total, sums), "number")


def _of_body(compiler: "Compiler", name: str, nodes: Sequence[Node]) -> Compiled:
    types = tuple(compiler.compile(node).type for node in nodes)
    if types != ("text",):
        raise wrong_arguments(name, ("text",), types)
    return Compiled(another_body(compiler.compile(nodes[0]).get), "truth")


CALLS: Mapping[str, Callable[["Compiler", str, Sequence[Node]], Compiled]] = {
    **dict.fromkeys(OF_CELLS, _of_cells),
    **dict.fromkeys(OF_PATTERN, _of_pattern),
    **dict.fromkeys((*OF_LIST, "distinct"), _of_list),
    **dict.fromkeys(OF_CAPTURES, _of_capture),
    **dict.fromkeys(OF_BODY, _of_body),
    **dict.fromkeys(OF_FORM, of_form),
    "prose": _prose,
}
"""by name; each is given the compiler, the name and the arguments"""
