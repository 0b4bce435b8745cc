"""The letters of a text object of OFD, which says how far each stands from the next one, but not how wide it is."""

from collections.abc import Iterator, Sequence

from gdlint.readers.drawn.sheet import Glyph, between, is_slanted
from gdlint.readers.elements import Node, children
from gdlint.readers.ofd.numbers import distances, number, placement

_ASCENT = 0.88
"""of the size of a font, above the line on which letters stand"""
_WIDE = "\u2e80"
"""letters from here on are as wide as the font is high, others half as wide"""
_WIDEST_FIGURE = 0.75
"""of the size; figures that stand further from each other are set apart"""


def glyphs_of(node: Node) -> Iterator[Glyph]:
    """The printed letters of a text object; a slanted one is a watermark."""
    placed = placement(node.get("Boundary", ""), node.get("CTM", ""))
    if is_slanted(placed.angle):
        return
    size = number(node.get("Size", ""))
    x = y = 0.0
    for code in children(node, "TextCode"):
        text = code.text or ""
        x, y = number(code.get("X", ""), x), number(code.get("Y", ""), y)
        across = distances(code.get("DeltaX", ""), len(text))
        down = distances(code.get("DeltaY", ""), len(text))
        for n, (letter, width) in enumerate(zip(text, _widths(text, across, size), strict=True)):
            if letter.isprintable() and not letter.isspace() and size > 0:
                upper, lower = y - _ASCENT * size, y + (1 - _ASCENT) * size
                box = between(placed.point(x, upper), placed.point(x + width, lower))
                yield Glyph(letter, box, placed.point(x, y)[1])
            x += across[n] if n < len(across) else (0.0 if down else width)
            y += down[n] if n < len(down) else 0.0


def _widths(text: str, across: Sequence[float], size: float) -> Iterator[float]:
    """How wide each letter is: as its font usually has it, but no wider than up to the next one."""
    figure = _width_of_figures(text, across, size)
    for n, letter in enumerate(text):
        width = size if letter >= _WIDE else figure if letter.isdecimal() else size / 2
        yield min(width, across[n]) if n < len(across) and across[n] > 0 else width


def _width_of_figures(text: str, across: Sequence[float], size: float) -> float:
    """The width of all figures, which is one in nearly all fonts: how close one stands to what follows it, if that is close."""
    steps = (step for letter, step in zip(text, across, strict=False) if letter.isdecimal() and step > 0)
    closest = min(steps, default=0.0)
    return closest if 0 < closest <= _WIDEST_FIGURE * size else size / 2
