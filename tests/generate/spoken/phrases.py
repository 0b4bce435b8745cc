"""Phrases as they stand in the files: what is said, where, under which conditions, and what would be wrong.

A line is `text`, or `right => wrong`, with marks behind it: `@2021` and the like are passed over; `@county` the kinds of
body; `@zero:FIELDS` true only where all of them are 0 (and wrong where one is not); `@none:FIELDS` spoken only where they
are 0; `@wrong:FIELD=VALUE` what a wrong twin puts in; `@likely` a machine may stay silent; ` // PLACE: text` is said in
another place of the report as well. `{!field}` is a figure that a wrong twin may change.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

HALVES: Final = ("develop", "held")
KINDS: Final = ("department", "town", "county", "city")
_FOLDER: Final = Path(__file__).parent / "phrases"
_MARK: Final = re.compile(r" @([a-z0-9]+)(?::(\S+))?")
_ELSEWHERE: Final = re.compile(r" // (\w+): (.*)")


class Line(NamedTuple):
    """A phrase: its topic and place, both wordings (`wrong` empty: made by a figure), and its conditions."""

    topic: str
    where: str
    right: str
    wrong: str = ""
    kinds: frozenset[str] = frozenset(KINDS)
    zero: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    likely: bool = False
    also: tuple[str, str] | None = None
    half: str = ""
    """which half it belongs to, for good; all that stands under a heading with `develop` is of that half"""


def half_of(text: str) -> str:
    """The half of whatever has this text: a half of what was held first has been opened since."""
    digest = hashlib.sha256(text.encode()).digest()
    return HALVES[digest[0] % 2 and digest[1] % 2]


@cache
def lines() -> tuple[Line, ...]:
    """All phrases of all files."""
    return tuple(line for path in sorted(_FOLDER.glob("*.txt")) for line in _lines(path))


def _lines(path: Path) -> Iterator[Line]:
    topic = where = half = ""
    for text in path.read_text(encoding="utf-8").splitlines():
        if text.startswith("= "):
            _, topic, where, *rest = text.split()
            half = rest[0] if rest else ""
        elif text:
            line = _line(text, topic, where)
            yield line._replace(half=half or half_of(line.right + line.wrong))


def _line(text: str, topic: str, where: str) -> Line:
    marks = dict(_MARK.findall(text))
    text = _MARK.sub("", text).strip()
    elsewhere = _ELSEWHERE.search(text)
    right, _, wrong = _ELSEWHERE.sub("", text).partition(" => ")
    fields = {
        name: tuple(marks[name].split(",")) if name in marks else () for name in ("zero", "none", "wrong")
    }
    return Line(
        topic,
        where,
        right,
        wrong,
        frozenset(kind for kind in KINDS if kind in marks) or frozenset(KINDS),
        fields["zero"],
        fields["none"],
        fields["wrong"],
        "likely" in marks,
        (elsewhere[1], elsewhere[2]) if elsewhere else None,
    )
