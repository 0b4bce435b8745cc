"""What stands at the edge of a printed page and is no text of the report: page numbers, and a title that runs on."""

from collections.abc import Iterator, Sequence
from itertools import islice

from gdlint.model.document import Cell
from gdlint.model.regex import lazy
from gdlint.syntax.bounds import MOST_MARKS, TooLargeError
from gdlint.syntax.lines import Line

_LONGEST = 24
_FIRST = frozenset("-—－–·第Pp0123456789０１２３４５６７８９")
_MARK = lazy(
    r"[-—－–·]\s*\d{1,3}\s*[-—－–·]"
    r"|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?"
    r"|(?i:page|p\.?)\s*\d{1,3}(?:\s*(?i:of|/)\s*\d{1,3})?"
    r"|(?P<page>\d{1,3})\s*(?:/|(?i:of))\s*(?P<pages>\d{1,3})"
)
_BARS = "|｜│┃"
_MOST_DIGITS = 3
_NEAR = 4
"""lines that a page break takes"""
_VALUES = 4
"""one line of so many that is a bare number: those are no page numbers"""
_TITLE_END = "年度报告"
_FARTHEST_TITLE = 20
"""lines from the top of a text in which its own title may stand more than once"""


def without_page_marks(lines: list[Line]) -> list[Cell]:
    """The page marks among some lines, in the order of the text. Their lines are made blank. Raises
    `TooLargeError` for more than a file may have."""
    numbers, bare, titles = list[int](), list[int](), list[int]()
    for n, (_, _, content) in enumerate(lines):
        if not content:
            continue
        if content[0] in _FIRST:
            if not content.isdecimal():
                numbers.append(n)
            elif len(content) <= _MOST_DIGITS:
                bare.append(n)
        elif content[-1] == _TITLE_END[-1] and content.endswith(_TITLE_END):
            titles.append(n)
    marks = []
    found = set(islice(_numbers(lines, numbers), MOST_MARKS + 1))
    places = sorted({*found, *_between_rows(lines, bare), *_running(lines, titles)})
    if len(places) > MOST_MARKS:
        raise TooLargeError
    for n in places:
        content, start = lines[n].content, lines[n].start
        begin = start + lines[n].text.index(content)
        marks.append(Cell(content, begin, begin + len(content)))
        lines[n] = Line("", start, "")
    return marks


def _numbers(lines: Sequence[Line], likely: Sequence[int]) -> Iterator[int]:
    for n in likely:
        content = lines[n].content
        if len(content) <= _LONGEST and (found := _MARK.fullmatch(content)):
            page, pages = found["page"], found["pages"]
            if not page or 0 < int(page) <= int(pages):
                yield n


def _between_rows(lines: Sequence[Line], bare: Sequence[int]) -> list[int]:
    """Bare numbers that count on from one to the next, each above or below a row of several cells."""
    # Where each cell has a line of its own, bare numbers are values, and many.
    if len(bare) < 2 or len(bare) * _VALUES > len(lines):
        return []
    found = [n for n in bare if _is_row(_nearest(lines, n, -1)) or _is_row(_nearest(lines, n, 1))]
    numbers = [int(lines[n].content) for n in found]
    counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if len(numbers) > 1 else False
    return found if counted else []


def _is_row(line: Line) -> bool:
    """Several cells in one line."""
    bare = line.content.strip(_BARS)
    return "\t" in bare or any(bar in bare for bar in _BARS)


def _nearest(lines: Sequence[Line], n: int, step: int) -> Line:
    """The next line above or below that is not blank, as far as a page break reaches."""
    around = lines[max(n - _NEAR, 0) : n][::-1] if step < 0 else lines[n + 1 : n + 1 + _NEAR]
    return next((line for line in around if line.content), lines[n])


def _running(lines: Sequence[Line], titles: Sequence[int]) -> Iterator[int]:
    """The same title again, a page or more below."""
    first: dict[str, int] = {}
    for n in titles:
        if n - first.setdefault(lines[n].content, n) > _FARTHEST_TITLE:
            yield n
