"""Figures that are said to be equal to, or the double of, those before them: 与上年的26件持平, 由6个增加到12个，实现翻番."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gdlint.claims.figures import FROM, Relation, TextFigure
from gdlint.model.regex import lazy

_LEVEL = lazy(
    "(?:[^，。；、（）]{0,6}，)?[^，。；、（）0-9]{0,6}?(?<!基本)(?<!大致)(?<!大体)(?<!总体)(?<!相对)(?<!略)持平"
)
_DOUBLED = lazy("[^。；、（）0-9]{0,8}(?:翻番|翻一番|翻了一番|翻倍|翻了倍)")
_LEAST, _MOST = 175, 225
"""per cent that a double leaves open"""


def levels(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each figure of before that is called equal to the one of now, and each that is called doubled."""
    for before, figure in pairwise(figures):
        if not _are_alike(before, figure):
            continue
        if figure.cue == "before" and before.cue in ("", "sum") and _LEVEL.match(text, figure.quantity.end):
            yield _relation(figure, before, fits=figure.value == before.value)
        elif figure.cue == "to" and FROM.search(before.words) and _DOUBLED.match(text, figure.quantity.end):
            yield _relation(
                figure, before, fits=_LEAST * before.value <= 100 * figure.value <= _MOST * before.value
            )


def _are_alike(one: TextFigure, other: TextFigure) -> bool:
    exact = one.quantity.exact and other.quantity.exact
    return exact and one.quantity.unit == other.quantity.unit != "%" and one.value > 0


def _relation(figure: TextFigure, before: TextFigure, *, fits: bool) -> Relation:
    span = (figure.quantity.start, figure.quantity.end)
    return Relation("level", figure.value, fits, before.value, True, (before.value,), *span)
