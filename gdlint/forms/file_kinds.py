"""What a file is: an annual report of an administrative body, or something else that its heading tells."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gdlint.forms.titles import is_title
from gdlint.model.document import Block, Document, Metadata, Paragraph, Subheading
from gdlint.model.form import FileForm, Forms
from gdlint.model.regex import lazy
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
_SENTENCE = lazy(r"[。；！？]|[：:]$")
_DOCUMENT = lazy(
    r"(?:报告|总结|计划|打算|安排|要点|纪要|年报|公报|报表|统计|分析|说明|综述|概况|简介|汇报|讲话|答复|公示|公布)(?:[（(].{1,10}[)）])?$"
)
_DATED = lazy(r"[\s\d年月日:：./\[\]()（）-]+$")
_OF_DISCLOSURE = lazy(
    r"(?:信息|資訊|资讯|信息与政务|政务|政務|依申请|主动)公[开開]|公开(?:工作)?(?:情况)?(?:年度|年报|报告|总结)"
)
_OTHER_DISCLOSURE = lazy(
    r"(?:司法|[党检警村财厂校院事居]务|财政|预算|决算|审判|审务|狱务)公开|公开(?:课|招聘|招标|采购|选拔)"
)


def looks_like(
    document: Document, forms: Forms, title: Title | None, sections: int, tables: Mapping[str, Table]
) -> str | None:
    """None for an annual report of an administrative body, else what the file is (a key of `forms.files`, or `nothing`).
    `sections` is how many of the six were found."""
    titled = title is not None and is_title(title.text)
    there = bool(sections or tables)
    lines = list(_lines(document))
    if not there and (told := _told(lines[:_FIRST_LINES], _of_reports(forms)) or _list(lines)):
        return told
    if titled or any(map(is_title, lines)):
        return None
    if any(_is_filled(table) for table in tables.values()):
        return None
    heading = [title.text] if title and title.years else lines[:_FIRST_LINES]
    if told := _told(heading, forms.files):
        return told
    if sections >= _ENOUGH:
        return None
    return NOTHING if _is_other(lines) or not there else None


def _of_reports(forms: Forms) -> Sequence[FileForm]:
    """The kinds of files that are about a report, whose title stands in their heading."""
    return [file for file in forms.files if file.begins]


def _list(lines: Sequence[str]) -> str | None:
    """Titles of several reports are a list of reports."""
    titles = {line for line in lines if is_title(_DATED.sub("", line))}
    return "catalogue" if len(titles) >= _LIST else None


def _is_filled(table: Table) -> bool:
    """A table with a figure: a notice with the form may hold blank ones."""
    return any(figure.value is not None for cells in table.rows.values() for figure in cells.values())


def _told(lines: Sequence[str], files: Sequence[FileForm]) -> str | None:
    """What some lines say of a file, if one of them is the heading of another kind of document."""
    for line in lines:
        word = "".join(line.split())
        for file in files:
            if _is_heading(word, file):
                return file.key
    return None


def _is_heading(word: str, file: FileForm) -> bool:
    begins = not file.begins or re.match(file.begins, word)
    ends = not file.ends or re.search(f"(?:{file.ends})$", word)
    return bool(begins and ends and (not file.holds or re.search(file.holds, word)))


def _is_other(lines: Sequence[str]) -> bool:
    """The heading is that of a report on something else (2022年工作总结)."""
    heads = [line for line in lines[:_FIRST_LINES] if _DOCUMENT.search(line)]
    return bool(heads) and not any(map(_is_of_disclosure, heads))


def _is_of_disclosure(line: str) -> bool:
    return _OF_DISCLOSURE.search(line) is not None and _OTHER_DISCLOSURE.search(line) is None


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
