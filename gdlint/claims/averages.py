"""What a figure of the year comes to in a month, a quarter or a day: 收到26件，月均2.2件."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gdlint.claims.figures import Relation, TextFigure
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_DAYS = (365, 240)
"""all of them, and those of work"""
_OFTEN = {"月": (12, 12), "季": (4, 4), "天": _DAYS, "日": _DAYS, "周": (52, 48)}
_DAILY = ("天", "日", "周")
_YEAR = lazy("全年|年内|本年|年度|一年|20[0-9]{2}年")
"""a week or a campaign has days as well"""
_AVERAGE = lazy(
    "(?<![0-9一二三四五六七八九十上下本当同即次作])(?:平均每|每)?个?(?P<often>[月季天日周])度?(?:均|平均)|平均每?个?(?P<other>[月季天日周])度?"
)
_OF_EACH = lazy("每(?!个?[月季天日周])|各")
_PART = lazy("半年|季度|[0-9一二三四五六七八九十]月|上旬|下旬|以来|截至|去年|上年")
"""figures of a part of the year, or of more than it"""
_CENT = Decimal("0.01")


def averages(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each average of the months, quarters or days behind a figure of the year."""
    for n, average in enumerate(figures[1:], 1):
        found = _AVERAGE.search(average.words)
        if found is None or not average.plain or _OF_EACH.search(average.words):
            continue
        begin = figures[0].item.start
        often = found["often"] or found["other"]
        if often in _DAILY and not _YEAR.search(text, begin, average.quantity.start):
            continue
        if _PART.search(text[begin : average.quantity.start].replace(found[0], "")):
            continue
        yield from _average(figures[:n], average, _OFTEN[often])


def _average(before: Sequence[TextFigure], average: TextFigure, often: tuple[int, int]) -> Iterator[Relation]:
    """What the figures right before it come to, one or several of them together."""
    unit = average.quantity.unit
    counts = [f for f in before if f.quantity.unit == unit and (f.plain or f.cue == "sum")]
    alike = [figure for figure in counts if not _AVERAGE.search(figure.words)]
    if not alike or not all(figure.quantity.exact for figure in alike):
        return
    wholes = [*(figure.value for figure in alike), sum(figure.value for figure in alike)]
    given = [Decimal(whole) / often[0] for whole in wholes]
    fits = any(_allows(average, Decimal(whole) / often[0], Decimal(whole) / often[1]) for whole in wholes)
    worked = given[len(alike) - 1].quantize(_CENT)
    span = (average.quantity.start, average.quantity.end)
    values: tuple[Number, ...] = (wholes[len(alike) - 1], often[0])
    yield Relation("change", average.value, fits, worked, True, values, *span)


def _allows(average: TextFigure, least: Decimal, most: Decimal) -> bool:
    """An average as printed, rounded or cut off; a rough one may be a quarter off."""
    said, quantity = Decimal(average.value), average.quantity
    room = Decimal(quantity.grain) if quantity.exact else max(Decimal(quantity.grain), said / 4)
    return least - room <= said <= most + room
