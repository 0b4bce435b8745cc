"""What a passage speaks of, and what the next number may go on with: 规范性文件公开到位，当年制发4件."""

from collections.abc import Sequence
from typing import Protocol

from gdlint.claims.items import Item
from gdlint.claims.neighbours import kinds_of
from gdlint.claims.tokens import Token
from gdlint.claims.words import Words

OTHER = "?"
"""a subject that is none of the lexicon"""
_STAGES = "stages"
"""the group of what becomes of documents"""


class Spoken(Protocol):
    """What the passage speaks of so far: its subject, those that it has named in full, and whether the sentence has words that
    only go with requests."""

    subject: str
    together: tuple[str, ...]
    known: set[str]
    implied: bool
    topic: tuple[str, ...]


def stage_of(
    tokens: Sequence[Token], subjects: tuple[str, ...], topic: tuple[str, ...], words: Words
) -> tuple[str, ...]:
    """What a number counts, by what the passage speaks of (`subjects`) and by the documents that are the topic of its sentence:
    制发, 废止 and 现行有效 go with documents alone."""
    if OTHER in subjects:
        return subjects
    aspects = [words.aspects[name] for token in tokens if token.kind == "aspect" for name in token.names]
    owners = {name for aspect in aspects if aspect.group == _STAGES for name in aspect.of}
    return topic if owners.intersection(topic) and owners.isdisjoint(subjects) else subjects


def opens_with_documents(item: Item, words: Words) -> bool:
    """规范性文件公开到位，当年制发4件: what a clause without a number begins with, the next one may tell the stages of."""
    first = next((token for token in item.before if token.kind not in ("fillers", "period", "scope")), None)
    named = first is not None and first.kind == "subject"
    return named and any(
        a.group == _STAGES for a in words.aspects.values() if first and first.names[0] in a.of
    )


def carried_over(item: Item, after: Sequence[Token], spoken: Spoken) -> tuple[str, ...]:
    """What the sentence speaks of so far; where it has not said, 结转 speaks of requests."""
    if spoken.subject or not spoken.implied:
        joint = spoken.together if spoken.subject in spoken.together else (spoken.subject,)
        return joint if spoken.subject else ()
    return ("requests",) if any("carried" in t.names for t in (*item.before, *after)) else ()


def says_kind(item: Item, words: Words) -> bool:
    """A kind of the subject, or a reason of some results: 属信访举报投诉类，不予处理1件."""
    reason = any(token.kind == "aspect" and "." in token.names[0] for token in item.before)
    return reason or _speaks_of_kind(item, words)


def _speaks_of_kind(item: Item, words: Words) -> bool:
    """对自然人提出的申请，予以公开7件: what follows is of one kind of applicants."""
    kinds = {name for token in kinds_of(item.before, words) for name in token.names}
    led = next((n for n, token in enumerate(item.before) if kinds & set(token.names)), 0)
    return len(kinds) == 1 and any(token.kind in ("subject", "weak") for token in item.before[led:])
