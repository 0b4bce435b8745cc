"""What the innermost loops need, for a report has thousands of cells and rows: named tuples made without the detour over their Python
constructor, and what is known of a text looked up without a call."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_LONGEST_KEPT = 200
"""characters; longer texts hardly come again, and may take all memory"""

new = tuple.__new__
"""`new(Cell, (text, start, end))` is `Cell(text, start, end)` in half the time; for the innermost loops only"""


class Remembered(dict[str, T]):
    """What a function makes of texts, by the text: made where it is first asked for, and kept for so many short texts at most."""

    def __init__(self, make: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, text: str) -> T:
        found = self._make(text)
        if len(text) <= _LONGEST_KEPT:
            if len(self) >= self._most:
                self.clear()
            self[text] = found
        return found
