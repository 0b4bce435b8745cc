"""PDF files: read as the same report in Markdown, from whatever program printed them; hostile ones are refused."""

import zlib
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest

pytest.importorskip("pypdfium2")
pytest.importorskip("docx")

import pypdfium2

from gdlint import api
from gdlint.readers.drawn.sheet import Box, Sheet
from gdlint.readers.pdf import polylines
from gdlint.readers.pdf.page_glyphs import Leaf, sheet_of
from gdlint.session import Session
from generate.markup import MARKUPS
from generate.sheets import sheets
from support import ofd
from support.extent import dear, extent
from support.letters import letter, moved
from support.libreoffice import needs_libreoffice
from support.marked import marked
from support.memory import little_memory
from support.pdf import CATALOG, from_sheets, pdf, stream
from support.printed import BORDERS, by_browser, by_office, needs_browser
from support.redrawn import redrawn
from support.stated import as_markdown, not_as_printed, report_of, sayings

OWN: Final = Session()
_FOOTER: Final = "0000001"
PRINTED: Final = range(extent(50, 1))


def read(data: bytes) -> Any:
    """A file in, its source out."""
    return OWN.read(data, "a.pdf")


@pytest.mark.parametrize("seed", PRINTED)
def test_a_report_on_sheets_says_what_it_says_in_markdown(seed: int) -> None:
    made = report_of(seed)
    result = api.lint(from_sheets(sheets(made)), "a.pdf")
    assert not not_as_printed(made, result.report)
    assert sayings(result) == sayings(as_markdown(made))


@pytest.mark.parametrize(
    ("matrix", "text"),
    [
        ("1 0 0 1", "甲1"), ("1 0 .33 1", "甲1"), ("0 1 -1 0", "1\n甲"), (".7 .7 -.7 .7", ""), (".87 -.5 .5 .87", ""),
        ("1 .02 -.02 1", "甲1"),
    ],
    ids=["upright", "oblique", "turned by a quarter", "a watermark", "the other way", "a little awry"],
)  # fmt: skip
def test_slanted_letters_are_those_of_a_watermark(matrix: str, text: str) -> None:
    glyph = letter("乙", Box(50, 50, 60, 60))
    plain = from_sheets([Sheet(595, 842, (glyph,), (), ())], packed=False)
    drawn = f"BT /F1 20 Tf {matrix} 300 400 Tm <75320031> Tj ET\nendstream".encode()
    source = read(plain.replace(b"endstream", drawn))
    assert (source.text or "").strip().replace("乙", "").strip() == text


def test_a_letter_of_a_font_that_says_to_be_low_is_as_high_as_the_others() -> None:
    letters = [letter(each, Box(50 + 7 * n, 50, 57 + 7 * n, 57)) for n, each in enumerate("第一项")]
    data = from_sheets([Sheet(595, 842, tuple(letters), (), ())], packed=False)
    low = data.replace(b"/Ascent 880/Descent -120", b"/Ascent 60/Descent 0").replace(
        b"[0 -120 1000 880]", b"[0 0 1000 60]"
    )
    document = pypdfium2.PdfDocument(low)
    glyphs = sheet_of(Leaf(document[0])).glyphs
    document.close()
    assert [round(each.box.bottom - each.box.top) for each in glyphs] == [7, 7, 7]


def twice(sheet: Sheet, apart: float, later: bool) -> Sheet:
    """A sheet, how far each letter is printed from the same again, and whether after all others, in, the sheet out."""
    again = [moved(each, apart) for each in sheet.glyphs]
    both = (*sheet.glyphs, *again) if later else chain(*zip(sheet.glyphs, again, strict=True))
    return sheet._replace(glyphs=tuple(both))


@pytest.mark.parametrize(("apart", "later"), [(0, True), (0.4, True), (0.4, False), (1, False)])
def test_letters_printed_twice_for_bold_are_read_once(apart: float, later: bool) -> None:
    made = report_of(0)
    bold = [twice(sheet, apart, later) for sheet in sheets(made)]
    for result in (api.lint(from_sheets(bold), "a.pdf"), api.lint(ofd.from_sheets(bold), "a.ofd")):
        assert not not_as_printed(made, result.report)


def test_marks_of_notes_behind_figures_are_no_digits() -> None:
    made = report_of(0)
    result = api.lint(from_sheets(marked(sheets(made))), "a.pdf")
    assert not not_as_printed(made, result.report)
    assert sayings(result) == sayings(as_markdown(made))


@needs_browser
@pytest.mark.parametrize("seed", PRINTED)
def test_a_report_printed_by_a_browser_says_what_it_says_in_markdown(seed: int, tmp_path: Path) -> None:
    made = report_of(seed)
    markup, borders = tuple(MARKUPS)[seed % 4], BORDERS[(seed + seed // 4) % 3]
    result = api.lint(by_browser(made, tmp_path, markup, borders), "a.pdf")
    if markup in ("clean", "word"):
        assert not not_as_printed(made, result.report)
        assert sayings(result) == sayings(as_markdown(made))
    else:
        # What portals print below a report goes on with its last section.
        assert not [wrong for wrong in not_as_printed(made, result.report) if _FOOTER not in wrong]


@needs_libreoffice
def test_reports_printed_by_libreoffice_say_what_they_say_in_markdown_also_drawn_again_as_ofd(
    tmp_path: Path,
) -> None:
    reports = [report_of(seed) for seed in PRINTED]
    for made, data in zip(reports, by_office(reports, tmp_path), strict=True):
        for result in (api.lint(data, "a.pdf"), api.lint(redrawn(data), "a.ofd")):
            assert not not_as_printed(made, result.report)
            assert sayings(result) == sayings(as_markdown(made))


# Files that nobody should open


BLANK: Final = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
LINE: Final = b"0 0 m 9 9 l S "
NAMED: Final = "/Resources<</XObject<</F 5 0 R>>>>"


def pages(count: int, more: str = "", *objects: bytes) -> bytes:
    """So many pages, what else is said of each, and the objects behind them."""
    kids = " ".join(f"{n} 0 R" for n in range(3, 3 + count))
    page = f"{BLANK[:-2]}{more}>>"
    return pdf(CATALOG, f"<</Type/Pages/Count {count}/Kids[{kids}]>>", *[page] * count, *objects)


def bomb() -> bytes:
    """A page whose content is 100 MB of blanks."""
    packed = zlib.compress(b" " * 100_000_000)
    page = f"{BLANK[:-2]}/Contents 4 0 R>>"
    return pdf(CATALOG, "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream(packed, "/Filter/FlateDecode"))


def drawing(content: bytes) -> bytes:
    """A page that draws something."""
    return pages(1, "/Contents 4 0 R", stream(content))


def form_drawn(times: int) -> bytes:
    """A page that draws a form of 1,000 lines so many times."""
    return pages(
        1, f"/Contents 4 0 R{NAMED}", stream(b"/F Do " * times), stream(LINE * 1_000, "/Subtype/Form")
    )


def forms(depth: int) -> bytes:
    """Forms within forms, each of which draws the next one ten times."""
    inner = [
        stream(b"/F Do " * 10, f"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {n + 5} 0 R>>>>")
        for n in range(depth)
    ]
    page = f"{BLANK[:-2]}/Contents 4 0 R/Resources<</XObject<</F 4 0 R>>>>>>"
    return pdf(CATALOG, "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, *inner)


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        pytest.param(bomb, "unpacked", id="bomb"),
        pytest.param(lambda: forms(9), "large-report", id="forms within forms"),
        pytest.param(lambda: pages(1, f"/Contents[{'4 0 R ' * 300}]", stream(LINE * 1_000)), "large-report", id="lines drawn again"),
        pytest.param(lambda: drawing(LINE * 160_000), "large-report", id="lines"),
        pytest.param(lambda: drawing(b"0 0 m " + b"9 9 l " * 1_300_000 + b"S"), "large-report", id="points", marks=dear),
        pytest.param(lambda: form_drawn(1_000), "large-report", id="a form drawn again"),
        pytest.param(lambda: b"%PDF-1.7", "damaged", id="truncated"),
        pytest.param(lambda: b"%PDF-1.7 " + b"\0" * 1000, "damaged", id="nothing in it"),
        pytest.param(lambda: pages(1), "scan", id="no text"),
        pytest.param(lambda: pages(10_000), "large-report", id="10,000 pages"),
        pytest.param(
            lambda: pdf(CATALOG, "<</Type/Pages/Count 1/Kids[2 0 R]>>"),
            "damaged",
            id="pages within themselves",
        ),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused(made: Callable[[], bytes], problem: str) -> None:
    data = made()
    with little_memory():
        assert read(data).problem == problem


@pytest.mark.parametrize(("count", "problem"), [(2, "scan"), (4, "large-report")])
def test_what_all_pages_draw_together_is_bounded(
    count: int, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polylines, "MOST_PATHS", 300)
    data = pages(count, f"/Contents {count + 3} 0 R", stream(LINE * 100))
    assert read(data).problem == problem
