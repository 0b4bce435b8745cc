"""Text as it is taken from a PDF with its layout: a canvas of lines, columns parted by blanks, pages."""

import random
from typing import Final, NamedTuple

from .frame import sections_of
from .layout import ABOVE, LEFT, Grid, Row
from .model import Made
from .prose import chinese_date

_PROSE: Final = 30
"""letters of a full line of prose"""
_LABELS: Final = {"disclosure": (24,), "applications": (4, 6, 18), "litigation": ()}
"""letters of each label column"""
_VALUE: Final = 9
_NARROW: Final = 4
"""letters of a header over a value"""


class Text(NamedTuple):
    """A stretch of text on the canvas: line (even: a line of its own; odd: between two), column, text."""

    line: int
    column: int
    text: str


class Box(NamedTuple):
    """A cell of the grid with what it spans: rows and columns from the first to behind the last."""

    top: int
    bottom: int
    left: int
    right: int
    text: str


def layout(made: Made, rng: random.Random) -> str:
    """A report in, its text as of a PDF with layout kept out."""
    lines = [*_centered(made.title, len(made.body), rng), "", *_wrapped(made.intro or "")]
    for section, grid in sections_of(made):
        lines += ["   " + section.heading]
        for paragraph in section.paragraphs:
            lines += _wrapped(paragraph)
        if grid:
            lines += ["", *_table(grid, _LABELS[section.key], rng), ""]
    if made.signature:
        body, day = made.signature
        lines += ["", " " * 30 + body, " " * 30 + chinese_date(day)]
    return "\n".join(_paged(lines, rng)) + "\n"


def _centered(title: str, cut: int, rng: random.Random) -> list[str]:
    parts = [title[:cut], title[cut:]] if rng.random() < 0.5 else [title]
    return [" " * rng.randint(4, 14) + part for part in parts]


def _wrapped(text: str) -> list[str]:
    """A paragraph in, lines of one width out; the first is indented by two letters."""
    if not text:
        return []
    lines, rest = ["   " + text[: _PROSE - 2]], text[_PROSE - 2 :]
    while rest:
        lines.append(rest[:_PROSE])
        rest = rest[_PROSE:]
    return lines


def _table(grid: Grid, labels: tuple[int, ...], rng: random.Random) -> list[str]:
    """A grid in, lines out: each row as high as its own label, merged cells in the middle of their rows."""
    columns = max(len(row.cells) for row in grid)
    widths = [labels[n] if n < len(labels) else _VALUE for n in range(columns)]
    starts = [sum(widths[:n]) + 2 * n for n in range(columns)]
    placed = boxes(grid)
    heights = [
        max(_height(box, widths) for box in placed if box.top == n and box.bottom == n + 1)
        for n in range(len(grid))
    ]
    for box in placed:
        lack = _height(box, widths) - sum(heights[box.top : box.bottom])
        heights[box.bottom - 1] += max(lack, 0)
    gap = rng.choice((0, 0, 1))
    tops = [0]
    for height in heights:
        tops.append(tops[-1] + 2 * height + 2 * gap)
    texts = [text for box in placed for text in _placed(box, widths, starts, tops, gap, rng)]
    return _drawn(texts, grid, tops)


def boxes(grid: Grid) -> list[Box]:
    """A grid in, its cells with what they span out."""
    found = []
    for n, row in enumerate(grid):
        for m, cell in enumerate(row.cells):
            if not isinstance(cell, str):
                continue
            right = m + 1
            while right < len(row.cells) and row.cells[right] is LEFT:
                right += 1
            bottom = n + 1
            while bottom < len(grid) and _continues(grid[bottom], m):
                bottom += 1
            found.append(Box(n, bottom, m, right, cell))
    return found


def _continues(row: Row, column: int) -> bool:
    return column < len(row.cells) and row.cells[column] is ABOVE


def _letters(box: Box, widths: list[int]) -> int:
    """How many letters a line of a box holds."""
    own = sum(widths[box.left : box.right])
    return _NARROW if own == _VALUE and len(box.text) > _NARROW and not box.text.isdigit() else own


def _height(box: Box, widths: list[int]) -> int:
    if not box.text or box.text.replace(".", "").isdigit():
        return 1
    if _is_margin(box, widths):
        return len(box.text)
    letters = _letters(box, widths)
    return -(-len(box.text) // letters)


def _is_margin(box: Box, widths: list[int]) -> bool:
    """The first label column of section three is one letter wide."""
    return box.left == 0 and box.right == 1 and widths[0] == _LABELS["applications"][0]


def _placed(
    box: Box, widths: list[int], starts: list[int], tops: list[int], gap: int, rng: random.Random
) -> list[Text]:
    """The lines of a cell, in the middle of its rows."""
    if not box.text:
        return []
    if _is_margin(box, widths):
        pieces = list(box.text)
    elif box.text.replace(".", "").isdigit():
        pieces = [box.text]
    else:
        letters = _letters(box, widths)
        pieces = [box.text[n : n + letters] for n in range(0, len(box.text), letters)]
    room = tops[box.bottom] - tops[box.top] - 2 * gap
    first = tops[box.top] + room // 2 - len(pieces)
    column = starts[box.left]
    if box.left >= 1 and box.text.isdigit():
        column += rng.choice((2, 3, 3, 4)) - min(len(box.text) // 2, 2)
    return [Text(first + 2 * n, column, piece) for n, piece in enumerate(pieces)]


def _drawn(texts: list[Text], grid: Grid, tops: list[int]) -> list[str]:
    """Texts in, lines out: those between two lines get one of their own where something else stands on both."""
    lines: dict[int, list[Text]] = {}
    for text in sorted(texts):
        lines.setdefault(text.line, []).append(text)
    drawn = []
    for number in range(min(lines), max(lines) + 1):
        if number in lines:
            drawn.append(_line(lines[number]))
        elif number % 2 == 0 and number + 1 not in lines and number - 1 not in lines:
            drawn.append("")
    return drawn


def _line(texts: list[Text]) -> str:
    line = ""
    for text in sorted(texts, key=lambda text: text.column):
        line = line.ljust(max(text.column, len(line) + 2 if line else 0)) + text.text
    return line


def _paged(lines: list[str], rng: random.Random) -> list[str]:
    """Lines in, the same with page numbers between them out."""
    paged, page, left = list[str](), 1, rng.randint(30, 44)
    for line in lines:
        if left == 0:
            paged += ["", "", f"{' ' * rng.randint(10, 40)}-{page}-", ""]
            page, left = page + 1, rng.randint(34, 44)
        paged.append(line)
        left -= 1
    return [*paged, "", f"   -{page}-"]
