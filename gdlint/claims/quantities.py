"""Numbers with what they are counted in: 26件, 二十六件, 2.86万条, 3043余件, 18.75%, 12.5万元; each as exact as it is printed."""

import re
from decimal import Decimal
from typing import NamedTuple

from gdlint.lexicon.numerals import FORMAL, LETTERS, Number, read_number

_DIGITS = r"[0-9０-９]{1,40}(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]{1,20})?"
_HAN = f"[{LETTERS}{FORMAL}点]{{1,24}}"
_ABOUT = "[大将]?[约近]|接近|超过|逾|不足|不到|至少|最多|多达|高达"
COUNTERS = (
    "人次|批次|件次|场次|期次|条次|家次|万人|平方米|公里|件|条|次|份|宗|起|例|项|篇|个|期|人|部|场|家|户|页|类|批|封|则|名|张|台"
    "|册|本|处|幅|天|小时|分钟|种|款|笔|倍|番"
)
QUANTITY = re.compile(
    rf"(?P<about>{_ABOUT})?\s{{0,4}}(?P<number>(?:{_DIGITS}|{_HAN})(?:\s?[万亿])?)\s{{0,4}}(?P<more>[余多来几])?(?P<large>[万亿])?\s{{0,4}}"
    rf"(?P<unit>个百分点|{COUNTERS}|元|[%％])(?P<behind>左右|上下|以上|以下|以内|之多|不等)?"
    rf"|百分之(?P<hundredths>{_DIGITS}|{_HAN})(?P<behind_too>左右|以上|以下|以内)?"
)


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


def quantity_at(text: str, place: int) -> Quantity | None:
    """The number with a unit that begins at a place."""
    found = QUANTITY.match(text, place)
    if found is None:
        return None
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
