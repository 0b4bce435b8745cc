"""What stands in a file beside the text of its report: comments that speak to gdlint, findings that it wrote, what a portal says.

Comments are taken out of the lines before anyone looks for tables, and put back as tokens of their own.
A line that holds nothing else is left out whole, so that a comment never splits a table; beside other text, the comment
alone is cut out, and every other character keeps its place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from gdlint.model.document import Directive, Metadata
from gdlint.model.note_comment import NOTE, WRITTEN
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Vocabulary
from gdlint.syntax.bounds import MOST_COMMENTS, TooLargeError
from gdlint.syntax.lines import Line, cell_at

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
    return Line(text, line.start, text.strip()) if text.strip() else None


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


_LONGEST = 24
"""characters in which a label and its colon stand"""
_MARKS = "#*_ "
"""marks of a heading or of bold letters"""
_PUNCTUATION = lazy("[，。；]")


def metadata_in(line: Line, vocabulary: Vocabulary) -> list[Metadata]:
    """What a line says that begins with the label of a portal, label by label; empty for any other line."""
    content = line.content.lstrip(_MARKS)
    head = content[:_LONGEST]
    if head.lstrip("【[")[:1] not in _firsts(vocabulary):
        return []
    if "：" in head or ":" in head:
        pattern = _pattern(vocabulary)
        return list(_items(line, _found(pattern, line), vocabulary)) if pattern.match(content) else []
    return list(_items(line, _without_colons(line, content, vocabulary), vocabulary))


def _without_colons(line: Line, content: str, vocabulary: Vocabulary) -> Sequence[re.Match[str]]:
    """The labels in the line of a table without borders: several, or one whose letters or value a gap sets apart."""
    if _PUNCTUATION.search(content):
        return ()
    pattern = _bare_pattern(vocabulary)
    if not pattern.match(content):
        return ()
    found = _found(pattern, line)
    first = found[0]
    is_apart = len(first["label"].split()) > 1 or "\t" in first["gap"]
    return found if is_apart or len(found) > 1 else ()


def _found(pattern: re.Pattern[str], line: Line) -> Sequence[re.Match[str]]:
    return list(pattern.finditer(line.text))


def _items(line: Line, found: Sequence[re.Match[str]], vocabulary: Vocabulary) -> Iterator[Metadata]:
    ends = [match.start() for match in found[1:]] + [len(line.text)] * bool(found)
    for match, end in zip(found, ends, strict=True):
        value = cell_at(line.text[match.end() : end], line.start + match.end())
        yield Metadata(vocabulary.portal["".join(match["label"].split())], *value)


@lru_cache(maxsize=4)
def _firsts(vocabulary: Vocabulary) -> frozenset[str]:
    """The first letters of the labels."""
    return frozenset(label[0] for label in vocabulary.portal)


@lru_cache(maxsize=4)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    return lazy(rf"(?:(?<=[\s】\]])|^)[【\[]?(?P<label>{_labels(vocabulary, '?')})[】\]]?\s?[:：]")


@lru_cache(maxsize=4)
def _bare_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    return lazy(rf"(?:(?<=\s)|^)(?P<label>{_labels(vocabulary, '{0,8}')})(?P<gap>\s+|$)")


def _labels(vocabulary: Vocabulary, blanks: str) -> str:
    """All labels, the longer first, with so many blanks between their letters."""
    labels = sorted(vocabulary.portal, key=len, reverse=True)
    return "|".join(rf"\s{blanks}".join(label) for label in labels)


_DAY = r"\d{4}(?:\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
_TIME = r"(?:\s{1,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s{0,4}"
_SAID = r"(?:来源|稿源|作者|点击|浏览|阅读|访问)[次数量率]{0,2}\s?[:：]"
_PUBLISHED = lazy(
    rf"(?:发布|发表|公开)于\s?(?P<said>{_DAY}){_TIME}"
    rf"|[\[【]\s{{0,2}}(?P<bracketed>{_DAY}){_TIME}[\]】]"
    rf"|[\[【]?(?P<beside>{_DAY}){_TIME}[\]】]?[^\d。；，至到起止—–~～-][^。；，]{{0,40}}?{_SAID}.*"
)
_FIRST_OF_DAY = frozenset("0123456789[【发公")
_LONGEST_DAY = 120
"""characters of a line that says when a text was published"""


def published_in(line: Line) -> list[Metadata]:
    """The day that a line tells beside who wrote it or how often it was read (2023-01-20　来源：本站), as 发布于2023-01-20, or alone in
    square brackets, and what stands behind it; empty for any other line."""
    content = line.content
    if content[0] not in _FIRST_OF_DAY or len(content) > _LONGEST_DAY:
        return []
    found = _PUBLISHED.fullmatch(content)
    if found is None:
        return []
    begin, end = found.span(found.lastgroup or 0)
    start = line.start + line.text.index(content)
    rest = cell_at(content[end:], start + end)
    return [
        Metadata("published", content[begin:end], start + begin, start + end),
        *([Metadata("other", *rest)] if rest.text else []),
    ]
