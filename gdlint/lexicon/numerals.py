"""Numbers as prose prints them: Arabic of any width, Chinese numerals, 万 and 亿, exact or not."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gdlint.model.regex import lazy
from gdlint.model.wording import WIDE

Number = int | Decimal

HAN = "一二三四五六七八九十"
"""what numbers of sections and paragraphs are made of"""

LETTERS = "〇零○一二两三四五六七八九十百千万亿"
"""what numbers in running text are made of besides digits"""

FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""the same, as on cheques"""

_IN_A_ROW = str.maketrans("〇○零OoＯ一二三四五六七八九", "000000123456789")
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億两○零", "一二三四五六七八九十百千万亿二〇〇")
_DIGITS = {letter: n for n, letter in enumerate("〇一二三四五六七八九")}
_SMALL = {"千": 1000, "百": 100, "十": 10}
_LARGE = {"亿": 10**8, "万": 10**4}
_INEXACT = lazy(r"^(?:第|[大将]?[约近]|接近|超过?|逾|不足|不到|至少|最多|[多高]达)|[余多来几数]")
_RANGE = lazy(r".[-—–~～至到]")
_ARABIC = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_PIECE = lazy(r"(\d+|[〇一二三四五六七八九])?([千百十])|(〇)|(\d+|[一二三四五六七八九])$")
LONGEST = 40


class Reading(NamedTuple):
    """What a printed number says: its value (None where it says none for certain), and whether it is exact."""

    value: Number | None
    exact: bool


@lru_cache(maxsize=2048)
def read_number(text: str) -> Reading:
    """The number that a text is.

    约 and 余 make it inexact, and so do 几, a range and an ordinal; its value is then that of the number without them, or
    None where several stand there. What can be read in two ways (三百二, 3，150) has no value.
    """
    plain = "".join(text.translate(WIDE | {0xFF0C: 0xFF0C}).split()).translate(_FORMAL)
    bare = _INEXACT.sub("", plain)
    value = None if len(plain) > LONGEST or _RANGE.search(bare) else _value(bare)
    return Reading(value, bare == plain and value is not None)


@lru_cache(maxsize=1024)
def ordinal(text: str) -> int | None:
    """The number of a year, month, day or heading: digits of any width, digits as Han (二〇二一), a Chinese number up to 99, or 元."""
    if text == "元":
        return 1
    tens, unit, ones = text[:LONGEST].partition("十")
    digits = [
        part.translate(_IN_A_ROW) for part in ((tens or "1", ones or "0") if unit else (text[:LONGEST],))
    ]
    if not all(map(str.isdecimal, digits)):
        return None
    return 10 * int(digits[0]) + int(digits[1]) if unit else int(digits[0])


def _value(text: str) -> Number | None:
    if _ARABIC.fullmatch(text):
        return _whole(Decimal(text.replace(",", "")))
    if text and all(letter in _DIGITS for letter in text):
        digits = "".join(str(_DIGITS[letter]) for letter in text)
        # 三五件 are three to five; digits in a row are a number where they are a year or hold a 〇.
        return int(digits) if len(digits) in (1, 4) or "0" in digits else None
    for unit, size in _LARGE.items():
        before, found, after = text.rpartition(unit)
        if found:
            return _added(_value(before), size, after)
    if "点" in text:
        return _fraction(text)
    return _below_ten_thousand(text)


def _added(before: Number | None, size: int, after: str) -> Number | None:
    """`before` times a large unit and what stands after it; 三万五 may be 35,000 or 30,005 and is neither."""
    if before is None:
        return None
    if not after:
        return _whole(Decimal(before) * size)
    rest = _value(after.removeprefix("〇"))
    whole = isinstance(before, int) and isinstance(rest, int)
    colloquial = len(after) == 1 and not after.isdigit()
    return before * size + rest if whole and rest is not None and rest < size and not colloquial else None


def _fraction(text: str) -> Number | None:
    whole, _, digits = text.partition("点")
    number = _value(whole)
    if not isinstance(number, int) or not digits or any(letter not in _DIGITS for letter in digits):
        return None
    return Decimal(f"{number}.{''.join(str(_DIGITS[letter]) for letter in digits)}")


def _below_ten_thousand(text: str) -> int | None:
    """三百二十一, 二十, 十五, 一千〇五, 5千: units in falling order, and a 〇 where one is left out before a digit."""
    total, last, place, zero = 0, 10**4, 0, False
    while place < len(text):
        found = _PIECE.match(text, place)
        if found is None:
            return None
        count, unit, gap, ones = found.groups()
        if gap:
            if zero or not total:
                return None
            zero = True
        elif unit:
            size = _SMALL[unit]
            number = _digit(count) if count else 1 if size == 10 and not total else None
            if size >= last or number is None or not 0 < number <= 9:
                return None
            total, last, zero = total + number * size, size, False
        else:
            if (total and last > 10 and not zero) or _digit(ones) > 9:
                return None
            total += _digit(ones)
            zero = False
        place = found.end()
    return None if zero or not text else total


def _digit(text: str) -> int:
    return _DIGITS[text] if text in _DIGITS else int(text)


def _whole(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else number
