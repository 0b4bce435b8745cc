"""What a sentence says of figures of those before it: 线上19件。线下7件。以上两项共26件."""

from collections.abc import Iterator, Sequence

from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.openings import OPENERS
from gdlint.lexicon.numerals import Number

_FEW = 2
_MANY = 10
"""fewer may be things of another kind that are counted alike (上述5项)"""
_REFERS = ("以上", "上述", "前述", "这", "上述的", "以上的", "上述共", "以上共")
_COUNTED_ALIKE = frozenset("件条次篇份宗起期场")


def across(text: str, figures: Sequence[TextFigure], earlier: Sequence[TextFigure]) -> Iterator[Relation]:
    """The sums of a sentence of as many figures before as it says, and what it says again of figures before."""
    for n, figure in enumerate(figures):
        if not figure.quantity.exact:
            continue
        if figure.cue == "sum" and (number := figure.how_many):
            before = [*earlier, *figures[:n]]
            if before and _is_of_them(text, figure, before[0]):
                yield from _sum(figure, before, number, among=figures[:n])
        elif figure.value >= _MANY and figure.words.rstrip().endswith(_REFERS):
            yield from _again(figure, [*earlier, *figures[:n]])


def _is_of_them(text: str, total: TextFigure, first: TextFigure) -> bool:
    """两类共办结418件 is no sum of what came in: what stands between the word and the number was said of the parts."""
    token = total.token
    said = text[token.end : total.quantity.start].strip() if token else ""
    return not said or said in text[first.item.start : total.item.start]


def _sum(
    total: TextFigure, before: Sequence[TextFigure], number: int, among: Sequence[TextFigure]
) -> Iterator[Relation]:
    """两者合计26件: the last two figures, or the last two of which others are no parts; where as many stand in its sentence and
    no others, just these."""
    alike = _alike(total, before)
    heads = _alike(total, _heads(before))
    parts = (heads if len(heads) >= number else alike)[-number:]
    if len(parts) < number or not all(part.quantity.exact for part in parts):
        return
    values = [part.value for part in parts]
    fits = sum(values) == total.value or (
        list(among) != parts and (_ends_in(total, alike) or _ends_in(total, heads))
    )
    yield Relation(
        "sum", total.value, fits, sum(values), True, tuple(values), total.quantity.start, total.quantity.end
    )


def _again(figure: TextFigure, before: Sequence[TextFigure]) -> Iterator[Relation]:
    """上述500条信息: one of the figures before, or what some of them in a row come to, whatever each is counted in."""
    counts = [f for f in before if f.plain or f.cue == "sum"]
    alike = _alike(figure, counts)
    if not alike or figure.quantity.unit not in _COUNTED_ALIKE or not all(f.quantity.exact for f in counts):
        return
    values = tuple(one.value for one in alike)
    fits = _gives(figure, alike) or _gives(figure, counts)
    sure = fits or len(alike) <= _FEW
    yield Relation(
        "sum", figure.value, fits, sum(values), sure, values, figure.quantity.start, figure.quantity.end
    )


def _alike(figure: TextFigure, before: Sequence[TextFigure]) -> list[TextFigure]:
    return [f for f in before if f.quantity.unit == figure.quantity.unit and (f.plain or f.cue == "sum")]


def _ends_in(total: TextFigure, alike: Sequence[TextFigure]) -> bool:
    """The last figures come to it, or one of them is it."""
    added: Number = 0
    for figure in reversed(alike):
        added += figure.value
        if total.value in (added, figure.value):
            return True
    return False


def _gives(total: TextFigure, alike: Sequence[TextFigure]) -> bool:
    """Figures in a row come to it."""
    for first in range(len(alike)):
        added: Number = 0
        for figure in alike[first:]:
            added += figure.value
            if added == total.value:
                return True
    return False


def _heads(figures: Sequence[TextFigure]) -> list[TextFigure]:
    """The figures that are no parts of one before them, in brackets or behind 其中."""
    found: list[TextFigure] = []
    inside = False
    for figure in figures:
        begins = figure.item.mark in ("stop", "semicolon")
        inside = (inside and not begins) or any(t.text in OPENERS for t in figure.item.before)
        if not inside and not figure.item.depth:
            found.append(figure)
    return found
