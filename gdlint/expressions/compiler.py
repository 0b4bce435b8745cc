"""From checked nodes to closures: every name is resolved and every type checked before a rule ever runs."""

import operator
from collections.abc import Sequence

from gdlint.expressions.calls import CALLS, wrong_arguments
from gdlint.expressions.cell_sums import in_cell, in_column, in_row, sum_of
from gdlint.expressions.compiled import (
    Compiled,
    expect,
    in_other_report,
    literal,
    of_other_report,
    option,
    strict,
)
from gdlint.expressions.environment import Environment, keys_of_tables, scopes_with
from gdlint.expressions.form_functions import written_before
from gdlint.expressions.functions import counted_call
from gdlint.expressions.nodes import Call, CellNode, Items, LabelNode, Literal, NameNode, Node, Operation
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.model import logic
from gdlint.scopes.case_types import let

_ARITHMETIC = {"+": logic.add, "-": logic.subtract, "*": logic.multiply, "/": logic.divide}
_ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


class Compiler(Environment):
    """Makes closures of nodes, in what a rule may speak of."""

    __slots__ = ()

    def compile(self, node: Node) -> Compiled:
        """Resolve and check an expression.

        Raises `ExpressionError` for names that do not exist (with the nearest one that does) and for wrong types.
        """
        match node:
            case Literal(kind, value):
                return literal(kind, value)
            case NameNode(name):
                return self._name(name)
            case LabelNode(text):
                return self._name(self.key_of(text))
            case CellNode():
                return self._cell(node)
            case Items(items):
                return self._items(items)
            case Call(function, arguments):
                return self._call(function, arguments)
            case Operation(sign, operands):
                return self._operation(sign, operands)

    def _name(self, name: str) -> Compiled:
        if name in self.lets:
            return Compiled(let(name), self.lets[name])
        if name in self.options:
            return option(self.options[name])
        report, inner = in_other_report(name)
        if report:
            return of_other_report(report, self._name(inner).type)
        if name in self.figure_keys():
            return self._figure(name)
        named = self.named(name)
        if named:
            return Compiled(named.get, named.type)
        if old := written_before(name, self.forms):
            return self.compile(old)
        if scopes := scopes_with(name):
            raise ExpressionError("name-of-scope", name=repr(name), scopes=", ".join(scopes))
        if name in keys_of_tables(self.forms):
            raise ExpressionError("needs-table", name=repr(name))
        known = {*self.lets, *self.options, *self.names(), *self.figure_keys()}
        raise ExpressionError("unknown-name", name=repr(name), near=nearest(name, known))

    def _figure(self, key: str) -> Compiled:
        table = self.table or ""
        self.check_template(self.forms.tables[table], key, self.rows_are_names)
        return Compiled((in_row if self.rows_are_names else in_column)(table, key), "number")

    def _cell(self, node: CellNode) -> Compiled:
        """The number in a cell, or the sum of a group of cells."""
        report, table = in_other_report(node.table)
        if report:
            self.cells_of(node._replace(table=table))
            return of_other_report(report, "number")
        cells = self.cells_of(node)
        if cells.one is None:
            return Compiled(sum_of(cells), "number")
        return Compiled(in_cell(cells.table, *cells.one), "number")

    def _items(self, nodes: Sequence[Node]) -> Compiled:
        items = [self.compile(node) for node in nodes]
        if len({item.type for item in items}) > 1:
            raise ExpressionError("mixed-list")
        # Lists of lists would double what is in them with each step.
        if items and items[0].type.startswith("list"):
            raise ExpressionError("nested-list")
        kind = f"list of {items[0].type}" if items else "list"
        if all(item.constant is not logic.NOT_CONSTANT for item in items):
            constants = tuple(item.constant for item in items)
            return Compiled(logic.constant(constants), kind, constants)
        return Compiled(logic.listed([item.get for item in items]), kind)

    def _call(self, name: str, nodes: Sequence[Node]) -> Compiled:
        if name in CALLS:
            return CALLS[name](self, name, nodes)
        function = self.dialect.function(name)
        if function is None:
            near = nearest(name, {*self.dialect.function_names(), *CALLS})
            raise ExpressionError("unknown-function", name=repr(name), near=near)
        arguments = [self.compile(node) for node in nodes]
        types = tuple(argument.type for argument in arguments)
        if len(types) != len(function.arguments) or not all(map(_accepts, function.arguments, types)):
            raise wrong_arguments(name, function.arguments, types)
        getters = [argument.get for argument in arguments]
        if self.counted and "text" in types:
            return Compiled(counted_call(function, getters), function.result)
        return Compiled(logic.strict(function.call, getters), function.result)

    def _operation(self, sign: str, nodes: Sequence[Node]) -> Compiled:
        parts = [self.compile(node) for node in nodes]
        if self.thorough and sign in ("==", "!=", "in"):
            from gdlint.expressions.known_texts import check_known

            check_known(self, nodes)
        getters = [part.get for part in parts]
        types = [part.type for part in parts]
        if sign in ("and", "or", "not"):
            expect(types, {"truth"}, sign)
            if sign == "not":
                return Compiled(logic.negated(getters[0]), "truth")
            return Compiled((logic.both if sign == "and" else logic.either)(*getters), "truth")
        if sign == "neg":
            expect(types, {"number"}, "-")
            return Compiled(strict(operator.neg, parts), "number")
        if sign in _ARITHMETIC:
            expect(types, {"number"}, sign)
            return Compiled(strict(_ARITHMETIC[sign], parts), "number")
        if sign == "in":
            _expect_inside(types[0], types[1])
            if parts[1].constant is not logic.NOT_CONSTANT:
                return Compiled(logic.strict_with(logic.is_in, getters[0], parts[1].constant), "truth")
            return Compiled(logic.contained(*getters), "truth")
        if types[0] != types[1]:
            raise _mistyped("compared", one=types[0], other=types[1])
        if types[0].startswith("list"):
            raise ExpressionError("lists-compared")
        if sign in _ORDER:
            expect(types, {"number", "date"}, sign)
            return Compiled(strict(_ORDER[sign], parts), "truth")
        return Compiled(strict(operator.eq if sign == "==" else operator.ne, parts), "truth")


def _accepts(wanted: str, given: str) -> bool:
    """A list of anything is a list."""
    return wanted == given or (wanted == "list" and given.startswith("list"))


def _expect_inside(item: str, items: str) -> None:
    if items not in ("list", f"list of {item}") and (item, items) != ("text", "text"):
        raise _mistyped("in-what", item=item, items=items)


def _mistyped(key: str, **kinds: str) -> ExpressionError:
    from gdlint.words.faults import kind_words

    return ExpressionError(key, **{name: kind_words(kind) for name, kind in kinds.items()})
