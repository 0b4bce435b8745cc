"""The catalogue on generated reports: right ones are silent, each class of mistakes is found, and nothing else is said.

`python tests/measure.py catalogue` does the same on 2,000 reports.
"""

from typing import Final

import pytest

from generate.defects import DEFECTS, Defect
from support.catalogue import codes, flat_complaints, judged, trial, tried

FLAT: Final = 30
UNTRIED: Final = {
    "GD001": "of files that cannot be read",
    "GD002": "of texts that are no report",
    "GD004": "of comments that silence rules",
}


@pytest.mark.parametrize("defect", tried(), ids=lambda defect: defect.name)
def test_a_mistake_is_found_and_nothing_else(defect: Defect) -> None:
    verdicts = [judged(trial(defect, number)) for number in (0, 2)]
    assert [verdict.alarms for verdict in verdicts] == [(), ()]
    assert [(verdict.found, verdict.unexplained) for verdict in verdicts] == [(True, ()), (True, ())]


@pytest.mark.parametrize("number", range(FLAT))
def test_a_right_report_without_cells_is_not_complained_of(number: int) -> None:
    shape, _, said = flat_complaints(number)
    assert (shape, said) == (shape, [])


def test_every_rule_on_one_report_is_tried() -> None:
    untried = {code for code in codes() - {defect.code for defect in DEFECTS} if not code.startswith("GD9")}
    assert untried <= UNTRIED.keys()


def test_no_class_has_the_name_of_another() -> None:
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS)
