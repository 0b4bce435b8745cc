"""The catalogue on generated reports: right ones are silent, each class of mistakes is found, and nothing else is said.

`python tests/measure.py catalogue` does the same on 2,000 reports.
"""

from itertools import cycle
from typing import Final

import pytest

from generate.defects import DEFECTS, Defect
from support.catalogue import codes, flat_complaints, judged, trial, tried
from support.extent import FULL, extent

FLAT: Final = extent(30, 8)
NUMBERS: Final = (0, 2)
"""the number of a trial decides upon its shape"""
TRIALS: Final = [
    pytest.param(defect, number, id=f"{defect.name}-{number}")
    for defect, usual in zip(tried()[:: extent(1, 3)], cycle(NUMBERS), strict=False)
    for number in (NUMBERS if FULL else (usual,))
]
"""each class of mistakes; in a short run every third, in one shape"""
UNTRIED: Final = {
    "GD001": "of files that cannot be read",
    "GD002": "of texts that are no report",
    "GD004": "of comments that silence rules",
    "GD006": "of text in another script",
    "GD007": "of files with several reports",
    "GD008": "of years without a form",
    "GD009": "of Word files",
}


@pytest.mark.parametrize(("defect", "number"), TRIALS)
def test_a_mistake_is_found_and_nothing_else(defect: Defect, number: int) -> None:
    verdict = judged(trial(defect, number))
    assert verdict.alarms == ()
    assert (verdict.found, verdict.unexplained) == (True, ())


@pytest.mark.parametrize("number", range(FLAT))
def test_a_right_report_without_cells_is_not_complained_of(number: int) -> None:
    shape, _, said = flat_complaints(number)
    assert (shape, said) == (shape, [])


def test_every_rule_on_one_report_is_tried() -> None:
    untried = {code for code in codes() - {defect.code for defect in DEFECTS} if not code.startswith("GD9")}
    assert untried <= UNTRIED.keys()


def test_no_class_has_the_name_of_another() -> None:
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS)
