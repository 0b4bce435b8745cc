"""Attributes, operands and texts spoilt by chance."""

import random
import re
from typing import Final

_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?")
_NUMBERS: Final = (
    "0",
    "-1",
    "1",
    "7",
    "0.0001",
    "1e9",
    "1000000000",
    "99999999999999999999",
    "nan",
    "-0",
    "65536",
    "１２",
    "",
)
_WORDS: Final = (
    "",
    " ",
    "x",
    "restart",
    "true",
    "false",
    "0 0",
    "../../a",
    "g 9999999 1",
    "\ufffd",
    "一、",
    "0" * 5_000,
)


def spoilt_value(value: str, rng: random.Random) -> str:
    """A value in which a number is another one, or which is another one, shorter, or twice."""
    numbers = list(_NUMBER.finditer(value))
    if numbers and rng.random() < 0.6:
        found = rng.choice(numbers)
        return value[: found.start()] + spoilt_number(found[0], rng) + value[found.end() :]
    return rng.choice((rng.choice(_WORDS), value[: len(value) // 2], value * 2, value[::-1]))


def spoilt_number(number: str, rng: random.Random) -> str:
    """A number that cannot be, or is somewhat another."""
    if rng.random() < 0.5:
        return rng.choice(_NUMBERS)
    return f"{float(number) * rng.choice((-1, 0.5, 0.99, 1.01, 2, 10)):.3f}".rstrip("0").rstrip(".")
