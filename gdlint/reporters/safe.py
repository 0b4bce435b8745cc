"""Text from a report made fit to be shown: personal numbers masked, nothing that a terminal would obey."""

import re

_NUMBER = re.compile(r"(?<!\d)\d{14,17}[\dXx]{2}(?![\dXx])")
_OLD_IDENTITY = re.compile(r"(?<!\d)\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dXx])")
"""15 digits with a month and a day where such a number has them"""
_IN_FOURS = re.compile(r"(?<!\d)[3-6]\d{3}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)")
_LETTER = re.compile(r"[\dXx]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def masked(text: str) -> str:
    """Identity and card numbers (16 to 19 digits, in groups of four or not, and old identity numbers of 15) keep their
    first three and last two characters."""
    for shape in (_NUMBER, _OLD_IDENTITY, _IN_FOURS):
        text = shape.sub(_starred, text)
    return text


def _starred(found: re.Match[str]) -> str:
    """The same number of characters: blanks stay, digits but the outer ones become stars."""
    number = found[0]
    return number[:3] + _LETTER.sub("*", number[3:-2]) + number[-2:]


def shown(text: str) -> str:
    """One line of text for a terminal: masked, control and direction characters replaced one by one."""
    return _CONTROL.sub("�", masked(text)).replace("\n", " ")
