"""What stands in a file beside the text of its report: comments that speak to gdlint, and findings that it wrote.

Comments are taken out of the lines before anyone looks for tables, and put back as tokens of their own.
A line that holds nothing else is left out whole, so that a comment never splits a table; beside other text, the comment
alone is cut out, and every other character keeps its place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from gdlint.model.document import Directive
from gdlint.model.note_comment import NOTE, WRITTEN
from gdlint.model.regex import lazy
from gdlint.model.wording import stripped
from gdlint.syntax.bounds import MOST_COMMENTS, TooLargeError
from gdlint.syntax.lines import Line

_COMMENT = lazy(r"<!--\s*gdlint\b(?P<body>.*?)(?:(?P<end>-->)|\Z)", re.IGNORECASE)
_BODY = lazy(r"\s*[:：]\s*(?P<verb>[a-z-]+)\s*\[(?P<names>[^\[\]]*)\](?P<reason>.*)", re.IGNORECASE)
_PARTED = lazy("[,，、]")
_OF_TABLES = frozenset({"CLAUSE", "HEADER", "ROWS"})

MOST_NAMES = 1000
"""rules that one comment names; there are not half as many"""

VERBS = ("ignore", "ignore-section", "ignore-file")


def set_aside(text: str, lines: list[Line]) -> tuple[list[Line], list[Directive]]:
    """The lines without comments to gdlint, and these comments in their order. Raises `TooLargeError` for more than a file
    may have."""
    if "<!--" not in text or "gdlint" not in text.lower():
        return lines, []
    kept, directives = [], []
    for line in lines:
        found = list(_COMMENT.finditer(line.text)) if "<!--" in line.text else []
        directives += [_directive(line.start, each) for each in found]
        if len(directives) > MOST_COMMENTS:
            raise TooLargeError
        if not found:
            kept.append(line)
        elif rest := _without(line, found):
            kept.append(rest)
    return kept, directives


def without_notes(text: str, lines: list[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """The lines without findings that gdlint wrote into the file, so that it is read as it was, and where these stand."""
    if NOTE not in text:
        return lines, []
    kept, places = [], []
    for line in lines:
        found = list(WRITTEN.finditer(line.text)) if NOTE in line.text else []
        places += [(line.start + each.start(), line.start + each.end()) for each in found]
        rest = _without(line, found) if found else line
        kept += [rest] if rest else []
    return kept, places


def _without(line: Line, found: Sequence[re.Match[str]]) -> Line | None:
    """The line with blanks in place of its comments, or None where nothing else is in it."""
    pieces, last = [], 0
    for each in found:
        pieces += [line.text[last : each.start()], " " * (each.end() - each.start())]
        last = each.end()
    text = "".join([*pieces, line.text[last:]]).rstrip(" ")
    content = stripped(text)
    return Line(text, line.start, content) if content else None


def _directive(offset: int, found: re.Match[str]) -> Directive:
    place = (offset + found.start(), offset + found.end())
    body = _BODY.fullmatch(found["body"]) if found["end"] else None
    if body is None or body["verb"].lower() not in VERBS:
        return Directive("", (), "", found[0], *place)
    names = dict.fromkeys(name.strip() for name in _PARTED.split(body["names"]))
    if not all(names) or len(names) > MOST_NAMES:
        return Directive("", (), "", found[0], *place)
    return Directive(body["verb"].lower(), tuple(names), body["reason"].strip(), found[0], *place)


class _Piece(Protocol):
    @property
    def type(self) -> str: ...

    @property
    def item(self) -> Any: ...


P = TypeVar("P", bound=_Piece)


def woven(pieces: Iterable[P], directives: Sequence[P]) -> Iterator[P]:
    """The tokens of a text with those of its comments among them, each before what follows it; never inside a table."""
    waiting = list(reversed(directives))
    in_table = False
    for piece in pieces:
        if not (in_table and piece.type in _OF_TABLES):
            start = _start(piece)
            while waiting and waiting[-1].item.start < start:
                yield waiting.pop()
        in_table = piece.type in _OF_TABLES
        yield piece
    yield from reversed(waiting)


def _start(piece: _Piece) -> int:
    item = piece.item
    start: int = item[0].start if isinstance(item, list) else item.start
    return start
