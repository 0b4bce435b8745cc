"""The lines of a text with their cells, without what stands at the edge of a printed page and is no text of the report: page
numbers, and a title that runs on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice, repeat
from operator import itemgetter
from typing import NamedTuple

from gdlint.model.document import Cell, Paragraph, Stray, Subheading
from gdlint.model.fast import new
from gdlint.model.regex import lazy
from gdlint.model.wording import BLANKS, UNSEEN
from gdlint.syntax.bounds import MOST_FILE_LINES, MOST_MARKS, TooLargeError

Text = Paragraph | Subheading | Stray
"""a block of running text"""


class Line(NamedTuple):
    """One line: its text, where it begins, and its content without outer blanks."""

    text: str
    start: int
    content: str

    @property
    def blank(self) -> bool:
        """Nothing but blanks; a tab alone is a blank cell and not a blank line."""
        return not self.content and "\t" not in self.text


_CONTENT = itemgetter(2)
"""of a line"""
_SHORT = 8
_MOST_SHORT = 1000
"""so many different short lines are held once"""
_MANY = 20_000
_LONGEST_GAP = 4
"""blank lines in a row; where there are many lines, further ones are left out, for they tell nothing and take memory"""


def folded(text: str, traditional: Mapping[int, str]) -> str:
    """A text in traditional script, which has the first of these characters, with simplified ones, each in its place; any other
    text as it is."""
    first = next(iter(traditional), None)
    return text if first is None or chr(first) not in text else text.translate(traditional)


def place_in(block: Text, offset: int) -> int:
    """Where a character of a block stands in the canonical text."""
    begin, place = 0, block.start
    for seam, start in block.seams if isinstance(block, Paragraph) else ():
        if seam > offset:
            break
        begin, place = seam, start
    return place + offset - begin


def span_in(block: Text, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a block begins and ends in the canonical text."""
    return place_in(block, start), place_in(block, end - 1) + 1 if end > start else place_in(block, start)


def blanks_in(text: str) -> str | None:
    """What is to be stripped from the pieces of a text: `BLANKS`, or None where those that `str.strip` takes by itself are enough."""
    return BLANKS if any(blank in text for blank in UNSEEN) else None


def lines_of(text: str) -> list[Line]:
    """The lines of a canonical text. Raises `TooLargeError` for more than a file may have."""
    blanks = blanks_in(text)
    if text.count("\n") > _MANY:
        return list(map(new, repeat(Line), _without_long_gaps(_each_line(text, blanks))))
    texts = text.split("\n")
    starts = accumulate([len(line) + 1 for line in texts], initial=0)
    contents = map(str.strip, texts, repeat(blanks))
    return list(map(new, repeat(Line), zip(texts, starts, contents, strict=False)))


def _each_line(text: str, blanks: str | None) -> Iterator[tuple[str, int, str]]:
    """Text, begin and content of each line of a long text, one at a time; short lines that come again are held once."""
    short: dict[str, str] = {}
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if len(line) <= _SHORT and (line in short or len(short) < _MOST_SHORT):
            line = short.setdefault(line, line)
        yield line, start, line.strip(blanks)
        start += len(line) + 1


def _without_long_gaps(parts: Iterable[tuple[str, int, str]]) -> Iterator[tuple[str, int, str]]:
    gap = kept = 0
    for part in parts:
        text, _, content = part
        gap = 0 if content or "\t" in text else gap + 1
        if gap <= _LONGEST_GAP:
            kept += 1
            if kept > MOST_FILE_LINES:
                raise TooLargeError
            yield part


def cell_at(text: str, start: int) -> Cell:
    """The cell of a stretch of text that begins at an offset."""
    if text.isalnum():
        return new(Cell, (text, start, start + len(text)))
    content = text.strip(BLANKS)
    if not content:
        return new(Cell, ("", start, start + len(text)))
    start += text.index(content)
    return new(Cell, (content, start, start + len(content)))


def cell_of(line: Line) -> Cell:
    """The content of a line that is not blank as one cell."""
    text, start, content = line
    if len(content) < len(text):
        start += text.index(content)
    return new(Cell, (content, start, start + len(content)))


def split_cells(line: Line, separator: str, blanks: str | None) -> list[Cell]:
    """The cells of a line between separators of one character, without outer `blanks` (see `blanks_in`)."""
    cells = []
    text, start, _ = line
    for piece in text.split(separator):
        end = start + len(piece)
        content = piece if piece.isalnum() else piece.strip(blanks)
        if content is piece or not content:
            cells.append(new(Cell, (content, start, end)))
        else:
            begin = start + piece.index(content)
            cells.append(new(Cell, (content, begin, begin + len(content))))
        start = end + 1
    return cells


_LONGEST = 30
_FIRST = frozenset("-—－–·第打Pp0123456789０１２３４５６７８９")
_MARK = lazy(
    r"[-—－–·]\s*\d{1,3}\s*[-—－–·]"
    r"|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?"
    r"|(?i:page|p\.?)\s*\d{1,3}(?:\s*(?i:of|/)\s*\d{1,3})?"
    r"|(?P<page>\d{1,3})\s*(?:/|(?i:of))\s*(?P<pages>\d{1,3})"
    r"|打印(?:时间|日期)?[:：]\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?"
)
"""page numbers, and when a page was printed"""
_BARS = "|｜│┃"
_MOST_DIGITS = 3
_NEAR = 4
"""lines that a page break takes"""
_VALUES = 4
"""one line of so many that is a bare number: those are no page numbers"""
_TITLE_END = "年度报告"
_TITLE_LAST = frozenset("告页0123456789")
"""with what a title ends that runs on, or the number of its page behind it"""
_PAGE_BEHIND = lazy(r"\s{2,}(?:第\s*)?\d{1,3}(?:\s*页)?$")
_FARTHEST_TITLE = 20
"""lines from the top of a text in which its own title may stand more than once"""


def without_page_marks(lines: list[Line]) -> list[Cell]:
    """The page marks among some lines, in the order of the text. Their lines are made blank. Raises
    `TooLargeError` for more than a file may have."""
    numbers, bare, titles = list[int](), list[int](), list[int]()
    firsts, lasts, most = _FIRST, _TITLE_LAST, _MOST_DIGITS
    for n, content in enumerate(map(_CONTENT, lines)):
        if content.isdecimal():
            if len(content) <= most:
                bare.append(n)
        elif content:
            if content[-1] in lasts and _TITLE_END in content:
                titles.append(n)
            elif content[0] in firsts:
                numbers.append(n)
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
    found: list[int] = []
    for n in bare:
        if _is_row(_nearest(lines, n, -1)) or _is_row(_nearest(lines, n, 1)):
            if found and int(lines[n].content) != int(lines[found[-1]].content) + 1:
                return []
            found.append(n)
    return found if len(found) > 1 else []


def _is_row(line: Line) -> bool:
    """Several cells in one line."""
    bare = line.content.strip(_BARS)
    return "\t" in bare or any(bar in bare for bar in _BARS)


def _nearest(lines: Sequence[Line], n: int, step: int) -> Line:
    """The next line above or below that is not blank, as far as a page break reaches."""
    around = lines[max(n - _NEAR, 0) : n][::-1] if step < 0 else lines[n + 1 : n + 1 + _NEAR]
    return next((line for line in around if line.content), lines[n])


def _running(lines: Sequence[Line], titles: Sequence[int]) -> Iterator[int]:
    """The same title again, or one with the number of a page far behind it, a page or more below."""
    first: dict[str, int] = {}
    for n in titles:
        title = _PAGE_BEHIND.sub("", lines[n].content)
        above = 0 if title != lines[n].content else first.setdefault(title, n)
        if title.endswith(_TITLE_END) and n - above > _FARTHEST_TITLE:
            yield n
