"""Text from a report made fit to be shown: personal numbers masked, nothing that a terminal would obey."""

import re

_NUMBER = re.compile(r"(?<!\d)(\d{3})\d{11,14}([\dXx]{2})(?![\dXx])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def masked(text: str) -> str:
    """Identity and card numbers (16 to 19 digits) keep their first three and last two characters."""
    return _NUMBER.sub(lambda found: found[1] + "*" * (len(found[0]) - 5) + found[2], text)


def shown(text: str) -> str:
    """One line of text for a terminal: masked, control and direction characters replaced one by one."""
    return _CONTROL.sub("�", masked(text)).replace("\n", " ")
