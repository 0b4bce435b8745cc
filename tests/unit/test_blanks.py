"""What is blank around a cell, and where the cell stands then."""

import sys
from typing import Final

import pytest

from gdlint.model.document import Cell
from gdlint.model.wording import UNSEEN, compact, plain, stripped
from gdlint.syntax.lines import cell_at

BLANK: Final = sorted({chr(code) for code in range(sys.maxunicode) if chr(code).isspace()} | UNSEEN)


@pytest.mark.parametrize("blank", BLANK, ids=ascii)
def test_a_cell_begins_behind_its_blanks(blank: str) -> None:
    assert cell_at(f"{blank}12{blank}", 5) == Cell("12", 6, 8)
    assert cell_at(f" {blank}\u200b12", 5) == Cell("12", 8, 10)


@pytest.mark.parametrize("blank", BLANK, ids=ascii)
def test_blanks_alone_are_nothing(blank: str) -> None:
    assert stripped(blank * 3) == ""
    assert cell_at(blank * 3, 5) == Cell("", 5, 8)


@pytest.mark.parametrize("blank", BLANK, ids=ascii)
def test_blanks_within_a_text_part_no_words(blank: str) -> None:
    assert compact(f"{blank}区分处理的，{blank}只计{blank}") == "区分处理的，只计"
    assert plain(f"区分{blank}处理") == "区分处理"
