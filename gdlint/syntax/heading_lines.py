"""Lines that have the form of a heading, seen by themselves: number and title."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from gdlint.lexicon.numerals import HAN
from gdlint.lexicon.sentences import END
from gdlint.model.document import Heading
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.bounds import MOST_NUMBERED, TooLargeError
from gdlint.syntax.lines import Line, role_of

_NUMBER = rf"(?:第?[{HAN}]{{1,3}}(?:部分|章|节)?|\d{{1,2}})(?=\s*[、.．,，:：\s])"
_OTHER_NUMBER = rf"(?:[（(][{HAN}\d]{{1,2}}[)）]|[①-⑨]|[Ⅰ-Ⅸ]|(?:IV|V?I{{1,3}}|V)(?=[、.．\s]))"
_SHAPE = r"(?P<marks>(?:\#{{1,6}}|\*\*|__|\s)*)(?P<number>{number})?(?P<gap>\s*[、.．,，:：]?\s*)(?P<title>[^\s(（].{{1,58}}?)[*_\s]*"
_OFFICIAL_SHAPE = lazy(_SHAPE.format(number=_NUMBER))
_OTHER_SHAPE = lazy(_SHAPE.format(number=_OTHER_NUMBER))
_PAGE = re.compile(r"\s+\d{1,3}$")
"""what a line of a table of contents ends in"""
_SUB = lazy(rf"(?:#{{1,6}}\s|\*\*)?\s*(?:[（(][{HAN}\d]{{1,3}}[)）]|[{HAN}]{{1,3}}、).{{0,40}}")
_FIGURES = re.compile(r"\d\s+\d[\d.]*$")
"""what ends a row of a table and no title"""
_NONE = ("无", "没有", "暂无", "未", "不存在")
"""so begins an answer and no title: 2.无其他需要报告的事项。"""

LONGEST_HEADING = 60
_SHORTEST = 4
_FIRST = frozenset("#*_第0123456789" + HAN)
_FIRST_OTHER = frozenset("#*_（(①②③④⑤⑥⑦⑧⑨ⅠⅡⅢⅣⅤⅥⅦⅧⅨIV")
_FIRST_SUB = frozenset("#*(（" + HAN)


class Shape(NamedTuple):
    """A line that has the form of a top-level heading: number and title, and where they stand in it."""

    number: str
    title: str
    begin: int
    end: int


def heading_lines(lines: Sequence[Line], vocabulary: Vocabulary, *, official: bool) -> dict[int, Heading]:
    """The lines that have the form of a heading by their index: numbered 一、 or 1、 or with an official title (`official`),
    else numbered （一）, ① or Ⅰ. Raises `TooLargeError` for more than a file may have."""
    firsts = _FIRST if official else _FIRST_OTHER
    endings = {title[-2:] for title in vocabulary.titles} if official else set()
    likely = (
        (i, line)
        for i, line in enumerate(lines)
        if _SHORTEST <= len(line[2]) <= LONGEST_HEADING and (line[2][0] in firsts or line[2][-2:] in endings)
    )
    found = ((i, _heading(line, vocabulary, official)) for i, line in likely)
    headings = dict(islice(((i, heading) for i, heading in found if heading), MOST_NUMBERED + 1))
    if len(headings) > MOST_NUMBERED:
        raise TooLargeError
    return headings


def is_sentence(line: Line) -> bool:
    """The line holds the end of a sentence."""
    return END.search(line.content) is not None


def is_subheading(line: Line) -> bool:
    """A short numbered line below the six sections."""
    content = line.content
    return (
        len(content) <= LONGEST_HEADING
        and content[0] in _FIRST_SUB
        and not END.search(content)
        and bool(_SUB.fullmatch(content))
    )


def _heading(line: Line, vocabulary: Vocabulary, official: bool) -> Heading | None:
    shape = _shape(line.content, vocabulary, official)
    if shape is None:
        return None
    start = line.start + line.text.index(line.content)
    return Heading(shape.number, shape.title, start + shape.begin, start + shape.end)


@lru_cache(maxsize=2048)
def _shape(content: str, vocabulary: Vocabulary, official: bool) -> Shape | None:
    if "\t" in content or "|" in content:
        return None
    if official and content[0] not in _FIRST and plain(content) not in vocabulary.titles:
        return None
    if _is_label(content, vocabulary):
        return None
    bare = content.rstrip("。：:；;")
    if (titled := _PAGE.sub("", bare)) != bare and not _is_label(titled, vocabulary):
        bare = titled
    found = (_OFFICIAL_SHAPE if official else _OTHER_SHAPE).fullmatch(bare)
    if found is None or END.search(bare) or _FIGURES.search(bare):
        return None
    number, title = found["number"] or "", found["title"]
    exact = plain(title) in vocabulary.titles
    if not exact and ("#" not in found["marks"] if not number else not _may_be_title(content, title)):
        return None
    return Shape(number, title, found.start("number" if number else "title"), found.end("title"))


def _may_be_title(content: str, title: str) -> bool:
    """A title that is no official one is no whole sentence, and does not say that there is nothing."""
    return not content.endswith("。") and not title.startswith(_NONE)


def _is_label(content: str, vocabulary: Vocabulary) -> bool:
    return bool(role_of(content.strip("#* _"), vocabulary) & (Role.ROW | Role.GROUP | Role.CLAUSE))
