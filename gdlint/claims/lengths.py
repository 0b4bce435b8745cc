"""Lists that a text announces with their length: 甲、乙、丙等3项制度; 三个方面的问题：一是…；二是…"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gdlint.claims.announced import Announced
from gdlint.claims.figures import Relation
from gdlint.claims.tokens import quantity_at
from gdlint.lexicon.numerals import HAN, read_number
from gdlint.lexicon.sentences import around
from gdlint.lexicon.series import members
from gdlint.model.regex import lazy

_AND_OTHERS = lazy(r"(?P<more>等)(?:共|共计)?\s{0,4}|共计?\s{0,4}")
_JOINED = lazy("》《|和|及|与")
"""in an item: it may be two"""
_ENDS = "，。；：（）()“”《》\n"
_LONGEST = 300
"""characters of a list before its length"""
_SHORTEST = 2
"""characters of an item, and items of a list"""
_GOES_ON = lazy(rf"\s*(?:[{HAN}]{{1,2}})\s*是")


def lengths(texts: Sequence[str], nth: int, words: Announced) -> Iterator[Relation]:
    """The lists of a passage, each with the length that it is said to have; a series may go on in the passages behind it."""
    yield from _named(texts[nth], words)
    yield from _numbered(texts, nth, words)


def _named(text: str, words: Announced) -> Iterator[Relation]:
    """甲、乙等7项制度: no more than seven are named; 甲、乙、丙共3项制度: all of them."""
    for found in _AND_OTHERS.finditer(text):
        quantity = quantity_at(text, found.end())
        if not quantity or not quantity.exact or quantity.value is None or quantity.unit not in "项个种类":
            continue
        items = _items(text, found.start())
        whole = text[slice(*around(text, found.start(), quantity.end))]
        if (
            len(items) < _SHORTEST
            or not words.listed.match(text, quantity.end)
            or words.elsewhere.search(whole)
        ):
            continue
        listed = len(items)
        if not found["more"] and any(_JOINED.search(item) for item in items):
            continue
        fits = listed <= quantity.value if found["more"] else listed == quantity.value
        span = (quantity.start, quantity.end)
        yield Relation("list", quantity.value, fits, listed, True, (), *span, words="、".join(items))


def _items(text: str, end: int) -> list[str]:
    """What is named before a place, parted by 、; nothing where one of it is a single letter."""
    first = max(0, end - _LONGEST)
    begin = max(first, *(text.rfind(mark, first, end) + 1 for mark in _ENDS))
    items = [item.strip() for item in text[begin:end].split("、")]
    return items if all(len(item) >= _SHORTEST for item in items) else []


def _numbered(texts: Sequence[str], nth: int, words: Announced) -> Iterator[Relation]:
    """三个方面的问题：一是…；二是…, with no other series behind it."""
    text = texts[nth]
    every = list(words.numbered.finditer(text))
    begins = _begins(text) if every else []
    for found in every:
        before = bisect_left(begins, found.end())
        number = read_number(found["number"]).value
        if number is None or before != len(begins) - 1:
            continue
        rest = "\n".join([text[found.end() :], *_goes_on(texts[nth + 1 :])])
        listed = max(member.value for member in members(rest))
        # Behind another list more may be numbered: what comes last may go on with that one.
        if listed >= _SHORTEST and (listed <= number or not before):
            yield Relation("list", number, listed == number, listed, True, (), *found.span("number"))


def _begins(text: str) -> list[int]:
    """Where series begin in a text; 不统一是 begins none."""
    firsts = (member.start for member in members(text) if member.last == 0)
    return [start for start in firsts if not text[max(0, start - 1) : start].isalnum()]


def _goes_on(texts: Sequence[str]) -> Iterator[str]:
    """The passages that go on with a series, and begin none."""
    for text in texts:
        if not _GOES_ON.match(text) or _begins(text):
            return
        yield text
