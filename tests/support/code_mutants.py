"""Small changes of Python code: what tests have to notice.

Left alone: texts, annotations, decorators, and what only a type checker reads.
"""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

_OTHER: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
_OTHER_FUNCTION: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NOT_RUN: Final = ("annotation", "returns", "decorator_list", "type_comment", "ctx")
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)

Put = Callable[[Any], None]
"""puts another node in the place of one"""


class Mutant(NamedTuple):
    """One small change of a file, not made yet."""

    path: Path
    tree: ast.Module
    lines: range
    """the lines of the statement that is changed"""
    function: str
    """the function that it stands in, dotted; empty outside of all"""
    column: int
    what: str
    make: Callable[[], None]
    """makes the change in the tree, for good"""

    def __str__(self) -> str:
        where = f" in {self.function}" if self.function else ""
        return f"{self.path}:{self.lines.start}:{self.column}{where}: {self.what}"


class _Place(NamedTuple):
    node: ast.AST
    put: Put
    lines: range
    function: str


def mutants(path: Path) -> Iterator[Mutant]:
    """A file of Python in, every small change of it out, in the order of its lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place in _places(tree, range(0), ""):
        for new, what in _instead(place.node):
            yield Mutant(
                path, tree, place.lines, place.function, _column(place.node), what, partial(place.put, new)
            )


def _places(parent: ast.AST, lines: range, function: str) -> Iterator[_Place]:
    """Every node below one that is run, with the statement and the function that it stands in."""
    for name, value in ast.iter_fields(parent):
        if name in _NOT_RUN or (name == "type_params"):
            continue
        inside = isinstance(parent, _FUNCTIONS) and name == "body"
        owner = (
            f"{function}.{parent.name}".lstrip(".") if inside and isinstance(parent, _FUNCTIONS) else function
        )
        for n, node in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(node, ast.AST) or _is_for_types(node):
                continue
            put: Put = (
                partial(value.__setitem__, n) if isinstance(value, list) else partial(setattr, parent, name)
            )
            here = _header(node) if isinstance(node, ast.stmt) else lines
            yield _Place(node, put, here, owner)
            yield from _places(node, here, owner)


def _header(statement: ast.stmt) -> range:
    """The lines of a statement; of one with a body, those above it."""
    body = getattr(statement, "body", getattr(statement, "cases", None))
    if not body:
        return range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return range(statement.lineno, max(first.lineno, statement.lineno + 1))


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _column(node: ast.AST) -> int:
    return getattr(node, "col_offset", 0) + 1


def _instead(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """A node in, what may stand in its place out."""
    for new, what in (*_of_operation(node), *_of_condition(node), *_of_statement(node), *_of_value(node)):
        for part in ast.walk(ast.copy_location(new, node)):
            # What is new in a changed node stands where the node stands.
            if isinstance(part, ast.expr | ast.stmt) and not hasattr(part, "lineno"):
                ast.copy_location(part, node)
        yield new, what


def _of_operation(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.Compare(left, ops, rest):
            for n, old in enumerate(ops):
                new = _OTHER[type(old)]()
                yield ast.Compare(left, [*ops[:n], new, *ops[n + 1 :]], rest), _to(old, new)  # type: ignore[list-item]
        case ast.BoolOp(op, values):
            other = _OTHER[type(op)]()
            yield ast.BoolOp(other, values), _to(op, other)  # type: ignore[arg-type]
            for n, dropped in enumerate(values):
                kept = [*values[:n], *values[n + 1 :]]
                yield (
                    (ast.BoolOp(op, kept) if len(kept) > 1 else _copy(kept[0])),
                    f"{ast.unparse(dropped)!r} dropped",
                )
        case ast.BinOp(left, op, right) if type(op) in _OTHER:
            swapped = _OTHER[type(op)]()
            yield ast.BinOp(left, swapped, right), _to(op, swapped)  # type: ignore[arg-type]
        case ast.UnaryOp(ast.Not() | ast.USub() as op, operand):
            yield _copy(operand), f"{type(op).__name__} dropped"


def _of_condition(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.If(test, body, orelse):
            for truth in (True, False):
                yield ast.If(ast.Constant(truth), body, orelse), f"if {ast.unparse(test)!r} is {truth}"
        case ast.While(test, body, orelse):
            yield ast.While(ast.Constant(False), body, orelse), f"while {ast.unparse(test)!r} is False"
        case ast.IfExp(test, body, orelse):
            yield _copy(body), f"{ast.unparse(test)!r} is True"
            yield _copy(orelse), f"{ast.unparse(test)!r} is False"
        case ast.comprehension(target, source, ifs):
            for n, dropped in enumerate(ifs):
                kept = [*ifs[:n], *ifs[n + 1 :]]
                new = ast.comprehension(target, source, kept, node.is_async)
                yield new, f"if {ast.unparse(dropped)!r} dropped"
        case ast.match_case(pattern, guard, body) if guard:
            yield ast.match_case(pattern, None, body), f"guard {ast.unparse(guard)!r} dropped"


def _of_statement(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.Return(value) if value and not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None)), f"return None for {ast.unparse(value)!r}"
            if isinstance(value, ast.Compare | ast.BoolOp):
                yield ast.Return(ast.Constant(True)), f"return True for {ast.unparse(value)!r}"
        case ast.Expr(ast.Constant()):
            pass
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            yield ast.Pass(), f"{ast.unparse(node)!r} removed"
        case ast.Expr() | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise() | ast.Delete():
            yield ast.Pass(), f"{ast.unparse(node)!r} removed"


def _of_value(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.Constant(bool() as truth):
            yield ast.Constant(not truth), f"{truth} to {not truth}"
        case ast.Constant(int() as number):
            yield ast.Constant(number + 1), f"{number} to {number + 1}"
        case ast.Slice(lower, upper, step):
            if lower:
                yield ast.Slice(None, upper, step), f"slice from {ast.unparse(lower)!r} from the start"
            if upper:
                yield ast.Slice(lower, None, step), f"slice to {ast.unparse(upper)!r} to the end"
        case ast.Call(function, arguments, keywords):
            if isinstance(function, ast.Name) and function.id in _OTHER_FUNCTION:
                other = _OTHER_FUNCTION[function.id]
                yield ast.Call(ast.Name(other, ast.Load()), arguments, keywords), f"{function.id} to {other}"
            for n, keyword in enumerate(keywords):
                if keyword.arg:
                    kept = [*keywords[:n], *keywords[n + 1 :]]
                    yield ast.Call(function, arguments, kept), f"argument {ast.unparse(keyword)!r} dropped"


def _copy(node: Any) -> ast.AST:
    """A node like this one, so that its own place is left alone."""
    copied: ast.AST = type(node)(**dict(ast.iter_fields(node)))
    return copied


def _to(old: ast.AST, new: ast.AST) -> str:
    return f"{type(old).__name__} to {type(new).__name__}"
