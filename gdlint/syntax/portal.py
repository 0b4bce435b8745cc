"""Lines that a portal sets before a text (标题：, 索引号：, 发布日期：): they are no text of the report."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gdlint.model.document import Metadata
from gdlint.model.vocabulary import Vocabulary
from gdlint.syntax.lines import Line, cell_at

_LONGEST = 24
"""characters in which a label and its colon stand"""
_MARKS = "#*_ "
"""marks of a heading or of bold letters"""
_PUNCTUATION = re.compile("[，。；]")


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
    return re.compile(rf"(?:(?<=[\s】\]])|^)[【\[]?(?P<label>{_labels(vocabulary, '?')})[】\]]?\s?[:：]")


@lru_cache(maxsize=4)
def _bare_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=\s)|^)(?P<label>{_labels(vocabulary, '{0,8}')})(?P<gap>\s+|$)")


def _labels(vocabulary: Vocabulary, blanks: str) -> str:
    """All labels, the longer first, with so many blanks between their letters."""
    labels = sorted(vocabulary.portal, key=len, reverse=True)
    return "|".join(rf"\s{blanks}".join(label) for label in labels)
