"""The names of what is written that a rule may use: fields of sections, headings, paragraphs, sentences, matches and comments."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from gdlint.forms.section_places import own_places, places
from gdlint.model.logic import UNKNOWN
from gdlint.scopes.case_types import Case, Name, TextCase, item
from gdlint.scopes.lead_words import lead, own
from gdlint.scopes.outlined_parts import outlined
from gdlint.scopes.report_names import sections_there


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


def _is_trailing(case: Case) -> bool:
    found = sections_there(case)
    keys = [form.key for form in case.context.report.forms.sections]
    return not any(key in found for key in keys[keys.index(case.item[0].key) :])


def _is_expected(case: Case) -> bool:
    return case.item[0].key in own_places(case.context.report.forms, case.context.template)


def _rank(case: Case) -> int:
    return places(case.context.report.forms, case.context.template)[case.item[0].key]


def _of_heading(path: str) -> Callable[[Case], Any]:
    get = attrgetter(path)

    def value(case: Case) -> Any:
        heading = case.item[1]
        return UNKNOWN if heading is None else get(heading)

    return value


def _section_text(case: Case) -> Any:
    form, heading = case.item
    return UNKNOWN if heading is None else case.context.prose((form.key,))


SECTION: dict[str, Name] = {
    "key": Name("text", lambda case: case.item[0].key, "overall … others"),
    "section": Name("text", attrgetter("title"), "official heading"),
    "section_before": Name(
        "text",
        attrgetter("title_before"),
        "official heading of the section before it that is there; unknown where none is",
    ),
    "present": Name("truth", lambda case: case.item[1] is not None, "a heading stands for it"),
    "expected": Name("truth", _is_expected, "the form of the report has it"),
    "rank": Name("number", _rank, "official place"),
    "title": Name("text", _of_heading("label.text"), "title as printed; unknown where it is not there"),
    "number": Name("text", _of_heading("number"), "number as printed"),
    "ordinal": Name("number", _of_heading("ordinal"), "printed place"),
    "outlined": Name(
        "truth",
        outlined,
        "the outline (本报告由…组成) names it; unknown where there is none, or where it does not list all sections",
    ),
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

DIRECTIVE: dict[str, Name] = {
    "problem": Name(
        "text", attrgetter("item.problem"), "what is wrong: nothing, malformed, unknown, locked, unused"
    ),
    "name": Name("text", attrgetter("item.name"), "the code or name in the brackets"),
    "near": Name("text", attrgetter("item.near"), "the nearest one that exists, or nothing"),
    "reason": Name("text", attrgetter("item.directive.reason"), "what stands behind the brackets"),
    "text": Name("text", attrgetter("item.directive.text"), "the comment as printed"),
}
