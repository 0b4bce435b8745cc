"""The names that a rule may use: facts of the report and fields of the cases, with their types."""

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from gdlint.forms.tables import unreadable
from gdlint.lang.cells import cell_type
from gdlint.lang.context import Case, TextCase
from gdlint.lang.logic import UNKNOWN
from gdlint.lang.nearby import lead, own
from gdlint.model.document import Stray, TableBlock
from gdlint.model.form import TableForm
from gdlint.model.report import Entry, Facts, Loose, Table

NAMED = 5
"""so many places that could not be read are named in a message"""


class Name(NamedTuple):
    """A name that a rule may use: its type, how to get its value from a case, and what it says."""

    type: str
    get: Callable[[Case], Any]
    doc: str


def _fact(get: Callable[[Facts], Any]) -> Callable[[Case], Any]:
    """A fact of the report; what the report does not say is unknown."""

    def value(case: Case) -> Any:
        found = get(case.context.report.facts)
        return UNKNOWN if found is None else found

    return value


def _once(name: str, get: Callable[[Case], Any]) -> Callable[[Case], Any]:
    """A fact that takes some work, worked out once for each report."""

    def value(case: Case) -> Any:
        facts = case.context.facts
        if name not in facts:
            facts[name] = get(case)
        return facts[name]

    return value


def _item(path: str) -> Callable[[Case], Any]:
    """An attribute of what the case is about; one that is not there is unknown."""
    get = attrgetter(path)

    def value(case: Case) -> Any:
        found = get(case.item)
        return UNKNOWN if found is None else found

    return value


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


def _handling(case: Case, key: str) -> int:
    table = case.context.report.tables.get("applications")
    keys = {entry.label.key or "" for entry in table.entries if not entry.group} if table else set()
    return sum(1 for row in keys if (row.startswith(key) if key.endswith(".") else row == key))


def _sections(case: Case) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.label.key for h in case.context.report.headings if h.label.key))


def _last_section(case: Case) -> Any:
    headings = case.context.report.headings
    return (headings[-1].label.key or "other") if headings else UNKNOWN


def _ends_in_table(case: Case) -> bool:
    sections = case.context.report.document.sections
    blocks = sections[-1].blocks if sections else case.context.report.document.front
    return bool(blocks) and isinstance(blocks[-1], TableBlock | Stray)


FACTS: dict[str, Name] = {
    "year": Name("number", _fact(attrgetter("year")), "reporting year"),
    "year_printed": Name(
        "truth", _fact(lambda f: f.year is not None and f.year_inferred is None), "the title states the year"
    ),
    "template": Name("number", _fact(attrgetter("template")), "2019 or 2021, by the printed tables"),
    "body": Name("text", _fact(attrgetter("body")), "the body as the title names it"),
    "body_kind": Name(
        "text", _fact(attrgetter("body_kind")), "town, street, department, county, city, province, other"
    ),
    "body_suffix": Name("text", _fact(attrgetter("body_suffix")), "乡, 镇, 街道, 局, …"),
    "county_level": Name("truth", _county_level, "the name of the body places it at or above county level"),
    "title": Name("text", _fact(lambda f: f.title and f.title.text), "the title as printed"),
    "title_years": Name(
        "list of number", _fact(lambda f: f.title and f.title.years), "the years in the title"
    ),
    "period_stated": Name("truth", _fact(lambda f: f.period is not None), "a statistical period is stated"),
    "period_begin": Name(
        "date", _fact(lambda f: f.period and f.period.begin), "first day of the stated period"
    ),
    "period_end": Name(
        "date", _fact(lambda f: f.period and f.period.finish), "last day of the stated period"
    ),
    "signed": Name(
        "truth", _fact(lambda f: bool(f.signature and f.signature.body)), "a body stands at the end"
    ),
    "dated": Name(
        "truth", _fact(lambda f: bool(f.signature and f.signature.date)), "a date stands at the end"
    ),
    "signature": Name("text", _fact(lambda f: f.signature and f.signature.body), "the body at the end"),
    "signature_date": Name("date", _fact(lambda f: f.signature and f.signature.date), "the date at the end"),
    "sections": Name("list of text", _once("sections", _sections), "keys of the sections that are there"),
    "tables": Name(
        "list of text", lambda case: tuple(case.context.report.tables), "keys of the tables that are there"
    ),
    "last_section": Name(
        "text", _last_section, "key of the last printed section, other for one that is none"
    ),
    "ends_in_table": Name("truth", _ends_in_table, "nothing stands behind the last table"),
    "only_2019": Name(
        "list of text",
        _once("only_2019", _marks(2019)),
        "printed columns of table 2 that only the 2019 form has",
    ),
    "only_2021": Name(
        "list of text",
        _once("only_2021", _marks(2021)),
        "printed columns of table 2 that only the 2021 form has",
    ),
    "bad_bytes": Name("number", lambda case: len(case.context.report.source.bad), "bytes that are no UTF-8"),
    "handling_rows": Name(
        "number",
        _once("handling_rows", lambda case: _handling(case, "other_handling.")),
        "rows below 其他处理",
    ),
    "handling_row": Name(
        "number",
        _once("handling_row", lambda case: _handling(case, "other_handling")),
        "1 if 其他处理 is a row itself",
    ),
}

FILE: dict[str, Name] = {
    "readable": Name(
        "truth", lambda case: case.context.report.source.text is not None, "the file was decoded"
    ),
    "problem": Name(
        "text", lambda case: case.context.report.source.problem or "", "why it could not be read"
    ),
    "detail": Name(
        "text", lambda case: case.context.report.source.detail, "the figures that go with the reason"
    ),
    "empty": Name(
        "truth", lambda case: not (case.context.report.source.text or "").strip(), "nothing is in it"
    ),
    "is_report": Name(
        "truth", lambda case: case.context.is_report, "a section or an official table was found"
    ),
}

DIRECTIVE: dict[str, Name] = {
    "problem": Name(
        "text", attrgetter("item.problem"), "what is wrong: nothing, malformed, unknown, locked, unused"
    ),
    "name": Name("text", attrgetter("item.name"), "the code or name in the brackets"),
    "near": Name("text", attrgetter("item.near"), "the nearest one that exists, or nothing"),
    "reason": Name("text", attrgetter("item.directive.reason"), "what stands behind the brackets"),
    "text": Name("text", attrgetter("item.directive.text"), "the comment as printed"),
}


def _section_text(case: Case) -> Any:
    form, heading = case.item
    return UNKNOWN if heading is None else case.context.prose((form.key,))


SECTION: dict[str, Name] = {
    "key": Name("text", lambda case: case.item[0].key, "overall … others"),
    "section": Name("text", lambda case: f"{case.item[0].number}、{case.item[0].title}", "official heading"),
    "present": Name("truth", lambda case: case.item[1] is not None, "a heading stands for it"),
    "text": Name("text", _section_text, "its prose, without tables and signature"),
    "paragraphs": Name(
        "number",
        lambda case: len(case.context.passages((case.item[0].key,))) if case.item[1] else UNKNOWN,
        "how many paragraphs it has",
    ),
}

EXTRA_HEADING: dict[str, Name] = {
    "text": Name("text", attrgetter("item.label.text"), "title as printed"),
    "number": Name("text", attrgetter("item.number"), "number as printed"),
    "ordinal": Name("number", attrgetter("item.ordinal"), "printed place"),
}

HEADING: dict[str, Name] = {
    "key": Name("text", _item("label.key"), "overall … others"),
    "text": Name("text", attrgetter("item.label.text"), "title as printed"),
    "official": Name("text", _item("label.official"), "official title"),
    "exact": Name("truth", attrgetter("item.label.exact"), "the official title or an accepted alias"),
    "number": Name("text", attrgetter("item.number"), "number as printed"),
    "rank": Name("number", attrgetter("item.rank"), "official place, 1 to 6"),
    "ordinal": Name("number", attrgetter("item.ordinal"), "printed place"),
    "nth": Name("number", attrgetter("item.nth"), "how often this section has been headed so far"),
    "after": Name("number", attrgetter("item.after"), "highest official place of the headings before"),
}


def unreadable_of(case: Case) -> list[Loose]:
    """What could not be bound in the table of a case, apart from rows whose length the file states. A table of which
    nothing at all was bound is unreadable as a whole."""
    table = case.item[1]
    if table is None:
        return []
    found = [loose for loose in table.loose if unreadable(loose) and not loose.stated]
    nothing = not found and not table.rows and not table.loose
    return [Loose(table.key, None, (), table.start, table.start, "joined")] if nothing else found


def _unread(case: Case) -> tuple[Any, ...]:
    source = case.context.report.source
    found = unreadable_of(case)
    named: list[Any] = []
    for loose in found[:NAMED]:
        line = source.place(loose.start, loose.start).line
        label = f"“{row_label(case, loose.row)}”" if loose.row else ""
        named.append({"zh": f"第 {line} 行{label}", "en": f"line {line} {label}".rstrip()})
    return (*named, *([{"zh": "等", "en": "and more"}] if len(found) > NAMED else []))


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


CELL: dict[str, Name] = {
    "text": Name("text", _item("text"), "what is printed"),
    "value": Name(
        "number",
        lambda case: case.context.value(case.table or "", case.row, case.column),
        "its number",
    ),
    "empty": Name(
        "truth", lambda case: UNKNOWN if case.item.text is None else case.item.blank, "nothing is printed"
    ),
    "number": Name("number", _item("number"), "the number in it, with or without unit"),
    "unit": Name(
        "text", lambda case: UNKNOWN if case.item.text is None else case.item.unit or "", "the unit in it"
    ),
    "plain": Name("truth", attrgetter("item.plain"), "the number is written canonically"),
    "column_text": Name("text", _column_text, "the label of the column as printed"),
    "type": Name("text", cell_type, "count, signed, amount"),
}

LABEL: dict[str, Name] = {
    "text": Name("text", attrgetter("item.text"), "label as printed"),
    "official": Name("text", _item("official"), "official label"),
    "exact": Name("truth", attrgetter("item.exact"), "worded officially"),
    "note": Name("text", attrgetter("item.note"), "what stands in brackets behind it"),
    "kind": Name("text", lambda case: "row" if case.row else "column", "row or column"),
}

ENTRY: dict[str, Name] = {
    "text": Name("text", attrgetter("item.label.text"), "label as printed"),
    "official": Name("text", _item("label.official"), "official label"),
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
    "problem": Name("text", lambda case: case.item.problem or "", "why it could not be bound"),
    "rank": Name("number", attrgetter("rank"), "official place"),
    "after": Name("number", attrgetter("after"), "highest official place of the rows above"),
}


def _around(begin: str, end: str) -> Callable[[Case], str]:
    """The text between two places of a case: its own `start` and `end`, and `first` and `last` of its sentence."""

    def value(case: Case) -> str:
        assert isinstance(case, TextCase)  # noqa: S101 - scopes of texts have no other cases
        first, last = case.sentence
        places = {"first": first, "start": case.start, "end": case.end, "last": last}
        return case.passage.text[places[begin] : places[end]]

    return value


def _neighbour(step: int) -> Callable[[Case], Any]:
    """The paragraph before or after that of a case in the same place; unknown where there is none."""

    def value(case: Case) -> Any:
        assert isinstance(case, TextCase)  # noqa: S101 - as above
        there = case.nth + step
        if not 0 <= there < len(case.passages) or case.passages[there].place != case.passage.place:
            return UNKNOWN
        return case.passages[there].text

    return value


def _of_text(get: Callable[[TextCase], Any]) -> Callable[[Case], Any]:
    def value(case: Case) -> Any:
        assert isinstance(case, TextCase)  # noqa: S101 - as above
        return get(case)

    return value


IN_TEXT: dict[str, Name] = {
    "place": Name("text", attrgetter("passage.place"), "title, front, overall … others, signature, …"),
    "paragraph": Name("text", attrgetter("passage.text"), "the paragraph that it stands in"),
    "sentence": Name("text", _around("first", "last"), "the sentence that it stands in"),
    "before": Name("text", _around("first", "start"), "what stands before it in the sentence"),
    "after": Name("text", _around("end", "last"), "what stands after it in the sentence"),
    "lead": Name("text", _of_text(lead), "what stands before it in the sentence and in the one before that"),
    "own": Name(
        "truth",
        _of_text(own),
        "it speaks of the body itself in its year, and not of 全县, 代表, 累计, 2019年 (`area` and `other_scope`)",
    ),
    "paragraph_before": Name("text", _neighbour(-1), "the paragraph before, in the same section"),
    "paragraph_after": Name("text", _neighbour(1), "the paragraph after, in the same section"),
}
MATCH: dict[str, Name] = {**IN_TEXT, "match": Name("text", attrgetter("text"), "what was found")}
STRETCH: dict[str, Name] = {**IN_TEXT, "text": Name("text", attrgetter("text"), "its text")}


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
