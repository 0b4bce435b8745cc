"""公开 alone beside a number, in a sentence that tells what became of requests: 公开10件、部分公开3件."""

from collections.abc import Sequence

from gdlint.claims.items import Item, gap, lists_parts
from gdlint.claims.tokens import Token

_OPENED = frozenset(("公开", "公开了"))
_GRANTED = "granted"
_PARTIAL = "partial"
_ENDINGS = "类的"


def with_opened(items: Sequence[Item], text: str) -> Sequence[Item]:
    """The items of a sentence, with 公开 alone as a result where 部分公开 is told beside it, or it has parts of its own: else it
    may be both."""
    told = [n for n, item in enumerate(items) if item.number and _names(item, _PARTIAL)]
    if not told:
        return items
    granted = {item.depth for item in items if item.number and _names(item, _GRANTED)}
    first = {items[n].depth: n for n in reversed(told) if items[n].depth not in granted}
    # 公开13件，其中部分公开3件: of these, and not beside them.
    last = {items[n].depth: n for n in told if not lists_parts(items[n]) and items[n].depth not in granted}
    return [
        _with_opened(item, text)
        if item.number
        and (first.get(item.depth, n) < n or last.get(item.depth, n) > n or _has_parts(items[n : n + 2]))
        else item
        for n, item in enumerate(items)
    ]


def is_opened(item: Item) -> bool:
    """Nothing but 公开 stands beside a number."""
    said = [token.text for token in item.words if token.text]
    return bool(said) and _OPENED.issuperset(said)


def _has_parts(pair: Sequence[Item]) -> bool:
    """公开13件（予以公开10件、部分公开3件）."""
    if len(pair) < 2 or not (_names(pair[1], _GRANTED) or _names(pair[1], _PARTIAL)):
        return False
    return pair[1].depth > pair[0].depth or pair[1].mark == "colon" or lists_parts(pair[1])


def _names(item: Item, name: str) -> bool:
    return any(name in token.names for token in item.words)


def _with_opened(item: Item, text: str) -> Item:
    ahead, behind = item.before[-1:], item.after[:1]
    if ahead and _is_alone(ahead[0], text, ahead[0].end, item.number.start if item.number else 0):
        return item._replace(before=(*item.before[:-1], _granted(ahead[0])))
    if behind and len(item.after) == 1 and _is_alone(behind[0], text, behind[0].end, item.end):
        return item._replace(after=(_granted(behind[0]),))
    return item


def _is_alone(token: Token, text: str, start: int, end: int) -> bool:
    """Nothing but an ending stands behind it."""
    return token.text in _OPENED and not gap(text[start:end].strip(_ENDINGS), 0, end - start)


def _granted(token: Token) -> Token:
    return token._replace(kind="aspect", names=(_GRANTED,))
