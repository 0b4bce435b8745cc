"""From checked nodes to closures: every name is resolved and every type checked before a rule ever runs."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from gdlint.forms.groups import members
from gdlint.lang import logic, patterns
from gdlint.lang.captures import OF_CAPTURES, captures_of
from gdlint.lang.context import Case, number_of
from gdlint.lang.errors import ExpressionError, nearest
from gdlint.lang.functions import FUNCTIONS, OF_CELLS
from gdlint.lang.logic import UNKNOWN, Getter
from gdlint.lang.names import FACTS
from gdlint.lang.names import Name as Known
from gdlint.lang.nodes import Call, Cell, Items, Label, Literal, Name, Node, Operation
from gdlint.lang.passages import PLACES
from gdlint.lang.scopes import SCOPES
from gdlint.lang.sums import TESTS, Cells, keys_of, sum_of
from gdlint.lang.textual import OF_LIST, OF_PATTERN, distinct
from gdlint.model.form import ColumnForm, Forms, RowForm, TableForm
from gdlint.model.wording import plain, unnumbered

_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": logic.divide}
OTHER_REPORTS = {"previous": "{}", "members": "list of {}"}
"""reports beside the one that is checked, and the type that a name has in them: last year's, and those of the units. They
are checked like any name and unknown until reports are checked together"""
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
    found: Mapping[str, Known] = field(default_factory=dict)
    """what a pattern or a finder gives names to"""
    find: str | None = None
    """the pattern"""
    options: Mapping[str, Any] = field(default_factory=dict)
    """the rule's own settings"""
    thorough: bool = True
    """patterns are compiled, so that broken ones are found"""

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
                return self._cell(node)
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
            return self._cells_of(node)
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
        return {**FACTS, **SCOPES[self.scope].fields, **self.found}

    def _own_table(self, name: str) -> TableForm:
        if self.table is None or not SCOPES[self.scope].figures:
            raise ExpressionError(f"{name!r} needs a table: write table[row, column], or `each: row in …`")
        return self.forms.tables[self.table]

    def _name(self, name: str) -> Compiled:
        if name in self.lets:
            return Compiled(lambda case: case.lets[name], self.lets[name])
        if name in self.options:
            return _option(self.options[name])
        report, _, inner = name.partition(".")
        if report in OTHER_REPORTS and inner:
            return _of_other_report(report, self._name(inner).type)
        names = self.names()
        if name in names and name not in self.figure_keys():
            return Compiled(names[name].get, names[name].type)
        if name in self.figure_keys():
            return self._figure(name)
        known = {*self.lets, *self.options, *names, *self.figure_keys()}
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

    def _cell(self, node: Cell) -> Compiled:
        """The number in a cell, or the sum of a group of cells."""
        report, _, table = node.table.partition(".")
        if report in OTHER_REPORTS and table:
            self._cells_of(node._replace(table=table))
            return _of_other_report(report, "number")
        cells = self._cells_of(node)
        if cells.one is None:
            return Compiled(sum_of(cells), "number")
        key = (cells.table, *cells.one)
        return Compiled(lambda case: case.context.value(*key), "number")

    def _cells_of(self, node: Cell) -> Cells:
        form = self.forms.tables.get(node.table)
        if form is None:
            raise ExpressionError(f"unknown table {node.table!r}{nearest(node.table, self.forms.tables)}")
        (row, rows), (column, columns) = (
            self._line_keys(node.row, form, True),
            self._line_keys(node.column, form, False),
        )
        single = [len(keys) == 1 and len(keys[0]) == 1 for keys in (rows, columns)]
        if all(single):
            return Cells(form.key, (row, column), lambda case: (), True)
        if not any(single):
            raise ExpressionError(f"{row!r} and {column!r} are groups: only one of the two may be")
        if single[1]:
            return Cells(form.key, None, keys_of(form.key, rows), True, column)
        return Cells(form.key, None, keys_of(form.key, columns), False, row)

    def _line_keys(
        self, part: Name | Label, form: TableForm, rows: bool
    ) -> tuple[str, tuple[tuple[str, ...], ...]]:
        """The key of a row or column, or the name of a group, and the keys that it stands for."""
        items: Sequence[RowForm | ColumnForm] = form.rows if rows else form.columns
        name = _label_key(part.text, items) if isinstance(part, Label) else part.name
        keys = members(form, name, rows)
        if keys is None:
            known = {*(item.key for item in items), *form.sums}
            raise ExpressionError(f"no {name!r} in {form.key}{nearest(name, known)}")
        if len(keys) == 1 and len(keys[0]) == 1:
            self._check_template(form, name, rows)
        return name, keys

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
        if name in _SPECIAL:
            return _SPECIAL[name](self, name, nodes)
        function = FUNCTIONS.get(name)
        if function is None:
            raise ExpressionError(f"unknown function {name!r}{nearest(name, {*FUNCTIONS, *_SPECIAL})}")
        arguments = [self.compile(node) for node in nodes]
        types = tuple(argument.type for argument in arguments)
        if len(types) != len(function.arguments) or not all(map(_accepts, function.arguments, types)):
            raise ExpressionError(f"{name}({', '.join(function.arguments)}) was given ({', '.join(types)})")
        return Compiled(
            logic.strict(function.call, [argument.get for argument in arguments]), function.result
        )

    def _of_pattern(self, name: str, nodes: Sequence[Node]) -> Compiled:
        function = OF_PATTERN[name]
        types = tuple(self.compile(node).type for node in nodes)
        if types != ("text", "text"):
            raise ExpressionError(f"{name}(text, text) was given ({', '.join(types)})")
        pattern = nodes[1]
        if not isinstance(pattern, Literal) or not isinstance(pattern.value, str):
            raise ExpressionError(f"the pattern of {name}() must be written out")
        text, written = self.compile(nodes[0]).get, pattern.value
        if self.thorough:
            patterns.compiled(written)
        result = function.result
        if result is None:
            captures = captures_of(written)
            if len(captures) > 1:
                raise ExpressionError(f"the pattern of {name}() has one capture at most")
            result = f"list of {next((read.type for read in captures.values()), 'text')}"
        return Compiled(logic.strict_with(function.call, text, written), result)

    def _of_list(self, name: str, nodes: Sequence[Node]) -> Compiled:
        if len(nodes) != 1 or not (items := self.compile(nodes[0])).type.startswith("list of "):
            raise ExpressionError(f"{name}() takes one list")
        if name == "distinct":
            return Compiled(logic.strict(distinct, [items.get]), items.type)
        kind = items.type.removeprefix("list of ")
        if name in ("smallest", "largest"):
            _expect([kind], {"number", "date"}, f"{name}()")
        return Compiled(logic.strict(OF_LIST[name][0], [items.get]), kind)

    def _of_capture(self, name: str, nodes: Sequence[Node]) -> Compiled:
        captures = captures_of(self.find)
        if len(nodes) != 1 or not isinstance(nodes[0], Name) or nodes[0].name not in captures:
            known = f" ({', '.join(captures)})" if captures else ""
            raise ExpressionError(f"{name}() takes the name of a capture of `find`{known}")
        capture = nodes[0].name
        result, make, _ = OF_CAPTURES[name]
        return Compiled(make(capture, captures[capture]), result or captures[capture].type)

    def _prose(self, _: str, nodes: Sequence[Node]) -> Compiled:
        """The text of places; unknown where none of the sections among them is there."""
        keys = [section.key for section in self.forms.sections]
        known = [*PLACES, *keys]
        for node in nodes:
            if not isinstance(node, Name) or node.name not in known:
                said = getattr(node, "name", getattr(node, "text", ""))
                raise ExpressionError(f"prose() takes places ({', '.join(known)}){nearest(str(said), known)}")
        places = tuple(node.name for node in nodes if isinstance(node, Name))
        if not places:
            raise ExpressionError("prose() takes at least one place")
        sections = frozenset(places).intersection(keys) if set(places) <= set(keys) else frozenset()

        def text(case: Case) -> Any:
            context = case.context
            there = not sections or any(heading.label.key in sections for heading in context.report.headings)
            return context.prose(places) if there else UNKNOWN

        return Compiled(text, "text")

    def _of_cells(self, name: str, nodes: Sequence[Node]) -> Compiled:
        if len(nodes) != 1 and (name != "sum" or not nodes):
            raise ExpressionError(f"{name}() takes one argument")
        if name == "known" and not self._names_a_cell(nodes[0]):
            value = self.compile(nodes[0]).get
            return Compiled(lambda case: value(case) is not UNKNOWN, "truth")
        if name == "sum" and len(nodes) == 1 and self._is_list(nodes[0]):
            items = self.compile(nodes[0])
            _expect([items.type], {"list of number"}, "sum()")
            return Compiled(logic.strict(_total, [items.get]), "number")
        wanted = [self.cells(node) for node in nodes]
        if name == "sum":
            return _added([sum_of(cells) for cells in wanted])
        return Compiled(TESTS[name](wanted[0]), "truth")

    def _is_list(self, node: Node) -> bool:
        """The node can be no cell or group, so that what is added must be a list."""
        if isinstance(node, Cell):
            return node.table.startswith("members.")
        if isinstance(node, Name):
            return (
                node.name in self.lets or node.name in self.names()
            ) and node.name not in self.figure_keys()
        return isinstance(node, Call | Items)

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
        if types[0].startswith("list"):
            raise ExpressionError("lists are not compared: use `in`, count() or sum()")
        if sign in _ORDER:
            _expect(types, {"number", "date"}, sign)
            return Compiled(_strict(_ORDER[sign], parts), "truth")
        return Compiled(_strict(operator.eq if sign == "==" else operator.ne, parts), "truth")


def _option(value: Any) -> Compiled:
    """An option of the rule as a constant."""
    if isinstance(value, bool):
        return Compiled(lambda case: value, "truth", value)
    if isinstance(value, str):
        return Compiled(lambda case: value, "text", value)
    if isinstance(value, list):
        items = [_option(item) for item in value]
        constants = tuple(item.constant for item in items)
        return Compiled(lambda case: constants, f"list of {items[0].type}" if items else "list", constants)
    number = value if isinstance(value, int) else logic.exact(str(value))
    return Compiled(lambda case: number, "number", number)


def _of_other_report(report: str, kind: str) -> Compiled:
    return Compiled(lambda case: UNKNOWN, OTHER_REPORTS[report].format(kind))


def _total(items: Sequence[Any]) -> Any:
    return UNKNOWN if UNKNOWN in items else sum(items)


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


_Special = Callable[[Compiler, str, Sequence[Node]], Compiled]
_SPECIAL: Mapping[str, _Special] = {
    **dict.fromkeys(OF_CELLS, Compiler._of_cells),
    **dict.fromkeys(OF_PATTERN, Compiler._of_pattern),
    **dict.fromkeys(OF_LIST, Compiler._of_list),
    "distinct": Compiler._of_list,
    **dict.fromkeys(OF_CAPTURES, Compiler._of_capture),
    "prose": Compiler._prose,
}
"""functions that look at more than the values of their arguments, or whose result has the type of an argument"""
