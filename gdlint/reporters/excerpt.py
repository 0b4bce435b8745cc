"""The line of a finding with its place marked, no wider than the terminal, and without personal numbers."""

from collections.abc import Iterator

from gdlint.model.origin import Place
from gdlint.model.source import Source
from gdlint.reporters.colour import Line, plain_line
from gdlint.reporters.safe import masked, shown
from gdlint.reporters.width import width

WINDOW = 30
"""characters of the line shown on either side of the place"""
_LONGEST_NUMBER = 24
"""characters of an identity or card number, with blanks"""


def excerpt(source: Source, place: Place, columns: int | None = None) -> Iterator[str]:
    """The line of a place, cut to a window around it, and a line that marks it; wide characters count twice."""
    yield from map(plain_line, excerpt_lines(source, place, columns))


def excerpt_lines(
    source: Source, place: Place, columns: int | None = None, number: str | None = None
) -> Iterator[Line]:
    """The same in parts; neither line is wider than `columns`. `place` is one in the text, `number` stands for its line."""
    if source.text is None:
        return
    whole = source.line_text(place.line)
    if not whole or whole.isspace():
        return
    number = str(place.line) if number is None else number
    before, marked, after = _window(source, place, whole, columns and max(8, columns - len(number) - 5))
    yield ("", f"  {number} │ "), ("", before), ("mark", marked), ("", after)
    yield ("", f"  {' ' * len(number)} │ {' ' * width(before)}"), ("mark", "^" * max(1, width(marked)))


def _window(source: Source, place: Place, whole: str, columns: int | None) -> tuple[str, str, str]:
    """What stands before the place, in it and behind it, as far as it is shown."""
    longest, side = 2 * WINDOW, WINDOW
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(whole)
    if columns:
        longest = min(longest, (columns - 2) // 2)
        side = min(side, max(0, columns - 2 - 2 * min(end - start, longest)) // 4)
    begin, stop = max(0, start - side), min(len(whole), max(end, start) + side)
    if end - start > longest:
        stop = end = start + longest
    line = _visible(_masked_stretch(source, place.line, whole, begin, stop))
    before = ("…" if begin else "") + line[: start - begin]
    after = line[end - begin :] + ("…" if stop < len(whole) else "")
    return before, line[start - begin : end - begin], after.rstrip()


def _masked_stretch(source: Source, number: int, line: str, start: int, end: int) -> str:
    """A stretch of a line with numbers masked, even one that begins before it or goes on behind it, in the line above or
    below. The rest of the line, which may be as long as a file, is not looked at."""
    first, last = max(0, start - _LONGEST_NUMBER), end + _LONGEST_NUMBER
    part = line[first:last]
    above = source.line_text(number - 1).rstrip()[-_LONGEST_NUMBER:] if number > 1 and not first else ""
    ends_here = last >= len(line) and number < len(source.starts)
    below = source.line_text(number + 1).lstrip()[:_LONGEST_NUMBER] if ends_here else ""
    inner = part.strip()
    begin = part.find(inner)
    across = masked(above + inner + below)[len(above) : len(above) + len(inner)]
    return (part[:begin] + across + part[begin + len(inner) :])[start - first : end - first]


def _visible(text: str) -> str:
    """The line with numbers masked, and every character as one of a known width: a tab is an arrow. It keeps its length."""
    return shown(text.replace("\t", "→"))
