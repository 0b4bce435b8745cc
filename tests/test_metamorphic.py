"""One mistake put into a right report: the right rule at the right place, and nothing else is said."""

import pytest

from generate import MUTATIONS
from support.edits import EDITS, PER_KIND
from support.metamorphic import SHAPES, tally_generated, tally_seed
from support.samples import Seed


@pytest.mark.parametrize("kind", EDITS)
def test_a_mistake_in_a_real_report_is_found(seed: Seed, kind: str) -> None:
    tally = tally_seed(seed, kind)
    assert tally.total == PER_KIND
    assert tally.wrong == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_mistake_in_a_generated_report_is_found(kind: str, shape: str) -> None:
    tally = tally_generated(kind, shape)
    assert tally.total == PER_KIND
    assert tally.wrong == []
