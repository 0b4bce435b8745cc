"""Automatic numbers: 一、 （一） 1. are printed, and stand nowhere in the text of a document."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from gdlint.readers.elements import Node, child, children, local, number, value

_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3999
_LEVELS = 9
_LONGEST_CHAIN = 20
"""styles that are based on each other"""


class Level(NamedTuple):
    """A level of a list: how its number is written, the text around it, and its first number."""

    style: str
    text: str
    start: int


class Numbers(NamedTuple):
    """The lists of a document: the levels of each list, which list a number belongs to, where it begins anew, and the number and
    level that each style of paragraphs has."""

    levels: Mapping[str, Mapping[int, Level]]
    lists: Mapping[str, str]
    starts: Mapping[str, Mapping[int, int]]
    styles: Mapping[str, tuple[str, int]]


class Counter:
    """Counts the paragraphs of a document; `numbered` is called for each, in order."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def numbered(self, paragraph: Node) -> str:
        """The number that is printed before a paragraph, "" for none."""
        key, depth = self._place(child(paragraph, "pPr"))
        definition = self._numbers.lists.get(key)
        levels = self._numbers.levels.get(definition, {}) if definition is not None else {}
        if definition is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        for level, start in self._numbers.starts.get(key, {}).items():
            if key not in self._begun and level < _LEVELS:
                counts[level] = start - 1
        self._begun.add(key)
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return _printed(levels, depth, counts)

    def _place(self, properties: Node | None) -> tuple[str, int]:
        """The number of a paragraph and its level; a style tells what the paragraph does not."""
        style, depth = self._numbers.styles.get(value(child(properties, "pStyle")), ("", 0))
        own = child(properties, "numPr")
        if own is None:
            return style, depth
        key = value(child(own, "numId")) or style
        return key, min(number(child(own, "ilvl"), default=depth), _LEVELS - 1)


def _printed(levels: Mapping[int, Level], depth: int, counts: list[int | None]) -> str:
    def written(found: re.Match[str]) -> str:
        n = int(found[1]) - 1
        level = levels.get(n)
        return _written(counts[n] or (level.start if level else 1), level.style if level else "decimal")

    text = _PLACE.sub(written, levels[depth].text) if levels[depth].style not in ("bullet", "none") else ""
    return f"{text} " if text[-1:].isalpha() or text[-1:].isdecimal() else text


def read_numbers(numbering: Node | None, styles: Node | None) -> Numbers:
    """The lists of a document from its parts."""
    if numbering is None:
        return Numbers({}, {}, {}, {})
    levels = {
        value(each, "abstractNumId"): dict(_levels(each)) for each in children(numbering, "abstractNum")
    }
    lists, starts = dict[str, str](), dict[str, dict[int, int]]()
    for each in children(numbering, "num"):
        key = value(each, "numId")
        lists[key] = value(child(each, "abstractNumId"))
        overrides = [
            (number(one, "ilvl"), child(one, "startOverride")) for one in children(each, "lvlOverride")
        ]
        starts[key] = {level: number(start, default=1) for level, start in overrides if start is not None}
    return Numbers(levels, lists, starts, _styles(styles) if styles is not None else {})


def _levels(definition: Node) -> Iterator[tuple[int, Level]]:
    for level in children(definition, "lvl"):
        style = value(child(level, "numFmt"), default="decimal")
        yield (
            number(level, "ilvl"),
            Level(style, value(child(level, "lvlText")), number(child(level, "start"), default=1)),
        )


def _styles(styles: Node) -> dict[str, tuple[str, int]]:
    """The number and level of each style, its own or that of the style it is based on."""
    known = {value(style, "styleId"): style for style in styles if local(style) == "style"}
    found = {}
    for key, style in known.items():
        each: Node | None = style
        for _ in range(_LONGEST_CHAIN):
            own = child(each, "pPr", "numPr")
            if own is not None:
                found[key] = (value(child(own, "numId")), min(number(child(own, "ilvl")), _LEVELS - 1))
            if own is not None or each is None:
                break
            each = known.get(value(child(each, "basedOn")))
    return found


def _written(n: int, style: str) -> str:
    """A number as a style of lists writes it; in digits where the style is not known."""
    writer = _WRITERS.get(style)
    return writer(n) if writer and 0 < n <= _MOST else str(n)


def han(n: int) -> str:
    """A number below 10,000 in Chinese: 十二, 一百零三."""
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // unit % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + name
        zero = not digit
    return text[1:] if text.startswith("一十") else text


def _roman(n: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (n // worth)
        n %= worth
    return text


def _letter(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _circled(n: int) -> str:
    return chr(0x245F + n) if n <= 20 else str(n)


_HAN_STYLES = (
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
    "ideographLegalTraditional",
)  # fmt: skip
_WRITERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_HAN_STYLES, han),
    "ideographDigital": lambda n: "".join(_DIGITS[int(digit)] for digit in str(n)),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "decimalFullWidth": lambda n: "".join(chr(ord(digit) + 0xFEE0) for digit in str(n)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda n: f"{n:02}",
}
