"""What a file is: an annual report of an administrative body, or something else that its heading tells."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gdlint.forms.titles import is_title
from gdlint.model.document import Block, Document, Metadata, Paragraph, Subheading
from gdlint.model.form import FileForm, Forms
from gdlint.model.report import Table, Title

NOTHING = "nothing"
_FIRST_LINES = 6
"""so many lines above may be a portal's"""
_LIST = 3
"""so many titles of reports are a list of reports"""
_ENOUGH = 4
"""so many of the sections tell an annual report, whatever stands above them"""
_SHORTEST, _LONGEST = 8, 60
"""characters of a heading; an item of a menu (通知公告) is shorter"""
_SENTENCE = re.compile(r"[。；！？]|[：:]$")
_DOCUMENT = re.compile(r"(?:报告|总结|要点|年报|公报)$")
_DATED = re.compile(r"[\s\d年月日:：./\[\]()（）-]+$")
_OF_DISCLOSURE = re.compile(r"公开|條例|条例")


def looks_like(
    document: Document, forms: Forms, title: Title | None, sections: int, tables: Mapping[str, Table]
) -> str | None:
    """None for an annual report of an administrative body, else what the file is (a key of `forms.files`, or `nothing`).
    `sections` is how many of the six were found."""
    if title and is_title(title.text) and (sections or tables):
        return None
    lines = list(_lines(document))
    if not (sections or tables) and len({line for line in lines if is_title(_DATED.sub("", line))}) >= _LIST:
        return "catalogue"
    if any(map(is_title, lines)) or (title and is_title(title.text)):
        return None
    if any(_is_filled(table) for table in tables.values()):
        return None
    heading = [title.text] if title and title.years else lines[:_FIRST_LINES]
    if told := _told(heading, forms):
        return told
    return None if tables or sections >= _ENOUGH or (sections and not _is_other(lines)) else NOTHING


def _is_filled(table: Table) -> bool:
    """A table with a figure: a notice with the form may hold blank ones."""
    return any(figure.value is not None for cells in table.rows.values() for figure in cells.values())


def _told(lines: Sequence[str], forms: Forms) -> str | None:
    """What some lines say of a file, if one of them is the heading of another kind of document."""
    for line in lines:
        word = "".join(line.split())
        for file in forms.files:
            if _is_heading(word, file):
                return file.key
    return None


def _is_heading(word: str, file: FileForm) -> bool:
    ends = not file.ends or re.search(f"(?:{file.ends})$", word)
    return bool(ends and (not file.holds or re.search(file.holds, word)))


def _is_other(lines: Sequence[str]) -> bool:
    """The heading is that of a report on something else (2022年工作总结)."""
    heads = [line for line in lines[:_FIRST_LINES] if _DOCUMENT.search(line)]
    return bool(heads) and not any(_OF_DISCLOSURE.search(line) for line in heads)


def _lines(document: Document) -> Iterator[str]:
    """The lines that may be headings: short ones without a sentence, before the first section."""
    for block in document.front:
        for line in _texts(block):
            if _SHORTEST <= len(line) <= _LONGEST and not _SENTENCE.search(line):
                yield line


def _texts(block: Block) -> Sequence[str]:
    if isinstance(block, Metadata):
        return [block.text] if block.key == "title" else []
    return [block.text] if isinstance(block, Paragraph | Subheading) else []
