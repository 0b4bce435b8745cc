"""What a portal says of a text before it: who wrote it, when it was published, how often it was read."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gdlint.model.document import Metadata
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Vocabulary
from gdlint.syntax.lines import Line, cell_at

_LONGEST = 24
"""characters in which a label and its colon stand"""
_MARKS = "#*_ "
"""marks of a heading or of bold letters"""
_PUNCTUATION = lazy("[，。；]")


BESIDE = f"{_MARKS}【["
"""what may stand before the first letter of such a line"""


@lru_cache(maxsize=4)
def first_letters(vocabulary: Vocabulary) -> frozenset[str]:
    """With what such a line begins, but for what stands `BESIDE`."""
    return _firsts(vocabulary) | _FIRST_OF_DAY


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
