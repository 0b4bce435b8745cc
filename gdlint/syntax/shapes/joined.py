"""Cells joined without any separator: labels and figures that touch each other, the figures of a row in one piece."""

from collections.abc import Iterator
from itertools import chain

from gdlint.lexicon.sentences import MARK
from gdlint.model.document import Cell, Grid
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role
from gdlint.syntax.label_spans import FIGURES, begins_with_label, joined_tables, marks_in
from gdlint.syntax.lines import Line, cell_at
from gdlint.syntax.shapes.scan import BARS, Found, Scan, looks_like_table

_NUMBER_OF_LABEL = lazy(r"(?=(?<!\.)\d[.．、][^\d\s])")
_PIECE = lazy(r"\d[.．、][^\d]+|[-+−]?\d[\d.]*(?:[^\W\d]{1,2}(?=[\s\d]|$))?|[^\d\s+−-][^\d+−-]*|[-+−]")
_LONGEST_LINE = 300
_LONGEST_FRAGMENT = 60
"""characters of a text that is no label and touches the table in its line: a spoilt label or cell"""
_SEVERAL = 2
_MANY_DIGITS = 5
"""in a line of their own; fewer are one figure"""


def joined(scan: Scan, i: int) -> Found | None:
    """A table in one line, or lines of labels and figures that touch each other."""
    if not _is_joined(scan, scan.lines[i]):
        return None
    end = i + 1
    for n in range(end, len(scan.lines)):
        line = scan.lines[n]
        if line.blank:
            continue
        touches = n == end and line.start == scan.lines[n - 1].start + len(scan.lines[n - 1].text)
        goes_on = touches and len(line.content) <= _LONGEST_FRAGMENT and not MARK.search(line.content)
        if n in scan.headings or not (goes_on or _is_joined(scan, line) or _goes_with(scan, line)):
            break
        end = n + 1
    lines = (line for line in scan.lines[i:end] if not line.blank)
    cells = scan.extent.taken(cell for line in lines for cell in _cells(scan, line))
    rows = scan.rows([(cells, next(scan.runs))], Grid.JOINED)
    return (rows if looks_like_table(scan, rows) else [], end)


def _is_joined(scan: Scan, line: Line) -> bool:
    """Nothing but official labels and figures, at least two of them."""
    content = line.content
    if not content or content[-1] in "。；" or "\t" in content:
        return False
    if scan.barred and any(bar in content for bar in BARS):
        return False
    if not begins_with_label(content, scan.vocabulary):
        return False
    if len(content) > _LONGEST_LINE:
        return list(joined_tables(content, scan.vocabulary)) == [(0, len(content))]
    marks, last, figures = list(marks_in(content, scan.vocabulary)), 0, 0
    for start, end in [*marks, (len(content), len(content))]:
        if not FIGURES.fullmatch(content, last, start):
            return False
        figures += any(map(str.isdigit, content[last:start]))
        last = end
    return len(marks) + figures >= _SEVERAL and bool(marks)


def _goes_with(scan: Scan, line: Line) -> bool:
    """A label or the figures of a row by themselves, below such a line."""
    role = scan.role(line.content)
    return bool(role & Role.OFFICIAL) or (bool(role & Role.FIGURE) and len(line.content) >= _MANY_DIGITS)


def _cells(scan: Scan, line: Line) -> Iterator[Cell]:
    """Labels, and what stands between them: figures (in pieces, where blanks or signs part them) or other labels."""
    last = 0
    for start, end in chain(marks_in(line.text, scan.vocabulary), [(len(line.text), len(line.text))]):
        between = line.text[last:start]
        offset = last
        for piece in _NUMBER_OF_LABEL.split(between):
            for found in _PIECE.finditer(piece):
                yield cell_at(found.group(), line.start + offset + found.start())
            offset += len(piece)
        if end > start:
            yield cell_at(line.text[start:end], line.start + start)
        last = end
