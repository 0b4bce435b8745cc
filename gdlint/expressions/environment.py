"""What the names of a rule mean: rows, columns and groups of the form, by key or by official label."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from gdlint.expressions.cell_sums import CellGroup, keys_of
from gdlint.expressions.dialect import PLAIN, Dialect
from gdlint.expressions.nodes import CellNode, LabelNode, NameNode, Node
from gdlint.forms.groups import members
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.model.form import ColumnForm, Forms, RowForm, TableForm, Template
from gdlint.model.wording import plain, unnumbered
from gdlint.scopes.case_types import Name as Known
from gdlint.scopes.report_names import FACTS
from gdlint.scopes.scope import SCOPES

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


_MOST_SCOPES = 4
"""so many are named where a name is of others"""


def scopes_with(name: str) -> list[str]:
    """The scopes in which a name means something, the first of them and … for more."""
    found = [scope for scope, item in SCOPES.items() if name in item.fields]
    return found if len(found) <= _MOST_SCOPES else [*found[:_MOST_SCOPES], "…"]


def keys_of_tables(forms: Forms) -> set[str]:
    """The keys of all rows and columns."""
    tables = forms.tables.values()
    rows = {row.key for table in tables for row in table.rows}
    return rows | {column.key for table in tables for column in table.columns}


class Environment(NamedTuple):
    """What a rule may speak of: its scope, the table after `in`, its options, and the values of `let` so far."""

    forms: Forms
    scope: str
    table: str | None
    lets: dict[str, str]
    templates: tuple[Template, ...] = ()
    """the forms that the rule is for; none: all"""
    found: Mapping[str, Known] = _NONE
    """what a pattern or a finder gives names to"""
    find: str | None = None
    """the pattern"""
    options: Mapping[str, Any] = _NONE
    """the rule's own settings"""
    thorough: bool = True
    """patterns are checked, so that broken ones are found"""
    counted: bool = False
    """what is done is counted (see `work`)"""
    dialect: Dialect = PLAIN

    def cells(self, node: Node) -> CellGroup:
        """The cells that a name, a label, a group or `table[row, column]` stands for.

        Raises `ExpressionError` where it stands for none.
        """
        if isinstance(node, CellNode):
            return self.cells_of(node)
        if not isinstance(node, NameNode | LabelNode):
            raise ExpressionError("no-figure")
        name = self.key_of(node.text) if isinstance(node, LabelNode) else node.name
        form = self._own_table(name)
        keys = members(form, name, self.rows_are_names)
        if keys is None:
            known = {*self.figure_keys(), *form.sums}
            raise ExpressionError("unknown-figure", name=repr(name), near=nearest(name, known))
        if len(keys) == 1:
            self.check_template(form, keys[0][0], self.rows_are_names)
        return CellGroup(form.key, None, keys_of(form.key, keys), self.rows_are_names)

    @property
    def rows_are_names(self) -> bool:
        """A bare key names a row (inside `each: column`)."""
        return SCOPES[self.scope].figures == "rows"

    def figure_keys(self) -> frozenset[str]:
        """The keys that stand for figures of the case."""
        if self.table is None or not SCOPES[self.scope].figures:
            return frozenset()
        return _line_keys_of(self.forms.tables[self.table], self.rows_are_names)

    def names(self) -> Mapping[str, Known]:
        """All other names of the case."""
        return {**FACTS, **SCOPES[self.scope].fields, **self.found}

    def named(self, name: str) -> Known | None:
        """One of `names`."""
        return self.found.get(name) or SCOPES[self.scope].fields.get(name) or FACTS.get(name)

    def _own_table(self, name: str) -> TableForm:
        if self.table is None or not SCOPES[self.scope].figures:
            raise ExpressionError("needs-table", name=repr(name))
        return self.forms.tables[self.table]

    def check_template(self, form: TableForm, key: str, rows: bool) -> None:
        """A rule for some forms cannot name what none of them has."""
        items: Sequence[RowForm | ColumnForm] = form.rows if rows else form.columns
        templates = {template for item in items if item.key == key for template in item.templates}
        if form.parts and not rows:
            templates &= {t for part in form.parts if key in part.columns for t in part.templates}
        if self.templates and templates and templates.isdisjoint(self.templates):
            named = ", ".join(map(str, self.templates))
            raise ExpressionError("not-in-form", template=named, key=repr(key), table=form.key)

    def key_of(self, label: str) -> str:
        """The key of an official label; a path (法人或其他组织/其他) tells equal labels apart."""
        if self.table is None:
            raise ExpressionError("label-needs-table", label=label)
        form = self.forms.tables[self.table]
        return _label_key(label, form.rows if self.rows_are_names else form.columns)

    def cells_of(self, node: CellNode) -> CellGroup:
        """The cells of `table[row, column]`, where one of the two may be a group."""
        form = self.forms.tables.get(node.table)
        if form is None:
            near = nearest(node.table, self.forms.tables)
            raise ExpressionError("unknown-table", table=repr(node.table), near=near)
        (row, rows), (column, columns) = (
            self._line_keys(node.row, form, True),
            self._line_keys(node.column, form, False),
        )
        single = [len(keys) == 1 and len(keys[0]) == 1 for keys in (rows, columns)]
        if all(single):
            return CellGroup(form.key, (row, column), lambda case: (), True)
        if not any(single):
            raise ExpressionError("two-groups", row=repr(row), column=repr(column))
        if single[1]:
            return CellGroup(form.key, None, keys_of(form.key, rows), True, column)
        return CellGroup(form.key, None, keys_of(form.key, columns), False, row)

    def _line_keys(
        self, part: NameNode | LabelNode, form: TableForm, rows: bool
    ) -> tuple[str, tuple[tuple[str, ...], ...]]:
        """The key of a row or column, or the name of a group, and the keys that it stands for."""
        items: Sequence[RowForm | ColumnForm] = form.rows if rows else form.columns
        name = _label_key(part.text, items) if isinstance(part, LabelNode) else part.name
        keys = members(form, name, rows)
        if keys is None:
            known = {*(item.key for item in items), *form.sums}
            raise ExpressionError("unknown-line", name=repr(name), table=form.key, near=nearest(name, known))
        if len(keys) == 1 and len(keys[0]) == 1:
            self.check_template(form, name, rows)
        return name, keys


@lru_cache(maxsize=16)
def _line_keys_of(form: TableForm, rows: bool) -> frozenset[str]:
    items: Sequence[RowForm | ColumnForm] = form.rows if rows else form.columns
    return frozenset(item.key for item in items)


def _label_key(label: str, items: Sequence[Any]) -> str:
    path = label.split("/")
    found = {item.key for item in items if _is_path(path, (*item.path, item.label)[-len(path) :])}
    if len(found) == 1:
        return str(found.pop())
    if found:
        raise ExpressionError("several-labels", label=label, keys=", ".join(sorted(found)))
    near = nearest(label, {item.label for item in items})
    raise ExpressionError("unknown-label", label=label, near=near)


def _is_path(written: Sequence[str], official: Sequence[str]) -> bool:
    """Labels as written are official ones, with or without their numbers."""
    return len(written) == len(official) and all(
        plain(one) in (plain(other), unnumbered(plain(other)))
        for one, other in zip(written, official, strict=True)
    )
