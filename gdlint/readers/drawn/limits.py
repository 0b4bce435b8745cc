"""How much may be drawn in one file."""

from collections.abc import Iterable

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.sheet import Sheet

MOST_PAGES = 500
MOST_GLYPHS = 150_000
"""ten times those of the longest reports"""
MOST_RULES = 12_000


def bounded(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Sheets, which are drawn one by one. Raises `UnreadableError` as soon as there is more on them than in any report."""
    taken: list[Sheet] = []
    glyphs = rules = 0
    for sheet in sheets:
        taken.append(sheet)
        glyphs += len(sheet.glyphs)
        rules += len(sheet.across) + len(sheet.down)
        if len(taken) > MOST_PAGES or glyphs > MOST_GLYPHS or rules > MOST_RULES:
            raise UnreadableError("large-report")
    return taken
