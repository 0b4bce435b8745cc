"""Numbers with their units, and what they leave open: 近300件, 1.2万余件, 超过七成."""

from decimal import Decimal
from typing import NamedTuple, Protocol

from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_BOUND = lazy(r"(超过|超|逾|不足|不到|将近|接近|近)[^，。；]{1,16}的$")
_SIGNS = lazy("[%％]|百分之")
_CUT_OFF = Decimal("0.11")
WIDE, FINE = 25, 6
"""per cent that 不足 and 超过 leave on their open side (of a half they leave all), and other words of a share"""
BELOW = frozenset(("不足", "不到", "最多", "近", "将近", "接近"))
"""words of what is open downwards"""
OPEN = ("不足", "不到", "超过", "超", "逾", "至少", "最多", "多达", "高达")
_NARROW = Decimal("1.5")
"""so many steps 近 and 多 leave"""
_HALF = 50


class Quantity(NamedTuple):
    """A number and its unit (`%` for a percentage); `value` is None where it cannot be told, `grain` is the worth of its last
    printed digit, `more` says which way an inexact one is open (1: at least, -1: at most, 0: about)."""

    value: Number | None
    unit: str
    exact: bool
    grain: Number
    more: int
    start: int
    end: int


class Stated(Protocol):
    """A number as it is stated: that of a quantity, or of a claim."""

    @property
    def value(self) -> Number | None:
        """What it says."""
        ...

    @property
    def exact(self) -> bool:
        """No word makes it inexact."""
        ...

    @property
    def grain(self) -> Number:
        """What its last printed digit is worth."""
        ...

    @property
    def more(self) -> int:
        """Which way it is open, if it is inexact."""
        ...


def allows(stated: Stated, share: Decimal) -> bool:
    """A share in per cent is what a percentage says: rounded or cut off, and as wide as 约, 逾, 不足 and 三成 are."""
    said, grain = Decimal(stated.value or 0), Decimal(stated.grain)
    if stated.exact:
        return abs(share - said) < max(grain, _CUT_OFF)
    step = (
        grain if grain > 1 else Decimal(10) if said % 10 == 0 else Decimal(5) if said % 5 == 0 else Decimal(2)
    )
    open_side = Decimal(100) if said == _HALF else step if step >= WIDE else _NARROW * step
    low, high = {
        1: (said - Decimal("0.5"), said + open_side),
        -1: (said - open_side, said + 1),
        0: (said - step / 2, said + step / 2),
    }[stated.more]
    return low <= share <= high


def _widened(quantity: Quantity, bound: str) -> Quantity:
    grain = WIDE if bound in OPEN else max(quantity.grain, FINE)
    return quantity._replace(exact=False, more=-1 if bound in BELOW else 1, grain=grain)


def room(quantity: Quantity) -> tuple[Number, Number]:
    """From where to where a count may be: 8600余 is up to 8700, 1.2万余 up to 1.3万."""
    value = quantity.value or 0
    if quantity.exact and quantity.grain <= 1:
        return value, value
    digits = str(int(value))
    step = max(quantity.grain, 10 ** (len(digits) - len(digits.rstrip("0"))))
    if quantity.exact:
        return value - step, value + step
    return {1: (value, value + step), -1: (value - step, value), 0: (value - step, value + step)}[
        quantity.more
    ]


def bounded(quantity: Quantity, ahead: str) -> Quantity:
    """A share with the bound that stands before its whole: 超过新收总量的七成."""
    found = _BOUND.search(ahead) if quantity.unit == "%" else None
    return _widened(quantity, found[1]) if found else quantity


def is_in_words(text: str, quantity: Quantity) -> bool:
    """A percentage is 三成, 过半, 三分之一: a share that says so itself, without 占."""
    return not _SIGNS.search(text, quantity.start, quantity.end)
