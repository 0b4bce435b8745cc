"""Brackets and quotation marks, each with whether it has its partner: pairs nest, which no pattern of RE2 can follow."""

import re
from collections.abc import Iterator, Sequence

from gdlint.lang.finders.finder import Finder, Found
from gdlint.lang.passages import Passage

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


_MARK = re.compile("[" + re.escape("".join({*_PAIRS, *_PAIRS.values(), *_SAME})) + "]")


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    for nth, passage in enumerate(passages):
        for place, closed in _marks(passage.text):
            yield Found(nth, place, place + 1, {"bracket": passage.text[place], "paired": closed})


def _marks(text: str) -> list[tuple[int, bool]]:
    """Each bracket, and whether its partner stands in the same paragraph. What numbers an item, 1) or （一, has none."""
    found: dict[int, bool] = {}
    stack: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        place, letter = mark.start(), mark[0]
        kind = _SAME.get(letter, letter)
        if kind in _OPENING:
            stack.append((kind, place))
            found[place] = False
        elif kind in _CLOSING:
            begin = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][0] == _CLOSING[kind]), None)
            if begin is None:
                if not _numbers_an_item(text, place):
                    found[place] = False
                continue
            found[stack[begin][1]] = found[place] = True
            del stack[begin:]
    return sorted(found.items())


def _numbers_an_item(text: str, place: int) -> bool:
    """A closing bracket behind a bare number: 1) …；2) …"""
    number = text[:place].rstrip()[-2:].lstrip("。；;，, 　")
    return 0 < len(number) <= 2 and all(
        letter in "0123456789０１２３４５６７８９一二三四五六七八九十①②③" for letter in number
    )


BRACKETS = Finder(
    _find,
    {
        "bracket": ("text", "the bracket or quotation mark"),
        "paired": ("truth", "its partner stands in the paragraph"),
    },
    "each bracket and quotation mark",
)
