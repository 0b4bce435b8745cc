"""How several figures go together: sums, shares, growths, what was done of what came in."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from gdlint.claims.across import across
from gdlint.claims.averages import averages
from gdlint.claims.bodies import bodies
from gdlint.claims.common_whole import common_whole
from gdlint.claims.each_share import each_share
from gdlint.claims.enumerated import one_by_one, opposites
from gdlint.claims.equals import levels, trends
from gdlint.claims.excess import excess
from gdlint.claims.exclusive import exclusive
from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.growth import change, runs
from gdlint.claims.items import Item
from gdlint.claims.named_before import named_before
from gdlint.claims.part_years import periods
from gdlint.claims.partitions import partitions
from gdlint.claims.ratios import ratios
from gdlint.claims.sessions import sessions
from gdlint.claims.shares import divisions, shares
from gdlint.claims.stocks import stocks
from gdlint.claims.sums import lists, sums, topics
from gdlint.claims.words import Words

_PARTED = ("构成", "比例", "分布", "结构")


def to_earlier(text: str, figures: Sequence[TextFigure], earlier: Sequence[TextFigure]) -> Iterator[Relation]:
    """The relations of the figures of a sentence to those of the sentences before it."""
    yield from across(text, figures, earlier)
    yield from periods(text, figures, earlier)


def among(
    text: str, items: Sequence[Item], figures: Sequence[TextFigure], led: Sequence[TextFigure], words: Words
) -> Iterator[Relation]:
    """The relations of the figures of a sentence; `led` are the figures of the one with whose parts it goes on."""
    if len(figures) < 2:
        return
    yield from excess(text, figures, words)
    if not words.overlapping.search(words.classes.sub("", text[items[0].start : items[-1].end])):
        yield from _added(text, items, figures, led, words)
    told = list(shares(text, figures))
    yield from told
    yield from each_share(figures)
    sure = {share.start for share in told if share.sure}
    yield from (share for share in common_whole(items, figures, words) if share.start not in sure)
    yield from divisions(figures, announced=_announces_shares(text, items))
    yield from levels(text, figures)
    yield from trends(text, figures)
    yield from ratios(text, items, figures)
    yield from stocks(text, figures)
    yield from sessions(text, figures)
    yield from averages(text, figures)
    for run in runs(figures):
        yield from change(run)


def _added(
    text: str, items: Sequence[Item], figures: Sequence[TextFigure], led: Sequence[TextFigure], words: Words
) -> Iterator[Relation]:
    """Totals with their parts; what is known of classes that exclude each other goes before what marks and other words tell."""
    known = [*exclusive(text, figures, words), *named_before(text, figures, words)]
    yield from known
    told = {(relation.stated, relation.figures) for relation in known}
    others = chain(
        sums(text, figures),
        bodies(text, figures),
        lists(figures, words),
        topics(figures),
        one_by_one(text, figures),
        opposites(figures),
        partitions(text, items, figures, led, words),
    )
    yield from (relation for relation in others if (relation.stated, relation.figures) not in told)


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
