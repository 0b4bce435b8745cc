"""Which cell of a ruled table figures stand in that fill it or are wider than it."""

import pytest

from gdlint.readers.drawn.blocks import RuledTable, blocks, cell_text
from gdlint.readers.drawn.sheet import Box, Glyph, RulingLine, Sheet
from support.letters import letter

XS = (100.0, 125.0, 150.0)
YS = (100.0, 115.0, 130.0)
HIGH = 10.0


def figure(text: str, left: float, apart: float = 0.0) -> list[Glyph]:
    """Digits from a place on, and how far apart they are, in, their glyphs in the first row out."""
    starts = [left + n * (HIGH / 2 + apart) for n in range(len(text))]
    return [
        letter(digit, Box(start, 102, start + HIGH / 2, 112))
        for digit, start in zip(text, starts, strict=True)
    ]


def first_row(glyphs: list[Glyph]) -> list[str]:
    """Glyphs in a table of two rows and two columns in, the texts of its first row out."""
    across = tuple(RulingLine(y, XS[0], XS[-1]) for y in YS)
    down = tuple(RulingLine(x, YS[0], YS[-1]) for x in XS)
    (table,) = blocks(Sheet(595, 842, tuple(glyphs), across, down), 1)
    assert isinstance(table, RuledTable)
    return [cell.text for cell in table.cells[:2]]


@pytest.mark.parametrize(
    ("glyphs", "row"),
    [
        pytest.param(figure("18749", 100) + figure("16174", 125.75), ["18749", "16174"], id="a line between figures"),
        pytest.param(figure("187", 104) + figure("161", 130), ["187", "161"], id="room on either side"),
        pytest.param(figure("1874916", 101), ["1874916", ""], id="a line through a digit"),
        pytest.param(figure("1874916", 100), ["1874916", ""], id="a line between two digits without room"),
        pytest.param(figure("187", 100.5, 0.6), ["187", ""], id="digits set apart"),
    ],
)  # fmt: skip
def test_a_figure_stands_in_the_cell_of_its_middle_unless_a_line_parts_it(
    glyphs: list[Glyph], row: list[str]
) -> None:
    assert first_row(glyphs) == row


@pytest.mark.parametrize(
    ("wide", "width", "text"),
    [
        pytest.param(5.0, 34.0, "17339", id="no room for another digit"),
        pytest.param(5.0, 46.0, "1733\n9", id="room for one"),
        pytest.param(7.0, 44.0, "17339", id="no room for another digit of a wide font"),
        pytest.param(7.0, 52.0, "1733\n9", id="room for one of it"),
    ],
)
def test_a_figure_goes_on_below_where_there_was_no_room_for_its_next_digit(
    wide: float, width: float, text: str
) -> None:
    margin = 5.0
    upper = [
        letter(digit, Box(margin + n * wide, 2, margin + (n + 1) * wide, 12))
        for n, digit in enumerate("1733")
    ]
    lower = letter("9", Box(margin, 14, margin + wide, 24))
    assert cell_text([*upper, lower], Box(0, 0, width, 30)) == text
