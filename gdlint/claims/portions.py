"""Percentages of requests: rates that close all of them, and where a share is said."""

from gdlint.claims.items import Item
from gdlint.claims.words import Words

_RATES = ("率", "占比")
_CLOSED = "办结率"
_DUE = frozenset(("按时", "按期", "及时", "如期", "限时", "提前", "期限内", "时限内", "当日", "当年", "到期"))


def closes_all(item: Item) -> bool:
    """办结率100% leaves none over; 按时办结率100% may leave those that are not yet due."""
    quantity = item.quantity
    rate = any(token.text == _CLOSED for token in item.before)
    due = any(token.text in _DUE for token in item.before)
    return rate and not due and quantity is not None and quantity.exact and quantity.value == 100


def share_place(item: Item) -> int | None:
    """Where 占 stands among the words before a number."""
    return next((n for n, token in enumerate(item.before) if token.names == ("share",)), None)


def rated(text: str, item: Item, words: Words) -> Item | None:
    """The words for the result or outcome that a percentage is the rate of: 予以公开率38.5%; None where it is none of these."""
    place = next((n for n, token in enumerate(item.before) if text.startswith(_RATES, token.end)), None)
    token = item.before[place] if place is not None else None
    if place is None or token is None or token.kind != "aspect":
        return None
    groups = {words.aspects[name].group for name in token.names}
    named = item._replace(before=item.before[: place + 1], number=None, after=(), end=token.end)
    return named if groups & {"results", "outcomes"} else None
