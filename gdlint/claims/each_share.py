"""Shares that are told in the order of their parts and wholes: 复议9件、诉讼5件，维持的分别为5件、3件，分别占55.6%和60%."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gdlint.claims.figures import Relation, TextFigure, is_near

_ALL = 100
_CENT = Decimal("0.01")


def each_share(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each of several shares behind as many parts, and these behind as many wholes."""
    shares = [figure for figure in figures if figure.quantity.unit == "%"]
    size = len(shares)
    if size < 2 or len(figures) != 3 * size or list(figures[2 * size :]) != shares:
        return
    wholes, parts = figures[:size], figures[size : 2 * size]
    if not (_is_each(parts[0]) and _is_each(shares[0]) and _are_counts([*wholes, *parts])):
        return
    others = [sum(figure.value for figure in wholes), sum(figure.value for figure in parts)]
    for whole, part, share in zip(wholes, parts, shares, strict=True):
        given = [_ALL * Decimal(part.value) / Decimal(one) for one in (whole.value, *others)]
        fits = any(is_near(one, share.quantity) for one in given)
        span = (share.quantity.start, share.quantity.end)
        values = (part.value, whole.value)
        yield Relation("share", share.value, fits, given[0].quantize(_CENT), True, values, *span)


def _is_each(figure: TextFigure) -> bool:
    return any(token.text.startswith("分别") for token in figure.item.before)


def _are_counts(figures: Sequence[TextFigure]) -> bool:
    alike = len({figure.quantity.unit for figure in figures}) == 1
    return alike and all(f.plain and f.quantity.exact and f.value > 0 for f in figures)
