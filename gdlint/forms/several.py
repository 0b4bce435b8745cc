"""Several reports in one file: the first ends where the title of another stands."""

from collections.abc import Iterator, Sequence

from gdlint.forms.facts import main_title
from gdlint.forms.titles import find_title, is_title
from gdlint.model.document import Block, Document, Heading, Paragraph, Subheading
from gdlint.model.form import Forms
from gdlint.model.report import Title
from gdlint.syntax.token import Piece

_LATE = 5
"""a second report begins after section five of the first"""


def up_to_second(pieces: Iterator[Piece], forms: Forms) -> Iterator[Piece]:
    """The tokens of a text as far as `first_report` needs them: up to the section one of a second report. A yearbook may hold
    a thousand reports, of which one is read."""
    front: list[Block] = []
    blocks, highest = front, 0
    for piece in pieces:
        yield piece
        item = piece.item
        if isinstance(item, Heading):
            is_late = item.rank == 1 and highest >= _LATE
            if is_late and _second(blocks, forms, main_title(front, forms)):
                return
            blocks, highest = [], max(highest, item.rank)
        elif piece.type == "TEXT":
            blocks += item
        elif piece.type in ("SUBHEADING", "METADATA"):
            blocks.append(item)


def first_report(document: Document, forms: Forms, first: Title | None) -> tuple[Document, Title | None]:
    """The document up to the title of a second report, and that title: one of another body or year, alone on its line,
    after section five and followed by a section one. The whole document and None where there is none."""
    sections = document.sections
    ranks = [section.heading.rank for section in sections]
    for n in range(1, len(sections)):
        if ranks[n] == 1 and max(ranks[:n]) >= _LATE:
            blocks = sections[n - 1].blocks
            found = _second(blocks, forms, first)
            if found:
                place, title = found
                last = sections[n - 1]._replace(blocks=blocks[:place])
                return document._replace(sections=(*sections[: n - 1], last)), title
    return document, None


def _second(blocks: Sequence[Block], forms: Forms, first: Title | None) -> tuple[int, Title] | None:
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph | Subheading) and is_title(block.text):
            title = find_title([block], forms)
            if title and first and (title.body, title.years) != (first.body, first.years):
                return place, title
    return None
