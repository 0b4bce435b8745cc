"""Numbers in attributes of OFD, and the matrices that they make."""

import math
from typing import NamedTuple

from gdlint.readers.drawn.sheet import Point

POINTS = 72 / 25.4
"""points of a millimetre"""
_MOST = 100_000.0
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def number(text: str, otherwise: float = 0.0) -> float:
    """A number, or another value for what is none or too large to be meant."""
    if not text:
        return otherwise
    try:
        found = float(text)
    except ValueError:
        return otherwise
    return found if -_MOST < found < _MOST else otherwise


def numbers(text: str | None) -> tuple[float, ...]:
    """Numbers parted by blanks."""
    return tuple(map(number, text.split())) if text else ()


def distances(text: str, most: int) -> list[float]:
    """From each letter to the next one, as many as are needed at most: `g 3 1.5` stands for three times 1.5."""
    found: list[float] = []
    parts = iter(text.split())
    for part in parts:
        if part == "g":
            times, distance = number(next(parts, "")), number(next(parts, ""))
            found += [distance] * max(min(int(times), most - len(found)), 0)
        else:
            found.append(number(part))
        if len(found) >= most:
            break
    return found


class Placement(NamedTuple):
    """How points of an object stand on its page: by its matrix, and where its boundary begins."""

    matrix: tuple[float, ...]
    left: float
    top: float

    @property
    def angle(self) -> float:
        """By how much the object is turned, in radians."""
        return math.atan2(self.matrix[1], self.matrix[0])

    def point(self, x: float, y: float) -> Point:
        """Where a point stands, in points."""
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e + self.left) * POINTS, (b * x + d * y + f + self.top) * POINTS


def placement(boundary: str, matrix: str) -> Placement:
    """The placement that two attributes say."""
    edges, factors = (*numbers(boundary), 0.0, 0.0), numbers(matrix)
    return Placement(factors if len(factors) == 6 else _UPRIGHT, edges[0], edges[1])
