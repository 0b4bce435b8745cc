"""The texts of which every match of a pattern must hold one, so that most patterns need not be tried at all.

An RE2 set would say in one pass which patterns match, but it must be compiled as a whole when a run begins (25 ms for a
hundred patterns with bounded repetitions, measured) and says nothing when it runs out of memory. Looking for a few
characters costs less than a microsecond and no preparation, and what must be looked for is found when the bundle is made.
"""

import re
from collections.abc import Iterable

from gdlint.model.regex import lazy

OneOf = tuple[str, ...]
"""texts of which one must be there"""

_MOST = 12
_SETS = 3
"""so many sets are kept: looking for more costs more than it spares"""
_QUANTIFIER = lazy(r"[*+?]\??|\{(\d+)(?:,\d*)?\}\??")
_GROUP = lazy(r"\((?:\?(?:P?<[^>]*>|[ms-]*:))?")
_ESCAPE = lazy(r"\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|[pP](?:\{[^}]*\}|.)|(.))", re.DOTALL)
CLASS = r"\[\^?\]?(?:\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\.|\[:\^?\w+:\]|[^\]\\])*\]"
"""a class of letters in a pattern"""
_CLASS = lazy(CLASS, re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}


def needed(pattern: str) -> tuple[OneOf, ...]:
    """Sets of texts; each match of a pattern (RE2 syntax) holds at least one text of every set. None where that cannot be
    told."""
    if "(?i" in pattern or "\\Q" in pattern:
        return ()
    found, place = _alternatives(re.sub(r"\(\?[ms]+\)", "", pattern), 0)
    return found[:_SETS] if place is not None else ()


def _alternatives(pattern: str, place: int) -> tuple[tuple[OneOf, ...], int | None]:
    """What several branches need, and where the bracket after them stands (None where it does not balance)."""
    branches: list[tuple[OneOf, ...]] = []
    at: int | None = place
    while at is not None:
        found, at = _branch(pattern, at)
        branches.append(found)
        if at is None or at == len(pattern) or pattern[at] == ")":
            break
        at += 1
    if len(branches) == 1:
        return branches[0], at
    together = tuple(dict.fromkeys(text for branch in branches for one in branch[:1] for text in one))
    known = all(branches) and len(together) <= _MOST
    return ((together,) if known else ()), at


def _branch(pattern: str, place: int) -> tuple[tuple[OneOf, ...], int | None]:
    """What a sequence needs: what its parts need, the most telling first."""
    found: list[OneOf] = []
    run = ""
    while place < len(pattern) and pattern[place] not in "|)":
        letter, inner, end = _part(pattern, place)
        if end is None:
            return (), None
        least, place = _repeated(pattern, end)
        if letter and least == 1 and place == end:
            run += letter
            continue
        if inner is None:
            continue
        found += [(run + letter,) if letter and least else (run,), *(inner if least else ())]
        run = ""
    return _ordered([*found, (run,)]), place


def _part(pattern: str, place: int) -> tuple[str, tuple[OneOf, ...] | None, int | None]:
    """One part: the character that it is, or what it needs (None for one without width), and where it ends."""
    letter = pattern[place]
    if letter == "(":
        opened = _GROUP.match(pattern, place)
        inner, end = _alternatives(pattern, opened.end() if opened else place + 1)
        return "", inner, None if end is None or end >= len(pattern) else end + 1
    if letter == "[":
        found = _CLASS.match(pattern, place)
        return "", _of_class(found[0]) if found else (), found.end() if found else None
    if letter == "\\":
        return _escaped(pattern, place)
    if letter in "^$":
        return "", None, place + 1
    return ("", (), place + 1) if letter == "." else (letter, (), place + 1)


def _of_class(found: str) -> tuple[OneOf, ...]:
    """The letters of a class of a few letters."""
    letters = found[1:-1]
    plain = letters and len(letters) <= _MOST and not set(letters) & set("^-\\[]")
    return (tuple(letters),) if plain else ()


def _escaped(pattern: str, place: int) -> tuple[str, tuple[OneOf, ...] | None, int | None]:
    found = _ESCAPE.match(pattern, place)
    if found is None:
        return "", (), None
    number, short, letter = found.groups()
    if number or short:
        return chr(int(number or short, 16)), (), found.end()
    if letter and letter in "bBAz":
        return "", None, found.end()
    if letter and not letter.isalnum():
        return letter, (), found.end()
    return _CONTROLS.get(letter or "", ""), (), found.end()


def _repeated(pattern: str, place: int) -> tuple[int, int]:
    """How often the part before must stand there at least, and where its quantifier ends."""
    found = _QUANTIFIER.match(pattern, place)
    if found is None:
        return 1, place
    sign = found[0][0]
    least = int(found[1]) if found[1] else 1 if sign == "+" else 0
    return min(least, 1), found.end()


def _ordered(found: Iterable[OneOf]) -> tuple[OneOf, ...]:
    """Sets by how much they tell: the longest texts, and of those the fewest."""
    known = dict.fromkeys(item for item in found if item and all(item))
    return tuple(sorted(known, key=lambda item: (-min(map(len, item)), len(item))))
