"""How the figures of a passage go together: sums, shares, growths, what was done of what came in."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gdlint.claims.across import across
from gdlint.claims.averages import averages
from gdlint.claims.enumerated import one_by_one, opposites
from gdlint.claims.equals import levels
from gdlint.claims.excess import excess
from gdlint.claims.figures import Relation, TextFigure, figure_of
from gdlint.claims.growth import change, runs
from gdlint.claims.items import Item
from gdlint.claims.part_years import periods
from gdlint.claims.partitions import partitions
from gdlint.claims.setting import Sentence
from gdlint.claims.shares import divisions, shares
from gdlint.claims.sums import lists, sums
from gdlint.claims.words import Words

_PARTED = ("构成", "比例", "分布", "结构")
_MOST_EARLIER = 16
"""figures of sentences before that a sentence may speak of"""
_MOST = 40
"""figures of one sentence that are held against each other"""


def relations(text: str, told: Iterable[Sentence], year: int | None, words: Words) -> Iterator[Relation]:
    """How the figures of a passage of a report on a year go together, sentence by sentence."""
    before: Sequence[Item] = ()
    earlier: deque[TextFigure] = deque(maxlen=_MOST_EARLIER)
    for sentence in told:
        if sentence.counts:
            figures = _figures(text, sentence.pieces, year)
            if figures and all(figure.quantity.value is not None for figure in figures):
                if earlier or len(figures) > 1:
                    yield from across(text, figures, earlier)
                    yield from periods(text, figures, earlier)
                led = _figures(text, before, year) if sentence.goes_on else ()
                yield from _relations(text, sentence.pieces, figures, led, words)
            earlier.extend(figures)
        before = sentence.pieces


def _relations(
    text: str, items: Sequence[Item], figures: Sequence[TextFigure], led: Sequence[TextFigure], words: Words
) -> Iterator[Relation]:
    """The relations in a sentence; `led` are the figures of the one with whose parts it goes on."""
    if len(figures) < 2:
        return
    yield from excess(text, figures, words)
    if not words.overlapping.search(text[items[0].start : items[-1].end]):
        yield from sums(figures)
        yield from lists(figures, words)
        yield from one_by_one(text, figures)
        yield from opposites(figures)
        yield from partitions(text, items, figures, led, words)
    yield from shares(text, figures)
    yield from divisions(figures, announced=_announces_shares(text, items))
    yield from levels(text, figures)
    yield from averages(text, figures)
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
