"""Lines of text out of glyphs, as PDF and OFD files draw them."""

import pytest

from gdlint.readers.drawn.glyph_lines import line
from gdlint.readers.drawn.sheet import Box, Glyph
from support.letters import DESCENT, letter, moved

HIGH = 10.0


def drawn(text: str, apart: float) -> list[Glyph]:
    """Letters in one line, with gaps of so many heights of a letter between them."""
    glyphs, left = [], 0.0
    for each in text:
        wide = HIGH if each >= "\u2e80" else HIGH / 2
        glyphs.append(letter(each, Box(left, 0.0, left + wide, HIGH)))
        left += wide + apart * HIGH
    return glyphs


@pytest.mark.parametrize(
    ("letters", "apart", "text"),
    [
        pytest.param("规章000", 0.0, "规章000", id="set tight"),
        pytest.param("青禾县年度报告", 0.9, "青禾县年度报告", id="spaced out letters are one word"),
        pytest.param("2023年度报告", 0.5, "2023年度报告", id="and so are figures among them"),
        pytest.param("0123", 4.0, "0        1        2        3", id="figures as far apart as columns"),
        pytest.param("果他未计", 2.0, "果    他    未    计", id="letters as far apart as columns"),
    ],
)
def test_letters_in_one_line(letters: str, apart: float, text: str) -> None:
    assert line(drawn(letters, apart)).text == text


def test_columns_of_one_letter_behind_a_word() -> None:
    label, figures = drawn("规章", 0.0), drawn("000", 5.0)
    right = [moved(glyph, 60) for glyph in figures]
    assert line([*label, *right]).text.split() == ["规章", "0", "0", "0"]


# Marks of notes


def with_mark(text: str, mark: str, size: float, raised: float, gap: float = 0.0) -> list[Glyph]:
    """A text in letters ten points high, and behind it a mark: its height, how far above the line it stands, and how far behind."""
    glyphs = drawn(text, 0.0)
    left, foot = glyphs[-1].box.right + gap, glyphs[-1].foot - raised
    for each in mark:
        top = foot - (1 - DESCENT) * size
        glyphs.append(letter(each, Box(left, top, left + size / 2, top + size)))
        left += size / 2
    return glyphs


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        pytest.param(with_mark("27", "1", 6.5, 3.3), "27", id="a raised small figure"),
        pytest.param(with_mark("27", "1", 8.3, 3.3), "27", id="as browsers print it"),
        pytest.param(with_mark("27", "1", 5.8, 3.3), "27", id="as word processors print it"),
        pytest.param(with_mark("27", "①", 6.5, 3.3), "27", id="a circled one"),
        pytest.param(with_mark("乙", "①", 12.0, 3.3), "乙", id="of a font with higher boxes"),
        pytest.param(with_mark("27", "[12]", 6.5, 3.3), "27", id="in brackets"),
        pytest.param(with_mark("总计", "注1", 6.5, 3.3), "总计", id="behind a label"),
        pytest.param(with_mark("27", "1", 6.5, 0.3), "271", id="a small figure on the same line is a digit"),
        pytest.param(
            with_mark("27", "1", 10.0, 1.0), "271", id="a digit that stands a little higher is a digit"
        ),
        pytest.param(with_mark("27", "件", 6.5, 3.3), "27件", id="raised text is text"),
        pytest.param(
            with_mark("27", "1", 6.5, 3.3, gap=20.0), "27      1", id="what stands apart is no mark"
        ),
        pytest.param(with_mark("m", "2", 6.5, 3.3), "m2", id="the power of a unit"),
    ],
)
def test_a_raised_mark_is_no_part_of_what_it_annotates(glyphs: list[Glyph], text: str) -> None:
    assert line(glyphs).text == text


@pytest.mark.parametrize(
    "box", [Box(10.0, 0.0, 15.0, 6.0), Box(10.0, -4.0, 15.0, 6.0), Box(10.0, 2.0, 15.0, 8.8)]
)
def test_a_digit_that_stands_on_the_line_is_a_digit_whatever_its_font_says_of_its_height(box: Box) -> None:
    text = drawn("27", 0.0)
    assert line([*text, Glyph("1", box, text[-1].foot)]).text == "271"


def test_no_blank_is_left_where_a_mark_was() -> None:
    marked = with_mark("27", "1", 6.5, 3.3)
    behind = [moved(glyph, 13.5) for glyph in drawn("件", 0.0)]
    assert line([*marked, *behind]).text == "27件"


def test_raised_letters_at_the_beginning_are_text() -> None:
    mark = letter("1", Box(-4.0, 0.0, 0.0, 6.0))
    assert line([mark, *drawn("注", 0.0)]).text == "1注"
