"""The generator of spoken reports: its twins differ in what they say wrong, and its halves share no phrase."""

import random
from typing import Final

import pytest

from generate.spoken import HALVES, Item, Spoken, spoken_report, with_wrong
from generate.spoken.phrases import lines
from generate.spoken.printing import FIELD
from generate.spoken.words import told

REPORTS: Final = 40


def spoken(half: str) -> list[Spoken]:
    """Some reports of a half."""
    rng = random.Random(half)
    return [spoken_report(rng, half) for _ in range(REPORTS)]


def twins(half: str) -> list[tuple[Spoken, Item]]:
    """The phrases with a wrong twin, each with its report."""
    return [(report, item) for report in spoken(half) for item in report.items if item.wrong]


@pytest.mark.parametrize("half", HALVES)
def test_a_phrase_is_of_the_half_that_was_asked_for(half: str) -> None:
    assert {item.line.half for report in spoken(half) for item in report.items} == {half}


@pytest.mark.parametrize("half", HALVES)
def test_a_wrong_twin_says_something_else(half: str) -> None:
    assert all(item.wrong != item.right for _, item in twins(half))


def test_a_report_with_a_wrong_phrase_differs_there_alone() -> None:
    report, item = next((report, item) for report, item in twins("develop") if item.right)
    right, wrong = with_wrong(report), with_wrong(report, item)
    changed = [
        (one, other)
        for ours, theirs in zip(right.sections, wrong.sections, strict=True)
        for one, other in zip(ours.paragraphs, theirs.paragraphs, strict=True)
        if one != other
    ]
    assert [one.replace(item.right, item.wrong or "") for one, _ in changed] == [
        other for _, other in changed
    ]


@pytest.mark.parametrize("half", HALVES)
def test_no_name_is_left_in_what_is_said(half: str) -> None:
    said = [
        text for report in spoken(half) for item in report.items for text in (item.right, item.wrong or "")
    ]
    assert not [text for text in said if "<" in text or FIELD.search(text)]


def test_words_of_the_half_that_may_be_seen_are_some_of_all() -> None:
    rng = random.Random(0)
    seen, every = ({told("<GET>", "town", half, rng) for _ in range(400)} for half in HALVES)
    assert seen < every


def test_every_relation_has_phrases_in_both_halves() -> None:
    topics = {half: {line.topic for line in lines() if line.half == half} for half in HALVES}
    assert {"received", "results", "litigation", "sums", "shares", "growth", "trap"} <= topics[
        "held"
    ] & topics["develop"]
