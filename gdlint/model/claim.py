"""What the text says in figures: claims, each with what is counted, whose it is, of when, and how sure the reading is."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Number = int | Decimal
Span = tuple[int, int]
"""begin and end in the passage"""


class Certainty(StrEnum):
    """How sure a reading is: rules warn of what is certain, hint at what is likely, and are silent on the rest."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Cells(NamedTuple):
    """The cells of a table that a claim counts together: rows and columns by key; `a|b.*` is the one that is printed."""

    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table}.{'+'.join(self.rows)}.{'+'.join(self.columns)}"


class Claim(NamedTuple):
    """One claim. `value` is None where the number has none for certain (约, 余).

    `scope` is own, part, other or unknown; `period` is year, before, next, part or several; `relation` is all, share (of
    `whole`), or part where something narrows what is counted; `target` is the year to which cases are carried.
    """

    cells: Cells | None
    words: str
    value: Number | None
    unit: str
    exact: bool = True
    denied: bool = False
    scope: str = "own"
    period: str = "year"
    relation: str = "all"
    certainty: Certainty = Certainty.CERTAIN
    why: str = ""
    target: int | None = None
    place: str = ""
    nth: int = 0
    """the passage that it stands in"""
    number: Span = (0, 0)
    subject: Span | None = None
    cue: Span | None = None
    aspect: str = ""
    whole: Cells | None = None
    """what a share is a share of"""
    part: bool = False
    """it stands in a list of parts, behind 其中"""
    more: int = 0
    """which way an inexact number is open: 1 upwards (余), -1 downwards (近), 0 both (约)"""
    grain: Number = 1
    """what the last printed digit is worth"""
