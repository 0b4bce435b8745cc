"""Text as it is taken from a web page that lost its line ends: cells joined without a separator, often all in one line."""

import random

from .frame import sections_of
from .layout import Grid, Row
from .model import Made
from .prose import chinese_date


def folded(made: Made, rng: random.Random) -> str:
    """A report in, its text with joined cells out: as one line, or a line for each row."""
    rowwise = rng.random() < 0.4
    gap = "\n" if rowwise else rng.choice(("", " "))
    pieces = [made.title + ("\n" if rowwise else " "), made.intro or ""]
    for section, grid in sections_of(made):
        pieces += [gap, section.heading, "\n" if rowwise else "", *section.paragraphs]
        if grid:
            pieces += [gap, _table(grid, rng, "\n" if rowwise else "")]
    if made.signature:
        body, day = made.signature
        pieces += ["\n" + body + "\n" + chinese_date(day)]
    text = "".join(pieces)
    return _portal(made, rng) + text + "\n"


def _portal(made: Made, rng: random.Random) -> str:
    """The lines of a portal before the text, or nothing."""
    if rng.random() < 0.4:
        return ""
    return f"标题: {made.title}\n发布时间: {made.year + 1}-01-20 09:30\n文号: \n栏目: 政府信息公开年报\n"


def _table(grid: Grid, rng: random.Random, gap: str) -> str:
    blank = rng.choice((0.0, 0.0, 0.02))
    return gap.join(_row(row, rng, blank) for row in grid)


def _row(row: Row, rng: random.Random, blank: float) -> str:
    """A row in, its cells joined, now and then with a blank between two of them, out."""
    texts = [cell for cell in row.cells if isinstance(cell, str)]
    return "".join(text + (" " if rng.random() < blank else "") for text in texts)
