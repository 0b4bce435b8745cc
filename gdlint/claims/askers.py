"""Which requests a denial speaks of: 科研机构未提出申请 says nothing of those of others."""

from collections.abc import Sequence

from gdlint.claims.items import Item, unexplained
from gdlint.claims.neighbours import kinds_of
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words

_GIVES = ("提", "递", "申请", "寄", "送", "要求")
"""how verbs begin of which an applicant is the subject"""
_STRAY = 2
_REST = frozenset(("其余", "其他", "其它", "剩余", "余下", "剩下", "另", "另外", "另有"))


def are_some(text: str, item: Item, ahead: Sequence[Token], behind: Sequence[Token], words: Words) -> bool:
    """Somebody is named before a denial whom the form has no kind for (村集体未提出申请), or in brackets before it. `ahead` are
    the words before it, `behind` begins with it."""
    gives = any(token.text.startswith(_GIVES) and token.kind != "weak" for token in behind)
    kinds = kinds_of(ahead, words)
    if not (gives or kinds):
        return False
    # 国有企业 are some of one kind.
    strange = unexplained(text, ahead, item.start, min(t.start for t in behind)) >= (1 if kinds else _STRAY)
    bracketed = gives and item.mark == "close" and not ahead
    return strange or bracketed or any(token.kind == "foreign" for token in ahead)


def is_of_rest(content: Sequence[Token], subjects: Sequence[str], words: Words) -> bool:
    """没有其他单位提出申请: beside those that were named."""
    aspects = [words.aspects[name] for token in content if token.kind == "aspect" for name in token.names]
    return any(aspect.rest and set(aspect.of) & set(subjects) for aspect in aspects)


def came_in(content: Sequence[Token], aspects: Sequence[Aspect]) -> bool:
    """未收到涉及商业秘密的申请: what none was about is not what became of them."""
    received = any("new" in token.names for token in content) and content[-1].kind in ("weak", "subject")
    return received and any(aspect.group == "results" for aspect in aspects)


def says_rest(tokens: Sequence[Token]) -> bool:
    """其余6件均为法人: all of what is left is not all."""
    return any(token.text in _REST for token in tokens)
