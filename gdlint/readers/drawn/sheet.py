"""A sheet of paper as it is drawn: glyphs and rules, in points from its upper left corner."""

import math
from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
"""across and down"""
_SLANTED = math.radians(5)
"""more than a page is scanned awry"""


class Box(NamedTuple):
    """A rectangle on a sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, across: float, down: float) -> bool:
        """A point lies within."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom


class Glyph(NamedTuple):
    """A printed letter, the box that it takes in its line (as high as the font, as wide as it moves the pen), and how far down the
    line is on which it stands: fonts say differently how high they are, but letters of one line stand on one."""

    text: str
    box: Box
    foot: float


class RulingLine(NamedTuple):
    """A ruling line: where it stands (from the top if it runs across, from the left if it runs down), and from where to where."""

    at: float
    start: float
    end: float


class Sheet(NamedTuple):
    """All that is drawn on one sheet. Blanks are no glyphs; the others come as they are drawn."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    across: tuple[RulingLine, ...]
    down: tuple[RulingLine, ...]


def is_slanted(angle: float) -> bool:
    """Letters stand at an angle (in radians) at which no text of a report does: they are of a watermark."""
    quarter = math.pi / 2
    return abs(angle / quarter - round(angle / quarter)) * quarter > _SLANTED


def spanned(points: Sequence[Point]) -> Box:
    """The box that at least one point spans."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def between(one: Point, other: Point) -> Box:
    """The box that two points span. Letters have one each, so that time counts here."""
    (left, top), (right, bottom) = one, other
    if left > right:
        left, right = right, left
    if top > bottom:
        top, bottom = bottom, top
    return Box(left, top, right, bottom)


def around(boxes: Sequence[Box]) -> Box:
    """The box that holds all of at least one."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))
