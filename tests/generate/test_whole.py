"""Whole reports: consistent, told in words that fit, and spoilt where they are said to be."""

import random
from collections import Counter

import pytest

from . import SHAPES, failed
from .bodies import KINDS, OF_KIND
from .defects import DEFECTS, Defect
from .numbers import card_number, chinese, identity_number
from .whole import Whole, whole_report

SEEDS = range(40)


def made_from(seed: int) -> Whole:
    return whole_report(random.Random(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_reports_are_consistent_and_always_the_same(seed: int) -> None:
    whole = made_from(seed)
    assert failed(whole.made) == frozenset()
    assert whole == made_from(seed)
    prose = "".join(paragraph for section in whole.made.sections for paragraph in section.paragraphs)
    assert "{" not in prose
    assert all(spoken.text in prose for spoken in whole.spoken)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_topic_is_spoken_of_once(seed: int) -> None:
    topics = Counter(spoken.phrase.topic for spoken in made_from(seed).spoken)
    assert set(topics.values()) <= {1}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_body_reports(kind: str) -> None:
    bodies = {whole_report(random.Random(seed), kind=kind).body for seed in SEEDS}
    assert bodies == set(OF_KIND[kind])


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_mistake_changes_what_is_printed(defect: Defect) -> None:
    rng = random.Random(defect.name)
    print_report = SHAPES[(defect.shapes or tuple(SHAPES))[0]]
    for _ in range(300):
        whole = whole_report(rng, defect.template, rng.choice(sorted(defect.kinds or KINDS)))
        spoilt = defect.spoil(whole, rng)
        if spoilt is not None:
            break
    assert spoilt is not None
    clean, wrong = (print_report(made, random.Random(1)) for made in (whole.made, spoilt.made))
    assert (spoilt.after(wrong) if spoilt.after else wrong) != clean
    assert spoilt.what


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (20305, "二万零三百零五"),
        (120_000, "十二万"),
    ],
)
def test_chinese_numerals(number: int, text: str) -> None:
    assert chinese(number) == text


def test_check_digits() -> None:
    assert identity_number("11010519491231002") == "11010519491231002X"
    assert card_number("7992739871") == "79927398713"
