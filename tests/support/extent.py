"""How much the tests try that go through many reports: a part of them, or all where `GDLINT_TESTS=full` (as in `.ci/run`)."""

import os
from typing import Final

FULL: Final = os.environ.get("GDLINT_TESTS") == "full"


def extent(whole: int, part: int) -> int:
    """How many there are of something and how many do for a quick run in, how many are tried out."""
    return whole if FULL else part
