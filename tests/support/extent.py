"""How much the tests try that go through many reports: a part of them, or all where `GDLINT_TESTS=full` (as in `.ci/run`)."""

import os
from typing import Final

import pytest

FULL: Final = os.environ.get("GDLINT_TESTS") == "full"

dear = pytest.mark.skipif(not FULL, reason="takes long, and others of its kind are tried (GDLINT_TESTS=full)")
"""a test of a full run only"""


def extent(whole: int, part: int) -> int:
    """How many there are of something and how many do for a quick run in, how many are tried out."""
    return whole if FULL else part
