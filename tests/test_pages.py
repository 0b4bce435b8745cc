"""Pages: what a reader hands on is bound as the file states it, and every place leads back into the file."""

import random
import re
from pathlib import Path
from typing import Final

import pytest

from gdlint import api
from gdlint.config.chosen import Choice
from gdlint.model.finding import Finding
from gdlint.model.source import Source
from gdlint.session import Session
from generate import Made
from generate.markup import MARKUPS, page
from support.stated import SEEDS, as_markdown, needs, report_of, sayings, wrong_cells

GUEST: Final = Path(__file__).parent / "plugins" / "webpage.py"
_CELL: Final = re.compile(r"<td[^>]*>")


GUESTS: Final = Session(Choice(plugins=(str(GUEST),)))
"""with the guest's reader"""
OWN: Final = Session()


def written(made: Made, markup: str) -> str:
    """A report and the name of a markup in, the page out."""
    return page(made, MARKUPS[markup], random.Random(0))


def long_line(made: Made) -> str:
    """A report in, a page of one line of 38,000 characters out."""
    text = written(made, "one line")
    return text.replace("<div id='zoom'>", f"<div id='zoom'><!--{'-' * (38_000 - len(text) - 7)}-->")


def source_text(page: str, finding: Finding) -> str:
    """A page and a finding in, what stands from its column on out."""
    return page.split("\n")[finding.line - 1][finding.column - 1 :]


def own_cell(page: str, finding: Finding) -> str:
    """A page of one line and a finding in a cell in, the text of the cell in which its column stands out."""
    before = page[: finding.column - 1]
    begin = [found.start() for found in _CELL.finditer(page) if found.start() < finding.column][-1]
    assert "</td>" not in before[begin:]
    return re.sub(r"<[^>]*>", "", page[begin : page.index("</td>", begin)])


@pytest.mark.parametrize("seed", [0, 1])
def test_a_guest_reads_every_cell(seed: int) -> None:
    made = report_of(seed)
    text = "\n".join(line for line in written(made, "clean").split("\n") if "<!DOCTYPE" not in line)
    assert not wrong_cells(made, GUESTS.parse(GUESTS.read(text.encode(), "a.webpage")))


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_a_guest_s_findings_stand_in_their_cells(seed: int) -> None:
    assert_in_cells(long_line(report_of(seed)), "a.webpage", GUESTS)


def test_no_table_of_a_guest_is_printed_as_text() -> None:
    assert_no_table_in_text(GUESTS.read(long_line(report_of(1)).encode(), "a.webpage"))


def assert_in_cells(page: str, name: str, session: Session) -> None:
    """A page of one line with blank cells: every finding on cells names a line and a column inside its own cell."""
    assert len(page) == 38_000
    result = session.check(session.read(page.encode(), name))
    text = result.report.source.text or ""
    checked = 0
    for finding in result.findings:
        assert finding.line == 1
        spot = finding.spots[0]
        if spot.row and spot.column:
            assert own_cell(page, finding) == text[spot.start : spot.end]
            checked += 1
        elif finding.table is None and spot.end > spot.start:
            assert source_text(page, finding)[:1] == text[spot.start]
    assert checked


def assert_no_table_in_text(source: Source) -> None:
    """Each cell of a table stands in lines of its own, and nothing parts cells in a line."""
    text = source.text or ""
    assert len(source.grids) >= 3
    for grid in source.grids:
        for cell in grid.cells:
            assert text[cell.end] == "\n"
            assert cell.start == 0 or text[cell.start - 1] == "\n"
    assert not any(separator in text for separator in "\t|")


@needs("turbohtml")
@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_web_page_says_what_the_same_report_in_markdown_says(seed: int, markup: str) -> None:
    made = report_of(seed)
    data = written(made, markup).encode()
    result = api.lint(data, "a.html")
    assert not wrong_cells(made, result.report)
    assert sayings(result) == sayings(as_markdown(made))


@needs("turbohtml")
@pytest.mark.parametrize("seed", SEEDS)
def test_findings_on_a_page_of_one_line_stand_in_their_cells(seed: int) -> None:
    made = report_of(3 * seed + 1)
    assert_in_cells(long_line(made), "a.html", OWN)


@needs("turbohtml")
def test_no_table_of_a_web_page_is_printed_as_text() -> None:
    assert_no_table_in_text(OWN.read(long_line(report_of(1)).encode(), "a.html"))
