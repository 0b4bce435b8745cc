"""From the bytes of a web page to a `Page`."""

import re
from collections.abc import Iterator

import turbohtml

from gdlint.model.origin import SourceLines
from gdlint.model.page import Page, UnreadableError
from gdlint.readers.headings import is_heading
from gdlint.readers.html.encoding import decoded
from gdlint.readers.html.head import facts_of
from gdlint.readers.html.node import Node
from gdlint.readers.html.note_steps import has_raised_text, without_note_marks
from gdlint.readers.html.outline import LEAST_HEADINGS, OutlineLine, lines_of, report_range
from gdlint.readers.html.page_writing import PageWriting
from gdlint.readers.html.table_outline import tables_of
from gdlint.readers.html.visible import hidden_elements
from gdlint.readers.html.walk import Step, steps
from gdlint.readers.text import line_starts

MOST_TAGS = 60_000
"""the largest page of a report that is known has some thousands"""
MOST_ENTITIES = 60_000
_HIDING = re.compile(r"none|hidden|collapse|line-through|font-size", re.IGNORECASE)
"""what stands in a page that hides text by its styles"""


def read(data: bytes, name: str) -> Page:
    """The report in a page. Raises `UnreadableError`."""
    file, encoding, lost = decoded(data)
    if file.count("<") > MOST_TAGS or file.count("&") > MOST_ENTITIES:
        raise UnreadableError("large-report")
    document = turbohtml.parse(file, source_locations=True)
    walked, lines, headings = _seen(document, file)
    tables = tables_of(walked, {line.step for line in headings})
    writing = PageWriting(file, tables)
    begin, end = report_range(walked, lines, headings)
    for n in range(begin, end):
        writing.take(n, walked[n])
    writing.close_grid()
    writer = writing.writer
    text = writer.text
    origin = SourceLines(writer.starts, writer.offsets, line_starts(file))
    bad = tuple(n for n, letter in enumerate(text) if letter == "\ufffd") if lost else ()
    return Page(text, tuple(writing.grids), origin, facts_of(document, walked), encoding, bad)


def _seen(document: Node, file: str) -> tuple[list[Step], list[OutlineLine], list[OutlineLine]]:
    """What is seen of a page, its lines, and those of them that are headings. Where there are none in sight, a script may show what
    the styles hide."""
    raised, hidden = has_raised_text(file), hidden_elements(document)
    seen = _outlined(steps(document, hidden), raised)
    if len(seen[2]) >= LEAST_HEADINGS or not (hidden or _HIDING.search(file)):
        return seen
    whole = _outlined(steps(document, None), raised)
    return whole if len(whole[2]) >= LEAST_HEADINGS else seen


def _outlined(shown: Iterator[Step], raised: bool) -> tuple[list[Step], list[OutlineLine], list[OutlineLine]]:
    walked = list(without_note_marks(shown) if raised else shown)
    lines = list(lines_of(walked))
    return walked, lines, [line for line in lines if is_heading(line.text)]
