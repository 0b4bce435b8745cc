"""The names of the rule language: facts of a report, fields of each scope, places, and their types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gdlint.forms.tables import unreadable
from gdlint.lang import cases
from gdlint.lang.cases import Case
from gdlint.lang.logic import UNKNOWN
from gdlint.model.finding import Spot
from gdlint.model.report import Facts


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a rule may use: its type, how to get its value from a case, and what it says."""

    type: str
    get: Callable[[Case], Any]
    doc: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What `each` may say: how its cases are found, their fields, and whether `in TABLE` may follow."""

    cases: cases.Cases
    fields: Mapping[str, Name]
    doc: str
    in_table: bool = False
    figures: str | None = None
    """`rows` or `columns`: the keys that stand for figures of the case"""


def _or_unknown(value: Any) -> Any:
    return UNKNOWN if value is None else value


def _fact(name: str) -> Callable[[Case], Any]:
    return lambda case: _or_unknown(getattr(case.context.report.facts, name))


def _of(get: Callable[[Facts], Any]) -> Callable[[Case], Any]:
    return lambda case: _or_unknown(get(case.context.report.facts))


def _item(name: str) -> Callable[[Case], Any]:
    return lambda case: _or_unknown(getattr(case.item, name))


def _county_level(case: Case) -> Any:
    """The name of the body says that it belongs to a county or a higher level, and to no town in it."""
    body = case.context.report.facts.body
    if not body:
        return UNKNOWN
    above = any(letter in body[1:-1] for letter in "省市县区州旗盟")
    return above and not any(word in body for word in ("镇", "乡", "街道", "村", "社区"))


def _marks(template: int) -> Callable[[Case], Any]:
    def texts(case: Case) -> Any:
        marks = case.context.report.marks
        return tuple(dict.fromkeys(text for text, _, _ in (marks.t2019 if template == 2019 else marks.t2021)))

    return texts


FACTS: dict[str, Name] = {
    "year": Name("number", _fact("year"), "reporting year"),
    "year_printed": Name(
        "truth", _of(lambda f: f.year is not None and f.year_inferred is None), "the title states the year"
    ),
    "template": Name("number", _fact("template"), "2019 or 2021, by the printed tables"),
    "body": Name("text", _fact("body"), "the body as the title names it"),
    "body_kind": Name("text", _fact("body_kind"), "town, street, department, county, city, province, other"),
    "body_suffix": Name("text", _fact("body_suffix"), "乡, 镇, 街道, 局, …"),
    "county_level": Name("truth", _county_level, "the name of the body places it at or above county level"),
    "title": Name("text", _of(lambda f: f.title and f.title.text), "the title as printed"),
    "title_years": Name("list", _of(lambda f: f.title and f.title.years), "the years in the title"),
    "period_stated": Name("truth", _of(lambda f: f.period is not None), "a statistical period is stated"),
    "period_begin": Name(
        "date", _of(lambda f: f.period and f.period.begin), "first day of the stated period"
    ),
    "period_end": Name("date", _of(lambda f: f.period and f.period.finish), "last day of the stated period"),
    "signed": Name(
        "truth", _of(lambda f: bool(f.signature and f.signature.body)), "a body stands at the end"
    ),
    "dated": Name("truth", _of(lambda f: bool(f.signature and f.signature.date)), "a date stands at the end"),
    "signature": Name("text", _of(lambda f: f.signature and f.signature.body), "the body at the end"),
    "signature_date": Name("date", _of(lambda f: f.signature and f.signature.date), "the date at the end"),
    "sections": Name(
        "list",
        lambda case: tuple(dict.fromkeys(h.label.key for h in case.context.report.headings if h.label.key)),
        "keys of the sections that are there",
    ),
    "tables": Name(
        "list", lambda case: tuple(case.context.report.tables), "keys of the tables that are there"
    ),
    "only_2019": Name(
        "list", _marks(2019), "printed rows and columns of table 2 that only the 2019 form has"
    ),
    "only_2021": Name(
        "list", _marks(2021), "printed rows and columns of table 2 that only the 2021 form has"
    ),
    "bad_bytes": Name("number", lambda case: len(case.context.report.source.bad), "bytes that are no UTF-8"),
    "numbered": Name(
        "truth",
        lambda case: (
            sum(bool(h.number) for h in case.context.report.headings) * 2 > len(case.context.report.headings)
        ),
        "most headings carry a number",
    ),
    "handling_rows": Name(
        "number", lambda case: _handling(case, "other_handling."), "printed rows below 其他处理"
    ),
    "handling_row": Name(
        "number", lambda case: _handling(case, "other_handling"), "1 where 其他处理 is a row of its own"
    ),
}


def _handling(case: Case, key: str) -> int:
    table = case.context.report.tables.get("applications")
    keys = {e.label.key or "" for e in table.entries if not e.group} if table else set()
    return sum(1 for row in keys if (row.startswith(key) if key.endswith(".") else row == key))


def _source(name: str) -> Callable[[Case], Any]:
    return lambda case: getattr(case.context.report.source, name)


_FILE = {
    "readable": Name(
        "truth", lambda case: case.context.report.source.text is not None, "the file could be decoded"
    ),
    "problem": Name("text", lambda case: _source("problem")(case) or "", "why it could not"),
    "detail": Name("text", _source("detail"), "the figures that go with the reason"),
    "empty": Name(
        "truth", lambda case: not (case.context.report.source.text or "").strip(), "nothing stands in it"
    ),
    "is_report": Name(
        "truth", lambda case: case.context.is_report, "a section or an official table was found"
    ),
}

_SECTION = {
    "key": Name("text", lambda case: case.item[0].key, "overall … others"),
    "section": Name("text", lambda case: f"{case.item[0].number}、{case.item[0].title}", "official heading"),
    "present": Name("truth", lambda case: case.item[1] is not None, "a heading stands for it"),
}

_HEADING = {
    "key": Name("text", lambda case: case.item.label.key, "overall … others"),
    "text": Name("text", lambda case: case.item.label.text, "title as printed"),
    "official": Name("text", lambda case: case.item.label.official, "official title"),
    "exact": Name("truth", lambda case: case.item.label.exact, "the official title or an accepted alias"),
    "number": Name("text", _item("number"), "number as printed"),
    "rank": Name("number", _item("rank"), "official place, 1 to 6"),
    "ordinal": Name("number", _item("ordinal"), "printed place"),
    "nth": Name("number", _item("nth"), "how often this section has been headed so far"),
    "after": Name("number", _item("after"), "highest official place of the headings before"),
}

_TABLE = {
    "key": Name("text", lambda case: case.item[0].key, "disclosure, applications, litigation"),
    "present": Name("truth", lambda case: case.item[1] is not None, "something of the table was found"),
    "section_present": Name("truth", lambda case: case.item[2] is not None, "its section has a heading"),
    "doubled": Name(
        "truth", lambda case: bool(case.item[1] and case.item[1].copy_start is not None), "it stands twice"
    ),
    "unreadable": Name(
        "number", lambda case: len(_unreadable(case)), "rows or lines that could not be bound"
    ),
    "group_figures": Name(
        "number", lambda case: sum(len(e.filled) for e in _groups(case)), "values on labels over rows"
    ),
    "bound": Name(
        "number", lambda case: len(case.item[1].figures) if case.item[1] else 0, "cells that were bound"
    ),
}


def _unreadable(case: Case) -> list[Any]:
    table = case.item[1]
    return [loose for loose in table.loose if unreadable(loose) and not loose.stated] if table else []


def _groups(case: Case) -> list[Any]:
    table = case.item[1]
    return [entry for entry in table.entries if entry.group and entry.filled] if table else []


_LINE = {
    "label": Name("text", _item("label"), "official label"),
    "present": Name("truth", _item("present"), "it is printed"),
    "expected": Name("truth", _item("expected"), "the template has it"),
    "unassigned": Name("number", _item("unassigned"), "rows of the table that could not be assigned"),
}

_CELL = {
    "text": Name("text", _item("text"), "what is printed"),
    "value": Name(
        "number",
        lambda case: case.context.value(case.table or "", case.row or "", case.column or ""),
        "its number",
    ),
    "empty": Name("truth", _item("blank"), "nothing is printed"),
    "number": Name("number", _item("number"), "the number in it, with or without unit"),
    "unit": Name("text", lambda case: case.item.unit or "", "the unit in it"),
    "plain": Name("truth", _item("plain"), "the number is written canonically"),
    "type": Name("text", lambda case: _cell_type(case), "count, signed, amount"),
}

_LABEL = {
    "text": Name("text", lambda case: case.item.label.text, "label as printed"),
    "official": Name("text", lambda case: case.item.label.official, "official label"),
    "exact": Name("truth", lambda case: case.item.label.exact, "worded officially"),
    "note": Name("text", lambda case: case.item.label.note, "what stands in brackets behind it"),
    "kind": Name("text", _item("kind"), "row or column"),
}

_ENTRY = {
    "text": Name("text", lambda case: case.item.entry.label.text, "label as printed"),
    "official": Name("text", lambda case: _or_unknown(case.item.entry.label.official), "official label"),
    "known": Name(
        "truth",
        lambda case: case.item.entry.label.key is not None or case.item.entry.group,
        "an official row",
    ),
    "group": Name("truth", lambda case: case.item.entry.group, "a label over rows, with values of its own"),
    "nth": Name("number", lambda case: case.item.entry.copy + 1, "how often this row has occurred so far"),
    "doubled": Name(
        "truth", lambda case: case.item.entry.doubled, "it belongs to the second copy of a table"
    ),
    "figures": Name("number", lambda case: len(case.item.entry.filled), "values that are not blank"),
    "cells": Name("number", lambda case: len(case.item.entry.cells), "value cells"),
    "width": Name("number", lambda case: case.item.entry.width, "columns of the table"),
    "stated": Name("truth", lambda case: case.item.entry.stated, "the file states the grid"),
    "problem": Name("text", lambda case: case.item.entry.problem or "", "why it could not be bound"),
    "rank": Name("number", _item("rank"), "official place"),
    "after": Name("number", _item("after"), "highest official place of the rows above"),
}

_MATCH = {
    "match": Name("text", lambda case: case.item[0], "what the pattern found"),
    "sentence": Name("text", lambda case: case.item[1], "the sentence around it"),
}


def _cell_type(case: Case) -> str:
    form = case.context.form(case.table or "").column(case.column or "", case.context.report.facts.template)
    return form.type if form else "count"


def _no_cases(context: cases.Context, table: str | None) -> Any:
    return iter(())


SCOPES: dict[str, Scope] = {
    "file": Scope(cases.of_file, _FILE, "the file, even one that could not be read"),
    "report": Scope(cases.of_report, {}, "the report as a whole"),
    "section": Scope(cases.of_sections, _SECTION, "each of the six sections, there or not"),
    "heading": Scope(
        cases.of_headings, _HEADING, "each printed top-level heading of one of the six sections"
    ),
    "table": Scope(cases.of_tables, _TABLE, "each of the three tables, there or not"),
    "row": Scope(
        cases.of_rows, _LINE, "each official row; a bare key is the figure in that column", True, "columns"
    ),
    "column": Scope(
        cases.of_columns, _LINE, "each official column; a bare key is the figure in that row", True, "rows"
    ),
    "cell": Scope(cases.of_cells, _CELL, "each value cell", True),
    "label": Scope(cases.of_labels, _LABEL, "each printed label of a row or column", True),
    "entry": Scope(cases.of_entries, _ENTRY, "each printed row, known or not", True),
    "match": Scope(_no_cases, _MATCH, "each match of `find`"),
}

NAMES_OF_CASE: dict[str, Name] = {
    "table": Name("text", lambda case: _table_name(case), "name of the table"),
    "row": Name("text", lambda case: _row_name(case), "official label of the row"),
    "column": Name("text", lambda case: _column_name(case), "official label of the column"),
    "row_key": Name("text", lambda case: _or_unknown(case.row), "key of the row"),
    "column_key": Name("text", lambda case: _or_unknown(case.column), "key of the column"),
}
"""fields of every scope that lies inside a table"""


def _table_name(case: Case) -> Any:
    return UNKNOWN if case.table is None else case.context.form(case.table).name


def _row_name(case: Case) -> Any:
    if case.table is None or case.row is None:
        return UNKNOWN
    return row_label(case, case.row)


def row_label(case: Case, row: str) -> str:
    """The official label of a row, in the wording of the report's template."""
    form = case.context.form(case.table or "").row(row, case.context.report.facts.template)
    return form.label if form else row


def _column_name(case: Case) -> Any:
    if case.table is None or case.column is None:
        return UNKNOWN
    return column_label(case, case.column)


def column_label(case: Case, column: str) -> str:
    """The official label of a column, in the wording of the report's template."""
    form = case.context.form(case.table or "").column(column, case.context.report.facts.template)
    return form.label if form else column


def place_of(name: str, case: Case) -> tuple[Spot, ...]:
    """The spots of a named place of the report; its start where the report has no such place."""
    facts = case.context.report.facts
    marks = case.context.report.marks
    if name == "period" and facts.period:
        return (Spot(facts.period.start, facts.period.end),)
    if name == "date" and facts.signature:
        return (Spot(facts.signature.date_start, facts.signature.date_end),)
    if name == "signature" and facts.signature:
        return (Spot(facts.signature.start, facts.signature.end),)
    if name == "only_2019" and marks.t2019:
        return (Spot(*marks.t2019[0][1:]),)
    if name == "only_2021" and marks.t2021:
        return (Spot(*marks.t2021[0][1:]),)
    if name == "bad_bytes" and case.context.report.source.bad:
        return tuple(Spot(offset, offset + 1) for offset in case.context.report.source.bad)
    if name == "copy" and case.item and case.item[1] and case.item[1].copy_start is not None:
        return (Spot(case.item[1].copy_start, case.item[1].copy_start),)
    if name == "unreadable" and case.item:
        return tuple(Spot(loose.start, loose.end, loose.row) for loose in _unreadable(case)) or case.spots
    if name == "groups" and case.item:
        return tuple(Spot(e.label.start, e.label.end) for e in _groups(case)) or case.spots
    if name == "handling":
        table = case.context.report.tables.get("applications")
        rows = [e for e in table.entries if (e.label.key or "").startswith("other_handling")] if table else []
        return tuple(Spot(e.label.start, e.label.end, e.label.key) for e in rows) or case.spots
    return (case.context.start(),)


PLACES = frozenset(
    {
        "start",
        "period",
        "date",
        "signature",
        "only_2019",
        "only_2021",
        "bad_bytes",
        "copy",
        "unreadable",
        "handling",
        "groups",
    }
)
"""what `at` may name besides rows and columns"""
