"""Fees for information, and the notices that they were asked for with."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.claims.figures import Relation
from gdlint.claims.items import Item
from gdlint.claims.setting import Sentence
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_FEE = lazy("处理费")
_NOTICE = lazy("(?:收费|缴费)(?:的)?通知|通知书")
_TAKEN = lazy("收取|收到|实收|征收")
_AMOUNT = lazy("收取|收到|实收|征收|金额|费")
_UNSETTLED = lazy("标准|每[件页]|减免|退还|免收|缓收|应收")
_COUNTERS = frozenset("件份次个张")
_MONEY = "元"
_OTHER = "行政事业性"
"""fees that are told in table two"""


def fees(text: str, told: Iterable[Sentence]) -> Iterator[Relation]:
    """What a passage says of fees: each amount with the notices beside it (`notices`), and each that was taken (`fee`)."""
    for sentence in told if _FEE.search(text) else ():
        if sentence.counts and sentence.items and all(sentence.ours):
            yield from _fees(text, sentence.items)


def _fees(text: str, items: Sequence[Item]) -> Iterator[Relation]:
    if not _FEE.search(text, items[0].start, items[-1].end):
        return
    if _UNSETTLED.search(text, items[0].start, items[-1].end):
        return
    sent = _sent(text, items)
    for item in items:
        said, quantity = text[item.start : item.end], item.quantity
        if not quantity or quantity.unit != _MONEY or quantity.value is None or not quantity.exact:
            continue
        if _OTHER in said:
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
