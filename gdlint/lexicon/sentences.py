"""What a sentence is: the marks that end and part it, and where the one around a place begins and ends."""

from gdlint.model.regex import lazy

FULL_STOPS = "。！？"
"""what ends a sentence"""

ENDS = "。；！？"
"""what ends a sentence or one of the main clauses in it"""

CLAUSES = ENDS + "，"
"""what parts clauses"""

PAUSES = CLAUSES + "、"
"""what parts the words of a sentence"""

LINE = "\n"
LONGEST = 500
"""characters on either side of a place; a sentence that goes on is taken to end there"""

MARKS = CLAUSES + "："
"""what no cell of a table but a long label holds"""

END = lazy(f"[{ENDS}]")
END_OR_LINE = lazy(f"[{ENDS}{LINE}]")
MARK = lazy(f"[{MARKS}]")
SENTENCE = lazy(f"[^{ENDS}{LINE}]+")


def begin(text: str, place: int, stops: str = ENDS) -> int:
    """Where the sentence begins in which a place lies; a line ends one, too."""
    first = max(0, place - LONGEST)
    return max(first, *(text.rfind(stop, first, place) + 1 for stop in stops + LINE))


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a stretch begins and ends."""
    last = end + LONGEST
    # A stretch that holds the mark at its end goes no further.
    behind = max(start, end - 1)
    ends = [place for mark in ENDS + LINE if (place := text.find(mark, behind, last)) >= 0]
    return begin(text, start), max(end, min([*ends, last, len(text)]))
