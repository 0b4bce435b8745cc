"""How numbers are printed in prose."""

import random
from collections.abc import Callable
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = ("", "十", "百", "千")


def chinese(number: int) -> str:
    """A number below one hundred million in, Chinese numerals as one reads them out."""
    if number < 10_000:
        return _four(number)
    high, low = divmod(number, 10_000)
    gap = "零" if 0 < low < 1000 else ""
    return _four(high) + "万" + (gap + _four(low) if low else "")


def _four(number: int) -> str:
    """A number of at most four digits in, its numerals out."""
    digits = [int(digit) for digit in str(number)]
    text = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            text += _DIGITS[digit] + _UNITS[place]
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零") or "零"
    return text[1:] if text.startswith("一十") else text


def wide(number: int) -> str:
    """A number in, full-width digits out."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def identity_number(first: str) -> str:
    """The first 17 digits in, a number with the check digit of GB 11643 out."""
    weighted = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(first))
    return first + "10X98765432"[weighted % 11]


def card_number(first: str) -> str:
    """Digits in, the same with Luhn's check digit out."""
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(first))]
    return first + str(-sum(number - 9 if number > 9 else number for number in doubled) % 10)


STYLES: Final[dict[str, Callable[[int], str]]] = {
    "plain": str,
    "spaced": lambda number: f" {number} ",
    "grouped": lambda number: f"{number:,}",
    "chinese": chinese,
    "wide": wide,
}


def random_style(rng: random.Random) -> str:
    """The key of a style out; most reports print plain digits."""
    return rng.choices(tuple(STYLES), (14, 2, 2, 1, 1))[0]
