"""Numbers with their units as the text prints them, and shares in words: 2.86万条, 近300件, 百分之八, 三成多, 过半."""

import re
from decimal import Decimal
from typing import NamedTuple, Protocol

from gdlint.lexicon.numerals import FORMAL, LETTERS, Number, read_number
from gdlint.model.regex import lazy

_NUMERAL = r"[0-9０-９]{1,40}(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]{1,20})?"
_HAN = f"[{LETTERS}{FORMAL}点]{{1,24}}"
_ABOUT = "[大将]?[约近]|接近|超过|逾|不足|不到|至少|最多|多达|高达"
COUNTERS = (
    "人次|批次|件次|场次|期次|条次|家次|万人|平方米|公里|件|条|次|轮|份|宗|起|例|项|篇|个|期|人|部(?![分门位长委队署])|场|家|户|页|类|批|封|则|名|张|台"
    "|册|本|处|幅|天|小时|分钟|种|款|笔|倍|番"
)
QUANTITY = lazy(
    rf"(?P<about>{_ABOUT})?\s{{0,4}}(?P<number>(?:{_NUMERAL}|{_HAN})(?:\s?[万亿])?)\s{{0,4}}(?P<more>[余多来几])?(?P<large>[万亿])?\s{{0,4}}"
    rf"(?P<unit>个百分点|{COUNTERS}|元|[%％])(?P<behind>左右|上下|以上|以下|以内|之多|不等)?"
    rf"|百分之(?P<hundredths>{_NUMERAL}|{_HAN})(?P<behind_too>左右|以上|以下|以内)?"
)
_TENTH = "[一二两三四五六七八九]"
_FRACTION = lazy(
    rf"(?P<just>恰好?|正好|刚好)?(?P<about>{_ABOUT}|超)?"
    rf"(?:(?P<tenths>{_TENTH})成(?P<half>半)?(?![立效熟果功员本长为型交品份不])"
    rf"|(?P<below>[二三四五六七八九十])分之(?P<above>{_TENTH}|十)"
    r"|(?P<over>过)?(?:一半|半数))(?P<behind>[多余强]|以上|左右|上下|以下|以内|弱)?"
    r"|(?P<most>过半)数?"
)
_TENTH_GRAIN, _FINE_GRAIN = 10, 6
"""how far apart shares in words are, in per cent"""
_JUST_GRAIN = Decimal("0.6")


_BOUND = lazy(r"(超过|超|逾|不足|不到|将近|接近|近)[^，。；]{1,16}的$")
_SIGNS = lazy("[%％]|百分之")
_CUT_OFF = Decimal("0.11")
_WIDE = 25
"""per cent that 不足 and 超过 leave on their open side; of a half they leave all"""
_OPEN = ("不足", "不到", "超过", "超", "逾", "至少", "最多", "多达", "高达")
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
    open_side = Decimal(100) if said == _HALF else step if step >= _WIDE else _NARROW * step
    low, high = {
        1: (said - Decimal("0.5"), said + open_side),
        -1: (said - open_side, said + 1),
        0: (said - step / 2, said + step / 2),
    }[stated.more]
    return low <= share <= high


def _widened(quantity: Quantity, bound: str) -> Quantity:
    grain = _WIDE if bound in _OPEN else max(quantity.grain, _FINE_GRAIN)
    return quantity._replace(exact=False, more=_more(bound, "", "") or 1, grain=grain)


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
    """三成, 过半, 三分之一: a share that says so itself, without 占."""
    return quantity.unit == "%" and not _SIGNS.search(text, quantity.start, quantity.end)


def quantity_at(text: str, place: int) -> Quantity | None:
    """The number with a unit that begins at a place."""
    found = QUANTITY.match(text, place)
    if found is None:
        return _fraction_at(text, place)
    if found["hundredths"]:
        reading = read_number(found["hundredths"])
        exact = reading.exact and not found["behind_too"]
        return Quantity(
            reading.value,
            "%",
            exact,
            _grain(found["hundredths"], reading.value),
            0,
            found.start(),
            found.end(),
        )
    printed = "".join(found["number"].split()) + (found["large"] or "")
    reading = read_number(printed)
    exact = reading.exact and not (found["about"] or found["more"] or found["behind"])
    unit = "%" if found["unit"] in "%％" else found["unit"]
    more = _more(found["about"] or "", found["more"] or "", found["behind"] or "")
    return Quantity(
        reading.value, unit, exact, _grain(printed, reading.value), more, found.start(), found.end()
    )


def _more(about: str, more: str, behind: str) -> int:
    if more or behind in ("以上", "之多") or about in ("超过", "逾", "至少", "多达", "高达"):
        return 1
    return -1 if about in ("不足", "不到", "最多", "近", "将近", "接近") or behind in ("以下", "以内") else 0


def _grain(printed: str, value: Number | None) -> Number:
    """What the last printed digit is worth: 0.01 in 2.86, 100 in 2.86万."""
    if value is None or printed.isdecimal():
        return 1
    size = 10**8 if "亿" in printed else 10**4 if "万" in printed else 1
    fraction = re.split("[.．点]", printed, maxsplit=1)[1:]
    digits = len(fraction[0].rstrip("万亿")) if fraction else 0
    grain = Decimal(size) / 10**digits
    return int(grain) if grain == grain.to_integral_value() else grain


def _fraction_at(text: str, place: int) -> Quantity | None:
    """A share in words that begins at a place, in per cent: 逾四成, 三分之二, 过半."""
    found = _FRACTION.match(text, place)
    if found is None:
        return None
    more = _more(found["about"] or "", "", found["behind"] or "")
    if found["most"] or found["over"] or found["about"] == "超" or found["behind"] in tuple("多余强"):
        more = 1
    more = -1 if found["behind"] == "弱" else more
    just = found["just"] is not None and not more
    wide = found["about"] in _OPEN or found["behind"] in ("以上", "以下", "以内")
    grain: Number = (
        _JUST_GRAIN if just else _TENTH_GRAIN if found["tenths"] and not found["half"] else _FINE_GRAIN
    )
    return Quantity(_worth(found), "%", just, _WIDE if wide else grain, more, found.start(), found.end())


def _worth(found: re.Match[str]) -> Number:
    if found["tenths"]:
        return 10 * _small(found["tenths"]) + (5 if found["half"] else 0)
    if found["below"]:
        return (Decimal(100) * _small(found["above"]) / _small(found["below"])).quantize(Decimal("0.01"))
    return 50


def _small(letter: str) -> int:
    return "〇一二三四五六七八九十".index(letter.replace("两", "二"))
