"""Real PDF files: every cell is read as it is printed."""

from typing import Final

import pytest

pytest.importorskip("pypdfium2")

from support.samples import bound, load_report, places, says

PRINTED: Final = {"0005.pdf": 200, "0006.pdf": 186, "0007.pdf": 186}
pytestmark = pytest.mark.usefixtures("samples")


@pytest.mark.parametrize(("name", "count"), PRINTED.items())
def test_every_cell_is_read(name: str, count: int) -> None:
    seed = load_report(name)
    truth = dict(places(seed.cells))
    figures = bound(seed.report)
    assert len(truth) == count
    assert [place for place, value in truth.items() if not says(figures.get(place), value)] == []
    assert figures.keys() == truth.keys()


@pytest.mark.parametrize("name", PRINTED)
def test_the_facts_are_read(name: str) -> None:
    seed = load_report(name)
    known = seed.report.facts
    assert (known.body, known.year, known.template) == tuple(
        seed.truth[key] for key in ("body", "year", "template")
    )


@pytest.mark.parametrize("name", PRINTED)
def test_nothing_but_the_numbers_of_pages_is_left_over(name: str) -> None:
    report = load_report(name).report
    assert {loose.reason for table in report.tables.values() for loose in table.loose} == {"page-mark"}
