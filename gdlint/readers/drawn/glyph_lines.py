"""Lines of text out of glyphs: which stand in one line, and where blanks part its words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from gdlint.readers.drawn.overprint import printed_once
from gdlint.readers.drawn.raised import without_note_marks
from gdlint.readers.drawn.sheet import Box, Glyph, around

_TIGHT = 0.15
"""of the height of a letter: closer ones are of one word, whatever line stands between them"""
_LEVEL = 0.4
"""of the height of a letter, by which the middles of letters in one line may differ"""
_BLANK = 0.3
_WIDE_BLANK = 0.8
"""between two letters of which each is as wide as high, which are often set apart"""
_COLUMN = 1.5
_STUCK = "，。、；：？！）》」』”’〉】,.;:?!)%"
"""letters that do not begin a line"""
_WIDE = "\u2e80"
"""letters from here on are as wide as high"""
_left = attrgetter("box.left")


class GlyphLine(NamedTuple):
    """One line of text: its words with blanks between them, its box, how wide its first word and its first letter are, and how high
    its letters."""

    text: str
    box: Box
    first_word: float
    first_letter: float
    size: float


def words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs, as they follow each other, in stretches that are set tight in one line: figures, or single letters of Chinese."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and not _is_tight(word[-1], glyph):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _is_tight(left: Glyph, right: Glyph) -> bool:
    if _is_wide(left) or _is_wide(right) or not -_TIGHT < _gap(left, right) < _TIGHT:
        return False
    return abs(left.box.middle[1] - right.box.middle[1]) < _LEVEL * _size(left)


def rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line from top to bottom, each from left to right."""
    row: list[Glyph] = []
    first = room = 0.0
    """how far down the first glyph of the row stands, and how much further others may, as far as that one knows"""
    for down, n in sorted([((box.top + box.bottom) / 2, n) for n, (_, box, _) in enumerate(glyphs)]):
        if row and down - first > room and down - first > _LEVEL * _size(glyphs[n]):
            yield sorted(row, key=_left)
            row = []
        if not row:
            first, room = down, _LEVEL * _size(glyphs[n])
        row.append(glyphs[n])
    if row:
        yield sorted(row, key=_left)


def line(glyphs: Sequence[Glyph]) -> GlyphLine:
    """The line of at least one glyph, from left to right. Marks of notes are no part of it, nor are copies of letters."""
    glyphs = without_note_marks(printed_once(glyphs))
    sizes = [_size(glyph) for glyph in glyphs]
    gaps = [
        (right.box.left - left.box.right) / min(*high)
        for (left, right), high in zip(pairwise(glyphs), pairwise(sizes), strict=True)
    ]
    apart = _set_apart(gaps)
    parts = [glyphs[0].text]
    for n, gap in enumerate(gaps):
        if gap - apart > _BLANK:
            parts.append(_blank(gap - apart, glyphs[n], glyphs[n + 1]))
        parts.append(glyphs[n + 1].text)
    first = next(words(glyphs))
    stuck = glyphs[len(first)].box if len(first) < len(glyphs) and glyphs[len(first)].text in _STUCK else None
    return GlyphLine(
        "".join(parts),
        around([glyph.box for glyph in glyphs]),
        (stuck or first[-1].box).right - first[0].box.left,
        glyphs[0].box.right - glyphs[0].box.left,
        median(sizes),
    )


def _set_apart(gaps: Sequence[float]) -> float:
    """How far the letters of a spaced-out line stand apart; gaps as wide as those of columns part cells that hold one letter each."""
    usual = median(gaps) if len(gaps) > 2 else 0.0
    return usual if 0 < usual < _COLUMN else 0.0


def _blank(gap: float, left: Glyph, right: Glyph) -> str:
    if gap >= _COLUMN:
        return " " * max(round(2 * gap), 3)
    return " " if gap > (_WIDE_BLANK if _is_wide(left) and _is_wide(right) else _BLANK) else ""


def _is_wide(glyph: Glyph) -> bool:
    return glyph.text >= _WIDE


def _size(glyph: Glyph) -> float:
    return max(glyph.box.bottom - glyph.box.top, 0.1)


def _gap(left: Glyph, right: Glyph) -> float:
    """The gap between two letters in heights of a letter."""
    return (right.box.left - left.box.right) / min(_size(left), _size(right))
