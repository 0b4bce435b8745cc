"""Which lines have the form of a heading, seen by themselves, which of them are top-level headings, and which section each stands
for: decided here, once, by the titles of the form, else by number and place among those that are."""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from gdlint.lexicon.likeness import is_heading, likeness
from gdlint.lexicon.numerals import HAN, ordinal
from gdlint.lexicon.sentences import END
from gdlint.lexicon.table_cells import role_of
from gdlint.model.document import Heading
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.bounds import MOST_NUMBERED, TooLargeError
from gdlint.syntax.contents import Ranks, drop_contents
from gdlint.syntax.lines import Line

_NUMBER = rf"(?:第?[{HAN}]{{1,3}}(?:部分|章|节)?|\d{{1,2}})(?=\s*[、.．,，:：\s])"
_OTHER_NUMBER = rf"(?:[（(][{HAN}\d]{{1,2}}[)）]|[①-⑨]|[Ⅰ-Ⅸ]|(?:IV|V?I{{1,3}}|V)(?=[、.．\s]))"
_SHAPE = r"(?P<marks>(?:\#{{1,6}}|\*\*|__|\s)*)(?P<number>{number})?(?P<gap>\s*[、.．,，:：]?\s*)(?P<title>[^\s(（].{{1,58}}?)[*_\s]*"
_OFFICIAL_SHAPE = lazy(_SHAPE.format(number=_NUMBER))
_OTHER_SHAPE = lazy(_SHAPE.format(number=_OTHER_NUMBER))
_PAGE = lazy(r"\s+\d{1,3}$")
"""what a line of a table of contents ends in"""
_SUB = lazy(rf"(?:#{{1,6}}\s|\*\*)?\s*(?:[（(][{HAN}\d]{{1,3}}[)）]|[{HAN}]{{1,3}}、).{{0,40}}")
_FIGURES = lazy(r"\d\s+\d[\d.]*$")
"""what ends a row of a table and no title"""
_NONE = ("无", "没有", "暂无", "未", "不存在")
"""so begins an answer and no title: 2.无其他需要报告的事项。"""

LONGEST_HEADING = 60
_SHORTEST = 4
_CONTENT = itemgetter(2)
"""of a line"""
_FIRST = frozenset("#*_|第0123456789" + HAN)
_BARS = "| \u3000"
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
    least, most = _SHORTEST, LONGEST_HEADING
    likely = [
        i
        for i, content in enumerate(map(_CONTENT, lines))
        if least <= len(content) <= most and (content[0] in firsts or content[-2:] in endings)
    ]
    headings = dict[int, Heading]()
    for i in likely:
        if heading := _heading(lines[i], vocabulary, official):
            headings[i] = heading
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
    text, start, content = line
    if "|" in content and "|" in content.strip(_BARS):
        return None
    shape = _shape(content, vocabulary, official)
    if shape is None:
        return None
    start += text.index(content)
    return Heading(shape.number, shape.title, start + shape.begin, start + shape.end)


@lru_cache(maxsize=2048)
def _shape(content: str, vocabulary: Vocabulary, official: bool) -> Shape | None:
    if "|" in content:
        return _in_cell(content, vocabulary, official)
    if "\t" in content or ",," in content:
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


def _in_cell(content: str, vocabulary: Vocabulary, official: bool) -> Shape | None:
    """The official title that stands alone in a row of a table."""
    cell = content.strip(_BARS)
    shape = _shape(cell, vocabulary, official) if cell and "|" not in cell else None
    if shape is None or plain(shape.title) not in vocabulary.titles:
        return None
    at = content.index(cell)
    return shape._replace(begin=at + shape.begin, end=at + shape.end)


def _may_be_title(content: str, title: str) -> bool:
    """A title that is no official one is no whole sentence, and does not say that there is nothing."""
    return not content.endswith("。") and not title.startswith(_NONE)


def _is_label(content: str, vocabulary: Vocabulary) -> bool:
    return bool(role_of(content.strip("#* _"), vocabulary) & (Role.ROW | Role.GROUP | Role.CLAUSE))


_FEW = 2
"""where fewer sections are numbered as the form numbers them, another kind of number may stand before them"""


def find_headings(
    lines: Sequence[Line], vocabulary: Vocabulary, tables: Container[int] = frozenset()
) -> dict[int, Heading]:
    """The top-level headings by the index of their line, each with the rank of its section (0 for one that is none). `tables` are
    the lines in place of which the file states one."""
    candidates = heading_lines(lines, vocabulary, official=True)
    known = _by_title(candidates, vocabulary)
    if len(set(known.values())) < _FEW:
        others = heading_lines(lines, vocabulary, official=False)
        ranks = _by_title(others, vocabulary)
        if len(set(ranks.values())) >= _FEW:
            candidates, known = candidates | others, known | ranks
    if len(known) > len(set(known.values())):
        drop_contents(lines, known, tables)
    outline = _outline(candidates, known, vocabulary)
    titled = set(known.values())
    for number, rank in enumerate(outline, 1):
        place = None if rank in titled else _by_number(number, rank, candidates, known)
        if place is not None:
            known[place] = rank
    further = _further(lines, candidates, known, len(outline))
    return {i: candidates[i]._replace(rank=known.get(i, 0)) for i in sorted([*known, *further])}


def rank_of_number(number: str) -> int | None:
    """The value of a printed heading number (一, 1, 第一部分), or None."""
    return ordinal(number.strip("第部分章节"))


def _by_title(candidates: Mapping[int, Heading], vocabulary: Vocabulary) -> Ranks:
    """The lines whose title is official, and of each section that has no such line the one that resembles it most: what
    resembles a section that is there is no second one."""
    exact: Ranks = {}
    alike: dict[int, list[tuple[float, int]]] = {}
    for i, heading in candidates.items():
        rank, like = _nearest(heading.title, vocabulary)
        if like == 1:
            exact[i] = rank
        elif rank:
            alike.setdefault(rank, []).append((-like, i))
    there = set(exact.values())
    nearest = ((rank, min(several)[1]) for rank, several in alike.items() if rank not in there)
    again = (
        (i, rank)
        for rank, best in nearest
        for _, i in alike[rank]
        if plain(candidates[i].title) == plain(candidates[best].title)
    )
    return exact | dict(again)


@lru_cache(maxsize=2048)
def _nearest(title: str, vocabulary: Vocabulary) -> tuple[int, float]:
    """The rank of the section whose title is most like a printed one, and how much it is; (0, 0) where none is, or a label
    of a table is more."""
    word = plain(title)
    if exact := vocabulary.titles.get(word):
        return exact, 1
    like, rank = max((likeness(word, title), rank) for title, rank in vocabulary.titles.items())
    label = max((likeness(word, label) for label in vocabulary.telling), default=0.0)
    return (rank, like) if is_heading(like, label) else (0, 0)


def _further(
    lines: Sequence[Line], candidates: Mapping[int, Heading], known: Ranks, last: int
) -> Iterator[int]:
    """Lines that are numbered on like the headings above and below them, but stand for no section: a seventh one."""
    below = iter([*sorted(known), None])
    following = next(below)
    above: int | None = None
    for i, heading in sorted(candidates.items()):
        number = rank_of_number(heading.number) or 0
        if i == following:
            above, following = number, next(below)
            continue
        after = rank_of_number(candidates[following].number) if following is not None else None
        fits = number > last if following is None else after == number + 1
        if fits and above == number - 1 and not is_sentence(lines[i]):
            yield i
            above = number


def _outline(candidates: Mapping[int, Heading], known: Ranks, vocabulary: Vocabulary) -> Sequence[int]:
    """The order of sections that numbers most of those that are told by their titles as they are printed."""
    printed = {(rank_of_number(candidates[i].number), rank) for i, rank in known.items()}
    return max(vocabulary.orders, key=lambda order: len(printed.intersection(enumerate(order, 1))))


def _by_number(number: int, rank: int, candidates: Mapping[int, Heading], known: Ranks) -> int | None:
    """The first line with the number of a missing section that stands between its neighbours."""
    lowest = max((i for i, other in known.items() if other < rank), default=-1)
    highest = min((i for i, other in known.items() if other > rank), default=None)
    if highest is None:
        return None
    for i, heading in candidates.items():
        if lowest < i < highest and i not in known and rank_of_number(heading.number) == number:
            return i
    return None
