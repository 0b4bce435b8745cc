"""Lines in parts, each of a kind, and how they are shown: plain, or in the colours of a terminal."""

from collections.abc import Iterable, Mapping
from itertools import chain

from gdlint.reporters.safe import harmless

Part = tuple[str, str]
"""a kind (a key of `COLOURS`, or "" for plain text) and a text"""
Line = tuple[Part, ...]

COLOURS: Mapping[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "36",
    "place": "1",
    "mark": "31",
    "dim": "2",
}


def wants_colour(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Colours are wanted: FORCE_COLOR and NO_COLOR decide, else whether the output is a terminal that has them."""
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR", "")
    return forced != "0" if forced else terminal and environment.get("TERM") != "dumb"


def plain_line(line: Line) -> str:
    """A line without colours, and harmless as a whole."""
    return harmless("".join(text for _, text in line))


def shown_line(line: Line, *, colour: bool) -> str:
    """A line as it is shown, harmless either way."""
    return "".join(map(_painted, line)) if colour else plain_line(line)


def _painted(part: Part) -> str:
    kind, text = part
    return f"\x1b[{COLOURS[kind]}m{harmless(text)}\x1b[0m" if kind and text else harmless(text)


def shown_lines(lines: Iterable[Line], *, colour: bool) -> str:
    """Lines as they are shown, with an end behind each."""
    return "".join(chain.from_iterable((shown_line(line, colour=colour), "\n") for line in lines))
