"""Lines of text out of glyphs, as PDF and OFD files draw them."""

import pytest

from gdlint.readers.drawn.glyph_lines import line
from gdlint.readers.drawn.sheet import Box, Glyph

HIGH = 10.0


def drawn(text: str, apart: float) -> list[Glyph]:
    """Letters in one line, with gaps of so many heights of a letter between them."""
    glyphs, left = [], 0.0
    for letter in text:
        wide = HIGH if letter >= "\u2e80" else HIGH / 2
        glyphs.append(Glyph(letter, Box(left, 0.0, left + wide, HIGH)))
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
    right = [
        glyph._replace(box=Box(glyph.box.left + 60, 0.0, glyph.box.right + 60, HIGH)) for glyph in figures
    ]
    assert line([*label, *right]).text.split() == ["规章", "0", "0", "0"]
