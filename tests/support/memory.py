"""How much memory Python takes for something."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MOST: Final = 300_000_000
"""bytes that a hostile file may take"""


@contextmanager
def little_memory() -> Iterator[None]:
    """What is done takes no more than a hostile file may."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MOST
    finally:
        tracemalloc.stop()
