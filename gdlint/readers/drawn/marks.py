"""Lines that belong to a sheet, not to the text: page numbers, and titles that run over all sheets."""

import re
from collections import Counter
from collections.abc import Sequence

from gdlint.readers.drawn.blocks import Block, TextLine
from gdlint.readers.drawn.sheet import Sheet

_BAND = 0.12
"""of the height of a sheet, at its top and at its bottom"""
_NUMBER = re.compile(
    r"[-—–－―·~ ]{0,6}(?:第 ?)?\d{1,4}(?: ?页)?(?: ?[/／共,，] ?(?:共 ?)?\d{1,4} ?页?)?[-—–－―·~ ]{0,6}"
)
_FIGURES = re.compile(r"\d+")


def is_page_number(block: Block, sheet: Sheet) -> bool:
    """A line at an edge of its sheet that is the number of the page."""
    return _at_edge(block, sheet) and _NUMBER.fullmatch(_text(block)) is not None


def without_running(pages: Sequence[tuple[Sheet, Sequence[Block]]]) -> list[tuple[Sheet, list[Block]]]:
    """Sheets with their blocks, without those lines at the edge that most sheets have at the same place: titles, addresses, dates
    that a program prints on each."""
    seen = Counter(key for sheet, blocks in pages for key in {_key(block, sheet) for block in blocks})
    most = max(len(pages) / 2, 1)
    return [
        (sheet, [block for block in blocks if not (key := _key(block, sheet)) or seen[key] <= most])
        for sheet, blocks in pages
    ]


def _key(block: Block, sheet: Sheet) -> tuple[str, int] | None:
    """A line at the edge, whatever its figures, and how far down it stands; page numbers are of no such kind."""
    if not _at_edge(block, sheet) or _NUMBER.fullmatch(_text(block)):
        return None
    return _FIGURES.sub("0", _text(block)), round(_top(block) / 4)


def _at_edge(block: Block, sheet: Sheet) -> bool:
    if not isinstance(block, TextLine):
        return False
    down = block.line.box.middle[1] / sheet.height
    return down < _BAND or down > 1 - _BAND


def _text(block: Block) -> str:
    return block.line.text if isinstance(block, TextLine) else ""


def _top(block: Block) -> float:
    return block.line.box.top if isinstance(block, TextLine) else 0.0
