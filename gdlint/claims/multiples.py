"""Multiples as the growth in per cent that they say: 增长1.5倍, 是上年的2倍, 翻了一番."""

from gdlint.claims.quantities import Quantity

_TIMES = "倍"
_DOUBLED = "番"
_GROWS = "up"
_ROOM = 25
"""per cent that 翻一番 leaves open"""
_MOST = 10
"""so often nothing is doubled"""


def as_growth(quantity: Quantity, cue: str) -> tuple[Quantity, str]:
    """A quantity and the relation that its words name, as a growth in per cent where it is a multiple."""
    value = quantity.value
    if value is None or quantity.unit not in (_TIMES, _DOUBLED):
        return quantity, cue
    if quantity.unit == _DOUBLED:
        growth = 100 * (2 ** min(int(value), _MOST) - 1)
        return quantity._replace(value=growth, unit="%", grain=_ROOM), _GROWS
    growth = 100 * value if cue == _GROWS else 100 * (value - 1)
    return quantity._replace(value=growth, unit="%", grain=50 * quantity.grain), _GROWS
