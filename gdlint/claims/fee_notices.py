"""Fees for information in a sentence: 发出收费通知1件，收取信息处理费320元. No notice, no fee, and the reverse."""

from collections.abc import Iterator, Sequence

from gdlint.claims.figures import Relation
from gdlint.claims.items import Item
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_FEE = lazy("处理费")
_NOTICE = lazy("(?:收费|缴费)(?:的)?通知|通知书")
_TAKEN = lazy("收取|收到|实收|征收")
_AMOUNT = lazy("收取|收到|实收|征收|金额|费")
_UNSETTLED = lazy("标准|每[件页]|减免|退还|免收|缓收|应收")
_COUNTERS = frozenset("件份次个张")
_MONEY = "元"


def notices(text: str, items: Sequence[Item], ours: Sequence[bool]) -> Iterator[Relation]:
    """What a sentence says of fees for information: each amount with the notices beside it (`notices`), and each that was taken
    (`fee`); `ours` tells of each item whether it speaks of the body in its year."""
    if not items or not _FEE.search(text, items[0].start, items[-1].end) or not all(ours):
        return
    if _UNSETTLED.search(text, items[0].start, items[-1].end):
        return
    sent = _sent(text, items)
    for item in items:
        said, quantity = text[item.start : item.end], item.quantity
        if not quantity or quantity.unit != _MONEY or quantity.value is None or not quantity.exact:
            continue
        span = (quantity.start, quantity.end)
        if sent is not None and _AMOUNT.search(said):
            yield Relation(
                "notices", quantity.value, (sent == 0) == (quantity.value == 0), sent, True, (sent,), *span
            )
        if _FEE.search(said) and _TAKEN.search(said):
            yield Relation("fee", quantity.value, True, None, True, (), *span)


def _sent(text: str, items: Sequence[Item]) -> Number | None:
    """How many notices were sent; None where the sentence does not say."""
    for item in items:
        if not _NOTICE.search(text, item.start, item.end):
            continue
        quantity = item.quantity
        if quantity and quantity.unit in _COUNTERS and quantity.exact:
            return quantity.value
        if quantity is None and any(token.kind == "denial" for token in item.before):
            return 0
    return None
