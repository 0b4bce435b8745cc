"""How far a run is, on a terminal that shows nothing else meanwhile."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from gdlint.reporters.safe import shown

T = TypeVar("T")
FEWEST = 10
"""fewer files need no word of it"""
ERASE = "\r\x1b[K"


def shown_progress(items: Iterable[T], total: int, name: str = "path") -> Iterator[T]:
    """The same items, the number and the name of each shown in one line of standard error while it is worked on; the line is
    gone at the end."""
    from shutil import get_terminal_size

    try:
        for n, item in enumerate(items, 1):
            label = shown(f"{n}/{total} {getattr(item, name)}")[: get_terminal_size().columns // 2]
            print(f"{ERASE}{label}", end="", file=sys.stderr, flush=True)
            yield item
            print(ERASE, end="", file=sys.stderr, flush=True)
    finally:
        print(ERASE, end="", file=sys.stderr, flush=True)


def wants_progress(total: int, *, quiet: bool, elsewhere: bool) -> bool:
    """There is a terminal to show it on, and the findings go `elsewhere`."""
    return total >= FEWEST and elsewhere and not quiet and sys.stderr.isatty()
