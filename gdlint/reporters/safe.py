"""Text from a report made fit to be shown: personal numbers masked, nothing that a terminal would obey."""

import re
from itertools import chain

from gdlint.model.regex import lazy

_LONG = lazy(r"\d{4}[ -]?\d{4}")
"""what all of these hold; texts that do not are the most"""
_NUMBER = lazy(r"(?<!\d)\d{14,17}[\dXx]{2}(?![\dXx])")
_OLD_IDENTITY = lazy(r"(?<!\d)\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dXx])")
"""15 digits with a month and a day where such a number has them"""
_IN_FOURS = lazy(r"(?<!\d)[3-6]\d{3}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)")
_CONTROL = dict.fromkeys(
    chain(
        range(0x09),
        range(0x0B, 0x20),
        range(0x7F, 0xA0),
        (0x61C, 0x200E, 0x200F),
        range(0x202A, 0x202F),
        range(0x2066, 0x206A),
    ),
    "�",
)


def masked(text: str) -> str:
    """Identity and card numbers (16 to 19 digits, in groups of four or not, and old identity numbers of 15) keep their
    first three and last two characters."""
    if _LONG.search(text):
        for shape in (_NUMBER, _OLD_IDENTITY, _IN_FOURS):
            text = shape.sub(_starred, text)
    return text


def _starred(found: re.Match[str]) -> str:
    """The same number of characters: blanks stay, digits but the outer ones become stars."""
    number = found[0]
    return number[:3] + re.sub(r"[\dXx]", "*", number[3:-2]) + number[-2:]


def shown(text: str) -> str:
    """One line of text for a terminal: masked, control and direction characters replaced one by one."""
    return masked(text).translate(_CONTROL).replace("\n", " ")
