"""The numbers before paragraphs, （一） 1. 一是, each held against the numbers before it: a count needs a memory."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from gdlint.lang.finders.finder import Finder, Found
from gdlint.lang.numerals import read_number
from gdlint.lang.passages import Passage

_NUMBER = "[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_STYLES = (
    ("bracket", re.compile(rf"\s*[（(]\s*({_NUMBER})\s*[）)]")),
    ("half-bracket", re.compile(rf"\s*({_NUMBER})\s*[）)]")),
    ("shi", re.compile(r"\s*([一二三四五六七八九十]{1,2})\s*是")),
    ("point", re.compile(r"\s*([0-9０-９]{1,2})\s*[.．](?![0-9０-９])")),
    ("comma", re.compile(rf"\s*({_NUMBER})\s*、")),
)
_INSIDE = re.compile(rf"({_NUMBER})\s*[）)、.．是]")
_ARABIC = re.compile(r"[0-9０-９]")


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    above: list[tuple[str, int, int]] = []
    """the last number of each style that is still open, from the outermost in, and the passage it stands in"""
    place = ""
    for nth, passage in enumerate(passages):
        if passage.place != place:
            place, above = passage.place, []
        number = _numbered(passage.text)
        if number is None:
            continue
        style, value, end = number
        known = next((n for n, (other, _, _) in enumerate(above) if other == style), None)
        after, there = above[known][1:] if known is not None else (0, nth)
        sibling = above[-1] if above else ("", 0, 0)
        values: dict[str, Any] = {
            "style": style,
            "number": value,
            "last": after,
            "style_before": sibling[0],
            "number_before": sibling[1],
            "gap": 0 < after < value - 1 and not _stands_between(passages[there : nth + 1], value - 1),
        }
        above = [*above[: known if known is not None else len(above)], (style, value, nth)]
        yield Found(nth, 0, end, values)


def _stands_between(passages: Sequence[Passage], value: int) -> bool:
    """A number may stand inside a paragraph: 一是…。二是…。 in one, 三是… in the next."""
    numbers = (found[1] for passage in passages for found in _INSIDE.finditer(passage.text))
    return any(read_number(number).value == value for number in numbers)


def _numbered(text: str) -> tuple[str, int, int] | None:
    """Style, number, and where the number ends."""
    for name, shape in _STYLES:
        found = shape.match(text)
        value = read_number(found[1]).value if found else None
        if found and isinstance(value, int):
            kind = "arabic" if _ARABIC.search(found[1]) else "han"
            return f"{kind} {name}", value, found.end()
    return None


NUMBERING = Finder(
    _find,
    {
        "style": (
            "text",
            "how the number is written: han or arabic, and bracket, half-bracket, shi, point or comma",
        ),
        "number": ("number", "the number"),
        "last": ("number", "the last number of this style in the section, 0 if there is none"),
        "style_before": (
            "text",
            "the style of the numbered paragraph before it in the section, empty if there is none",
        ),
        "number_before": ("number", "the number of that paragraph, 0 if there is none"),
        "gap": ("truth", "the number does not follow on the last one, and what is left out stands nowhere"),
    },
    "each number at the begin of a paragraph",
)
