"""The names of a report as a whole that a rule may use: its facts, and what it is as a file."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from gdlint.forms.other_bodies import is_other_body
from gdlint.forms.regions import region_of
from gdlint.forms.section_places import own_places
from gdlint.model.document import Paragraph, Stray, TableBlock
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Facts
from gdlint.scopes.case_types import Case, Name, once
from gdlint.scopes.form_facts import FORM_FACTS
from gdlint.scopes.outlined_parts import OUTLINE_FACTS

_GOES_ON = ("，", "、", "：", "（", "《", "“")
"""behind these something must follow"""


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


def sections_there(case: Case) -> tuple[str, ...]:
    """The keys of the sections that are there, in the order of the text."""
    return tuple(dict.fromkeys(h.label.key for h in case.context.report.headings if h.label.key))


def _last_section(case: Case) -> Any:
    headings = case.context.report.headings
    return (headings[-1].label.key or "other") if headings else UNKNOWN


def _region(case: Case) -> Any:
    """The places of the body; unknown where its name does not tell them."""
    body = case.context.report.facts.body
    return (region_of(body) if body else None) or UNKNOWN


def _signed_by_other(case: Case) -> Any:
    """The body at the end is another than the one that the title names; unknown where one of them is not named."""
    facts = case.context.report.facts
    signature = facts.signature.body if facts.signature else None
    if not facts.body or facts.body_inferred or not signature:
        return UNKNOWN
    return is_other_body(facts.body, signature, case.context.report.forms)


def _kind_of_file(case: Case) -> Any:
    """What a file that is no report looks like, in words."""
    report = case.context.report
    return next((file.name for file in report.forms.files if file.key == report.looks_like), UNKNOWN)


def _ends_in_table(case: Case) -> bool:
    """Nothing stands behind the last table."""
    sections = case.context.report.document.sections
    blocks = sections[-1].blocks if sections else case.context.report.document.front
    return bool(blocks) and isinstance(blocks[-1], TableBlock | Stray)


def _breaks_off(case: Case) -> str:
    """How a report without a signature breaks off: table, sentence, early (before section six), or "" where it does not."""
    report = case.context.report
    signature = report.facts.signature
    if not report.headings or (signature and (signature.body or signature.date)):
        return ""
    last = report.document.sections[-1].blocks[-1:]
    early = (
        0
        < max(heading.rank for heading in report.headings)
        < len(own_places(report.forms, report.facts.template))
    )
    if _ends_in_table(case):
        return "table" if early else ""
    if any(isinstance(block, Paragraph) and block.text.endswith(_GOES_ON) for block in last):
        return "sentence"
    return "early" if early else ""


FACTS: dict[str, Name] = {
    "year": Name("number", _fact(attrgetter("year")), "reporting year"),
    "year_printed": Name(
        "truth", _fact(lambda f: f.year is not None and f.year_inferred is None), "the title states the year"
    ),
    **FORM_FACTS,
    **OUTLINE_FACTS,
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
        "truth", _signed_by_other, "the body at the end is another than that of the title"
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
    "region": Name("list of text", once("region", _region), "the places of the body, the widest first"),
    "sections": Name("list of text", once("sections", sections_there), "keys of the sections that are there"),
    "tables": Name(
        "list of text", lambda case: tuple(case.context.report.tables), "keys of the tables that are there"
    ),
    "last_section": Name(
        "text", _last_section, "key of the last printed section, other for one that is none"
    ),
    "ends_in_table": Name("truth", _ends_in_table, "nothing stands behind the last table"),
    "breaks_off": Name(
        "text",
        once("breaks_off", _breaks_off),
        "how a report without a signature breaks off: table, sentence, early; nothing where it does not",
    ),
    "bad_bytes": Name(
        "number", lambda case: len(case.context.report.source.bad), "bytes that could not be decoded"
    ),
    "encoding": Name(
        "text",
        lambda case: (case.context.report.source.encoding or "utf-8").upper(),
        "the encoding in which the file was read",
    ),
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
    "kind_of_file": Name("text", _kind_of_file, "the same in words"),
}
