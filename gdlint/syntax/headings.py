"""Which lines are top-level headings, and which section each stands for: decided here, once, by the titles of the form,
else by number and place among those that are."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from gdlint.lexicon.likeness import is_heading, likeness
from gdlint.lexicon.numerals import ordinal
from gdlint.model.document import Heading
from gdlint.model.vocabulary import Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.heading_lines import heading_lines, is_sentence
from gdlint.syntax.lines import Line

_LISTED = 4
"""so many headings in a row without text between them are a table of contents, if they come again"""
_PAGE_DIGITS = 3
_FEW = 2
"""where fewer sections are numbered as the form numbers them, another kind of number may stand before them"""

Ranks = dict[int, int]
"""the rank of its section (from 1) by the index of a line"""


def find_headings(lines: Sequence[Line], vocabulary: Vocabulary) -> dict[int, Heading]:
    """The top-level headings by the index of their line, each with the rank of its section (0 for one that is none)."""
    candidates = heading_lines(lines, vocabulary, official=True)
    known = _by_title(candidates, vocabulary)
    if len(set(known.values())) < _FEW:
        others = heading_lines(lines, vocabulary, official=False)
        ranks = _by_title(others, vocabulary)
        if len(set(ranks.values())) >= _FEW:
            candidates, known = candidates | others, known | ranks
    _drop_contents(lines, known)
    last = len(vocabulary.sections)
    for rank in set(range(1, last + 1)).difference(known.values()):
        place = _by_number(rank, candidates, known)
        if place is not None:
            known[place] = rank
    further = _further(lines, candidates, known, last)
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


def _by_number(rank: int, candidates: Mapping[int, Heading], known: Ranks) -> int | None:
    """The first line numbered like a missing section that stands between its neighbours."""
    lowest = max((i for i, other in known.items() if other < rank), default=-1)
    highest = min((i for i, other in known.items() if other > rank), default=None)
    if highest is None:
        return None
    for i, heading in candidates.items():
        if lowest < i < highest and i not in known and rank_of_number(heading.number) == rank:
            return i
    return None


def _drop_contents(lines: Sequence[Line], known: Ranks) -> None:
    """Forget headings of a table of contents: several in a row that all come again."""
    last = {rank: i for i, rank in sorted(known.items())}
    for run in _runs(lines, known):
        if len(run) >= _LISTED and all(last[known[i]] > run[-1] for i in run):
            for i in run:
                del known[i]


def _runs(lines: Sequence[Line], known: Ranks) -> list[list[int]]:
    """Headings in ascending order with nothing between them but page numbers. One that does not ascend begins a run of its own: the first
    heading of the report may follow a table of contents at once."""
    runs: list[list[int]] = []
    for i, rank in sorted(known.items()):
        before = runs[-1][-1] if runs else None
        if before is None or rank <= known[before] or any(map(_is_text, lines[before + 1 : i])):
            runs.append([])
        runs[-1].append(i)
    return runs


def _is_text(line: Line) -> bool:
    return bool(line.content) and not (line.content.isdecimal() and len(line.content) <= _PAGE_DIGITS)
