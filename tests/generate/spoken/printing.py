"""How figures are printed in a phrase, and which other figure a wrong twin puts in their place."""

import random
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from ..numbers import STYLES, chinese
from .fields import Fields

FIELD: Final = re.compile(r"\{(!?)([^:{}]+)(?::([^}]+))?\}")
_LEAST: Final = 13
"""what is told roughly is at least as large"""


def _tens_below(n: int) -> str:
    return f"{(n - 1) // 10 * 10}余"


def _tens_above(n: int) -> str:
    return f"近{n // 10 * 10 + 10}"


def _tens(n: int) -> str:
    return f"约{(n + 5) // 10 * 10}"


def _myriads(n: int) -> str:
    return f"{n / 10_000:.2f}万" if n >= 10_000 else str(n)


ROUGH: Final[Mapping[str, Callable[[int], str]]] = {
    "余": _tens_below,
    "近": _tens_above,
    "约": _tens,
    "万": _myriads,
}


def fits(text: str, fields: Fields) -> bool:
    """Whether every figure of a phrase can be printed: none is 0, and what is told roughly is large enough."""
    named = [(name, form) for _, name, form in FIELD.findall(text)]
    return all(fields[name] for name, _ in named) and all(
        int(fields[name]) >= _LEAST for name, form in named if form
    )


def random_style(rng: random.Random) -> tuple[str, int]:
    """How numbers are written in a phrase, and the decimals of its percentages."""
    return rng.choices(tuple(STYLES), (20, 2, 2, 1, 1))[0], rng.randint(1, 2)


def printed(text: str, fields: Fields, style: tuple[str, int]) -> str:
    """A phrase with its figures printed."""
    write, decimals = STYLES[style[0]], style[1]

    def figure(match: re.Match[str]) -> str:
        value = fields[match[2]]
        if isinstance(value, Fraction):
            return _percent(value, decimals)
        if isinstance(value, str):
            return value
        if match[3]:
            return ROUGH[match[3]](value)
        return write(value) if style[0] != "chinese" or value < 100 else str(value)

    return FIELD.sub(figure, text)


def _percent(value: Fraction, decimals: int) -> str:
    scaled = value * 10**decimals
    rounded = Fraction(int(scaled + Fraction(1, 2)), 10**decimals)
    return f"{float(rounded):.{decimals}f}".rstrip("0").rstrip(".")


def altered(name: str, form: str, fields: Fields, rng: random.Random) -> int | str | Fraction:
    """Another figure that no reader could take for the right one."""
    value = fields[name]
    if isinstance(value, Fraction):
        return (
            value + rng.choice((-1, 1)) * rng.randint(4, 15)
            if 20 < value < 80
            else value + rng.randint(4, 15)
        )
    if isinstance(value, str):
        return f"{float(value) + rng.randint(1, 9):.2f}"
    taken = {other for other in fields.values() if isinstance(other, int)}
    if form:
        return next(n for n in (value * 2, value * 3 + 7) if n)
    steps = (value + step * sign for step in range(1, 60) for sign in (1, -1))
    choices = [n for n in steps if n > 0 and n not in taken][:4]
    return rng.choice(choices)


__all__ = ["FIELD", "altered", "chinese", "fits", "printed", "random_style"]
