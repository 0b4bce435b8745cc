"""The names of running text that a rule may use: fields of matches, paragraphs and sentences."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from gdlint.model.logic import UNKNOWN
from gdlint.scopes.case_types import Case, TextCase
from gdlint.scopes.lead_words import lead, own
from gdlint.scopes.name import Name


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
