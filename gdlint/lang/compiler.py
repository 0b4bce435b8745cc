"""From checked nodes to closures: every name is resolved and every type checked before a rule ever runs."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from gdlint.forms.groups import members
from gdlint.lang import logic, patterns
from gdlint.lang.context import Case, number_of
from gdlint.lang.errors import ExpressionError, nearest
from gdlint.lang.functions import FUNCTIONS, OF_CELLS
from gdlint.lang.logic import UNKNOWN, Getter
from gdlint.lang.names import FACTS
from gdlint.lang.nodes import Call, Cell, Items, Label, Literal, Name, Node, Operation
from gdlint.lang.scopes import SCOPES
from gdlint.lang.sums import TESTS, Cells, keys_of, sum_of
from gdlint.model.form import ColumnForm, Forms, RowForm, TableForm
from gdlint.model.wording import plain, unnumbered

_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": logic.divide}
_ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


class Compiled(NamedTuple):
    """An expression ready to run, and the type of its value."""

    get: Getter
    type: str
    constant: Any = logic.NOT_CONSTANT


@dataclass(slots=True)
class Compiler:
    """What the names of one rule mean: its scope, the table after `in`, and the values of `let` so far."""

    forms: Forms
    scope: str
    table: str | None = None
    lets: dict[str, str] = field(default_factory=dict)
    template: int | None = None
    """the only template that the rule applies to, where there is one"""

    def compile(self, node: Node) -> Compiled:
        """Resolve and check an expression.

        Raises `ExpressionError` for names that do not exist (with the nearest one that does) and for wrong types.
        """
        match node:
            case Literal(kind, value):
                return _literal(kind, value)
            case Name(name):
                return self._name(name)
            case Label(text):
                return self._name(self._key_of(text))
            case Cell():
                key = self._cell_key(node)
                return Compiled(lambda case: case.context.value(*key), "number")
            case Items(items):
                return self._items(items)
            case Call(function, arguments):
                return self._call(function, arguments)
            case Operation(sign, operands):
                return self._operation(sign, operands)

    def cells(self, node: Node) -> Cells:
        """The cells that a name, a label, a group or `table[row, column]` stands for.

        Raises `ExpressionError` where it stands for none.
        """
        if isinstance(node, Cell):
            table, row, column = self._cell_key(node)
            return Cells(table, (row, column), lambda case: (), True)
        if not isinstance(node, Name | Label):
            raise ExpressionError("expected a row, a column, a group, or table[row, column]")
        name = self._key_of(node.text) if isinstance(node, Label) else node.name
        form = self._own_table(name)
        keys = members(form, name, self.rows_are_names)
        if keys is None:
            known = {*self.figure_keys(), *form.sums}
            raise ExpressionError(f"no row, column or group {name!r}{nearest(name, known)}")
        if len(keys) == 1:
            self._check_template(form, keys[0][0], self.rows_are_names)
        return Cells(form.key, None, keys_of(form.key, keys), self.rows_are_names)

    @property
    def rows_are_names(self) -> bool:
        """A bare key names a row (inside `each: column`)."""
        return SCOPES[self.scope].figures == "rows"

    def figure_keys(self) -> set[str]:
        """The keys that stand for figures of the case."""
        if self.table is None or not SCOPES[self.scope].figures:
            return set()
        form = self.forms.tables[self.table]
        return {item.key for item in (form.rows if self.rows_are_names else form.columns)}

    def names(self) -> Mapping[str, Any]:
        """All other names of the case."""
        return {**FACTS, **SCOPES[self.scope].fields}

    def _own_table(self, name: str) -> TableForm:
        if self.table is None or not SCOPES[self.scope].figures:
            raise ExpressionError(f"{name!r} needs a table: write table[row, column], or `each: row in …`")
        return self.forms.tables[self.table]

    def _name(self, name: str) -> Compiled:
        if name in self.lets:
            return Compiled(lambda case: case.lets[name], self.lets[name])
        names = self.names()
        if name in names and name not in self.figure_keys():
            return Compiled(names[name].get, names[name].type)
        if name in self.figure_keys():
            return self._figure(name)
        known = {*self.lets, *names, *self.figure_keys()}
        raise ExpressionError(f"unknown name {name!r}{nearest(name, known)}")

    def _check_template(self, form: TableForm, key: str, rows: bool) -> None:
        """A rule for one template cannot name what only the other has."""
        items: Sequence[RowForm | ColumnForm] = form.rows if rows else form.columns
        templates = {template for item in items if item.key == key for template in item.templates}
        if form.parts and not rows:
            templates &= {part.template for part in form.parts if key in part.columns}
        if self.template is not None and templates and self.template not in templates:
            raise ExpressionError(f"the {self.template} form has no {key!r} in {form.key}")

    def _figure(self, key: str) -> Compiled:
        table = self.table or ""
        self._check_template(self.forms.tables[table], key, self.rows_are_names)
        if self.rows_are_names:

            def of_row(case: Case) -> Any:
                cells = case.context.cells[table].get(key)
                return number_of(cells.get(case.column or "") if cells else None)

            return Compiled(of_row, "number")

        def of_column(case: Case) -> Any:
            cells = case.context.cells[table].get(case.row or "")
            return number_of(cells.get(key) if cells else None)

        return Compiled(of_column, "number")

    def _key_of(self, label: str) -> str:
        """The key of an official label; a path (法人或其他组织/其他) tells equal labels apart."""
        if self.table is None:
            raise ExpressionError(f"「{label}」 needs a table: write table[「row」, 「column」]")
        form = self.forms.tables[self.table]
        return _label_key(label, form.rows if self.rows_are_names else form.columns)

    def _cell_key(self, node: Cell) -> tuple[str, str, str]:
        form = self.forms.tables.get(node.table)
        if form is None:
            raise ExpressionError(f"unknown table {node.table!r}{nearest(node.table, self.forms.tables)}")
        keys = []
        for part, items in ((node.row, form.rows), (node.column, form.columns)):
            key = _label_key(part.text, items) if isinstance(part, Label) else part.name
            if key not in {item.key for item in items}:
                raise ExpressionError(
                    f"no {key!r} in {node.table}{nearest(key, {item.key for item in items})}"
                )
            self._check_template(form, key, items is form.rows)
            keys.append(key)
        return node.table, keys[0], keys[1]

    def _items(self, nodes: Sequence[Node]) -> Compiled:
        items = [self.compile(node) for node in nodes]
        if len({item.type for item in items}) > 1:
            raise ExpressionError("the items of a list must have one type")
        kind = f"list of {items[0].type}" if items else "list"
        getters = [item.get for item in items]
        if all(item.constant is not logic.NOT_CONSTANT for item in items):
            constants = tuple(item.constant for item in items)
            return Compiled(lambda case: constants, kind, constants)
        return Compiled(lambda case: tuple(get(case) for get in getters), kind)

    def _call(self, name: str, nodes: Sequence[Node]) -> Compiled:
        if name in OF_CELLS:
            return self._of_cells(name, nodes)
        function = FUNCTIONS.get(name)
        if function is None:
            raise ExpressionError(f"unknown function {name!r}{nearest(name, {*FUNCTIONS, *OF_CELLS})}")
        arguments = [self.compile(node) for node in nodes]
        types = tuple(argument.type for argument in arguments)
        if len(types) != len(function.arguments) or not all(map(_accepts, function.arguments, types)):
            raise ExpressionError(f"{name}({', '.join(function.arguments)}) was given ({', '.join(types)})")
        if name == "matches":
            self._check_pattern(nodes[1])
        return Compiled(
            logic.strict(function.call, [argument.get for argument in arguments]), function.result
        )

    @staticmethod
    def _check_pattern(node: Node) -> None:
        if not isinstance(node, Literal) or not isinstance(node.value, str):
            raise ExpressionError("the pattern of matches() must be written out")
        patterns.compiled(node.value)

    def _of_cells(self, name: str, nodes: Sequence[Node]) -> Compiled:
        if len(nodes) != 1 and (name != "sum" or not nodes):
            raise ExpressionError(f"{name}() takes one argument")
        if name == "known" and not self._names_a_cell(nodes[0]):
            value = self.compile(nodes[0]).get
            return Compiled(lambda case: value(case) is not UNKNOWN, "truth")
        wanted = [self.cells(node) for node in nodes]
        if name == "sum":
            return _added([sum_of(cells) for cells in wanted])
        return Compiled(TESTS[name](wanted[0]), "truth")

    def _names_a_cell(self, node: Node) -> bool:
        return isinstance(node, Cell | Label) or (isinstance(node, Name) and node.name in self.figure_keys())

    def _operation(self, sign: str, nodes: Sequence[Node]) -> Compiled:
        parts = [self.compile(node) for node in nodes]
        getters = [part.get for part in parts]
        types = [part.type for part in parts]
        if sign in ("and", "or", "not"):
            _expect(types, {"truth"}, sign)
            if sign == "not":
                return Compiled(logic.negated(getters[0]), "truth")
            return Compiled((logic.both if sign == "and" else logic.either)(*getters), "truth")
        if sign == "neg":
            _expect(types, {"number"}, "-")
            return Compiled(_strict(operator.neg, parts), "number")
        if sign in _ARITHMETIC:
            _expect(types, {"number"}, sign)
            return Compiled(_strict(_ARITHMETIC[sign], parts), "number")
        if sign == "in":
            _expect_inside(types[0], types[1])
            if parts[1].constant is not logic.NOT_CONSTANT:
                return Compiled(logic.strict_with(_is_in, getters[0], parts[1].constant), "truth")
            return Compiled(logic.contained(*getters), "truth")
        if types[0] != types[1]:
            raise ExpressionError(f"a {types[0]} is compared with a {types[1]}")
        if sign in _ORDER:
            _expect(types, {"number", "date"}, sign)
            return Compiled(_strict(_ORDER[sign], parts), "truth")
        return Compiled(_strict(operator.eq if sign == "==" else operator.ne, parts), "truth")


def _accepts(wanted: str, given: str) -> bool:
    """A list of anything is a list."""
    return wanted == given or (wanted == "list" and given.startswith("list"))


def _expect_inside(item: str, items: str) -> None:
    if items not in ("list", f"list of {item}") and (item, items) != ("text", "text"):
        raise ExpressionError(f"`in` needs a list of {item} behind it, not a {items}")


def _added(sums: Sequence[Getter]) -> Compiled:
    if len(sums) == 1:
        return Compiled(sums[0], "number")
    return Compiled(logic.strict(lambda *parts: sum(parts), sums), "number")


def _is_in(item: Any, items: Any) -> bool:
    return item in items


def _strict(function: Callable[..., Any], parts: Sequence[Compiled]) -> Getter:
    if len(parts) == 2 and parts[1].constant is not logic.NOT_CONSTANT:
        return logic.strict_with(function, parts[0].get, parts[1].constant)
    return logic.strict(function, [part.get for part in parts])


def _expect(types: Sequence[str], allowed: set[str], sign: str) -> None:
    for kind in types:
        if kind not in allowed:
            raise ExpressionError(f"`{sign}` needs a {' or a '.join(sorted(allowed))}, not a {kind}")


def _literal(kind: str, value: str | bool) -> Compiled:
    constant: Any = value
    if kind == "number":
        constant = logic.exact(str(value)) if "." in str(value) else int(value)
    return Compiled(lambda case: constant, kind, constant)


def _label_key(label: str, items: Sequence[Any]) -> str:
    path = label.split("/")
    found = {item.key for item in items if _is_path(path, (*item.path, item.label)[-len(path) :])}
    if len(found) == 1:
        return str(found.pop())
    if found:
        raise ExpressionError(
            f"「{label}」 stands for several ({', '.join(sorted(found))}): write its path, 上级/{label}"
        )
    near = nearest(label, {item.label for item in items})
    raise ExpressionError(f"no official label 「{label}」{near}")


def _is_path(written: Sequence[str], official: Sequence[str]) -> bool:
    """Labels as written are official ones, with or without their numbers."""
    return len(written) == len(official) and all(
        plain(one) in (plain(other), unnumbered(plain(other)))
        for one, other in zip(written, official, strict=True)
    )
