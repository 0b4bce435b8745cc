"""Letters as fonts usually draw them."""

from gdlint.readers.drawn.sheet import Box, Glyph

DESCENT = 0.12
"""of the height of a font, below the line on which letters stand"""


def letter(text: str, box: Box) -> Glyph:
    """A letter and its box in, the glyph out, which stands where most fonts have their line."""
    return Glyph(text, box, box.bottom - DESCENT * (box.bottom - box.top))


def moved(glyph: Glyph, across: float, up: float = 0.0) -> Glyph:
    """A glyph and how far it is moved in, the moved glyph out."""
    left, top, right, bottom = glyph.box
    return Glyph(glyph.text, Box(left + across, top - up, right + across, bottom - up), glyph.foot - up)
