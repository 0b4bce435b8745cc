"""Who it is that a denial of requests speaks of: 科研机构未提出申请 says nothing of the others."""

from collections.abc import Sequence

from gdlint.claims.items import Item, unexplained
from gdlint.claims.tokens import Token
from gdlint.claims.words import Words

_GIVES = ("提", "递", "申请", "寄", "送", "要求")
"""how verbs begin of which an applicant is the subject"""
_STRAY = 2
_APPLICANTS = "applicants"


def kinds_of(ahead: Sequence[Token], words: Words) -> tuple[Token, ...]:
    """The kinds of applicants that are named before a denial."""
    return tuple(
        token
        for token in ahead
        if token.kind == "aspect" and any(words.aspects[n].group == _APPLICANTS for n in token.names)
    )


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
