"""What a case is said to come of: 因政府信息公开引起的 is all of table four, 因办理不及时引起的 is some of it."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.claims.items import Item, gap
from gdlint.claims.tokens import Token
from gdlint.claims.words import Words

_CUES = frozenset(("引起", "引发", "导致", "产生", "被"))
_CASES = frozenset(("reconsideration", "suits", "direct_suit", "suit_after_reconsideration"))
_NARROW = frozenset(("foreign", "narrowing", "title", "quantity"))
_NOT = frozenset(("不", "未", "无", "没有"))
_STRAY = 2
ANYONE = "公民"
"""whoever applies"""


def is_some_cause(text: str, tokens: Sequence[Token], *, of_cases: bool = False) -> bool:
    """Between 因 and 引起, or the case itself, stands more than the disclosure of information and its requests: a reason of some
    cases alone. `of_cases`: the words are known to speak of cases."""
    cases = [n for n, token in enumerate(tokens) if token.kind == "subject" and _CASES & set(token.names)]
    end = max((n for n, token in enumerate(tokens) if token.text in _CUES), default=cases[0] if cases else -1)
    end = len(tokens) - 1 if end < 0 and of_cases else max(end, 0)
    begin = max((n for n, token in enumerate(tokens[:end]) if _opens(token)), default=None)
    if begin is None:
        return False
    stretch = tokens[begin : end + 1]
    letters = any(gap(text, one.end, other.start) >= _STRAY for one, other in pairwise(stretch))
    return letters or any(_narrows(token) for token in stretch[1:])


def is_of_some_requests(item: Item, words: Words) -> bool:
    """重复申请引起的行政诉讼, 自然人提起的行政复议: cases that come of some requests, or of some people, alone."""
    return is_of_some(item.before, words)


def is_of_some(tokens: Sequence[Token], words: Words) -> bool:
    """Words that tell of a result of requests, or of one kind of those who make them."""
    aspects = [words.aspects[name] for token in tokens if token.kind == "aspect" for name in token.names]
    kinds = {aspect.name for aspect in aspects if aspect.group == "applicants"}
    anyone = len(kinds) > 1 or any(token.text == ANYONE for token in tokens)
    return any(aspect.group == "results" for aspect in aspects) or (bool(kinds) and not anyone)


def _opens(token: Token) -> bool:
    return token.text[:1] in "因由" and token.kind in ("fillers", "causes")


def _narrows(token: Token) -> bool:
    result = token.kind == "aspect" and token.text[:1] == "不"
    return token.kind in _NARROW or token.text in _NOT or result
