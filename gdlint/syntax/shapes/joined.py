"""Cells joined without any separator: labels and figures in one line, the figures of a row in one piece."""

import re
from collections.abc import Iterator

from gdlint.model.document import Cell, Grid
from gdlint.model.vocabulary import Role
from gdlint.syntax.lines import Line, cell_at
from gdlint.syntax.marks import joined_tables, marks_in
from gdlint.syntax.shapes.scan import Found, Scan, looks_like_table

_NUMBER_OF_LABEL = re.compile(r"(?=(?<!\.)\d[.．、][^\d\s])")
_PIECE = re.compile(r"\d[.．、][^\d]+|[-+−]?\d[\d.]*(?:[^\W\d]{1,2}(?=[\s\d]|$))?|[^\d\s+−-][^\d+−-]*|[-+−]")
LONGEST_ROW = 120
"""characters of a line that is one row"""

_ENDS_SENTENCE = "。；：，"
_FIGURES = "0123456789.-+− \t\u00a0\u3000"


def joined(scan: Scan, i: int) -> Found | None:
    """A whole table in one line, or one row: its label and the figures behind it."""
    line = scan.lines[i]
    if i in scan.headings or line.content[-1:] in _ENDS_SENTENCE or not _may_be_joined(scan, line):
        return None
    cells = list(_cells(scan, line))
    rows = scan.rows([(cells, next(scan.runs))], Grid.JOINED)
    return (rows if looks_like_table(scan, rows) else [], i + 1)


def _may_be_joined(scan: Scan, line: Line) -> bool:
    return _is_row(scan, line.content) or list(joined_tables(line.content, scan.vocabulary)) == [
        (0, len(line.content))
    ]


def _is_row(scan: Scan, content: str) -> bool:
    if len(content) > LONGEST_ROW or not content[-1:].isdigit():
        return False
    label = content.rstrip(_FIGURES)
    return label != content and bool(scan.role(label) & Role.LABEL)


def _cells(scan: Scan, line: Line) -> Iterator[Cell]:
    """Labels, and what stands between them: figures (in pieces, where blanks or signs part them) or other labels."""
    last = 0
    for start, end in [*marks_in(line.text, scan.vocabulary), (len(line.text), len(line.text))]:
        between = line.text[last:start]
        for piece in _NUMBER_OF_LABEL.split(between):
            offset = last + between.index(piece) if piece else 0
            for found in _PIECE.finditer(piece):
                yield cell_at(found.group(), line.start + offset + found.start())
        if end > start:
            yield cell_at(line.text[start:end], line.start + start)
        last = end
