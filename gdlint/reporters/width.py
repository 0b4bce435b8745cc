"""How many columns a text takes on a terminal."""

import unicodedata

from gdlint.model.wording import UNSEEN


def width(text: str) -> int:
    """The columns that a text takes on a terminal: East Asian wide and full-width characters two, marks none."""
    return sum(map(_width, text))


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or letter in UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """The text with blanks behind it, up to so many columns."""
    return text + " " * (columns - width(text))
