"""Lines that hold more than one line should: a heading, or a table without separators, with text before or behind it
gets a line of its own.

Web pages lose their line ends when their text is copied; in the worst case a whole report is one line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from gdlint.lexicon.sentences import CLAUSES, PAUSES
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.label_spans import LabelSpan, joined_tables
from gdlint.syntax.lines import Line, cell_at

_NUMERALS = "一二三四五六"
_NUMBER = r"[一二三四五六1-6](?:部分)?\s{0,2}[、.．,，]\s{0,2}"
_TITLE = r"(?:[^。；：！？\d\n一二三四五六]|[一二三四五六](?![、.．,，])){0,24}?"
_TAIL = 6
"""letters at the end of a title; no punctuation stands among them"""
_END = 2
"""letters with which many titles end"""
_NOT_BEHIND = frozenset("“‘《〈「『（(\"'、，,：:见及和与")
_NOT_BEFORE = frozenset("、，,；;。”’》〉」』）)和及等的与")
_MARKUP = "#*_ \t\u00a0\u3000"
_TEXT = lazy(rf"[{CLAUSES}：]|^\s+[^\s（(]")
_LONGEST_HEADING_LINE = 60
_SHORTEST_TABLE = 60
_LONGEST_HEADER = 200
"""characters of the longest lines of which it is kept what they hold"""
_PAUSE = lazy(f"[{PAUSES}：]")
_UNBROKEN = 50
"""letters without a pause, which sentences hardly ever have, and joined tables always"""
_START = attrgetter("start")
_NEARBY = 200
"""characters around a heading that tell whether it stands alone; a line may be as long as a file"""
_OTHER_TITLE = r"\s{0,2}[、.．]\s{0,2}(?P<title>[^。；：，！？\d\n]{2,28}?(?:情况|事项))"


class Span(NamedTuple):
    """A heading in a line: where it begins and ends there, and its rank (1 to 6)."""

    start: int
    end: int
    rank: int


def unfold(text: str, lines: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, those with a heading or a joined table inside cut there; every piece keeps its place. `lines` is changed."""
    for n in reversed(_shared_lines(text, lines, vocabulary)):
        headings = [(start, end) for start, end, _ in _headings(lines[n].text, vocabulary)]
        lines[n : n + 1] = _cut(lines[n], headings, blank=_MARKUP, behind="：: ")
    long = [n for n, line in enumerate(lines) if len(line[0]) >= _SHORTEST_TABLE]
    for n in reversed(long):
        if _may_hold_table(lines[n].text, vocabulary):
            tables = _tables_in(lines[n].text, vocabulary)
            lines[n : n + 1] = _cut(lines[n], tables, blank=None, behind="")
    return lines


def _tables_in(text: str, vocabulary: Vocabulary) -> Sequence[LabelSpan]:
    # The headers of all reports are nearly the same.
    return (_tables_in_short if len(text) <= _LONGEST_HEADER else _joined_tables)(text, vocabulary)


def _joined_tables(text: str, vocabulary: Vocabulary) -> Sequence[LabelSpan]:
    return tuple(joined_tables(text, vocabulary))


_tables_in_short = lru_cache(maxsize=256)(_joined_tables)


def _may_hold_table(text: str, vocabulary: Vocabulary) -> bool:
    """A quick look that saves the search for labels in ordinary paragraphs."""
    # A loop: a generator costs more than the few searches, and every long paragraph comes here.
    for head in vocabulary.heads:
        if head in text:
            break
    else:
        return False
    return any(
        len(piece) >= _UNBROKEN and any(head in piece for head in vocabulary.heads)
        for piece in _PAUSE.split(text)
    )


@lru_cache(maxsize=4)
def _tails(vocabulary: Vocabulary) -> tuple[str, ...]:
    """How the titles of the six sections end."""
    return tuple(dict.fromkeys(title[-_TAIL:] for title in vocabulary.titles))


@lru_cache(maxsize=4)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A number, and behind it what ends like the title of one of the six sections."""
    return lazy(f"{_NUMBER}(?P<title>{_TITLE}(?:{'|'.join(_tails(vocabulary))}))")


def _shared_lines(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> list[int]:
    """The lines in which a heading may stand beside something else."""
    tails = _tails(vocabulary)
    places = {place for end in {tail[-_END:] for tail in tails} for place in _places(text, end, tails)}
    found = {bisect_right(lines, place, key=_START) - 1 for place in places}
    # A place may stand in a comment, whose line is none.
    return sorted(n for n in found if n >= 0 and _shared(lines[n].text, vocabulary))


def _places(text: str, end: str, tails: tuple[str, ...]) -> Iterator[int]:
    """Where in a text such an end of a title stands, with the rest of one before it."""
    place = text.find(end)
    while place >= 0:
        if text.endswith(tails, 0, place + len(end)):
            yield place
        place = text.find(end, place + 1)


def _shared(line: str, vocabulary: Vocabulary) -> bool:
    # The headings of all reports are nearly the same.
    return (_is_shared_short if len(line) <= _LONGEST_HEADING_LINE else _is_shared)(line, vocabulary)


def _is_shared(line: str, vocabulary: Vocabulary) -> bool:
    """Something else stands beside a heading in a line."""
    for found in _pattern(vocabulary).finditer(line):
        before = line[max(found.start() - _NEARBY, 0) : found.start()]
        if before.strip(_MARKUP) or line[found.end() : found.end() + _NEARBY].strip(_MARKUP):
            return True
    return False


_is_shared_short = lru_cache(maxsize=1024)(_is_shared)


def _headings(text: str, vocabulary: Vocabulary) -> list[Span]:
    """The headings in a line that stand there as headings and not as words of a sentence or cells of a row."""
    if "\t" in text or "|" in text:
        return []
    titles = vocabulary.titles
    spans = [
        Span(_begin(text, found), found.end(), titles[plain(found["title"])])
        for found in _pattern(vocabulary).finditer(text)
        if plain(found["title"]) in titles and _stands_alone(text, _begin(text, found), found.end())
    ]
    return sorted([*spans, *_worded_otherwise(text, spans, vocabulary.orders[0])])


def _begin(text: str, found: re.Match[str]) -> int:
    """Where a heading begins: at its number, or at the 第 before it."""
    return found.start() - (text[found.start() - 1 : found.start()] == "第")


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, behind = text[max(start - _NEARBY, 0) : start].strip(_MARKUP), text[end : end + _NEARBY]
    if before:
        return before[-1] not in _NOT_BEHIND and behind[:1] not in _NOT_BEFORE
    return bool(_TEXT.search(behind)) or len(text) > _LONGEST_HEADING_LINE


def _worded_otherwise(text: str, spans: Sequence[Span], outline: Sequence[int]) -> Iterator[Span]:
    """Headings between two others whose title is not an official one, by their number (in the oldest form)."""
    ranks = {span.rank: span for span in spans}
    for numeral, rank in list(zip(_NUMERALS, outline, strict=False))[1:-1]:
        above = [span.end for other, span in ranks.items() if other < rank]
        below = [span.start for other, span in ranks.items() if other > rank]
        if rank not in ranks and above and below:
            other_title = lazy(numeral + _OTHER_TITLE)
            for found in other_title.finditer(text, max(above), min(below)):
                if _stands_alone(text, found.start(), found.end()):
                    yield Span(found.start(), found.end(), rank)
                    break


def _cut(line: Line, spans: Sequence[tuple[int, int]], *, blank: str | None, behind: str) -> Iterator[Line]:
    """A line cut before and behind some spans of it. What consists of `blank` letters alone is no piece, and `behind`
    letters right behind a span belong to none."""
    if not spans or line.text[: spans[0][0]].strip() == line.text[spans[0][1] :].strip() == "":
        yield line
        return
    last = 0
    for start, end in spans:
        if line.text[last:start].strip(blank):
            yield _piece(line, last, start)
        yield _piece(line, start, end)
        near = line.text[end : end + _NEARBY]
        last = end + len(near) - len(near.lstrip(behind))
    if line.text[last:].strip():
        yield _piece(line, last, len(line.text))


def _piece(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    return Line(text, line.start + start, cell_at(text, 0).text)
