"""What a figure of the year comes to in a month or a quarter: 收到26件，月均2.2件."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gdlint.claims.figures import Relation, TextFigure
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_OFTEN = {"月": 12, "季": 4}
_AVERAGE = lazy(
    "(?<![0-9一二三四五六七八九十上下本])(?:平均每|每)?个?(?P<often>[月季])度?(?:均|平均)|平均每?个?(?P<other>[月季])度?"
)
_OF_EACH = lazy("每(?!个?[月季])|各")
_PART = lazy("半年|季度|[0-9一二三四五六七八九十]月|上旬|下旬|以来|截至|去年|上年")
"""figures of a part of the year, or of more than it"""
_CENT = Decimal("0.01")


def averages(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each average of the months or quarters behind a figure of the year."""
    for n, average in enumerate(figures[1:], 1):
        found = _AVERAGE.search(average.words)
        if found is None or not average.plain or _OF_EACH.search(average.words):
            continue
        begin = figures[0].item.start
        if _PART.search(text[begin : average.quantity.start].replace(found[0], "")):
            continue
        yield from _average(figures[:n], average, _OFTEN[found["often"] or found["other"]])


def _average(before: Sequence[TextFigure], average: TextFigure, often: int) -> Iterator[Relation]:
    """What the figures right before it come to, one or several of them together."""
    unit = average.quantity.unit
    counts = [f for f in before if f.quantity.unit == unit and (f.plain or f.cue == "sum")]
    alike = [figure for figure in counts if not _AVERAGE.search(figure.words)]
    if not alike or not all(figure.quantity.exact for figure in alike):
        return
    wholes = [*(figure.value for figure in alike), sum(figure.value for figure in alike)]
    given = [Decimal(whole) / often for whole in wholes]
    fits = any(_allows(average, one) for one in given)
    worked = given[len(alike) - 1].quantize(_CENT)
    span = (average.quantity.start, average.quantity.end)
    values: tuple[Number, ...] = (wholes[len(alike) - 1], often)
    yield Relation("change", average.value, fits, worked, True, values, *span)


def _allows(average: TextFigure, given: Decimal) -> bool:
    """An average as printed, rounded or cut off; a rough one may be a quarter off."""
    said, quantity = Decimal(average.value), average.quantity
    room = Decimal(quantity.grain) if quantity.exact else max(Decimal(quantity.grain), said / 4)
    return abs(given - said) <= room
