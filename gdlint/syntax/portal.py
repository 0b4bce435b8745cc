"""Lines that a portal sets before a text (标题：, 索引号：, 发布日期：): they are no text of the report."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gdlint.model.document import Metadata
from gdlint.model.vocabulary import Vocabulary
from gdlint.syntax.lines import Line, cell_at

_LONGEST = 24
"""characters in which a label and its colon stand"""


def metadata_in(line: Line, vocabulary: Vocabulary) -> list[Metadata]:
    """What a line says that begins with the label of a portal, label by label; empty for any other line."""
    head = line.content[:_LONGEST]
    if ("：" not in head and ":" not in head) or head.lstrip("【[")[:1] not in _firsts(vocabulary):
        return []
    pattern = _pattern(vocabulary)
    return list(_items(line, pattern, vocabulary)) if pattern.match(line.content) else []


def _items(line: Line, pattern: re.Pattern[str], vocabulary: Vocabulary) -> Iterator[Metadata]:
    found = list(pattern.finditer(line.text))
    ends = [*(match.start() for match in found[1:]), len(line.text)]
    for match, end in zip(found, ends, strict=True):
        value = cell_at(line.text[match.end() : end], line.start + match.end())
        yield Metadata(vocabulary.portal["".join(match["label"].split())], *value)


@lru_cache(maxsize=4)
def _firsts(vocabulary: Vocabulary) -> frozenset[str]:
    """The first letters of the labels."""
    return frozenset(label[0] for label in vocabulary.portal)


@lru_cache(maxsize=4)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    labels = sorted(vocabulary.portal, key=len, reverse=True)
    spaced = "|".join(r"\s?".join(label) for label in labels)
    return re.compile(rf"(?:(?<=[\s】\]])|^)[【\[]?(?P<label>{spaced})[】\]]?\s?[:：]")
