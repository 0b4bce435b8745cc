"""Brackets and quotation marks, each with whether it has its partner: pairs nest, which no pattern of RE2 can follow."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from gdlint.lexicon.numerals import HAN
from gdlint.matching.finders.finder import MOST, Finder, Found
from gdlint.matching.passages import Passage
from gdlint.model.regex import lazy

_PAIRS = {
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "[": "]",
    "「": "」",
    "“": "”",
    "‘": "’",
}
_SAME = {"（": "(", "）": ")", "［": "[", "］": "]", "〔": "[", "〕": "]"}
"""widths and kinds that stand for each other: （3) is a pair"""
_OPENING = {_SAME.get(letter, letter) for letter in _PAIRS}
_CLOSING = {_SAME.get(end, end): _SAME.get(begin, begin) for begin, end in _PAIRS.items()}
_NUMBER = lazy(rf"(?<![0-9０-９])(?:[0-9０-９]{{1,2}}|[{HAN}]{{1,2}}|[①-⑳])\s*$")
_NEAR = 8
_MARK = lazy("[" + re.escape("".join(sorted({*_PAIRS, *_PAIRS.values(), *_SAME}))) + "]")


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    for nth, passage in enumerate(passages):
        for place, closed in _marks(passage.text):
            yield Found(nth, place, place + 1, {"bracket": passage.text[place], "paired": closed})


def _marks(text: str) -> list[tuple[int, bool]]:
    """Each bracket, and whether its partner stands in the same paragraph. What numbers an item, 1) or （一, has none."""
    found: dict[int, bool] = {}
    kinds: list[str] = []
    places = array("I")
    waiting: Counter[str] = Counter()
    for mark in _MARK.finditer(text):
        place, letter = mark.start(), mark[0]
        kind = _SAME.get(letter, letter)
        if kind in _OPENING:
            kinds.append(kind)
            places.append(place)
            waiting[kind] += 1
            _note(found, place, paired=False)
        elif waiting[_CLOSING[kind]]:
            opened, begin = "", place
            while opened != _CLOSING[kind]:
                opened, begin = kinds.pop(), places.pop()
                waiting[opened] -= 1
            if begin in found:
                found[begin] = True
            _note(found, place, paired=True)
        elif not _numbers_an_item(text, place):
            _note(found, place, paired=False)
    return list(found.items())


def _note(found: dict[int, bool], place: int, *, paired: bool) -> None:
    if len(found) < MOST:
        found[place] = paired


def _numbers_an_item(text: str, place: int) -> bool:
    """A closing bracket behind a bare number: 1) …；2) …"""
    return _NUMBER.search(text[max(0, place - _NEAR) : place]) is not None


BRACKETS = Finder(
    _find,
    {
        "bracket": ("text", "the bracket or quotation mark"),
        "paired": ("truth", "its partner stands in the paragraph"),
    },
    "each bracket and quotation mark",
)
