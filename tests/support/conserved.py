"""Whether each figure that is printed in the region of a table stands exactly once in `tables` or `unassigned`."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from gdlint.forms.bind import section_keys
from gdlint.forms.values import PAGE_MARK
from gdlint.model.document import Paragraph, Section, Stray, Subheading, TableBlock
from gdlint.model.report import Loose, Report

Span = tuple[int, int]
_FIGURE: Final = re.compile(
    # A number by itself: no letter touches it, and nothing says that it is the number of a label, page or day.
    r"(?<![^\s|｜│┃])[-+−]?\d+(?:\.\d+)?(?![^\s|｜│┃])(?!\s?[年月日页.．、])"
    # Digits that are too many for such a number, whatever touches them.
    r"|(?<![\d.])\d{5,}"
)
_UNSEEN: Final = re.compile(r"[\s\u200b-\u200d\ufeff]")
_OF_LABEL: Final = re.compile(r"\s?[.．、]")
_NUMBERS: Final = re.compile(r"\s?[.．、]\D")
_MOST_OF_A_NUMBER: Final = 4
"""digits that may be the number of a label, a page or a day"""
_SENTENCE: Final = frozenset("。；！？，：")


def faults(report: Report) -> Iterator[str]:
    """A report in, its figures that stand nowhere or more than once out."""
    text = report.source.text or ""
    cells = sorted(_cells(report, text))
    for (start, end), (other, behind) in pairwise(cells):
        if other < end:
            yield f"twice: {text[start:end]!r} at {start} and {text[other:behind]!r} at {other}"
    there = bytearray(len(text))
    for start, end in (*cells, *_words(report)):
        there[start:end] = b"\1" * (end - start)
    for start, end in _regions(report):
        for found in _FIGURE.finditer(text, start, end):
            if not all(there[n] for n in range(found.start(), _end(text, found)) if text[n].isdigit()):
                yield f"lost: {found.group()!r} at {found.start()}"


def _end(text: str, figure: re.Match[str]) -> int:
    """Where the digits of a figure end: of many in a row, the last may be the number of the label behind them."""
    many = len(figure[0]) > _MOST_OF_A_NUMBER and _NUMBERS.match(text, figure.end())
    return figure.end() - 1 if many else figure.end()


def _cells(report: Report, text: str) -> Iterator[Span]:
    """Where the figures of cells stand, and the texts of what could not be assigned: those in short stretches first, since a long
    one may hold others."""
    marks = [(mark.start, mark.end) for mark in report.document.page_marks]
    # A comment is read as blanks, also in the midst of a cell.
    comments = [(comment.start, comment.end) for comment in report.document.directives]
    whole, rows = _seen(text), _seen(_over(_over(text, marks, "\0"), comments, " "))
    taken = bytearray(len(text))
    figures = [figure for table in report.tables.values() for figure in table.figures.values()]
    for figure in figures:
        if figure.text:
            taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
            yield figure.start, figure.end
    every = [loose for table in report.tables.values() for loose in table.loose]
    for loose in sorted(every, key=lambda each: each.end - each.start):
        for start, end in _of_loose(loose, whole if loose.reason == PAGE_MARK else rows, text, taken):
            taken[start:end] = b"\1" * (end - start)
            yield start, end


def _over(text: str, spans: Iterable[Span], letter: str) -> str:
    """A text with a letter in place of all of some stretches."""
    for start, end in spans:
        text = text[:start] + letter * (end - start) + text[end:]
    return text


class _Seen(NamedTuple):
    """What can be seen of a text, and where each letter of it stands in the text."""

    letters: str
    places: Sequence[int]

    def finds(self, item: str, start: int, end: int) -> Iterator[Span]:
        """Where a cell may be printed in a stretch of the text, in one line or several."""
        sought = _UNSEEN.sub("", item)
        at = self.letters.find(sought, bisect_left(self.places, start)) if sought else -1
        while at >= 0 and self.places[at + len(sought) - 1] < end:
            yield self.places[at], self.places[at + len(sought) - 1] + 1
            at = self.letters.find(sought, at + 1)


def _seen(text: str) -> _Seen:
    places = [n for n, letter in enumerate(text) if not _UNSEEN.match(letter)]
    return _Seen("".join(text[n] for n in places), places)


def _of_loose(loose: Loose, seen: _Seen, text: str, taken: bytearray) -> Sequence[Span]:
    """Where the figures of something unassigned stand: not where one would be the number of a label, unless more of them are
    found so."""
    found = [_placed(loose, seen, text, taken, numbers=numbers) for numbers in (False, True)]
    return max(found, key=len)


def _placed(loose: Loose, seen: _Seen, text: str, taken: bytearray, *, numbers: bool) -> Sequence[Span]:
    at, places = loose.start, list[Span]()
    for item in loose.texts:
        place = _best(seen.finds(item, at, loose.end), text, taken, numbers=numbers)
        if place and any(map(str.isdigit, item)):
            places.append(place)
        at = max(place[1], at) if place else at
    return places


def _best(places: Iterator[Span], text: str, taken: bytearray, *, numbers: bool) -> Span | None:
    """The first place that no other text takes, unless numbers of labels count, better none at which a figure would be one. One
    that stands nowhere but where another does is said twice."""
    first = label = None
    for place in places:
        first = first or place
        if not any(taken[slice(*place)]):
            if numbers or not _OF_LABEL.match(text, place[1]) or not text[place[0] : place[1]].isdigit():
                return place
            label = label or place
    return label or first


def _words(report: Report) -> Iterator[Span]:
    """Where numbers of labels stand, comments, and sentences between rows."""
    for table in report.tables.values():
        labels = [*table.labels, *(entry.label for entry in table.entries)]
        yield from ((label.start, label.start + 2) for label in labels if not label.text.startswith("0"))
    yield from ((comment.start, comment.end) for comment in report.document.directives)
    for section in report.document.sections:
        for block in section.blocks:
            if isinstance(block, (Paragraph, Subheading)) and not _SENTENCE.isdisjoint(block.text):
                yield block.start, block.end


def _regions(report: Report) -> Iterator[Span]:
    """In each section of a table, what stands from the first line of one to the last."""
    homes = {table.section for table in report.forms.tables.values()}
    for section, key in zip(
        report.document.sections, section_keys(report.document, report.forms), strict=True
    ):
        tables = list(_tables(section)) if key in homes else []
        if tables:
            yield tables[0][0], tables[-1][1]


def _tables(section: Section) -> Iterator[Span]:
    for block in section.blocks:
        if isinstance(block, Stray):
            yield block.start, block.end
        elif isinstance(block, TableBlock):
            rows = [row for part in block.parts for row in (*part.heads, *part.rows)]
            yield rows[0].start, rows[-1].end
