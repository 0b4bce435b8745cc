"""Official labels inside a longer text, and the stretches of it that are a table without separators."""

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from gdlint.lexicon.sentences import END
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Vocabulary
from gdlint.model.wording import WIDE

_OPENING, _CLOSING = "（(“‘《【[", "）)”’》】]"
FIGURES = lazy(r"[\s\d.+\-−元]*")
"""what may stand between two labels of a joined table"""
_FARTHEST = 40
"""characters between two labels of a table; a longer stretch is text"""
_LEAST_LABELS = 8
_SHORTEST_LABEL = 2
"""letters"""
_USUAL = 0.8
"""so many of the stretches between labels hold figures or nothing"""
_LETTERS = lazy(r"[^\W_]+")
_NO_LETTERS = lazy(r"[\W_]+")


class LabelSpan(NamedTuple):
    """An official label: where it begins and ends, brackets included."""

    start: int
    end: int


def marks_in(text: str, vocabulary: Vocabulary) -> Iterator[LabelSpan]:
    """The official labels in a text, from left to right, the longest at each place.

    A digit right before a label is part of it only where the label's number stands off from its words (`2.其他`), else
    it belongs to the figures.
    """
    wide = text.translate(WIDE)
    # A line may be a whole file: no object is made for each of its letters.
    places = array("L")
    for found in _LETTERS.finditer(wide):
        places.extend(range(*found.span()))
    word = _NO_LETTERS.sub("", wide)
    labels, place = _labels(vocabulary), 0
    while match := labels.search(word, place):
        first = match.start()
        if word[first].isdigit() and places[first + 1] == places[first] + 1:
            place = first + 1
            match = labels.match(word, place)
        if match:
            place = match.end()
            yield _with_brackets(text, places[match.start()], places[place - 1] + 1)


@lru_cache(maxsize=4)
def label_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The official labels that are long enough to be found in a longer text."""
    return tuple(word for word in vocabulary.labels if len(word) >= _SHORTEST_LABEL)


@lru_cache(maxsize=4)
def _labels(vocabulary: Vocabulary) -> re.Pattern[str]:
    """All official labels, the longer first; those with the same first letter in one branch, which is quicker."""
    words = sorted(label_words(vocabulary), key=len, reverse=True)
    firsts = sorted({word[0] for word in words})
    branches = (first + f"(?:{'|'.join(w[1:] for w in words if w[0] == first)})" for first in firsts)
    return lazy("|".join(branches))


def _with_brackets(text: str, start: int, end: int) -> LabelSpan:
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    while start and text[start - 1] in _OPENING:
        start -= 1
    return LabelSpan(start, end)


class _Run(NamedTuple):
    """Labels that follow each other: where the first begins and the last ends, how many they are, and between how many of
    them figures stand or nothing."""

    start: int
    end: int
    labels: int = 1
    touching: int = 0

    def and_then(self, mark: LabelSpan, text: str) -> "_Run":
        """With one more label."""
        touches = bool(FIGURES.fullmatch(text, self.end, mark.start))
        return _Run(self.start, mark.end, self.labels + 1, self.touching + touches)

    @property
    def is_table(self) -> bool:
        """Enough labels, and hardly any words between them."""
        return self.labels >= _LEAST_LABELS and self.touching >= _USUAL * (self.labels - 1)


def joined_tables(text: str, vocabulary: Vocabulary) -> Iterator[LabelSpan]:
    """The stretches of a text in which labels and figures touch each other, and nothing else stands."""
    run: _Run | None = None
    for mark in chain(marks_in(text, vocabulary), [None]):
        if run and (mark is None or _is_text(text[run.end : mark.start])):
            if run.is_table:
                behind = FIGURES.match(text, run.end)
                yield LabelSpan(run.start, behind.end() if behind else run.end)
            run = None
        if mark:
            run = run.and_then(mark, text) if run else _Run(*mark)


def _is_text(between: str) -> bool:
    return (len(between) > _FARTHEST and not FIGURES.fullmatch(between)) or bool(END.search(between))
