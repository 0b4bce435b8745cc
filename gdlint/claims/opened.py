"""公开10件 beside other results is what the form calls 予以公开."""

from collections.abc import Sequence

from gdlint.claims.items import Item, gap
from gdlint.claims.tokens import Token

_OPENED = frozenset(("公开", "公开了"))
_RESULT = "granted"
_RESULTS = ("partial", "denied", "unavailable", "not_processed")
_ENDINGS = "类的"


def with_opened(items: Sequence[Item], text: str) -> Sequence[Item]:
    """The items of a sentence that tells other results, with 公开 alone beside a number as one of them."""
    names = {name.partition(".")[0] for item in items for token in item.words for name in token.names}
    if names.isdisjoint(_RESULTS):
        return items
    return [_with_opened(item, text) if item.number else item for item in items]


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
    return token._replace(kind="aspect", names=(_RESULT,))
