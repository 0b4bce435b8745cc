"""OFD files: glyphs and rules as in PDF, with templates and matrices; hostile ones are refused."""

from collections.abc import Callable
from typing import Any, Final

import pytest

pytest.importorskip("lxml")
pytest.importorskip("pypdfium2")

from gdlint import api
from gdlint.session import Session
from generate.sheets import sheets
from support.extent import dear, extent
from support.marked import marked
from support.memory import little_memory
from support.ofd import content, from_sheets, line, ofd, packed, text
from support.redrawn import redrawn
from support.samples import SAMPLES, bound, load_report, places, says
from support.stated import as_markdown, not_as_printed, report_of, sayings

OWN: Final = Session()


def read(data: bytes) -> Any:
    """A file in, its source out."""
    return OWN.read(data, "a.ofd")


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("name", ["0005", "0006", "0007"])
def test_what_is_drawn_in_a_pdf_reads_the_same_as_ofd(name: str) -> None:
    data = redrawn((SAMPLES / "reports" / f"{name}.pdf").read_bytes(), by_letter=True)
    seed = load_report(f"{name}.pdf")
    figures = bound(api.lint(data, "a.ofd").report)
    truth = dict(places(seed.cells))
    assert [place for place, value in truth.items() if not says(figures.get(place), value)] == []
    assert figures.keys() == truth.keys()


@pytest.mark.parametrize("seed", range(extent(50, 2)))
def test_a_report_on_sheets_says_what_it_says_in_markdown(seed: int) -> None:
    made = report_of(seed)
    result = api.lint(from_sheets(sheets(made), by_letter=seed % 4 == 0), "a.ofd")
    assert not not_as_printed(made, result.report)
    assert sayings(result) == sayings(as_markdown(made))


@pytest.mark.parametrize(
    ("matrix", "read_as"),
    [
        ("1 0 0 1 0 0", "规章"),
        ("1 0 0.3 1 0 0", "规章"),
        ("0.7 0.7 -0.7 0.7 9 9", ""),
        ("0.87 -0.5 0.5 0.87 9 9", ""),
    ],
)
def test_a_slanted_text_is_a_watermark(matrix: str, read_as: str) -> None:
    page = content(text("甲", 20, 50, 4) + text("规章", 20, 100, 4, f'CTM="{matrix}"'))
    assert (read(ofd(page)).text or "").strip() == f"甲{read_as}"


def test_marks_of_notes_behind_figures_are_no_digits() -> None:
    made = report_of(0)
    result = api.lint(from_sheets(marked(sheets(made))), "a.ofd")
    assert not not_as_printed(made, result.report)
    assert sayings(result) == sayings(as_markdown(made))


GRID: Final = "".join(
    (*(line(20, y, 80, y) for y in (20, 30, 40)), *(line(x, 20, x, 40) for x in (20, 50, 80)))
)


def test_a_table_is_made_of_lines_and_letters() -> None:
    objects = text("规章", 22, 27, 4) + text("12", 52, 27, 4) + text("收费", 22, 37, 4)
    source = read(ofd(content(objects + GRID)))
    (grid,) = source.grids
    cells = [(each.row, each.column, source.text[each.start : each.end]) for each in grid.cells]
    assert cells == [(0, 0, "规章"), (0, 1, "12"), (1, 0, "收费"), (1, 1, "")]


@pytest.mark.parametrize(
    ("figure", "below", "read_as"),
    [
        (text("1447", 52, 26, 4, code='DeltaX="g 3 2.6"'), "7", "14477"),
        (text("1447", 52, 26, 4, code='DeltaX="2.6 2.6 2.6"'), "7", "14477"),
        (text("14", 52, 26, 4, code='DeltaX="2.6"'), "7", "14\n7"),
        (text("1447", 52, 26, 4, code='DeltaX="g 3 1.6"'), "7", "1447\n7"),
    ],
)
def test_a_figure_is_one_where_its_letters_left_no_room_for_the_next(
    figure: str, below: str, read_as: str
) -> None:
    grid = "".join(
        (*(line(20, y, 63.5, y) for y in (20, 34, 40)), *(line(x, 20, x, 40) for x in (20, 50, 63.5)))
    )
    source = read(ofd(content(text("规章", 22, 26, 4) + figure + text(below, 52, 31, 4) + grid)))
    cells = source.grids[0].cells
    assert source.text[cells[1].start : cells[1].end] == read_as


def test_a_place_is_page_and_box() -> None:
    location = read(ofd(content(""), content(text("甲", 10, 20, 5)))).location(0)
    assert (location.kind, dict(location.numbers)["page"]) == ("box", 2)


@pytest.mark.parametrize(
    ("objects", "read_as"),
    [
        (text("政府信息", 20, 50, 4, code='DeltaX="g 3 8"'), "政府信息"),
        (text("2024", 20, 50, 4, code='DeltaX="2 2 2"'), "2024"),
        (text("甲乙", 20, 50, 4, code='DeltaX="0" DeltaY="5"'), "甲乙"),
        (text("甲", 20, 50, 4) + text("乙", 24, 50, 4), "甲乙"),
        (text("甲", 20, 50, 2, 'CTM="2 0 0 2 0 0"'), "甲"),
        (text("甲", 20, 50, 4) + text("乙", 24, 50, 4, 'Visible="false"'), "甲"),
        (text("甲", 20, 50, 4) + text("乙", 400, 50, 4), "甲"),
    ],
)
def test_text_reads_as_it_is_drawn(objects: str, read_as: str) -> None:
    assert read(ofd(content(objects))).text.strip() == read_as


def test_a_template_is_drawn_below_the_page() -> None:
    page = content(text("12", 52, 27, 4), '<ofd:Template TemplateID="Form"/>')
    source = read(ofd(page, Form=content(text("规章", 22, 27, 4) + GRID)))
    assert [source.text[each.start : each.end] for each in source.grids[0].cells][:2] == ["规章", "12"]


ON_FORM: Final = content("", '<ofd:Template TemplateID="Form"/>')
DASHES: Final = "".join(
    line(5 * column, row / 2, 5 * column + 3, row / 2) for row in range(310) for column in range(40)
)


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        pytest.param(lambda: b"", "damaged", id="empty"),
        pytest.param(lambda: ofd(content(""))[:100], "damaged", id="truncated"),
        pytest.param(lambda: packed(OFD="<a"), "damaged", id="no XML"),
        pytest.param(lambda: packed(OFD='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "damaged", id="entities"),
        pytest.param(lambda: packed(OFD="<a/>"), "scan", id="no document"),
        pytest.param(lambda: ofd(content("")), "scan", id="no text"),
        pytest.param(lambda: ofd(content(text("规章", 22, 600, 4))), "off-page", id="text in other units"),
        pytest.param(lambda: packed(OFD="<a/>", Encryptions="<a/>"), "encrypted", id="encrypted"),
        pytest.param(lambda: packed(OFD=" " * 60_000_000), "unpacked", id="zip bomb"),
        pytest.param(lambda: ofd(content("<ofd:PageBlock>" * 50_000)), "damaged", id="nested"),
        pytest.param(lambda: ofd(*[content("")] * 501), "large-report", id="many pages"),
        pytest.param(lambda: ofd(content(DASHES)), "large-report", id="lines", marks=dear),
        pytest.param(lambda: ofd(*[ON_FORM] * 400, Form=content("<ofd:PageBlock/>" * 400)), "large-report", id="templates"),
        pytest.param(lambda: ofd(*[ON_FORM] * 400, Form=content("<a/>" * 40_000)), "large-report", id="large templates"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused(made: Callable[[], bytes], problem: str) -> None:
    data = made()
    with little_memory():
        assert read(data).problem == problem


@pytest.mark.parametrize(
    "attribute", ['DeltaX="g 999999999 1"', 'DeltaX="nan inf"', 'DeltaX="g"', 'X="1e400"']
)
def test_numbers_that_cannot_be_do_no_harm(attribute: str) -> None:
    assert (
        read(
            ofd(content(text("甲", 20, 50, 4) + text("乙", 20, 90, 4, code="").replace('X="0"', attribute)))
        ).problem
        is None
    )
