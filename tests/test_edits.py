"""One edit on one label or one value: no figure is bound to another cell, and nearly all are still read; no edit of a
label loses one where the cells of a text are told apart.

`GDLINT_EXAMPLES` sets how many edited reports are tried (600 in full, else 100, always the same ones);
`python tests/measure_edits.py` tries all.
"""

import random
from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import Final

import pytest

from support.edited.cases import (
    EDITS,
    PRINTERS,
    Case,
    label_cases,
    unedited,
    value_cases,
    verdict,
)
from support.edited.judge import Verdict
from support.edited.label_edits import LABEL_EDITS
from support.edited.pairs import pairs, wrong
from support.extent import extent
from support.profile import CHOSEN, EXAMPLES

NUMBER: Final = (EXAMPLES if CHOSEN else extent(600, 100)) // len(EDITS)
"""reports of each edit"""
LEAST_READ: Final = 0.95
NOT_WHOLLY: Final = frozenset({"raw", "folded"})
"""shapes in which nobody can know every cell"""
Failures = list[tuple[Case, tuple[str, ...]]]


@cache
def verdicts(edit: str) -> list[tuple[Case, Verdict]]:
    """An edit in, how a sample of the reports with it is read out."""
    cases = [case for case in (*label_cases(), *value_cases()) if case.edit == edit]
    sample = random.Random(edit).sample(cases, min(NUMBER, len(cases)))
    found = ((case, verdict(case)) for case in sample)
    return [(case, judged[1]) for case, judged in found if judged]


def failures(edit: str, get: Callable[[Verdict], tuple[str, ...]]) -> Failures:
    """An edit and a kind of fault in, the reports with such faults out."""
    return [(case, get(found)) for case, found in verdicts(edit) if get(found)]


@pytest.mark.parametrize("edit", EDITS)
def test_no_figure_is_read_in_another_cell(edit: str) -> None:
    wrong = failures(edit, lambda found: found.wrong)
    assert [case for case in wrong if case[0].shape not in NOT_WHOLLY] == []


@pytest.mark.parametrize("edit", LABEL_EDITS)
def test_no_figure_is_lost_where_cells_are_told_apart(edit: str) -> None:
    lost = failures(edit, lambda found: found.lost)
    assert [case for case in lost if case[0].shape not in NOT_WHOLLY] == []


def test_two_edits_on_one_table_move_and_lose_no_figure() -> None:
    found = [(pair.about, faults) for pair in islice(pairs(0), NUMBER * 2) if (faults := wrong(pair))]
    assert found == []


def test_nearly_all_cells_are_still_read() -> None:
    found = [judged for edit in EDITS for _, judged in verdicts(edit)]
    read, expected = (
        sum(len(cells) for cells in kind)
        for kind in ((v.read & v.expected for v in found), (v.expected for v in found))
    )
    assert read >= LEAST_READ * expected


@pytest.mark.parametrize("template", [2019, 2021])
@pytest.mark.parametrize("shape", [shape for shape in PRINTERS if shape not in NOT_WHOLLY])
def test_a_report_without_an_edit_is_read_wholly(shape: str, template: int) -> None:
    for seed in range(4):
        found = unedited(template, shape, seed)
        assert (found.wrong, found.lost, found.doubled, found.read) == ((), (), (), found.expected)
