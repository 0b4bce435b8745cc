"""The numbers before paragraphs, （一） 1. 一是, each held against the numbers before it: a count needs a memory."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gdlint.lexicon.numerals import HAN, Number, read_number
from gdlint.lexicon.series import members
from gdlint.matching.finders.finder import Finder, Found
from gdlint.matching.passages import Passage
from gdlint.model.regex import lazy

_NUMBER = f"[0-9０-９]{{1,2}}|[{HAN}]{{1,3}}"
_NUMBERED = lazy(
    rf"\s*(?:[（(]\s*(?P<bracket>{_NUMBER})\s*[）)]|(?P<half_bracket>{_NUMBER})\s*[）)]|(?P<comma>{_NUMBER})\s*、"
    rf"|(?P<shi>[{HAN}]{{1,2}})\s*是|(?P<point>[0-9０-９]{{1,2}})\s*[.．](?![0-9０-９]))"
)


class _Numbered(NamedTuple):
    style: str
    value: int
    nth: int


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    above: list[_Numbered] = []
    """the last number of each style that is still open, from the outermost in"""
    place = ""
    for nth, passage in enumerate(passages):
        if passage.place != place:
            place, above = passage.place, []
        yield from _inside(nth, passage.text)
        number = _numbered(passage.text)
        if number is None:
            continue
        style, value, end = number
        depth = next((n for n, other in enumerate(above) if other.style == style), len(above))
        values = _held_against(above, depth, _Numbered(style, value, nth), passages)
        above = [*above[:depth], _Numbered(style, value, nth)]
        yield Found(nth, 0, end, values)


def _inside(nth: int, text: str) -> Iterator[Found]:
    """The numbers of a series inside a paragraph that follow another in it."""
    for member in members(text):
        if member.last:
            values = {
                "style": "han shi",
                "number": member.value,
                "last": member.last,
                "style_before": "han shi",
            }
            wrong = {"gap": member.gap, "again": member.again, "changed": False}
            yield Found(nth, member.start, member.end, values | wrong)


def _held_against(
    above: Sequence[_Numbered], depth: int, this: _Numbered, passages: Sequence[Passage]
) -> dict[str, Any]:
    """A number and those before it. What a number leaves out may stand inside a paragraph: 一是…。二是…。 in one, 三是… in
    the next."""
    same = above[depth] if depth < len(above) else None
    before = above[-1] if above else None
    last = same.value if same else 0
    follows = before is not None and before.value == this.value - 1
    wrong = (0 < last < this.value - 1, this.value == last > 1, not same and follows)
    since = same or before
    if any(wrong) and since and _stands_in(passages[since.nth : this.nth + 1], this.style, this.value - 1):
        wrong = (False, False, False)
    return {
        "style": this.style,
        "number": this.value,
        "last": last,
        "style_before": before.style if before else "",
        **dict(zip(("gap", "again", "changed"), wrong, strict=True)),
    }


def _stands_in(passages: Sequence[Passage], style: str, value: int) -> bool:
    """A number of a style stands somewhere in the text."""
    numbers = (_read(found) for passage in passages for found in _NUMBERED.finditer(passage.text))
    return (style, value) in numbers


def _numbered(text: str) -> tuple[str, int, int] | None:
    """Style, number, and where the number ends."""
    found = _NUMBERED.match(text)
    style, value = _read(found) if found else ("", None)
    return (style, value, found.end()) if found and isinstance(value, int) else None


def _read(found: re.Match[str]) -> tuple[str, Number | None]:
    """Style and number."""
    name = str(found.lastgroup)
    number = found[name]
    kind = "arabic" if number.isdigit() else "han"
    return f"{kind} {name.replace('_', '-')}", read_number(number).value


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
        "gap": ("truth", "the number leaves out the one before it, and that stands nowhere in between"),
        "again": ("truth", "the same number has just stood there, and it is not the first of a list"),
        "changed": ("truth", "the number goes on from the paragraph before it, in another style"),
    },
    "each number at the begin of a paragraph, and each 二是, 三是 … inside one that follows 一是",
)
