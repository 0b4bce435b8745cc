"""The names of tables that a rule may use: fields of tables, rows, columns, cells, labels and printed rows."""

from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any

from gdlint.forms.place_words import place_words
from gdlint.forms.unassigned_rows import unreadable
from gdlint.forms.values import NO_VALUES, PAGE_MARK, UNKNOWN_COLUMN
from gdlint.model.form import TableForm
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Entry, Loose, Table
from gdlint.scopes.case_types import Case, Name, item
from gdlint.scopes.cell_classes import cell_type
from gdlint.scopes.units import converted

NAMED = 5
"""so many places that could not be read are named in a message, each once"""
MOST_LOOKED_AT = 100
"""among so many of the first: many stand on one page"""


def unreadable_of(case: Case) -> list[Loose]:
    """What could not be bound in the table of a case, apart from rows whose length the file states: those are told one by one
    where others of the table were read. Rows of no form count where there is something else, since then nobody knows whether
    they are. A table of which nothing at all was bound is unreadable as a whole."""
    table = case.item[1]
    if table is None:
        return []
    found = [loose for loose in table.loose if _is_untold(loose, table)]
    if found:
        return sorted([*found, *filter(_is_unknown_row, table.loose)], key=attrgetter("start"))
    nothing = not table.rows and all(loose.reason == PAGE_MARK for loose in table.loose)
    nothing = nothing and not any(entry.problem == NO_VALUES for entry in table.entries)
    return [Loose(table.key, None, (), table.start, table.start, "joined")] if nothing else []


def _is_untold(loose: Loose, table: Table) -> bool:
    """Nothing else speaks of these values: no row of a length that the file states, no label of a column of no form."""
    if loose.reason == UNKNOWN_COLUMN:
        return all(label.key for label in table.labels)
    has_length = loose.stated and loose.reason in ("short", "long")
    return unreadable(loose) and not (table.rows and has_length)


def _is_unknown_row(loose: Loose) -> bool:
    """Figures of a row that the form does not have."""
    return loose.reason == "unknown-row" and any(map(str.isdigit, "".join(loose.texts)))


def _unread(case: Case) -> tuple[Any, ...]:
    source = case.context.report.source
    found = unreadable_of(case)
    named = dict[tuple[str, str], Any]()
    for loose in islice(found, MOST_LOOKED_AT):
        zh, en = (place_words(source, loose.start, language) for language in ("zh", "en"))
        label = (
            f"“{row_label(case, loose.row)}”" if loose.row and source.location(loose.start) is None else ""
        )
        named.setdefault((zh, label), {"zh": zh + label, "en": f"{en} {label}".rstrip()})
    more = len(named) > NAMED or len(found) > MOST_LOOKED_AT
    return (*islice(named.values(), NAMED), *([{"zh": "等", "en": "and more"}] if more else []))


def groups_of(case: Case) -> list[Entry]:
    """Labels over rows of the table of a case that carry values themselves."""
    table = case.item[1]
    return (
        [entry for entry in table.entries if entry.problem == "group-row" and entry.filled] if table else []
    )


def _bound(table: Table) -> int:
    return sum(1 for cells in table.rows.values() for figure in cells.values() if figure.text is not None)


TABLE: dict[str, Name] = {
    "key": Name("text", lambda case: case.item[0].key, "disclosure, applications, litigation"),
    "present": Name("truth", lambda case: case.item[1] is not None, "something of the table was found"),
    "section_present": Name("truth", lambda case: case.item[2] is not None, "its section has a heading"),
    "doubled": Name(
        "truth",
        lambda case: case.item[1] is not None and case.item[1].copy_start is not None,
        "it stands twice",
    ),
    "unreadable": Name("number", lambda case: len(unreadable_of(case)), "places that could not be bound"),
    "columns_told": Name(
        "truth",
        lambda case: (
            not (found := unreadable_of(case)) or any(loose.reason != "no-columns" for loose in found)
        ),
        "these places lack more than a header that tells their columns",
    ),
    "unread": Name("list of text", _unread, "what could not be bound, by its row or line"),
    "group_figures": Name(
        "number", lambda case: sum(len(e.filled) for e in groups_of(case)), "values on labels over rows"
    ),
    "bound": Name(
        "number",
        lambda case: _bound(case.item[1]) if case.item[1] else 0,
        "cells that were bound",
    ),
}

LINE: dict[str, Name] = {
    "label": Name("text", attrgetter("label"), "official label"),
    "present": Name("truth", attrgetter("present"), "it is printed"),
    "expected": Name("truth", attrgetter("expected"), "the template has it"),
    "unassigned": Name("number", attrgetter("unassigned"), "rows of the table that could not be assigned"),
    "independent": Name(
        "truth",
        lambda case: (case.table, case.row, case.column) not in case.context.spent,
        "none of its figures was found by its own sum (joined cells cut apart)",
    ),
}


def _column_text(case: Case) -> Any:
    labels = case.context.report.tables[case.table or ""].labels
    return next((label.text for label in labels if label.key == case.column), UNKNOWN)


def _converted(case: Case) -> Any:
    header = _column_text(case)
    printed = None if header is UNKNOWN else header
    return converted(case.item.number, case.item.unit, printed, cell_type(case))


CELL: dict[str, Name] = {
    "text": Name("text", item("text"), "what is printed"),
    "value": Name(
        "number",
        lambda case: case.context.value(case.table or "", case.row, case.column),
        "its number",
    ),
    "empty": Name(
        "truth", lambda case: UNKNOWN if case.item.text is None else case.item.blank, "nothing is printed"
    ),
    "number": Name("number", item("number"), "the number in it, with or without unit"),
    "unit": Name(
        "text", lambda case: UNKNOWN if case.item.text is None else case.item.unit or "", "the unit in it"
    ),
    "converted": Name(
        "number",
        _converted,
        "the number in the unit of its column: 0.12 for 1200元 under 万元 or under no unit",
    ),
    "plain": Name("truth", attrgetter("item.plain"), "the number is written canonically"),
    "column_text": Name("text", _column_text, "the label of the column as printed"),
    "type": Name("text", cell_type, "count, signed, amount"),
}

LABEL: dict[str, Name] = {
    "text": Name("text", attrgetter("item.text"), "label as printed"),
    "official": Name("text", item("official"), "official label"),
    "exact": Name("truth", attrgetter("item.exact"), "worded officially"),
    "note": Name("text", attrgetter("item.note"), "what stands in brackets behind it"),
    "kind": Name("text", lambda case: "row" if case.row else "column", "row or column"),
}

HEADER: dict[str, Name] = {
    "text": Name("text", attrgetter("item.text"), "label as printed"),
    "known": Name("truth", lambda case: case.item.key is not None, "it heads one official column, alone"),
    "official": Name("text", item("official"), "official label it is most like"),
}

ENTRY: dict[str, Name] = {
    "text": Name("text", attrgetter("item.label.text"), "label as printed"),
    "official": Name("text", item("label.official"), "official label"),
    "known": Name(
        "truth", lambda case: case.item.label.key is not None or case.item.group, "an official row"
    ),
    "group": Name("truth", attrgetter("item.group"), "a label over rows, with values of its own"),
    "nth": Name("number", lambda case: case.item.copy + 1, "how often this row has occurred so far"),
    "doubled": Name("truth", attrgetter("item.doubled"), "it belongs to the second copy of a table"),
    "figures": Name("number", lambda case: len(case.item.filled), "values that are not blank"),
    "cells": Name("number", lambda case: len(case.item.cells), "value cells"),
    "width": Name("number", attrgetter("item.width"), "columns of the table"),
    "stated": Name("truth", attrgetter("item.stated"), "the file states the grid"),
    "table_read": Name(
        "truth",
        lambda case: bool(case.context.report.tables[case.table or ""].rows),
        "some row of its table was bound",
    ),
    "problem": Name("text", lambda case: case.item.problem or "", "why it could not be bound"),
    "rank": Name("number", attrgetter("rank"), "official place"),
    "after": Name("number", attrgetter("after"), "highest official place of the rows above"),
}


def row_label(case: Case, row: str) -> str:
    """The official label of a row, in the wording of the report's template."""
    return _row_label(case.context.form(case.table or ""), row, case.context.template)


def column_label(case: Case, column: str) -> str:
    """The official label of a column, in the wording of the report's template."""
    return _column_label(case.context.form(case.table or ""), column, case.context.template)


@lru_cache(maxsize=512)
def _row_label(form: TableForm, key: str, template: int | None) -> str:
    row = form.row(key, template)
    return row.label if row else key


@lru_cache(maxsize=512)
def _column_label(form: TableForm, key: str, template: int | None) -> str:
    column = form.column(key, template)
    return column.label if column else key


def _table_name(case: Case) -> Any:
    return UNKNOWN if case.table is None else case.context.form(case.table).name


def _row_name(case: Case) -> Any:
    return UNKNOWN if case.table is None or case.row is None else row_label(case, case.row)


def _column_name(case: Case) -> Any:
    return UNKNOWN if case.table is None or case.column is None else column_label(case, case.column)


IN_TABLE: dict[str, Name] = {
    "table": Name("text", _table_name, "name of the table"),
    "row": Name("text", _row_name, "official label of the row"),
    "column": Name("text", _column_name, "official label of the column"),
    "row_key": Name("text", lambda case: UNKNOWN if case.row is None else case.row, "key of the row"),
    "column_key": Name(
        "text", lambda case: UNKNOWN if case.column is None else case.column, "key of the column"
    ),
}
"""fields of every scope that lies inside a table"""
