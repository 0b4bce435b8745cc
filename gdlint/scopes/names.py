"""The names of a report that a rule may use: its facts, and the fields of file, comments, sections and headings."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Facts
from gdlint.scopes.case_types import Case
from gdlint.scopes.form_facts import FORM_FACTS
from gdlint.scopes.name import Name, item, once
from gdlint.scopes.whole_report import breaks_off, ends_in_table, kind_of_file, region, signed_by_other


def _fact(get: Callable[[Facts], Any]) -> Callable[[Case], Any]:
    """A fact of the report; what the report does not say is unknown."""

    def value(case: Case) -> Any:
        found = get(case.context.report.facts)
        return UNKNOWN if found is None else found

    return value


def _county_level(case: Case) -> Any:
    """The name of the body says that it belongs to a county or a higher level, and to no town in it."""
    body = case.context.report.facts.body
    if not body:
        return UNKNOWN
    above = any(letter in body[1:-1] for letter in "省市县区州旗盟")
    return above and not any(word in body for word in ("镇", "乡", "街道", "村", "社区"))


def _handling(case: Case, key: str) -> int:
    table = case.context.report.tables.get("applications")
    keys = {entry.label.key or "" for entry in table.entries if not entry.group} if table else set()
    return sum(1 for row in keys if (row.startswith(key) if key.endswith(".") else row == key))


def _sections(case: Case) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.label.key for h in case.context.report.headings if h.label.key))


def _last_section(case: Case) -> Any:
    headings = case.context.report.headings
    return (headings[-1].label.key or "other") if headings else UNKNOWN


FACTS: dict[str, Name] = {
    "year": Name("number", _fact(attrgetter("year")), "reporting year"),
    "year_printed": Name(
        "truth", _fact(lambda f: f.year is not None and f.year_inferred is None), "the title states the year"
    ),
    **FORM_FACTS,
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
    "signed_by_other": Name(
        "truth", signed_by_other, "the body at the end is another than that of the title"
    ),
    "second_title": Name(
        "text",
        lambda case: case.context.report.second.text if case.context.report.second else UNKNOWN,
        "the title of a second report in the file, which is not read",
    ),
    "traditional": Name(
        "number",
        lambda case: len(case.context.report.traditional),
        "headings and labels in traditional script",
    ),
    "signature": Name("text", _fact(lambda f: f.signature and f.signature.body), "the body at the end"),
    "signature_date": Name("date", _fact(lambda f: f.signature and f.signature.date), "the date at the end"),
    "published": Name(
        "date", _fact(lambda f: f.published and f.published.date), "the day on which the portal published it"
    ),
    "region": Name("list of text", once("region", region), "the places of the body, the widest first"),
    "sections": Name("list of text", once("sections", _sections), "keys of the sections that are there"),
    "tables": Name(
        "list of text", lambda case: tuple(case.context.report.tables), "keys of the tables that are there"
    ),
    "last_section": Name(
        "text", _last_section, "key of the last printed section, other for one that is none"
    ),
    "ends_in_table": Name("truth", ends_in_table, "nothing stands behind the last table"),
    "breaks_off": Name(
        "text",
        once("breaks_off", breaks_off),
        "how a report without a signature breaks off: table, sentence, early; nothing where it does not",
    ),
    "bad_bytes": Name("number", lambda case: len(case.context.report.source.bad), "bytes that are no UTF-8"),
    "handling_rows": Name(
        "number",
        once("handling_rows", lambda case: _handling(case, "other_handling.")),
        "rows below 其他处理",
    ),
    "handling_row": Name(
        "number",
        once("handling_row", lambda case: _handling(case, "other_handling")),
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
    "tracked": Name(
        "number",
        lambda case: case.context.report.source.tracked,
        "changes that a Word file tracks, read as accepted",
    ),
    "empty": Name(
        "truth", lambda case: not (case.context.report.source.text or "").strip(), "nothing is in it"
    ),
    "is_report": Name(
        "truth", lambda case: case.context.is_report, "it is an annual report of an administrative body"
    ),
    "looks_like": Name(
        "text",
        lambda case: case.context.report.looks_like or "report",
        "what it is: report, notice, guide, …",
    ),
    "kind_of_file": Name("text", kind_of_file, "the same in words"),
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


def _is_trailing(case: Case) -> bool:
    found = _sections(case)
    keys = [form.key for form in case.context.report.forms.sections]
    return not any(key in found for key in keys[keys.index(case.item[0].key) :])


def _section_text(case: Case) -> Any:
    form, heading = case.item
    return UNKNOWN if heading is None else case.context.prose((form.key,))


SECTION: dict[str, Name] = {
    "key": Name("text", lambda case: case.item[0].key, "overall … others"),
    "section": Name("text", lambda case: f"{case.item[0].number}、{case.item[0].title}", "official heading"),
    "present": Name("truth", lambda case: case.item[1] is not None, "a heading stands for it"),
    "trailing": Name(
        "truth", _is_trailing, "neither it nor any section that follows it in the form is there"
    ),
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
    "key": Name("text", item("label.key"), "overall … others"),
    "text": Name("text", attrgetter("item.label.text"), "title as printed"),
    "official": Name("text", item("label.official"), "official title"),
    "exact": Name("truth", attrgetter("item.label.exact"), "the official title or an accepted alias"),
    "number": Name("text", attrgetter("item.number"), "number as printed"),
    "rank": Name("number", attrgetter("item.rank"), "official place, 1 to 6"),
    "ordinal": Name("number", attrgetter("item.ordinal"), "printed place"),
    "nth": Name("number", attrgetter("item.nth"), "how often this section has been headed so far"),
    "after": Name("number", attrgetter("item.after"), "highest official place of the headings before"),
}
