"""What a figure is: a bare number in a cell, and the stretches of digits in a text that may be figures of a table."""

import re
from collections.abc import Container, Iterator, Sequence

_BARE = re.compile(r"[-+−]?\d[\d,，.]*")
_STRETCH = re.compile(r"[-+−]?\d+(?:[.,，]\d+)*")
_NO_FIGURE = re.compile(r"\s?(?:[.．、](?!\d)|[年月日页])")
"""what follows the number of a label (2.其他) or of a day"""
_BEHIND = frozenset("年月日页位）)")
"""what stands behind a number in a date, or in the bracket of a label"""
_LONGEST_NUMBER = 2
"""digits of the number of a label"""
_LONGEST_YEAR = 4


def is_figure(text: str) -> bool:
    """A cell is a bare number."""
    return text.isdigit() or bool(text and _BARE.fullmatch(text))


def count_figures(texts: Sequence[str]) -> int:
    """How many of some cells are bare numbers."""
    others = [text for text in texts if text and not text.isdigit()]
    return sum(map(str.isdigit, texts)) + sum(map(is_figure, others))


def figures_in(text: str, start: int, end: int, known: Container[int] = ()) -> Iterator[tuple[int, int]]:
    """Where the figures in a stretch of a text begin and end, but for those that begin at a known place. A long run of
    digits may be several of them."""
    for found in _STRETCH.finditer(text, start, end):
        if found.start() not in known and not _is_number(text, *found.span()):
            yield found.span()


def _is_number(text: str, start: int, end: int) -> bool:
    """The number of a label, page or day."""
    if end - start > _LONGEST_YEAR:
        return False
    if text[start - 1 : start] == "第" or text[end : end + 1] in _BEHIND:
        return True
    return end - start <= _LONGEST_NUMBER and bool(_NO_FIGURE.match(text, end))
