"""Which lines are top-level headings: by the titles of the form, else by number and place among those that are."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.lexicon.likeness import is_heading, likeness
from gdlint.lexicon.numerals import HAN, ordinal
from gdlint.lexicon.sentences import END
from gdlint.model.document import Heading
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.lines import Line, role_of

_SHAPE = re.compile(
    r"(?P<marks>(?:\#{1,6}|\*\*|__|\s)*)"
    rf"(?P<number>(?:第?[{HAN}]{{1,3}}(?:部分|章|节)?|\d{{1,2}})(?=\s*[、.．,，:：\s]))?"
    r"(?P<gap>\s*[、.．,，:：]?\s*)"
    r"(?P<title>[^\s(（].{1,58}?)[*_\s]*"
)
_SUB = lazy(rf"(?:#{{1,6}}\s|\*\*)?\s*(?:[（(][{HAN}\d]{{1,3}}[)）]|[{HAN}]{{1,3}}、).{{0,40}}")
_FIGURES = re.compile(r"\d\s+\d[\d.]*$")
"""what ends a row of a table and no title"""
_SECTIONS = range(1, 7)
_LISTED = 4
"""so many headings in a row without text between them are a table of contents, if they come again"""

LONGEST_HEADING = 60
_FIRST_SUB = frozenset("#*(（" + HAN)
_SHORTEST = 4
_FIRST = frozenset("#*_第0123456789" + HAN)


def rank_of_number(number: str) -> int | None:
    """The value of a printed heading number (一, 1, 第一部分), or None."""
    return ordinal(number.strip("第部分章节"))


def find_headings(lines: Sequence[Line], vocabulary: Vocabulary) -> dict[int, Heading]:
    """The top-level headings by the index of their line."""
    endings = {title[-2:] for title in vocabulary.titles}
    likely = [
        (i, line)
        for i, line in enumerate(lines)
        if (length := len(line[2])) >= _SHORTEST
        and length <= LONGEST_HEADING
        and (line[2][0] in _FIRST or line[2][-2:] in endings)
    ]
    candidates = {i: heading for i, line in likely if (heading := _heading(line, vocabulary))}
    ranks = {i: _rank(heading.title, vocabulary) for i, heading in candidates.items()}
    known = {i: rank for i, rank in ranks.items() if rank}
    _drop_contents(lines, known)
    for rank in set(_SECTIONS) - set(known.values()):
        place = _by_number(rank, candidates, known)
        if place is not None:
            known[place] = rank
    return {i: candidates[i] for i in sorted([*known, *_further(lines, candidates, known)])}


def _further(lines: Sequence[Line], candidates: dict[int, Heading], known: dict[int, int]) -> list[int]:
    """Lines that are numbered on like the headings above and below them, but stand for no section: a seventh one."""
    below = iter([*sorted(known), None])
    following = next(below)
    above: int | None = None
    found: list[int] = []
    for i, heading in candidates.items():
        number = rank_of_number(heading.number) or 0
        if i == following:
            above, following = number, next(below)
            continue
        after = rank_of_number(candidates[following].number) if following is not None else None
        fits = number > len(_SECTIONS) if following is None else after == number + 1
        if fits and above == number - 1 and not END.search(lines[i].content):
            found.append(i)
            above = number
    return found


def is_subheading(line: Line) -> bool:
    """A short numbered line below the six sections."""
    content = line.content
    return (
        len(content) <= LONGEST_HEADING
        and content[0] in _FIRST_SUB
        and not END.search(content)
        and bool(_SUB.fullmatch(content))
    )


class Shape(NamedTuple):
    """A line that has the form of a top-level heading: number and title, and where they stand in it."""

    number: str
    title: str
    begin: int
    end: int


def _heading(line: Line, vocabulary: Vocabulary) -> Heading | None:
    shape = _shape(line.content, vocabulary)
    if shape is None:
        return None
    start = line.start + line.text.index(line.content)
    return Heading(shape.number, shape.title, start + shape.begin, start + shape.end)


@lru_cache(maxsize=8192)
def _shape(content: str, vocabulary: Vocabulary) -> Shape | None:
    if "\t" in content or (content[0] not in _FIRST and plain(content) not in vocabulary.titles):
        return None
    if role_of(content.strip("#* _"), vocabulary) & (Role.ROW | Role.GROUP | Role.CLAUSE):
        return None
    content = content.rstrip("。：:；;")
    found = _SHAPE.fullmatch(content) if "|" not in content else None
    if found is None or END.search(content) or _FIGURES.search(content):
        return None
    number, title = found["number"] or "", found["title"]
    if not number and "#" not in found["marks"] and plain(title) not in vocabulary.titles:
        return None
    return Shape(number, title, found.start("number" if number else "title"), found.end("title"))


@lru_cache(maxsize=2048)
def _rank(title: str, vocabulary: Vocabulary) -> int | None:
    word = plain(title)
    exact = vocabulary.titles.get(word)
    if exact:
        return exact
    like, rank = max((likeness(word, title), rank) for title, rank in vocabulary.titles.items())
    label = max((likeness(word, label) for label in vocabulary.telling), default=0.0)
    return rank if is_heading(like, label) else None


def _by_number(rank: int, candidates: dict[int, Heading], known: dict[int, int]) -> int | None:
    """The first line numbered like a missing section that stands between its neighbours."""
    lowest = max((i for i, other in known.items() if other < rank), default=-1)
    highest = min((i for i, other in known.items() if other > rank), default=None)
    if highest is None or not known:
        return None
    for i, heading in candidates.items():
        if lowest < i < highest and i not in known and rank_of_number(heading.number) == rank:
            return i
    return None


def _drop_contents(lines: Sequence[Line], known: dict[int, int]) -> None:
    """Forget headings of a table of contents: several in a row that all come again."""
    last = {rank: i for i, rank in sorted(known.items())}
    run: list[int] = []
    for i in [*sorted(known), None]:
        if run and (i is None or any(line.content for line in lines[run[-1] + 1 : i])):
            if len(run) >= _LISTED and all(last[known[j]] > run[-1] for j in run):
                for j in run:
                    del known[j]
            run = []
        if i is not None:
            run.append(i)
