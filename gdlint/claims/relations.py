"""How the figures of a passage go together: sums, shares, growths, what was done of what came in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from gdlint.claims.figures import Relation, TextFigure, figure_of
from gdlint.claims.growth import change, runs
from gdlint.claims.items import Item
from gdlint.claims.partitions import partitions
from gdlint.claims.setting import Sentence
from gdlint.claims.shares import divisions, shares
from gdlint.claims.sums import lists, sums
from gdlint.claims.words import Words
from gdlint.model.regex import lazy

_PARTED = ("构成", "比例", "分布", "结构")
_MOST = 40
"""figures of one sentence that are held against each other"""
_ELSEWHEN = lazy("结转|转结|上年|去年|往年|历年|累计|积压|遗留|顺延|存量|结余")
_LEAD = "(?:其中|完成|目前|已经|已|均|全部|全都|按[期时]|依法|及时|现场|现|共计|共|实际|经核|当场|最终|有|分别){0,4}"
_TAIL = "(?:了|的|有|为|达|到|意见|建议|数量|数|完毕|完成){0,3}"


def relations(text: str, told: Iterable[Sentence], year: int | None, words: Words) -> Iterator[Relation]:
    """How the figures of a passage of a report on a year go together, sentence by sentence."""
    before: Sequence[Item] = ()
    for sentence in told:
        if sentence.counts:
            yield from _relations(text, sentence.pieces, year, words, before if sentence.goes_on else ())
        before = sentence.pieces


def _relations(
    text: str, items: Sequence[Item], year: int | None, words: Words, before: Sequence[Item]
) -> Iterator[Relation]:
    """The relations in a sentence; `before` is the one with whose parts it goes on."""
    figures = _figures(text, items, year)
    if len(figures) < 2 or any(figure.quantity.value is None for figure in figures):
        return
    yield from _excess(text, figures, words)
    if not words.overlapping.search(text[items[0].start : items[-1].end]):
        yield from sums(figures)
        yield from lists(figures, words)
        yield from partitions(text, items, figures, _figures(text, before, year), words)
    yield from shares(figures)
    yield from divisions(figures, announced=_announces_shares(text, items))
    for run in runs(figures):
        yield from change(run)


def _figures(text: str, items: Sequence[Item], year: int | None) -> list[TextFigure]:
    return [figure for item in _led(items) if (figure := figure_of(text, item, year))][:_MOST]


def _announces_shares(text: str, items: Sequence[Item]) -> bool:
    """占比：动态40%、公告35%: the word stands before the colon."""
    return any(
        item.number is None
        and following.mark == "colon"
        and (
            (item.before[-1:] and item.before[-1].names == ("share",))
            or text.endswith(_PARTED, item.start, item.end)
        )
        for item, following in pairwise(items)
    )


def _led(items: Sequence[Item]) -> Iterator[Item]:
    """The items, a bare number in brackets with the comparison before them: 比2022年（80件）增长."""
    before: Item | None = None
    for item in items:
        opened = item.mark == "open" and not item.before and before is not None and before.number is None
        compared = opened and before is not None and any(t.names == ("compare",) for t in before.before)
        yield item._replace(before=before.before, mark=before.mark) if compared and before else item
        before = item


def _excess(text: str, figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """A figure of what was done behind one, of the same unit, of what came in, with no third one of that unit between them
    (检查股室5个，发现问题8个，整改8个); those of several years apart."""
    taken, passed = _patterns(words.taken, words.passed)
    received: TextFigure | None = None
    mixed = _ELSEWHEN.search(text[figures[0].item.start : figures[-1].item.end])
    for figure in figures:
        quantity = figure.quantity
        if figure.item.mark == "semicolon" or not (figure.plain and quantity.exact):
            received = None
        elif received and not mixed and passed.fullmatch(figure.words.strip()) and _alike(received, figure):
            yield Relation(
                "excess",
                figure.value,
                figure.value <= received.value,
                received.value,
                True,
                (received.value,),
                quantity.start,
                quantity.end,
            )
            received = None
        elif taken.search(figure.words):
            received = figure
        elif received and received.quantity.unit == quantity.unit:
            received = None


def _alike(received: TextFigure, done: TextFigure) -> bool:
    same = received.quantity.unit == done.quantity.unit
    return same and received.item.depth == done.item.depth and not done.item.after


@lru_cache(maxsize=8)
def _patterns(taken: tuple[str, ...], passed: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells that something came in, and that all a piece says is that it was done."""
    return (
        lazy(f"(?<![不未])(?<!不予)(?:{'|'.join(map(re.escape, taken))})"),
        lazy(f"{_LEAD}(?:{'|'.join(map(re.escape, passed))}){_TAIL}"),
    )
