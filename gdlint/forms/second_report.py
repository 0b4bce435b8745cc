"""Several reports in one file: the first one ends where the title of another stands."""

from collections.abc import Sequence

from gdlint.forms.titles import find_title, is_title, main_title
from gdlint.model.document import Block, Document, Paragraph, Subheading
from gdlint.model.form import Forms
from gdlint.model.report import Title

_LATE = 5
"""a second report begins after section five of the first"""


def is_of_second(front: Sequence[Block], blocks: Sequence[Block], highest: int, forms: Forms) -> bool:
    """A section one that comes again is that of a second report: its title stands among the blocks before it, and the first one,
    with its title in front of all sections, came as far as section five."""
    return highest >= _LATE and _second(blocks, forms, main_title(front, forms)) is not None


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
                before = tuple(each for each in document.directives if each.start < title.start)
                return document._replace(sections=(*sections[: n - 1], last), directives=before), title
    return document, None


def _second(blocks: Sequence[Block], forms: Forms, first: Title | None) -> tuple[int, Title] | None:
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph | Subheading) and is_title(block.text):
            title = find_title([block], forms)
            if title and first and (title.body, title.years) != (first.body, first.years):
                return place, title
    return None
