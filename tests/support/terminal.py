"""What a terminal or a CI system would obey in an output."""

import re
import unicodedata

COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def harms(text: str) -> list[str]:
    """An output in, what is not harmless in it out."""
    letters = {letter for letter in text if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")} - set(
        "\n\t"
    )
    return [*map(ascii, sorted(letters | (DIRECTION & set(text)))), *COMMAND.findall(text)]
